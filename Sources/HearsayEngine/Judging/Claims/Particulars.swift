/// Times, numbers, places and negations of a sentence, for telling whether two claims contradict each other.
struct Particulars: Hashable, Sendable {
  /// Spans of time ahead or behind: "within the next two days" is 2 days, "within weeks" weeks of unknown number.
  private var durations: Set<Duration> = []
  private var weekdays: Set<String> = []
  private var years: Set<Int> = []
  /// What is counted, and how many of it.
  private var numbers: [String: Set<String>] = [:]
  private var places: Set<String> = []
  private var isNegative = false
  private var isOfOtherTime = false
  /// Every word, and what each cannot be true with.
  private var words: Set<String> = []
  private var opposites: Set<String> = []

  private struct Duration: Hashable, Sendable {
    var unit: String
    var count: String?
  }

  init(_ words: [String], lexicon: SourcingLexicon, people: PeopleLexicon) {
    let reader = ParticularsReader(lexicon: lexicon, people: people)
    isNegative = words.count(where: lexicon.negations.contains) % 2 == 1
    isOfOtherTime = words.contains(where: lexicon.otherTimes.contains)
    self.words = Set(words)
    opposites = words.reduce(into: []) { $0.formUnion(lexicon.opposites[$1] ?? []) }
    weekdays = lexicon.weekdays.intersection(words)
    years = Set(
      words.indices.filter { !reader.isPartOfName($0, in: words) }.compactMap { Int(words[$0]) }
        .filter(Years.ofNews.contains))
    for (index, word) in words.enumerated() {
      let next = words[(index + 1)...]
      if lexicon.durationOpeners.contains(word), let (unit, count) = reader.duration(in: next) {
        durations.insert(Duration(unit: unit, count: count))
      }
      if lexicon.beforePlaces.contains(word),
        let place = next.first.flatMap(people.countries.country)
      {
        places.insert(place)
      }
      if reader.isNumber(word), !reader.isPartOfName(index, in: words),
        let what = reader.counted(in: next)
      {
        numbers[what, default: []].insert(word)
      }
    }
  }
}

// MARK: - Comparing

extension Particulars {
  /// Whether the two cannot both be so.
  ///
  /// The less two sentences share, the likelier it is that they differ because they are of different things, so
  /// only what they promise for the time ahead is compared in all of them.
  func contradict(_ other: Particulars, of pair: ClaimPair) -> Bool {
    if differ(durations, other.durations) { return true }
    guard pair.containment >= JudgingSettings.shareToContradict,
      isOfOtherTime == other.isOfOtherTime
    else { return false }
    let isClose = pair.jaccard >= JudgingSettings.likenessToDeny
    // "The door was locked", "the door was not unlocked": two opposites make one meaning.
    return isClose && (isNegative != other.isNegative) != areOpposite(other)
      || differ(weekdays, other.weekdays) || differ(years, other.years)
      || isClose && differ(places, other.places)
      || numbers.contains { what, many in
        other.numbers[what].map { differInNumber(many, $0) } ?? false
      }
  }

  /// Whether one has a word where the other has its opposite, of the same day.
  func areOpposite(_ other: Particulars) -> Bool {
    let own = words.subtracting(other.words)
    let theirs = other.words.subtracting(words)
    return !own.isDisjoint(with: other.opposites) && !theirs.isDisjoint(with: opposites)
      && !differ(weekdays, other.weekdays) && !differ(years, other.years)
      && own.contains { word in other.opposites.contains(word) && !other.words.contains(word) }
  }

  private func differ<Value: Hashable>(_ left: Set<Value>, _ right: Set<Value>) -> Bool {
    left.count == 1 && right.count == 1 && left != right
  }

  /// Whether both are one number each, and not the same; one in letters and one in figures may be.
  private func differInNumber(_ left: Set<String>, _ right: Set<String>) -> Bool {
    func isInFigures(_ number: String?) -> Bool { number?.first?.isNumber ?? false }
    return differ(left, right) && isInFigures(left.first) == isInFigures(right.first)
  }

  private func differ(_ left: Set<Duration>, _ right: Set<Duration>) -> Bool {
    guard left.count == 1, right.count == 1, let one = left.first, let two = right.first else {
      return false
    }
    if one.unit != two.unit { return true }
    return one.count != nil && two.count != nil && one.count != two.count
  }
}

// MARK: - Reading

/// Reads numbers, and what they count.
private struct ParticularsReader {
  let lexicon: SourcingLexicon
  let people: PeopleLexicon

  /// "the *2016* nomination", "the party's *2016* programme": of another year it is another thing.
  func isPartOfName(_ index: Int, in words: [String]) -> Bool {
    guard index > 0, index + 1 < words.count, Int(words[index]).map(Years.ofNews.contains) ?? false
    else { return false }
    let before = words[index - 1]
    return people[.the].contains(before) || people[.ownerMarks].contains(before)
      || people[.determinersPossessive].contains(before)
  }

  func isNumber(_ word: String) -> Bool {
    lexicon.numerals.contains(word)
      || (word.first?.isNumber == true && word.allSatisfy { $0.isNumber || $0 == "," || $0 == "." })
  }

  /// "the next | *two* | *days*"; "in a week" is one of no number.
  func duration(in words: ArraySlice<String>) -> (unit: String, count: String?)? {
    var count: String?
    for word in words.prefix(JudgingSettings.wordsOfDuration) {
      if isNumber(word) {
        count = word
      } else if let unit = unit(word) {
        return (unit, count)
      } else if !lexicon.beforeDurations.contains(word) {
        return nil
      }
    }
    return nil
  }

  /// What a number before these words counts; times and amounts are none, and "5,500 | more pages" are others.
  func counted(in words: ArraySlice<String>) -> String? {
    guard words.first.map({ !lexicon.beyondTheCount.contains($0) }) ?? false,
      let what = words.first(where: { !lexicon.beforeCounted.contains($0) }),
      what.count > 2, !isNumber(what), unit(what) == nil, !lexicon.notCounted.contains(what)
    else { return nil }
    return what
  }

  /// *day* of "day" and "days".
  private func unit(_ word: String) -> String? { people.head(word, in: lexicon.units)?.singular }
}
