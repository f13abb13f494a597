public import HearsayModel

/// What the tagger found in an article: kept, so that a correction is worked in without asking it again.
public struct Findings: Sendable {
  /// The article, read.
  let document: Document
  /// The attributions as the tagger saw them, without those whose source can be none.
  let tagged: [TaggedAttribution]

  /// The article that they are of.
  public var article: Article { document.article }
}
