/// A page in the language of man, written line by line.
struct Roff {
  /// The page so far.
  private(set) var text = ""

  /// A line as it is: a request.
  mutating func line(_ line: String) { text += line + "\n" }

  mutating func section(_ name: String) { line(".SH \(Self.escaped(name))") }

  mutating func subsection(_ name: String) { line(".SS \(Self.escaped(name))") }

  /// Text, which is filled to the width of the reader's window.
  mutating func text(_ words: String, isEscaped: Bool = false) {
    line(isEscaped ? words : Self.escaped(words))
  }

  /// Paragraphs with empty lines between them.
  ///
  /// - Parameter keepsLines: whether a paragraph of several lines is a table, whose lines stay.
  mutating func paragraphs(_ words: String, keepsLines: Bool = false) {
    var paragraph: [String] = []
    func flush(_ page: inout Roff) {
      guard !paragraph.isEmpty else { return }
      let isTable = keepsLines && paragraph.count > 1
      page.line(".PP")
      if isTable { page.line(".nf") }
      paragraph.forEach { page.text($0) }
      if isTable { page.line(".fi") }
      paragraph = []
    }
    for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { flush(&self) } else { paragraph.append(String(line)) }
    }
    flush(&self)
  }

  /// A word with what it means beside or below it.
  mutating func item(_ word: String, _ meaning: String) {
    line(".TP")
    line(".B \(Self.escaped(word).isEmpty ? "\\&" : Self.escaped(word))")
    text(meaning)
  }

  /// Text in which nothing is a request: backslashes, hyphens that are to be copied, dots and quotes at the start.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "\"": escaped += "\\(dq"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      default: escaped.append(character)
      }
    }
    return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
  }
}
