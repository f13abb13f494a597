import HearsayLanguage
package import HearsayModel

/// An attribution whose spans are settled: who said it is still only a stretch of text.
package struct LinkedAttribution: Hashable, Sendable {
  /// The words that name the source; `nil` where none is expressed.
  package var source: Span?
  /// What kind of thing the tagger takes the source for; `nil` where it does not tell.
  package var kind: SourceKindGuess?
  /// The words that hand the content to the source; `nil` for a quotation without a cue of its own.
  package var cue: Span?
  /// What is attributed, piece by piece, in order of reading.
  package var content: [Span]
  /// Who was told.
  package var addressee: Span?
  /// The outlet that says that it passes the source's words on.
  var passedOnBy: Span?
  /// The attribution in whose content this one stands, as an index into the same list.
  package var within: Int?
  /// For a quotation without a cue: the attribution whose speaker goes on speaking, as an index into the same list.
  package var continues: Int?
  /// What the lexicon knows of the cue.
  package var cueSense: CueSense
  /// For an answer in an interview: where the interview begins, before which its guest is named.
  var guestNamedBefore: Int?
  /// How sure the engine is, from 0 to 1.
  package var confidence: Double
  /// What speaks for it and against it.
  var grounds: Set<Ground> = []
  /// Where the reader had a say in it: which of the corrected attributions this is.
  package var pin: Int?
}

extension LinkedAttribution {
  /// Whether it is a quotation without a cue, after somebody who spoke.
  var isBareQuotation: Bool { source == nil && cue == nil && continues != nil }
}

/// What the lexicon knows of a cue: "vowed" is an intention, "claimed" keeps its distance.
package struct CueSense: Hashable, Sendable {
  /// What the source does with the content.
  package var attitude: Attitude
  /// Whether the verb takes a side: *confirmed*, *revealed*; *claimed*.
  package var isLoaded: Bool
  /// Whether the cue itself is negated or denies: *denied*, *did not say*.
  package var isDenial: Bool
  /// Whether it sums up an act instead of handing over a clause: *declined to comment*, *called for*.
  package var isReported: Bool

  /// A sense with all that is known of it; by default a plain statement.
  package init(
    attitude: Attitude = .statement, isLoaded: Bool = false, isDenial: Bool = false,
    isReported: Bool = false
  ) {
    self.attitude = attitude
    self.isLoaded = isLoaded
    self.isDenial = isDenial
    self.isReported = isReported
  }
}
