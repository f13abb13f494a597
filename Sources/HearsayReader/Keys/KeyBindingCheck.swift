import HearsayModel
import HearsayScreen

/// Reads the lines of a key map one after the other, and says what is wrong with each.
struct KeyBindingCheck {
  private(set) var problems: [FileProblems.Problem]
  private let macros: [String]
  private var lineOfBound: [Spot<ActionOrMacro>: Int] = [:]
  private var lineOfKeys: [Spot<KeyMap.Sequence>: Int] = [:]

  /// Something in a view, or everywhere.
  private struct Spot<Subject: Hashable & Sendable>: Hashable, Sendable {
    var view: KeyView?
    var subject: Subject
  }

  /// - Parameter macros: the names that can have keys besides those of the actions.
  init(macros: [String] = [], problems: [FileProblems.Problem] = []) {
    self.macros = macros
    self.problems = problems
  }

  /// What a line says; `nil` where it says nothing that can be done.
  mutating func read(
    _ binding: KeyBinding
  ) -> (view: KeyView?, bound: ActionOrMacro, sequences: [KeyMap.Sequence])? {
    var view: KeyView?
    if let name = binding.view {
      view = KeyView(rawValue: name)
      guard view != nil else {
        let hint = Self.hint(for: name, among: KeyView.allCases.map(\.rawValue))
        refuse(binding, "There is no view called “\(name)”.\(hint)")
        return nil
      }
    }
    guard let bound = bound(called: binding.action) else {
      let hint = Self.hint(
        for: binding.action, among: Action.allCases.map(\.rawValue) + macros)
      refuse(binding, "There is no action called “\(binding.action)”.\(hint)")
      return nil
    }
    let place = Spot(view: view, subject: bound)
    if let line = lineOfBound[place] {
      refuse(binding, "“\(binding.action)” already has its keys in line \(line).")
      return nil
    }
    lineOfBound[place] = binding.line
    return (view, bound, binding.keys.compactMap { sequence($0, of: binding, in: view) })
  }

  private func bound(called name: String) -> ActionOrMacro? {
    Action(rawValue: name).map(ActionOrMacro.action) ?? (macros.contains(name) ? .macro(name) : nil)
  }

  private mutating func sequence(
    _ text: String, of binding: KeyBinding, in view: KeyView?
  ) -> KeyMap.Sequence? {
    let words = text.split(whereSeparator: \.isWhitespace)
    let sequence = words.compactMap { Key(named: $0) }
    guard sequence.count == words.count, !sequence.isEmpty else {
      refuse(binding, "There is no key called “\(text)”.")
      return nil
    }
    let place = Spot(view: view, subject: sequence)
    if let line = lineOfKeys[place] {
      refuse(binding, "“\(sequence.written)” is already used in line \(line).")
      return nil
    }
    lineOfKeys[place] = binding.line
    return sequence
  }

  /// Finds keys of the same file that can never be pressed, because what begins them acts at once.
  mutating func findHiddenSequences() {
    for place in lineOfKeys.keys {
      let isHiding = lineOfKeys.keys.contains {
        $0.view == place.view && $0.subject.count > place.subject.count
          && $0.subject.starts(with: place.subject)
      }
      guard isHiding else { continue }
      problems.append(
        .init(
          line: lineOfKeys[place] ?? 1,
          sentence:
            "“\(place.subject.written)” acts at once, so the longer sequences that begin with it never can."
        ))
    }
  }

  private mutating func refuse(_ binding: KeyBinding, _ sentence: String) {
    problems.append(.init(line: binding.line, sentence: sentence))
  }

  private static func hint(for name: String, among names: [String]) -> String {
    nearest(to: name, among: names).map { " Did you mean “\($0)”?" } ?? ""
  }
}
