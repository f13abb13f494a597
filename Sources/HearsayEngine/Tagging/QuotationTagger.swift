import HearsayLanguage
import HearsayModel

/// Finds what stands between quotation marks in a text whose language the word lists do not know, and credits nobody with it.
struct QuotationTagger: SpanTagger {
  /// `quotations`.
  var name: String { "quotations" }

  /// The quotations that start in `paragraphs`, each as an attribution without cue and source.
  func attributions(in paragraphs: Range<Int>, of document: Document) -> [TaggedAttribution] {
    document.quotations.filter {
      $0.within == nil && $0.role == .speech && paragraphs.contains($0.paragraph)
        && document.paragraphs[$0.paragraph].role == .body
    }.map {
      TaggedAttribution(
        source: nil, cue: nil, content: [$0.span],
        confidence: LinkingSettings.confidenceOfBareQuotation)
    }
  }
}

extension Document {
  /// Whether the article is written in another language than the word lists.
  var isForeign: Bool { article.language != language.code }
}
