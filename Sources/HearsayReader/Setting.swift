import HearsayText

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
