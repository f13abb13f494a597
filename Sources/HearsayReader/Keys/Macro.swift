import HearsayModel

/// Several things that one key does, one after the other: `["next-flag", "mark", "filter naming:bare"]`.
package struct Macro: Hashable, Sendable {
  /// What it is called: behind a colon, and where it gets its keys.
  package let name: String
  /// What it does, each as it could be typed behind a colon.
  package let steps: [String]

  /// A macro of these steps.
  ///
  /// - Throws: ``Problem``, where its name means something already, or a step cannot be done.
  package init(name: String, steps: [String]) throws(Problem) {
    let isPlain =
      name.first?.isLetter ?? false
      && name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
    guard isPlain else {
      throw Problem(
        sentence: "The name of a macro is small letters, digits and hyphens: not “\(name)”.")
    }
    guard (try? Command(name)) == nil, !Command.names.contains(name) else {
      throw Problem(sentence: "“\(name)” means something already: a macro needs a name of its own.")
    }
    guard !steps.isEmpty else {
      throw Problem(
        sentence: "“\(name)” does nothing: say what, such as [\"next-flag\", \"mark\"].")
    }
    for step in steps {
      do throws(Command.Problem) {
        guard try Command(step) != .nothing else {
          throw Command.Problem(sentence: "A step is empty.")
        }
      } catch {
        throw Problem(sentence: "“\(name)”: \(error.sentence)")
      }
    }
    self.name = name
    self.steps = steps
  }

  /// Why there can be no such macro: a sentence.
  package struct Problem: Error, Hashable, Sendable {
    /// What is wrong.
    package var sentence: String
  }

  /// What it does, in a line of the help.
  package var words: String { steps.joined(separator: ", then ") }
}
