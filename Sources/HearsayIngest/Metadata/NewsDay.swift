/// A day written out as newspapers write it: "Monday, May 18, 2015", "18 May 2015", "2015-05-18".
///
/// A day without its year is none, and neither is "05/06/2015", which is two days.
package struct NewsDay: Hashable {
  var year: Int
  var month: Int
  var day: Int
  /// Where it stands in the string it was found in, without the weekday.
  package var range: Range<String.Index>

  /// As `2015-05-18`.
  package var iso: String { "\(year)-\(twoDigits(month))-\(twoDigits(day))" }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

// MARK: - Finding

extension NewsDay {
  /// The first day that `text` names in full.
  package init?(firstIn text: String) {
    let words = text.words
    for (index, word) in words.enumerated() {
      for length in [1, 3, 4] where index + length <= words.count {
        let stretch = words[index..<index + length].map { Self.core($0) }
        guard let (year, month, day) = Self.numbers(in: stretch),
          Self.exists(year, month, day)
        else { continue }
        let last = words[index + length - 1]
        let end = stretch.last.map { $0.endIndex } ?? last.endIndex
        let start = stretch.first.map { $0.startIndex } ?? word.startIndex
        self.init(year: year, month: month, day: day, range: start..<end)
        return
      }
    }
    return nil
  }

  /// A day that is given as such: as it is when it is in ISO 8601 already, its time kept.
  static func given(_ value: String) -> String? {
    guard let day = NewsDay(firstIn: value) else { return nil }
    let hasTime = value.hasPrefix(day.iso + "T") && !value.contains { $0.isWhitespace }
    return hasTime ? value : day.iso
  }

  /// A word without the punctuation around it.
  static func core(_ word: Substring) -> Substring {
    let marks = "()[],.;:|/\"'“”‘’—–-"
    guard let start = word.firstIndex(where: { !marks.contains($0) }),
      let end = word.lastIndex(where: { !marks.contains($0) })
    else { return word[word.startIndex..<word.startIndex] }
    return word[start...end]
  }

  private static func numbers(in words: [Substring]) -> (year: Int, month: Int, day: Int)? {
    switch words.count {
    case 1: return numbers(inWord: words[0])
    case 3:
      guard let year = year(words[2]) else { return nil }
      if let month = month(words[0]), let day = day(words[1]) { return (year, month, day) }
      if let day = day(words[0]), let month = month(words[1]) { return (year, month, day) }
      return nil
    case 4:
      guard words[1] == "of", let year = year(words[3]), let day = day(words[0]),
        let month = month(words[2])
      else { return nil }
      return (year, month, day)
    default: return nil
    }
  }

  /// "2015-05-18", "2015-05-18T10:00:00Z", "2015/05/18", "18.05.2015", "18/05/2015".
  private static func numbers(inWord word: Substring) -> (year: Int, month: Int, day: Int)? {
    guard let separator = word.first(where: { "-/.".contains($0) }) else { return nil }
    let date = separator == "-" ? word.prefix { $0 != "T" } : word
    let parts = date.split(separator: separator, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      (1...4).contains(part.count) && part.allSatisfy(\.isASCIIDigit) ? Int(part) : nil
    }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    if parts[0].count == 4 { return (numbers[0], numbers[1], numbers[2]) }
    guard parts[2].count == 4, separator != "-" else { return nil }
    // With stops the day comes first all over Europe; with slashes only a number over 12 can tell.
    if separator == "." || numbers[0] > 12 { return (numbers[2], numbers[1], numbers[0]) }
    return numbers[1] > 12 ? (numbers[2], numbers[0], numbers[1]) : nil
  }

  private static func year(_ word: Substring) -> Int? {
    word.count == 4 && word.allSatisfy(\.isASCIIDigit) ? Int(word) : nil
  }

  /// "18", "18th".
  private static func day(_ word: Substring) -> Int? {
    let digits = word.prefix(while: \.isASCIIDigit)
    guard (1...2).contains(digits.count),
      ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count).lowercased())
    else { return nil }
    return Int(digits)
  }

  /// "May", "SEPT", "Sep.".
  private static func month(_ word: Substring) -> Int? {
    guard word.first?.isUppercase == true else { return nil }
    let name = word.lowercased()
    return months.firstIndex {
      $0 == name || name == $0.prefix(3) || (name == "sept" && $0 == "september")
    }
    .map { $0 + 1 }
  }

  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static func exists(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1600...2199).contains(year), (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= lengths[month - 1]
  }
}

extension Character {
  /// 0 to 9 and no other digit.
  var isASCIIDigit: Bool { "0"..."9" ~= self }
}
