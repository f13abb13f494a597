public import Foundation

/// What the reader puts on a claim for follow-up: status, note, tags.
///
/// A mark is a claim with its words, not a position: it keeps what was said, by whom and how that was sourced
/// when it was made, because texts are edited and the engine changes its mind. The mark must not.
public struct Mark: Hashable, Sendable, Codable, Identifiable {
  /// Never used twice, and the same after export and import.
  public var id: UUID
  /// The article it is on.
  public var article: Article.ID
  /// The words it is on, and where they stood.
  public var anchor: Anchor
  /// Who said it and how it was sourced, when the mark was made.
  public var snapshot: Snapshot
  /// How far the follow-up has come.
  public var status: Status
  /// What the reader wrote; empty where nothing.
  public var note: String
  /// Free words to find it by.
  public var tags: [String]
  /// When it was made.
  public var created: Date
  /// When it was last changed.
  public var modified: Date

  /// A mark on `anchor` of `article`.
  public init(
    id: UUID = UUID(), article: Article.ID, anchor: Anchor, snapshot: Snapshot,
    status: Status = .todo, note: String = "", tags: [String] = [], created: Date, modified: Date
  ) {
    self.id = id
    self.article = article
    self.anchor = anchor
    self.snapshot = snapshot
    self.status = status
    self.note = note
    self.tags = tags
    self.created = created
    self.modified = modified
  }
}

// MARK: - Status

extension Mark {
  /// How far a follow-up has come, in the words that desks use.
  public enum Status: String, Codable, CaseIterable, Hashable, Sendable {
    case todo, doing, waiting, confirmed, refuted, inconclusive, dropped

    /// Whether there is still something to do.
    public var isOpen: Bool { self == .todo || self == .doing || self == .waiting }
  }
}

// MARK: - What it is on

extension Mark {
  /// The marked words with 32 characters on both sides, so that they are found again in an edited text.
  public struct Anchor: Hashable, Sendable, Codable {
    /// The first byte and one past the last, in the text with the hash of ``Mark/article``.
    public var start: Int
    /// One past the last byte.
    public var end: Int
    /// The words.
    public var exact: String
    /// Up to 32 characters before them.
    public var prefix: String
    /// Up to 32 characters after them.
    public var suffix: String

    /// The anchor of `span` in `text`.
    public init(_ span: Span, in text: ArticleText) {
      start = span.start
      end = span.end
      exact = text[span]
      prefix = String(text[Span(0, span.start)].suffix(32))
      suffix = String(text[Span(span.end, text.count)].prefix(32))
    }

    /// Where the words stood.
    public var span: Span { Span(start, max(start, end)) }
  }

  /// Who said it and how it was sourced when the mark was made.
  public struct Snapshot: Hashable, Sendable, Codable {
    /// The headline of the article, or its file name.
    public var articleTitle: String?
    /// The outlet.
    public var publisher: String?
    /// The day of publication.
    public var published: String?
    /// The file or address.
    public var location: String?
    /// The source's name; `nil` where nobody is credited.
    public var source: String?
    /// The words that hand the claim to the source.
    public var cue: String?
    /// How the claim is given; `nil` where nobody is credited.
    public var manner: Manner?
    /// What kind of thing spoke.
    public var kind: SourceKind
    /// How the source is named.
    public var naming: Naming
    /// The names of the chain, publisher first.
    public var chain: [String]
    /// What was said of the sourcing.
    public var flags: [Flag]
    /// The engine that saw it so.
    public var engine: String

    /// The state of things when a mark is made.
    public init(
      articleTitle: String?, publisher: String?, published: String?, location: String?,
      source: String?, cue: String?, manner: Manner?, kind: SourceKind, naming: Naming,
      chain: [String], flags: [Flag], engine: String
    ) {
      self.articleTitle = articleTitle
      self.publisher = publisher
      self.published = published
      self.location = location
      self.source = source
      self.cue = cue
      self.manner = manner
      self.kind = kind
      self.naming = naming
      self.chain = chain
      self.flags = flags
      self.engine = engine
    }
  }
}
