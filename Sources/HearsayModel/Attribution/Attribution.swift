/// One place where the article hands a statement, belief, intention or act of speech to a source.
///
/// In `"There is no consensus," the senior Iraqi MP told The National. "Some fear …"` the source span is
/// *the senior Iraqi MP*, the cue *told*, the addressee *The National*, and the content has two pieces.
public struct Attribution: Hashable, Sendable, Identifiable, NumberedThing {
  /// Attributions are called `a1`, `a2`, …
  public static let letter: Character = "a"
  /// The short name of an attribution.
  public typealias ID = Numbered<Attribution>

  /// Its short name, in order of first appearance.
  public var id: ID
  /// Who is cited; `nil` where no source is expressed ("is expected to").
  public var source: Source.ID?
  /// The attribution in whose content this one stands, for nested ones.
  public var within: ID?
  /// Where the source is mentioned; empty where none is expressed.
  public var sourceSpans: [Span]
  /// The words that hand the content to the source: *said*, *according to*, *in her view*.
  public var cueSpans: [Span]
  /// What is attributed, piece by piece, quotation marks included.
  public var contentSpans: [Span]
  /// Who was told.
  public var addressee: Span?
  /// How the content is given.
  public var manner: Manner
  /// What kind of thing the source does with the content.
  public var attitude: Attitude
  /// How firmly it is said.
  public var certainty: Certainty
  /// Where the source stands to the words, where it does not simply say them.
  public var stance: Stance?
  /// The sentence around content that says nothing alone: *which*, *it*; `nil` where the content says enough.
  public var context: Span?
  /// The hops from the publisher back to the origin.
  public var chain: [Hop]
  /// What is said.
  public var claim: Claim.ID
  /// How sure the engine is that this is an attribution with these spans, from 0 to 1.
  public var confidence: Double
  /// Other sources that may be meant, best first.
  public var alternates: [Source.ID]
  /// What a careful reader should know about the sourcing.
  public var flags: [Flag]

  /// An attribution with all that is known of it.
  public init(
    id: ID, source: Source.ID?, within: ID? = nil, sourceSpans: [Span], cueSpans: [Span],
    contentSpans: [Span], addressee: Span? = nil, manner: Manner, attitude: Attitude = .statement,
    certainty: Certainty = .plain,
    stance: Stance? = nil, context: Span? = nil, chain: [Hop] = [], claim: Claim.ID,
    confidence: Double = 1,
    alternates: [Source.ID] = [], flags: [Flag] = []
  ) {
    self.id = id
    self.source = source
    self.within = within
    self.sourceSpans = sourceSpans
    self.cueSpans = cueSpans
    self.contentSpans = contentSpans
    self.addressee = addressee
    self.manner = manner
    self.attitude = attitude
    self.certainty = certainty
    self.stance = stance
    self.context = context
    self.chain = chain
    self.claim = claim
    self.confidence = confidence
    self.alternates = alternates
    self.flags = flags
  }
}

// MARK: - Where it stands

extension Attribution {
  /// All its spans, in order of reading.
  public var spans: [Span] { (sourceSpans + cueSpans + contentSpans).sorted() }

  /// From its first word to its last, whatever stands between.
  public var extent: Span { spans.extent ?? Span(0, 0) }
}

// MARK: - Closed lists

/// How the content of an attribution is given.
public enum Manner: String, Codable, CaseIterable, Hashable, Sendable {
  /// All content between quotation marks.
  case direct
  /// Part of it between quotation marks.
  case mixed
  /// A clause reported without marks.
  case indirect
  /// An act or position summed up without a clause: "demands for a ceasefire", "declined to comment".
  case reported
}

/// What a source does with the content.
public enum Attitude: String, Codable, CaseIterable, Hashable, Sendable {
  /// Says it.
  case statement
  /// Thinks, fears or expects it.
  case belief
  /// Plans or vows it.
  case intention
  /// Welcomes or opposes it.
  case attitude
  /// Orders, agrees or rules it.
  case decree
  /// Learned or found it.
  case perception
}

/// How firmly something is said.
public enum Certainty: String, Codable, CaseIterable, Hashable, Sendable {
  /// Without reserve.
  case plain
  /// With could, may, if or reportedly.
  case hedged
  /// As something that is not so.
  case denied
}
