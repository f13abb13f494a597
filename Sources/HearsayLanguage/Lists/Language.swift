public import HearsayResources

/// A language that articles are written in: all that reading them takes of it.
///
/// ```swift
/// let english = try Language("en", in: .locate())
/// let document = Document(article, english)
/// ```
/// What a language is made of stands in its folder, `Resources/languages/en`; see `WordLists` for how it is written.
/// One object, since every document holds on to it.
public final class Language: Sendable {
  /// The language of articles that say nothing else, and the one that the model was trained on.
  public static let standard = "en"

  /// Its code: `en`.
  public let code: String
  /// Cues and the small words of grammar.
  package let lexicon: Lexicon
  package let calendar: Calendar
  /// Words of bylines, credits, captions and datelines.
  package let layout: LayoutWords
  /// Words that the rules for cues and phrases look for.
  package let rules: RuleWords
  package let endings: Endings
  let abbreviations: Abbreviations
  let sentenceMarks: SentenceMarks

  /// The language of this code, from its folder in the resources.
  ///
  /// - Throws: `ResourceError` where the resources have no such folder, `WordListError` where a list cannot be read.
  public convenience init(_ code: String, in resources: Resources) throws {
    var lists = try WordLists(language: code, in: resources)
    try self.init(code, &lists)
  }

  /// The same, from lists of which others read their own part.
  package init(_ code: String, _ lists: inout WordLists) throws {
    self.code = code
    calendar = try lists.read("calendar")
    lexicon = try Lexicon(&lists, calendar)
    rules = try lists.read("rules")
    endings = try lists.read("endings")
    layout = try lists.read("layout")
    abbreviations = try lists.read("abbreviations")
    sentenceMarks = try lists.read("sentences")
  }
}

extension Language {
  /// The codes of the languages that have a folder of word lists.
  package static func codes(in resources: Resources) -> [String] {
    resources.names(in: "languages")
  }
}

extension WordLists {
  /// The lists of the language of this code.
  package init(language code: String, in resources: Resources) throws {
    try self.init(resources, folder: Self.folder(of: code))
  }

  /// Where in the resources the lists of the language of this code lie.
  package static func folder(of code: String) -> String { "languages/\(code)" }
}
