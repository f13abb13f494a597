/// Times, numbers, places and negations of a sentence, for telling whether two claims contradict each other.
struct Slots: Hashable, Sendable {
  /// Spans of time ahead or behind: "within the next two days" is 2 days, "within weeks" weeks of unknown number.
  var durations: Set<Duration> = []
  var weekdays: Set<String> = []
  var years: Set<Int> = []
  /// What is counted, and how many of it.
  var numbers: [String: Set<String>] = [:]
  var places: Set<String> = []
  var isNegative = false

  struct Duration: Hashable, Sendable {
    var unit: String
    var count: String?
  }

  init(_ words: [String], lexicon: SourcingLexicon, people: PeopleLexicon) {
    isNegative = words.filter(lexicon.negations.contains).count % 2 == 1
    for (index, word) in words.enumerated() {
      if Self.weekdayNames.contains(word) { weekdays.insert(word) }
      if let year = Int(word), (1900...2100).contains(year) { years.insert(year) }
      if word == "within" || word == "in" { readDuration(words[(index + 1)...]) }
      if word == "in", index + 1 < words.count,
        let place = people.countries.country(words[index + 1])
      {
        places.insert(place)
      }
      if Self.isNumber(word), index + 1 < words.count { readCount(word, words[(index + 1)...]) }
    }
  }

  /// Whether the two cannot both be so.
  ///
  /// The less two sentences share, the likelier it is that they differ because they are of different things, so
  /// only what they promise for the time ahead is compared from half on.
  func contradict(_ other: Slots, of pair: ClaimPair) -> Bool {
    if differ(durations, other.durations) { return true }
    guard pair.containment >= 0.6 else { return false }
    if isNegative != other.isNegative, pair.jaccard >= 0.5 { return true }
    if differ(weekdays, other.weekdays) || differ(years, other.years) { return true }
    if differ(places, other.places), pair.jaccard >= 0.5 { return true }
    return numbers.contains { what, many in
      guard let others = other.numbers[what], many.count == 1, others.count == 1 else {
        return false
      }
      return many != others
    }
  }

  private func differ<Value: Hashable>(_ left: Set<Value>, _ right: Set<Value>) -> Bool {
    left.count == 1 && right.count == 1 && left != right
  }

  private func differ(_ left: Set<Duration>, _ right: Set<Duration>) -> Bool {
    guard left.count == 1, right.count == 1, let one = left.first, let two = right.first else {
      return false
    }
    if one.unit != two.unit { return true }
    return one.count != nil && two.count != nil && one.count != two.count
  }

  private mutating func readDuration(_ words: ArraySlice<String>) {
    var count: String?
    for word in words.prefix(4) {
      if Self.isNumber(word) {
        count = word
      } else if let unit = Self.units.first(where: { word == $0 || word == $0 + "s" }) {
        // "in a week" is one.
        durations.insert(Duration(unit: unit, count: count))
        return
      } else if ![
        "the", "next", "a", "an", "few", "coming", "several", "less", "than", "last", "past",
      ].contains(word) {
        return
      }
    }
  }

  private mutating func readCount(_ number: String, _ words: ArraySlice<String>) {
    guard let what = words.first(where: { !["more", "of", "other", "further"].contains($0) }),
      what.count > 2, !Self.isNumber(what),
      !Self.units.contains(where: { what == $0 || what == $0 + "s" }),
      !["per", "and", "the", "for", "who", "was", "were", "million", "billion", "percent"].contains(
        what)
    else { return }
    numbers[what, default: []].insert(number)
  }

  private static func isNumber(_ word: String) -> Bool {
    numerals.contains(word)
      || (word.first?.isNumber == true && word.allSatisfy { $0.isNumber || $0 == "," || $0 == "." })
  }

  private static let units = [
    "hour", "day", "week", "month", "year", "decade", "minute", "second", "metre", "mile",
  ]
  private static let numerals: Set<String> = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "twenty", "thirty",
    "forty", "fifty", "hundred", "dozen",
  ]
  private static let weekdayNames: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
}
