public import HearsayLanguage
public import HearsayModel

/// Finds the spans of attributions in a text: sources, cues, contents, and which belongs to which.
///
/// There is a tagger made of rules and word lists, and room for a trained one. Both see the same document and
/// hand back the same kind of result, so that all later steps stay as they are whoever tagged.
///
/// A tagger is a value, keeps nothing between calls, and may be called from many threads. It is asked for some
/// paragraphs at a time, in order, so that a long text can be shown as it is understood and stopped half-way;
/// it may look at all of the document, but reports only spans that start in the paragraphs it was asked for.
public protocol SpanTagger: Sendable {
  /// `rules`, or the name and version of a trained model; part of the `EngineVersion`.
  var name: String { get }

  /// What it learned, in a few bytes that are others when that is something else; empty where nothing was trained.
  var weights: [UInt8] { get }

  /// The attributions that start in `paragraphs`, in order of reading.
  func attributions(in paragraphs: Range<Int>, of document: Document) -> [TaggedAttribution]

  /// The same, with a sign that says when the answer is not wanted any more: then it is worthless, and comes soon.
  func attributions(
    in paragraphs: Range<Int>, of document: Document, until stop: StopSign
  ) -> [TaggedAttribution]

  /// The same, with what is known of the first of these paragraphs while the others are read.
  ///
  /// - Parameters:
  ///   - paragraphs: where to look.
  ///   - document: the whole article.
  ///   - stop: says when the answer is not wanted any more.
  ///   - showing: is handed what is known so far.
  func attributions(
    in paragraphs: Range<Int>, of document: Document, until stop: StopSign,
    showing: (_ read: Range<Int>, [TaggedAttribution]) -> Void
  ) -> [TaggedAttribution]
}

extension SpanTagger {
  /// Nothing was trained.
  public var weights: [UInt8] { [] }

  /// A tagger that is fast need not look at the sign.
  public func attributions(
    in paragraphs: Range<Int>, of document: Document, until stop: StopSign
  ) -> [TaggedAttribution] {
    attributions(in: paragraphs, of: document)
  }

  /// And it has nothing to show before its answer.
  public func attributions(
    in paragraphs: Range<Int>, of document: Document, until stop: StopSign,
    showing: (_ read: Range<Int>, [TaggedAttribution]) -> Void
  ) -> [TaggedAttribution] {
    attributions(in: paragraphs, of: document)
  }
}

/// An attribution as a tagger sees it: words, not yet people.
public struct TaggedAttribution: Hashable, Sendable {
  /// The words that name the source; `nil` where none is expressed.
  public var source: Span?
  /// What kind of thing the tagger takes the source for; `nil` where it does not tell.
  public var kind: SourceKindGuess?
  /// The words that hand the content to the source; `nil` for a quotation without a cue of its own.
  public var cue: Span?
  /// What is attributed, piece by piece, in order of reading; never empty.
  public var content: [Span]
  /// Who was told.
  public var addressee: Span?
  /// The outlet that says that it passes the source's words on.
  var passedOnBy: Span?
  /// How sure the tagger is, from 0 to 1.
  public var confidence: Double
  /// For an answer in an interview: where the interview begins, before which its guest is named.
  var guestNamedBefore: Int?
  /// What speaks for it and against it.
  var grounds: Set<Ground> = []
  /// Where the reader had a say in it: which of the corrected attributions this is. No later step doubts it.
  package var pin: Int?

  /// An attribution of `content`.
  public init(
    source: Span?, kind: SourceKindGuess? = nil, cue: Span?, content: [Span],
    addressee: Span? = nil, confidence: Double
  ) {
    self.source = source
    self.kind = kind
    self.cue = cue
    self.content = content
    self.addressee = addressee
    self.confidence = confidence
  }
}

/// What kind of thing a tagger takes a source for.
public struct SourceKindGuess: Hashable, Sendable {
  /// The likeliest kind; `SourceKind.none` for what cannot speak.
  public var kind: SourceKind
  /// How likely it is, from 0 to 1.
  public var probability: Double

  /// A guess of `kind`.
  public init(kind: SourceKind, probability: Double) {
    self.kind = kind
    self.probability = probability
  }
}
