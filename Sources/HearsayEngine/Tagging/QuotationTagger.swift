import HearsayLanguage
import HearsayModel

/// Finds what stands between quotation marks in a text whose language the word lists do not know, and credits nobody with it.
struct QuotationTagger: SpanTagger {
  /// `quotations`.
  var name: String { "quotations" }

  /// The quotations that start in `paragraphs`, each as an attribution without cue and source.
  func attributions(in paragraphs: Range<Int>, of document: Document) -> [TaggedAttribution] {
    document.quotations.filter {
      $0.within == nil && isSaid($0, in: document) && paragraphs.contains($0.paragraph)
        && document.paragraphs[$0.paragraph].role == .body
    }.map {
      TaggedAttribution(
        source: nil, cue: nil, content: [$0.span],
        confidence: LinkingSettings.confidenceOfBareQuotation)
    }
  }

  /// A few words are speech where a comma parts them from whoever says them: titles have none.
  private func isSaid(_ quotation: Quotation, in document: Document) -> Bool {
    if quotation.role == .speech { return true }
    let end = document.tokenRange(in: quotation.span).upperBound
    return document.words(in: quotation.span).count > 1 && end < document.tokens.count
      && document.tokens[end].lower == ","
  }
}

extension Document {
  /// Whether the article is written in another language than the word lists.
  var isForeign: Bool { article.language != language.code }
}
