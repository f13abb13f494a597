/// What is wrong in a key map or theme, line by line.
package struct FileProblems: Error, Hashable, Sendable {
  /// One thing that is wrong.
  package struct Problem: Hashable, Sendable {
    /// Its line, from 1.
    package var line: Int
    /// What is wrong, in a sentence.
    package var sentence: String

    /// Something that is wrong in a line.
    package init(line: Int, sentence: String) {
      self.line = line
      self.sentence = sentence
    }
  }

  /// All that is wrong, in order of lines.
  package var problems: [Problem]

  /// All that is wrong in a file.
  package init(problems: [Problem]) { self.problems = problems }
}

extension FileProblems: CustomStringConvertible {
  /// One line for each problem: `7: There is no action called “fly”.`
  package var description: String { description(ofFile: nil) }

  /// One line for each problem, with the name of the file: `default.keys:7: There is …`
  package func description(ofFile name: String?) -> String {
    problems
      .map { (name.map { "\($0):" } ?? "") + "\($0.line): \($0.sentence)" }
      .joined(separator: "\n")
  }
}

/// A line of a settings file that says something: `name = value`.
package struct Setting: Hashable, Sendable {
  /// Its line, from 1.
  package var line: Int
  /// What is set.
  package var name: String
  /// To what.
  package var value: String

  /// A line, from 1, with what it says.
  package init(line: Int, name: String, value: String) {
    self.line = line
    self.name = name
    self.value = value
  }
}

extension Setting {
  /// The settings of a text, and what could not be read; empty lines and comments (`#`) are passed over.
  static func read(_ text: String) -> ([Setting], [FileProblems.Problem]) {
    var settings: [Setting] = []
    var problems: [FileProblems.Problem] = []
    let newline = UInt8(ascii: "\n")
    let lines = text.utf8.split(separator: newline, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = Substring(line).trimmed
      guard let first = line.utf8.first, first != UInt8(ascii: "#") else { continue }
      guard let equals = line.utf8.firstIndex(of: UInt8(ascii: "=")), equals != line.startIndex
      else {
        problems.append(.init(line: index + 1, sentence: "A line is “name = value”."))
        continue
      }
      settings.append(
        Setting(
          line: index + 1, name: String(line[..<equals].trimmed),
          value: String(line[line.utf8.index(after: equals)...].trimmed)))
    }
    return (settings, problems)
  }
}

extension Substring {
  /// Without white space at both ends.
  ///
  /// Every start waits for some hundred of these, so letters of ASCII are told without asking what Unicode says of them.
  var trimmed: Substring {
    guard let low = utf8.firstIndex(where: { !$0.isWhiteSpace }),
      let high = utf8.lastIndex(where: { !$0.isWhiteSpace })
    else { return "" }
    let inner = self[low...high]
    return utf8[low] < 0x80 && utf8[high] < 0x80 ? inner : inner.trimmedByLetters
  }

  private var trimmedByLetters: Substring {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return self[first...last]
  }
}

extension UInt8 {
  /// A tab, a line's end or a blank.
  fileprivate var isWhiteSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
