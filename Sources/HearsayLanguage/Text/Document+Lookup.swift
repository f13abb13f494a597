package import HearsayModel
import HearsayText

extension Document {
  /// The tokens that lie in `span`, as indices into ``tokens``.
  package func tokenRange(in span: Span) -> Range<Int> {
    let start = tokens.indices.partitioningIndex { tokens[$0].span.end > span.start }
    let end = tokens.indices.partitioningIndex { tokens[$0].span.start >= span.end }
    return start..<max(start, end)
  }

  /// The sentence that holds `position`, or the last one that starts before it.
  package func sentenceIndex(at position: Int) -> Int? {
    let after = sentences.indices.partitioningIndex { sentences[$0].span.start > position }
    return after > 0 ? after - 1 : nil
  }

  /// The sentences that share text with `span`.
  package func sentenceRange(over span: Span) -> Range<Int> {
    let start = sentences.indices.partitioningIndex { sentences[$0].span.end > span.start }
    let end = sentences.indices.partitioningIndex { sentences[$0].span.start >= span.end }
    return start..<max(start, end)
  }

  /// The paragraph that holds `position`, or the last one that starts before it.
  package func paragraphIndex(at position: Int) -> Int? {
    let after = paragraphs.indices.partitioningIndex { paragraphs[$0].span.start > position }
    return after > 0 ? after - 1 : nil
  }

  /// The quotations that share text with `span`, in order.
  package func quotationRange(over span: Span) -> [Int] {
    let from = quotations.indices.partitioningIndex { quotations[$0].span.start >= span.start }
    // Quotations nest: what starts before the span and reaches into it is around the last that starts before it.
    var around: [Int] = []
    var before = from > 0 ? from - 1 : nil
    while let index = before {
      if quotations[index].span.overlaps(span) { around.append(index) }
      before = quotations[index].within
    }
    let inside = quotations[from...].prefix { $0.span.start < span.end }.indices
    return around.reversed() + inside.filter { quotations[$0].span.overlaps(span) }
  }

  /// Whether `position` stands between marks that somebody spoke.
  package func isInsideSpeech(_ position: Int) -> Bool {
    quotationRange(over: Span(position, position + 1)).contains { quotations[$0].role == .speech }
  }
}
