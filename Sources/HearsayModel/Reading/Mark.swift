public import Foundation

/// What the reader puts on a claim for follow-up: status, priority, due day, note, evidence, tags.
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
  /// How soon it matters.
  public var priority: Priority
  /// The day by which it is to be settled, as `2024-06-13`.
  public var due: String?
  /// What the reader wrote; empty where nothing.
  public var note: String
  /// What was found that speaks for or against it, the first first.
  public var evidence: [Evidence]
  /// Free words to find it by.
  public var tags: [String]
  /// When it was made.
  public var created: Date
  /// When it was last changed.
  public var modified: Date
  /// Where its words are in the later version of the text that is being read; `nil` where it is on the version
  /// being read. Neither kept nor exported: the next version may say something else.
  public var drift: Place?

  /// A mark on `anchor` of `article`.
  public init(
    id: UUID = UUID(), article: Article.ID, anchor: Anchor, snapshot: Snapshot,
    status: Status = .todo, priority: Priority = .normal, due: String? = nil, note: String = "",
    evidence: [Evidence] = [], tags: [String] = [], created: Date, modified: Date
  ) {
    self.id = id
    self.article = article
    self.anchor = anchor
    self.snapshot = snapshot
    self.status = status
    self.priority = priority
    self.due = due
    self.note = note
    self.evidence = evidence
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

// MARK: - Priority and evidence

extension Mark {
  /// How soon a follow-up matters.
  public enum Priority: String, Codable, CaseIterable, Hashable, Sendable {
    case high, normal, low
  }

  /// Something that was found: an address, or where and how it was checked.
  public struct Evidence: Hashable, Sendable, Codable {
    /// The address, or words.
    public var text: String
    /// When it was added.
    public var added: Date

    /// Evidence found at a moment.
    public init(_ text: String, added: Date) {
      self.text = text
      self.added = added
    }

    /// Whether it can be opened.
    public var isAddress: Bool { text.hasPrefix("https://") || text.hasPrefix("http://") }
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

// MARK: - As JSON

extension Mark {
  private enum CodingKeys: String, CodingKey {
    case id, article, anchor, snapshot, status, priority, due, note, evidence, tags, created
    case modified
  }

  /// Reads a mark; one that was written before marks had a priority is read as well.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try keys.decode(UUID.self, forKey: .id),
      article: try keys.decode(Article.ID.self, forKey: .article),
      anchor: try keys.decode(Anchor.self, forKey: .anchor),
      snapshot: try keys.decode(Snapshot.self, forKey: .snapshot),
      status: try keys.decode(Status.self, forKey: .status),
      priority: try keys.decodeIfPresent(Priority.self, forKey: .priority) ?? .normal,
      due: try keys.decodeIfPresent(String.self, forKey: .due),
      note: try keys.decode(String.self, forKey: .note),
      evidence: try keys.decodeIfPresent([Evidence].self, forKey: .evidence) ?? [],
      tags: try keys.decode([String].self, forKey: .tags),
      created: try keys.decode(Date.self, forKey: .created),
      modified: try keys.decode(Date.self, forKey: .modified))
  }
}
