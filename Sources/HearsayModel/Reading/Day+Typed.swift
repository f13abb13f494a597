extension Day {
  /// Why what was typed is no day: a sentence.
  public struct Problem: Error, Hashable, Sendable {
    /// The sentence.
    public var sentence: String
  }

  /// Reads a day as people type it: `2026-12-01`, `today`, `tomorrow`, `fri`, `+3d`, `+2w`, `+1m`, `1 dec`.
  ///
  /// A weekday is the next one after today, a day without a year the next one from today on.
  ///
  /// - Throws: a sentence that says how days are typed.
  public init(typed text: String, today: Day) throws(Problem) {
    let words = text.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
    let found: Day? =
      switch words.count {
      case 1: Self.day(words[0], today)
      case 2, 3: Self.date(words, today)
      default: nil
      }
    guard let found else {
      throw Problem(
        sentence: "“\(text)” is no day: type 2026-12-01, tomorrow, fri, +3d or 1 dec.")
    }
    self = found
  }

  /// What can be typed, to choose from.
  public static let typedExamples =
    ["today", "tomorrow", "mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    + ["+3d", "+1w", "+2w", "+1m"]

  private static func day(_ word: String, _ today: Day) -> Day? {
    if word == "today" { return today }
    if word == "tomorrow" || word == "tom" { return today.adding(days: 1) }
    if word == "yesterday" { return today.adding(days: -1) }
    if let weekday = place(of: word, in: weekdays) {
      return today.adding(days: (weekday - today.weekday + 6) % 7 + 1)
    }
    if let later = later(word, than: today) { return later }
    return Day(word)
  }

  /// `+3d`, `2w`, `+1m`; a number alone counts days.
  private static func later(_ word: String, than today: Day) -> Day? {
    guard let first = word.first, first == "+" || first.isNumber else { return nil }
    let digits = word.drop { $0 == "+" }.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), count <= 36_500 else { return nil }
    switch word.drop(while: { $0 == "+" }).dropFirst(digits.count) {
    case "d", "day", "days": return today.adding(days: count)
    case "" where first == "+": return today.adding(days: count)
    case "w", "week", "weeks": return today.adding(days: 7 * count)
    case "m", "month", "months": return today.adding(months: count)
    default: return nil
    }
  }

  /// `1 dec`, `dec 1`, `1 december 2026`.
  private static func date(_ words: [String], _ today: Day) -> Day? {
    guard let place = words.firstIndex(where: { Self.place(of: $0, in: months) != nil }),
      let month = Self.place(of: words[place], in: months)
    else { return nil }
    var numbers = words
    numbers.remove(at: place)
    guard let day = numbers.first.flatMap({ Int($0.drop { $0 == "." }.prefix { $0.isNumber }) })
    else { return nil }
    if numbers.count == 2 {
      return Int(numbers[1]).flatMap { Day(year: $0, month: month + 1, day: day) }
    }
    // Of 29 February the next one may be years away.
    return (0...8).lazy.compactMap { Day(year: today.year + $0, month: month + 1, day: day) }
      .first { $0 >= today }
  }

  /// The place of the only name that begins so, with three letters at least.
  private static func place(of word: String, in names: [String]) -> Int? {
    guard word.count >= 3 else { return nil }
    return names.firstIndex { $0.lowercased().hasPrefix(word) }
  }

  static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
