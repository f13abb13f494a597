import HearsayLanguage
import HearsayModel
package import HearsayResources

/// What the word lists know of people, institutions, outlets and documents.
package struct PeopleLexicon: Sendable {
  /// Words before a name that are not part of it, with the gender they tell.
  let titles: [String: Gender?]
  let nameSuffixes: Set<String>
  /// Posts that one person holds at a time.
  let posts: Set<String>
  /// Nouns for one human being.
  let roles: Set<String>
  let pluralRoles: Set<String>
  let roleGenders: [String: Gender]
  let kinship: Kinship
  /// Heads that name nobody.
  let bareHeads: Set<String>
  let quantifiers: Set<String>
  /// "Another" source is a new one.
  let furtherWords: Set<String>
  let pronouns: [String: Pronoun]
  /// Common nouns for institutions.
  let institutions: Set<String>
  /// Words that make a name an institution's.
  let organisationWords: Set<String>
  /// Words for a body that was named before, also with a capital: "the Department".
  let secondMentions: Set<String>
  let documents: Set<String>
  /// Documents whose maker speaks, when the text names an outlet as the maker.
  let publications: Set<String>
  /// Posts and callings by which known people are named a second time: "the senator".
  let epithets: Set<String>
  /// What people write themselves: a tweet, a letter.
  let writings: Set<String>
  let countries: Countries
  /// Days by name, and words for this one and its neighbours.
  let days: Set<String>
  /// Words that have a capital only where a sentence opens with them.
  let sentenceOpeners: Set<String>
  /// Bodies known by one word that is no surname.
  let soleNames: Set<String>
  let outlets: OutletNames
  let bodies: BodyKinds
  let givenNames: [String: Gender?]
  let particles: Set<String>
  let nicknames: [String: String]
  /// What a member of a chamber may be called.
  let seats: [String: [String]]
  /// How much tells that two mentions are one's.
  let weights: ResolverWeights
  /// By ``PhraseList``.
  private let phraseLists: [Set<String>]
  /// Endings of plurals, each with what the singular has instead.
  private let plurals: [(plural: String, singular: String)]

  /// What the lists of the usual language know of people.
  package init(_ resources: Resources) throws {
    var lists = try WordLists(language: Language.standard, in: resources)
    try self.init(&lists)
  }

  init(_ lists: inout WordLists) throws {
    titles = try Self.gendered("titles", ["neutral"], in: &lists)
    nameSuffixes = try lists.words("titles", "suffixes")
    posts = try lists.words("roles", "posts")
    roles = try lists.words("roles", "roles").union(posts)
    pluralRoles = try lists.words("roles", "plural-only")
    epithets = try lists.words("roles", "epithets")
    roleGenders = try Self.gendered("roles", [], in: &lists).compactMapValues(\.self)
    kinship = try Kinship(&lists)
    bareHeads = try lists.words("groups", "bare")
    quantifiers = try lists.words("groups", "quantifiers")
    furtherWords = try lists.words("groups", "new")
    pronouns = try Pronoun.table(&lists)
    sentenceOpeners = try lists.words("groups", "openers")
    let calendar: Calendar = try lists.read("calendar")
    days = calendar.days.union(calendar.nearDays)
    soleNames = try lists.words("organisations", "single")
    institutions = try lists.words("organisations", "institutions")
    organisationWords = try lists.words("organisations", "names")
    secondMentions = try lists.words("organisations", "second-mentions")
    documents = try lists.words("documents", "documents")
    publications = try lists.words("documents", "ours")
    writings = try lists.words("documents", "own")
    countries = try Countries(&lists)
    outlets = try lists.read("outlets")
    bodies = try BodyKinds(&lists)
    givenNames = try Self.gendered("names", ["either"], in: &lists)
    particles = try lists.words("names", "particles")
    nicknames = try Dictionary(
      lists.map("names", "nicknames").map { ($0.key, $0.values.joined()) },
      uniquingKeysWith: { first, _ in first })
    phraseLists = try PhraseList.allCases.map { try lists.words("phrases", $0.name) }
    seats = try Dictionary(uniqueKeysWithValues: lists.map("phrases", "seats").map { ($0, $1) })
    plurals = try lists.map("phrases", "plurals").map { ($0, $1.joined()) }
    weights = try ResolverWeights(&lists)
  }

  /// The words under [male], [female], and without a gender under `others`.
  private static func gendered(_ file: String, _ others: [String], in lists: inout WordLists) throws
    -> [String: Gender?]
  {
    var genders: [String: Gender?] = [:]
    for word in try lists.list(file, "male") { genders[word] = .some(.male) }
    for word in try lists.list(file, "female") { genders[word] = .some(.female) }
    for heading in others {
      for word in try lists.list(file, heading) { genders[word] = .some(nil) }
    }
    return genders
  }
}

// MARK: - Asking

extension PeopleLexicon {
  /// The words of one of the short lists.
  subscript(list: PhraseList) -> Set<String> { phraseLists[list.rawValue] }

  /// The role in the singular, and whether the word is its plural: "spokesmen" is many a *spokesman*.
  func role(_ word: String) -> (singular: String, isPlural: Bool)? {
    if roles.contains(word) { return (word, false) }
    if pluralRoles.contains(word) { return (word, true) }
    return singulars(of: word).first(where: roles.contains).map { ($0, true) }
  }

  /// The head in the singular, and whether the word is its plural, where `words` has it.
  func head(_ word: String, in words: Set<String>) -> (singular: String, isPlural: Bool)? {
    if words.contains(word) { return (word, false) }
    return singulars(of: word).first(where: words.contains).map { ($0, true) }
  }

  /// What a plural may be the plural of.
  func singulars(of word: String) -> [String] {
    if self[.noPlurals].isEnding(of: word) { return [] }
    return plurals.filter { word.hasSuffix($0.plural) }
      .map { word.dropLast($0.plural.count) + $0.singular }
  }

  /// Whether a word that no list has is built like a plural.
  func looksPlural(_ word: String) -> Bool { self[.pluralEndings].isEnding(of: word) }

  /// Whether a word is for one human being: *mayor*, not *mayors*.
  func isSingleRole(_ word: String) -> Bool { role(word)?.isPlural == false }

  /// "the attacker", "the accused": who does something is somebody.
  func isAgent(_ word: String) -> Bool {
    word.count > 4 && self[.agentEndings].isEnding(of: word)
  }

  /// *al-Assad*, *el-Sisi*, *d'Estaing*: small at first and a name all the same.
  func isPrefixedName(_ token: Token, in text: ArticleText) -> Bool {
    token.kind == .word && !token.isCapitalised && token.span.count > 4
      && self[.namePrefixes].contains(where: token.lower.hasPrefix)
      && text[token.span].contains(where: \.isUppercase)
  }

  /// The full form of a given name: *Bill* is a *William*.
  func fullGivenName(_ name: String) -> String { nicknames[name] ?? name }
}
