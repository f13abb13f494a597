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
  let givenNames: [String: Gender?]
  let particles: Set<String>
  let nicknames: [String: String]

  /// Reads the lists called `people-…`.
  package init(_ resources: Resources) throws {
    func list(_ name: String) throws -> WordList {
      WordList(try resources.text("lexicon/people-\(name).txt"))
    }
    let titleList = try list("titles")
    titles = Self.gendered(titleList)
    nameSuffixes = titleList.words("suffixes")
    let roleList = try list("roles")
    posts = roleList.words("posts")
    roles = roleList.words("roles").union(roleList.words("posts"))
    pluralRoles = roleList.words("plural-only")
    epithets = roleList.words("epithets")
    roleGenders = Self.gendered(roleList).compactMapValues(\.self)
    kinship = Kinship(try list("kin"))
    let groups = try list("groups")
    bareHeads = groups.words("bare")
    quantifiers = groups.words("quantifiers")
    furtherWords = groups.words("new")
    pronouns = Pronoun.table(groups)
    let organisations = try list("organisations")
    sentenceOpeners = groups.words("openers")
    days = groups.words("days")
    soleNames = organisations.words("single")
    institutions = organisations.words("institutions")
    organisationWords = organisations.words("names")
    secondMentions = organisations.words("second-mentions")
    let documentList = try list("documents")
    documents = documentList.words("documents")
    publications = documentList.words("ours")
    writings = documentList.words("own")
    countries = Countries(try list("places"))
    outlets = OutletNames(try list("outlets"))
    let names = try list("names")
    givenNames = Self.gendered(names)
    particles = names.words("particles")
    nicknames = Dictionary(
      names.lines("nicknames").compactMap { line -> (String, String)? in
        let parts = line.split(separator: ":").map { String($0.trimmed) }
        return parts.count == 2 ? (parts[0], parts[1]) : nil
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The words under [male], [female], and without a gender under [neutral] and [either].
  private static func gendered(_ list: WordList) -> [String: Gender?] {
    var genders: [String: Gender?] = [:]
    for word in list.words("male") { genders[word] = .some(.male) }
    for word in list.words("female") { genders[word] = .some(.female) }
    for heading in ["neutral", "either"] {
      for word in list.words(heading) { genders[word] = .some(nil) }
    }
    return genders
  }
}

// MARK: - Asking

extension PeopleLexicon {
  /// The role in the singular, and whether the word is its plural: "spokesmen" is many a *spokesman*.
  func role(_ word: String) -> (singular: String, isPlural: Bool)? {
    if roles.contains(word) { return (word, false) }
    if pluralRoles.contains(word) { return (word, true) }
    return Self.singulars(of: word).first(where: roles.contains).map { ($0, true) }
  }

  /// The head in the singular, and whether the word is its plural, where `words` has it.
  func head(_ word: String, in words: Set<String>) -> (singular: String, isPlural: Bool)? {
    if words.contains(word) { return (word, false) }
    return Self.singulars(of: word).first(where: words.contains).map { ($0, true) }
  }

  /// What a plural may be the plural of.
  static func singulars(of word: String) -> [String] {
    var singulars: [String] = []
    if word.hasSuffix("men") { singulars.append(word.dropLast(3) + "man") }
    if word.hasSuffix("ies") { singulars.append(word.dropLast(3) + "y") }
    if word.hasSuffix("es") { singulars.append(String(word.dropLast(2))) }
    if word.hasSuffix("s"), !word.hasSuffix("ss") { singulars.append(String(word.dropLast())) }
    return singulars
  }

  /// The full form of a given name: *Bill* is a *William*.
  func fullGivenName(_ name: String) -> String { nicknames[name] ?? name }
}

/// What pronouns and titles tell of a person.
package enum Gender: Hashable, Sendable {
  case male, female
}

/// A word that stands for somebody mentioned already.
enum Pronoun: Hashable, Sendable {
  case one(Gender)
  case thing
  case many
  /// *who, which*: the words right before.
  case relative
  /// *we, I* outside quotation marks: the writer.
  case writer

  static func table(_ groups: WordList) -> [String: Pronoun] {
    var table: [String: Pronoun] = [:]
    for (heading, pronoun): (String, Pronoun) in [
      ("one-male", .one(.male)), ("one-female", .one(.female)), ("thing", .thing),
      ("many", .many), ("relative", .relative), ("writer", .writer),
    ] {
      for word in groups.words("pronouns-\(heading)") { table[word] = pronoun }
    }
    return table
  }
}
