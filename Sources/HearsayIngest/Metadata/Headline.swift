/// Tells the headline of an article from its first sentence.
struct Headline: Hashable {
  /// Without the marks of Markdown, and without a full stop behind a headline in capitals.
  var title: String

  /// The headline that a line is, judged by what comes after it.
  ///
  /// A first line that reads like a sentence ("A man died on Monday.") is none, unless its words are written
  /// large or a dateline comes after it: better no title than a wrong one.
  init?(_ line: Line, before following: ArraySlice<Line>) {
    guard let next = following.first else { return nil }
    if let heading = Self.heading(line.text) {
      title = heading
      return
    }
    let words = line.bare
    guard Self.hasTheLength(words), Self.opensLikeOne(words), Dateline(openingOf: words) == nil,
      Self.standsAlone(line, before: next)
    else { return nil }
    // "Lawmaker urges retaliation; ⏎ Panel member wants action": the second line is its deck.
    if words.hasSuffix(";") && !line.endsParagraph {
      title = words.trimmingStops
    } else if !Self.endsLikeASentence(words) {
      title = words
    } else if Self.isInCapitals(words)
      || following.prefix(2).contains(where: { Dateline.opens($0.text) })
    {
      title = Self.withoutItsStop(words)
    } else {
      return nil
    }
  }
}

// MARK: - The signs

extension Headline {
  /// "Mill burns" for "# Mill burns #"; `nil` for a line that is no heading.
  private static func heading(_ line: String) -> String? {
    let marks = line.prefix { $0 == "#" }.count
    guard (1...6).contains(marks), line.dropFirst(marks).first == " " else { return nil }
    var heading = line.dropFirst(marks).trimmed
    while heading.hasSuffix("#") { heading = heading.dropLast().trimmed }
    return heading.isEmpty ? nil : String(heading)
  }

  /// A stop that is the only one is no part of a headline; "They won. Again." keeps both.
  private static func withoutItsStop(_ words: String) -> String {
    let sentences = words.words.count { $0.hasSuffix(".") && endsLikeASentence(String($0)) }
    return words.hasSuffix(".") && sentences == 1 ? String(words.dropLast()) : words
  }

  private static func hasTheLength(_ words: String) -> Bool {
    (2...30).contains(words.words.count) && words.count <= 180
  }

  private static func opensLikeOne(_ words: String) -> Bool {
    guard let first = words.first(where: { $0.isLetter || $0.isNumber }) else { return false }
    let mark = words.first ?? first
    return
      (first.isUppercase || first.isNumber || !first.isCased
      || words.dropFirst().first?.isUppercase == true)
      && !"-*>|+".contains(mark)
  }

  /// Whether no line of the same paragraph goes on with the sentence.
  ///
  /// In files with one paragraph on each line the next line is far longer than a headline.
  private static func standsAlone(_ line: Line, before next: Line) -> Bool {
    line.endsParagraph || line.text.hasSuffix(";")
      || next.text.count > 120 && line.text.count <= 120
      || Byline(line: next.bare) != nil || NewsDay.publication(line: next.bare) != nil
      || next.text.allSatisfy { $0 == "=" }
  }

  /// With a stop, not that of "U.S."; a colon or a comma wants to go on.
  private static func endsLikeASentence(_ words: String) -> Bool {
    let closing = words.reversed().drop { "\"'”’»)".contains($0) }
    guard let last = closing.first else { return true }
    if ",;:".contains(last) { return true }
    guard last == "." else { return false }
    let word = String(closing.reversed()).words.last ?? ""
    return !(word.dropLast().contains(".") || abbreviations.contains(word.lowercased()))
  }

  private static let abbreviations: Set<String> = [
    "jr.", "sr.", "inc.", "corp.", "co.", "ltd.", "st.", "dr.", "no.",
  ]

  /// "Obama Seeks More Refugees From Syria.": nearly every long word is written large.
  private static func isInCapitals(_ words: String) -> Bool {
    let long = words.words.map { $0.filter { $0.isLetter } }.filter { $0.count >= 4 }
    let large = long.count { $0.first?.isUppercase == true }
    return long.count >= 3 && large * 4 >= long.count * 3
  }
}
