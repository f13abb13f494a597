/// Lines of which some end within a word.
struct HyphenatedLines {
  private var lines: [String]
  /// All words of the text that no line's end breaks, in small letters.
  private let words: Set<String>

  init(_ lines: [String]) {
    self.lines = lines
    words = Set(
      lines.flatMap { line in
        line.split(whereSeparator: { !$0.isLetter && $0 != "-" }).map { $0.lowercased() }
      })
  }

  /// The lines with whole words: what was broken stands on the line where it began.
  ///
  /// "well-" and "known" are one word with a hyphen where the text has it so elsewhere, and otherwise without.
  var whole: [String] {
    var lines = lines
    for index in lines.indices.dropLast() {
      guard let half = Self.broken(lines[index]) else { continue }
      let rest = lines[index + 1].prefix { $0.isLetter }
      guard rest.first?.isLowercase == true else { continue }
      let isCompound = words.contains("\(half)-\(rest)".lowercased())
      let moved = lines[index + 1].prefix { !$0.isWhitespace }
      lines[index] = (isCompound ? lines[index] : String(lines[index].dropLast())) + moved
      lines[index + 1] = String(
        lines[index + 1].dropFirst(moved.count).drop { $0.isWhitespace })
    }
    return lines
  }

  /// The letters before the hyphen that a line ends with.
  private static func broken(_ line: String) -> Substring? {
    guard line.last == "-" || line.last == "\u{AD}" || line.last == "\u{2010}" else { return nil }
    let half = line.dropLast().reversed().prefix { $0.isLetter }.count
    return half > 1 ? line.dropLast().suffix(half) : nil
  }
}
