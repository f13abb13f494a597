public import Foundation

/// What the reader puts on a claim for follow-up: status, priority, due day, notes, evidence, tags.
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
  /// What the reader wrote, each addition with its day, the first first.
  public var notes: [Note]
  /// What was found that speaks for or against it, the first first.
  public var evidence: [Evidence]
  /// Free words to find it by.
  public var tags: [String]
  /// How many of those there may be: in a list by tags the mark stands once for each, with all of them beside it.
  public static let mostTags = 100
  /// When it was made.
  public var created: Date
  /// When it was last changed.
  public var modified: Date
  /// The versions of its article of which the reader said that they do not have its words any more.
  public var refusedIn: [Article.ID] = []
  /// Where its words are in another version of the text that is being read; `nil` where it is on the version
  /// being read. Neither kept nor exported: the next version may say something else.
  public var drift: Drift?
  /// Whether the library has it as it is shown. Neither kept nor exported.
  public var isKept = true

  /// A mark on `anchor` of `article`; a `note` counts as written when the mark was last changed.
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
    notes = note.isEmpty ? [] : [Note(note, written: modified)]
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
    /// Where the source stood to the words, where it did not simply say them.
    public var stance: Stance?
    /// The sentence around words that say nothing alone.
    public var context: String?
    /// What was said, piece by piece, where the marked words have more in them than that.
    public var words: String?
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
    /// What was marked; `nil` for marks of a time when only attributions and sentences could be.
    public var subject: Subject?
    /// Who else made the claim; `nil` where the mark is on no claim.
    public var otherSources: [String]?
    /// The words first marked, where the reader has since said that changed ones are the same claim.
    public var formerWords: String?

    /// The state of things when a mark is made.
    public init(
      articleTitle: String?, publisher: String?, published: String?, location: String?,
      source: String?, cue: String?, manner: Manner?, kind: SourceKind, naming: Naming,
      chain: [String], flags: [Flag], engine: String, subject: Subject? = nil,
      otherSources: [String]? = nil, formerWords: String? = nil, stance: Stance? = nil,
      context: String? = nil, words: String? = nil
    ) {
      self.articleTitle = articleTitle
      self.publisher = publisher
      self.published = published
      self.location = location
      self.source = source
      self.cue = cue
      self.stance = stance
      self.context = context
      self.words = words
      self.manner = manner
      self.kind = kind
      self.naming = naming
      self.chain = chain
      self.flags = flags
      self.engine = engine
      self.subject = subject
      self.otherSources = otherSources
      self.formerWords = formerWords
    }

    /// Who said it as lists show it, the name before the office; *nobody* where nobody is credited.
    public var speaker: String {
      source.map { Source.nameFirst($0, kind: kind, naming: naming) } ?? "nobody"
    }

    /// What a mark can be on.
    public enum Subject: String, Codable, CaseIterable, Hashable, Sendable {
      /// One place where somebody says it.
      case attribution
      /// What is said, whoever says it and wherever.
      case claim
      /// A sentence that nobody is credited with.
      case sentence
      /// Words that the reader selected.
      case selection
    }
  }
}
