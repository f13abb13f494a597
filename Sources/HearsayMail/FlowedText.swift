/// Plain text whose writer's program broke its lines, and says so (`format=flowed`, RFC 3676).
enum FlowedText {
  /// The text with a line to a paragraph, as it was written; what is quoted keeps its marks.
  ///
  /// - Parameter deletesBlanks: whether the blank before a broken line's end belongs to nobody (`delsp=yes`).
  static func joined(_ text: String, deletesBlanks: Bool) -> String {
    var lines: [Line] = []
    var goesOn = false
    for written in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = Line(written, deletesBlanks: deletesBlanks)
      if goesOn, let last = lines.last, last.depth == line.depth, !line.opensSignature {
        lines[lines.count - 1].words += line.words
      } else {
        lines.append(line)
      }
      goesOn = line.goesOn
    }
    return lines.map(\.text).joined(separator: "\n")
  }

  private struct Line {
    /// How often it is quoted.
    let depth: Int
    var words: String
    /// Whether the next line belongs to it.
    let goesOn: Bool
    let opensSignature: Bool

    init(_ line: Substring, deletesBlanks: Bool) {
      depth = line.prefix { $0 == ">" }.count
      var rest = line.dropFirst(depth)
      // A blank was put before what would be taken for something else.
      if rest.first == " " { rest = rest.dropFirst() }
      opensSignature = rest == "-- "
      goesOn = rest.last == " " && !opensSignature
      words = String(goesOn && deletesBlanks ? rest.dropLast() : rest)
    }

    var text: String {
      let rest = goesOnAlone ? Substring(words).dropLast() : Substring(words)
      return depth == 0 ? String(rest) : String(repeating: ">", count: depth) + " " + rest
    }

    /// Whether a broken line is the last one of its paragraph, whatever it says itself.
    private var goesOnAlone: Bool { words.last == " " && !opensSignature }
  }
}
