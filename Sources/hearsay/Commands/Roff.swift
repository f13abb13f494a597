/// A page in the language of man, written part by part.
struct Roff {
  /// The page so far.
  private(set) var text = ""

  /// A line as it is: a request.
  mutating func line(_ line: String) { text += line + "\n" }

  mutating func section(_ name: String) { line(".SH \(Self.escaped(name))") }

  mutating func subsection(_ name: String) { line(".SS \(Self.inline(name))") }

  /// A paragraph, which is filled to the width of the reader's window.
  mutating func paragraph(_ words: String) {
    line(".PP")
    line(Self.inline(words))
  }

  /// A word, as roff, with what it means beside or below it.
  mutating func item(_ word: String, _ meaning: some StringProtocol) {
    line(".TP")
    line(word.isEmpty ? "\\&" : word)
    line(Self.inline(meaning))
  }

  /// Lines that stay as they are.
  mutating func verbatim(_ lines: some Sequence<Substring>) {
    line(".PP")
    line(".nf")
    for verbatim in lines { line(Self.escaped(verbatim)) }
    line(".fi")
  }
}

// MARK: - Inside a line

extension Roff {
  /// A line of Markdown: code and emphasis in fonts of their own, links by their words.
  static func inline(_ markdown: some StringProtocol) -> String {
    var roff = ""
    var rest = Substring(markdown)
    let special = /`` (.+?) ``|`([^`]+)`|\*(\w[^*]*)\*|\[([^\]]+)\]\(([^)]+)\)/
    while let match = rest.firstMatch(of: special) {
      roff += escaped(rest[..<match.range.lowerBound])
      let (_, quoted, code, emphasised, linked, address) = match.output
      if let code = quoted ?? code { roff += "\\fB\(escaped(code))\\fR" }
      if let emphasised { roff += "\\fI\(escaped(emphasised))\\fR" }
      if let linked { roff += escaped(linked) }
      if let address, address.hasPrefix("http") { roff += " <\(escaped(address))>" }
      rest = rest[match.range.upperBound...]
    }
    return roff + escaped(rest)
  }

  /// Text in which nothing is a request: backslashes, hyphens that are to be copied, dots and quotes at the start.
  static func escaped(_ text: some StringProtocol) -> String {
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
