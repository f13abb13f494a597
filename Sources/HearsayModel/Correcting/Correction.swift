public import Foundation

/// Something that the machine got wrong in an article, set right by the reader.
///
/// It speaks of words and not of numbers: an attribution is meant by the words that carry it, a source by its name
/// and a place where it is mentioned. So it is found again after another analysis, by a better engine and in an
/// edited text; where its words have no place it stays, and does nothing.
public struct Correction: Hashable, Sendable, Codable, Identifiable {
  /// Never used twice.
  public var id: UUID
  /// The article it was made in.
  public var article: Article.ID
  /// What is different from what the machine said.
  public var change: Change
  /// What the machine had said, and of which article.
  public var snapshot: Snapshot
  /// When it was made. Of two that speak of one thing the later holds.
  public var created: Date

  /// A correction of `article`.
  public init(
    id: UUID = UUID(), article: Article.ID, change: Change, snapshot: Snapshot, created: Date
  ) {
    self.id = id
    self.article = article
    self.change = change
    self.snapshot = snapshot
    self.created = created
  }
}

// MARK: - What is different

extension Correction {
  /// What is different from what the machine said.
  public enum Change: Hashable, Sendable, Codable {
    /// Somebody else says it, or nobody.
    case speaker(of: Subject, is: Speaker)
    /// It is no attribution.
    case dismissal(of: Subject)
    /// These are its words, and not those.
    case spans(of: Subject, are: Subject)
    /// An attribution that was missed.
    case addition(of: Subject, by: Speaker)
    /// Two sources are one.
    case merger(of: Party, into: Party)
    /// These words are not that source's, but those of somebody who was taken for it.
    case separation(of: [Subject], from: Party)
    /// What kind of thing a source is.
    case kind(of: Party, is: SourceKind)
    /// How a source is named.
    case naming(of: Party, is: Naming)
  }

  /// An attribution, by its words.
  public struct Subject: Hashable, Sendable, Codable {
    /// The words that name the source; `nil` where none do.
    public var source: Mark.Anchor?
    /// The words that hand the content to the source; `nil` for a quotation without any.
    public var cue: Mark.Anchor?
    /// What is said, piece by piece.
    public var content: [Mark.Anchor]

    /// The attribution of these words.
    public init(source: Mark.Anchor?, cue: Mark.Anchor?, content: [Mark.Anchor]) {
      self.source = source
      self.cue = cue
      self.content = content
    }
  }

  /// Who says something.
  public enum Speaker: Hashable, Sendable, Codable {
    /// A source that the article has, or somebody new of that name.
    case source(Party)
    /// Nobody whom the article names.
    case nobody
  }

  /// A source, by its name and a place where it is mentioned.
  public struct Party: Hashable, Sendable, Codable {
    /// What it is called.
    public var name: String
    /// What kind of thing it was taken for; `nil` for somebody new.
    public var kind: SourceKind?
    /// How it was taken to be named; `nil` for somebody new.
    public var naming: Naming?
    /// Where it is mentioned; `nil` where it is not.
    public var mention: Mark.Anchor?

    /// The source of that name.
    public init(
      name: String, kind: SourceKind? = nil, naming: Naming? = nil, mention: Mark.Anchor? = nil
    ) {
      self.name = name
      self.kind = kind
      self.naming = naming
      self.mention = mention
    }
  }
}

// MARK: - What was there

extension Correction {
  /// What the machine had said when a correction was made, and of which article.
  public struct Snapshot: Hashable, Sendable, Codable {
    /// The headline.
    public var articleTitle: String?
    /// The outlet.
    public var publisher: String?
    /// The file or address.
    public var location: String?
    /// Whose words they were; `nil` where nobody was credited.
    public var source: String?
    /// What kind of thing that was.
    public var kind: SourceKind
    /// How it was named.
    public var naming: Naming
    /// The engine that saw it so.
    public var engine: String

    /// The state of things when a correction is made.
    public init(
      articleTitle: String?, publisher: String?, location: String?, source: String?,
      kind: SourceKind, naming: Naming, engine: String
    ) {
      self.articleTitle = articleTitle
      self.publisher = publisher
      self.location = location
      self.source = source
      self.kind = kind
      self.naming = naming
      self.engine = engine
    }
  }
}

// MARK: - Making

extension Correction.Subject {
  /// An attribution as it stands in `text`.
  public init(_ attribution: Attribution, in text: ArticleText) {
    self.init(
      source: attribution.sourceSpans.first, cue: attribution.cueSpans.first,
      content: attribution.contentSpans, in: text)
  }

  /// The attribution that these spans of `text` are.
  public init(source: Span?, cue: Span?, content: [Span], in text: ArticleText) {
    self.init(
      source: source.map { .init($0, in: text) }, cue: cue.map { .init($0, in: text) },
      content: content.map { .init($0, in: text) })
  }

  /// The words it is known by in a list: what is said, and where nothing is, the cue.
  public var words: String {
    let pieces = content.isEmpty ? [cue, source].compactMap(\.self).prefix(1) : content[...]
    return pieces.map(\.exact).joined(separator: " … ")
  }
}

extension Correction.Party {
  /// A source of an analysis.
  ///
  /// - Parameters:
  ///   - source: the source.
  ///   - text: the text of the article that it speaks in.
  ///   - place: the mention to know it by; without one the first.
  public init(_ source: Source, in text: ArticleText, at place: Span? = nil) {
    let mention = place ?? source.mentions.first { !$0.isEmpty }
    self.init(
      name: source.name, kind: source.kind, naming: source.naming,
      mention: mention.map { .init($0, in: text) })
  }
}

extension Correction.Change {
  /// The attributions that it speaks of, as they were when it was made.
  public var subjects: [Correction.Subject] {
    switch self {
    case .speaker(let subject, _), .dismissal(let subject), .addition(let subject, _): [subject]
    case .spans(let old, let new): [old, new]
    case .separation(let subjects, _): subjects
    case .merger, .kind, .naming: []
    }
  }

  /// The sources that it speaks of.
  public var parties: [Correction.Party] {
    switch self {
    case .speaker(_, .source(let party)), .addition(_, .source(let party)): [party]
    case .merger(let one, let other): [one, other]
    case .separation(_, let party), .kind(let party, _), .naming(let party, _): [party]
    case .speaker, .addition, .dismissal, .spans: []
    }
  }
}
