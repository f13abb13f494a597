import HearsayModel
import HearsayText

extension ArticleText {
  /// A span without the white space at its ends; `nil` where nothing else is in it.
  func trimmed(_ span: Span) -> Span? {
    let covered = bytes[span.range]
    guard let first = covered.firstIndex(where: { !$0.isWhiteSpace }),
      let last = covered.lastIndex(where: { !$0.isWhiteSpace })
    else { return nil }
    return Span(first, last + 1)
  }
}
