extension NewsDay {
  /// The day of a line that says nothing else: "Published on Monday, May 18, 2015 at 10:45 GMT".
  ///
  /// A line that only tells when the article was changed says nothing of its publication.
  static func publication(line: String) -> String? {
    guard let day = NewsDay(firstIn: line) else { return nil }
    let before = line[..<day.range.lowerBound]
    var after = String(line[day.range.upperBound...])
    // "Published 18 May 2015, updated 19 May 2015"
    if let change = NewsDay(firstIn: after) { after.removeSubrange(change.range) }
    guard plainWords(before).allSatisfy(wordsBefore.contains),
      plainWords(after[...]).allSatisfy({ wordsAfter.contains($0) || isTime($0) })
    else { return nil }
    return day.iso
  }

  private static func plainWords(_ text: Substring) -> [String] {
    text.words.map { core($0).lowercased().filter { $0 != "." } }.filter { !$0.isEmpty }
  }

  /// "10:45", "10.45am", "1045".
  private static func isTime(_ word: String) -> Bool {
    let digits = word.prefix { $0.isASCIIDigit || $0 == ":" || $0 == "h" || $0 == "+" }
    return !digits.isEmpty && digits.count <= 8
      && ["", "am", "pm", "z"].contains(String(word.dropFirst(digits.count)))
  }

  /// "Monday", "Tuesday", …
  static let weekdayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static let weekdays = Set(weekdayNames.map { $0.lowercased() }).union([
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
  ])

  private static let wordsBefore = weekdays.union([
    "published", "posted", "first", "on", "date", "at", "issued", "dated", "filed", "released",
  ])

  private static let wordsAfter = weekdays.union([
    "at", "am", "pm", "gmt", "utc", "bst", "cet", "cest", "est", "edt", "et", "cst", "cdt", "ct",
    "mst", "mdt",
    "pst", "pdt", "pt", "ist", "jst", "aest", "local", "time", "updated", "last", "modified", "on",
  ])
}
