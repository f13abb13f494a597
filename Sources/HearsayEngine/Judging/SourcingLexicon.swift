import HearsayLanguage
package import HearsayResources

/// The word lists with which sourcing is judged: those of `sourcing.txt`, and what is made of them and of others.
@dynamicMemberLookup
package struct SourcingLexicon: Sendable {
  private let lists: SourcingLists
  let negatives: Set<String>
  /// Behind a name they say that it is no name, or only half of it: "declined to give" + "her" + "surname", too.
  let pseudonyms: PhraseSet
  /// *week*, and every month.
  let unitsAndMonths: Set<String>
  /// Months in full, and as they are printed when they are cut short.
  let months: Set<String>
  /// *recently*, and every day.
  let recentTimes: PhraseSet
  let weekdays: Set<String>
  let endings: Endings
  let auxiliaries: Set<String>
  let pastVerbs: Set<String>
  /// For each word those that cannot be true with it.
  let opposites: [String: Set<String>]
  /// Words at which a noun phrase ends.
  let phraseEnds: Set<String>
  /// Words that say nothing about what a sentence is of.
  let stopWords: Set<String>

  /// The words of sourcing in the lists of the usual language.
  package init(_ resources: Resources) throws {
    var lists = try WordLists(language: Language.standard, in: resources)
    try self.init(&lists)
  }

  init(_ all: inout WordLists) throws {
    lists = try all.read("sourcing")
    let calendar: Calendar = try all.read("calendar")
    func grammar(_ headings: String...) throws -> Set<String> {
      try headings.reduce(into: []) { $0.formUnion(try all.list("grammar", $1)) }
    }
    negatives = try grammar("negation", "contraction")
    pseudonyms = PhraseSet(
      lists.pseudonyms.union(
        Self.joined(lists.nameKeptBack, lists.whoseName, lists.namesKeptBack)))
    unitsAndMonths = lists.timeUnits.union(calendar.months)
    months = calendar.months.union(calendar.shortMonths.map { $0 + "." })
    recentTimes = PhraseSet(lists.recent.union(calendar.days).union(calendar.nearDays))
    weekdays = calendar.days
    endings = try all.read("endings")
    // The clitics among them ("Hale's") are as often no verbs.
    let helpers = try grammar("auxiliary", "modal", "contraction")
    auxiliaries = helpers.filter { !$0.hasPrefix("'") }
    pastVerbs = try grammar("past")
    opposites = try Self.opposites(&all)
    phraseEnds = auxiliaries.union(pastVerbs).union(lists.phraseEnds)
      .union(lists.sayingCues.phrases)
    stopWords = try all.words("stopwords", "words")
  }

  /// A list of `sourcing.txt`.
  package subscript<List>(dynamicMember list: KeyPath<SourcingLists, List>) -> List {
    lists[keyPath: list]
  }

  /// Every phrase with a word of each row: "declined to give" + "her" + "surname".
  private static func joined(_ rows: Set<String>...) -> Set<String> {
    rows.dropFirst().reduce(rows.first ?? []) { phrases, row in
      Set(phrases.flatMap { phrase in row.map { "\(phrase) \($0)" } })
    }
  }

  private static func opposites(_ lists: inout WordLists) throws -> [String: Set<String>] {
    var opposites: [String: Set<String>] = [:]
    for (word, others) in try lists.map("opposites", "opposites") {
      for other in others {
        opposites[word, default: []].insert(other)
        opposites[other, default: []].insert(word)
      }
    }
    return opposites
  }

  /// The words that say what a sentence is of.
  func telling(_ words: [String]) -> [String] {
    words.filter { !stopWords.contains($0) && $0.contains { $0.isLetter || $0.isNumber } }
  }
}
