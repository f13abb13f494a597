/// A place in an article of the library: what a search found, what a source said, or who said the same.
public struct Passage: Hashable, Sendable {
  /// What kind of place it is.
  public enum Kind: Hashable, Sendable {
    /// What somebody said.
    case statement
    /// A sentence that nobody is credited with.
    case sentence
    /// Words anywhere in the article.
    case text
    /// The reader's own words on a mark.
    case note(Mark.ID)
  }

  /// What kind of place it is.
  public var kind: Kind
  /// The article.
  public var article: Article.ID
  /// Its headline.
  public var title: String?
  /// Its outlet.
  public var publisher: String?
  /// The day of its publication.
  public var published: String?
  /// Where the words begin in the article's text, in bytes.
  public var start: Int
  /// The words, in one line and as many as a list shows.
  public var words: String
  /// What was searched for, as bytes of ``words``.
  public var matches: [Range<Int>]
  /// Who says it, by the name that the article gives; `nil` where nobody does.
  public var source: String?
  /// What kind of thing that source is; `nil` where that is not known.
  public var sourceKind: SourceKind?
  /// How that source is named.
  public var naming: Naming
  /// How the words are reported.
  public var manner: Manner?
  /// The words that hand it over; `nil` where there are none, or that is not known.
  public var cue: String?
  /// Where the source stands to the words, where it does not simply say them.
  public var stance: Stance?
  /// How much it says the same as what was asked for, from 0 to 1; `nil` where that was not asked.
  public var likeness: Double?

  /// A place; what is left out is unknown.
  public init(
    kind: Kind, article: Article.ID, title: String? = nil, publisher: String? = nil,
    published: String? = nil, start: Int, words: String, matches: [Range<Int>] = [],
    source: String? = nil, sourceKind: SourceKind? = nil, naming: Naming = .implicit,
    manner: Manner? = nil, cue: String? = nil, stance: Stance? = nil, likeness: Double? = nil
  ) {
    self.kind = kind
    self.article = article
    self.title = title
    self.publisher = publisher
    self.published = published
    self.start = start
    self.words = words
    self.matches = matches
    self.source = source
    self.sourceKind = sourceKind
    self.naming = naming
    self.manner = manner
    self.cue = cue
    self.stance = stance
    self.likeness = likeness
  }
}

extension Passage {
  /// What was said, as it can stand by itself; places in a text and notes are only their words.
  public var saying: Saying {
    let isSaid = kind == .statement
    return Saying(
      cue: isSaid ? cue : nil, manner: isSaid ? manner : nil, stance: isSaid ? stance : nil,
      words: words)
  }
}
