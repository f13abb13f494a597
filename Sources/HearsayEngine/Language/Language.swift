public import HearsayResources

/// A language that articles are written in: all that the program knows of its words.
///
/// ```swift
/// let english = try Language("en", in: .locate())
/// ```
/// What a language is made of stands in its folder, `Resources/languages/en`; see ``WordLists`` for how it is written.
public struct Language: Sendable {
  /// Its code: `en`.
  public let code: String
  /// Cues and the small words of grammar.
  package let lexicon: Lexicon
  /// People, institutions, outlets, documents.
  package let people: PeopleLexicon
  /// Words with which sourcing is judged.
  package let sourcing: SourcingLexicon

  /// The language of this code, from its folder in the resources.
  ///
  /// - Throws: `ResourceError` where the resources have no such folder, `WordListError` where a list cannot be read.
  public init(_ code: String, in resources: Resources) throws {
    var lists = try WordLists(resources, folder: "languages/\(code)")
    self.code = code
    lexicon = try Lexicon(&lists)
    people = try PeopleLexicon(&lists)
    sourcing = try SourcingLexicon(&lists)
    try lists.finish()
  }
}

// MARK: - Parts by themselves

extension Lexicon {
  /// The English cues and small words in the resources.
  public init(_ resources: Resources) throws { self = try Language("en", in: resources).lexicon }
}

extension PeopleLexicon {
  /// What the English lists in the resources know of people.
  package init(_ resources: Resources) throws { self = try Language("en", in: resources).people }
}

extension SourcingLexicon {
  /// The English words of sourcing in the resources.
  package init(_ resources: Resources) throws { self = try Language("en", in: resources).sourcing }
}
