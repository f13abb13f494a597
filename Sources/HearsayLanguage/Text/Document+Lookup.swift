package import HearsayModel

extension Document {
  /// The tokens that lie in `span`, as indices into ``tokens``.
  package func tokenRange(in span: Span) -> Range<Int> {
    let start = firstIndex(in: tokens.count) { tokens[$0].span.end > span.start }
    let end = firstIndex(in: tokens.count) { tokens[$0].span.start >= span.end }
    return start..<max(start, end)
  }

  /// The sentence that holds `position`, or the last one that starts before it.
  package func sentenceIndex(at position: Int) -> Int? {
    let after = firstIndex(in: sentences.count) { sentences[$0].span.start > position }
    return after > 0 ? after - 1 : nil
  }

  /// The sentences that share text with `span`.
  package func sentenceRange(over span: Span) -> Range<Int> {
    let start = firstIndex(in: sentences.count) { sentences[$0].span.end > span.start }
    let end = firstIndex(in: sentences.count) { sentences[$0].span.start >= span.end }
    return start..<max(start, end)
  }

  /// The paragraph that holds `position`, or the last one that starts before it.
  package func paragraphIndex(at position: Int) -> Int? {
    let after = firstIndex(in: paragraphs.count) { paragraphs[$0].span.start > position }
    return after > 0 ? after - 1 : nil
  }

  /// The quotations that share text with `span`, in order.
  package func quotationRange(over span: Span) -> [Int] {
    let from = firstIndex(in: quotations.count) { quotations[$0].span.start >= span.start }
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

  /// The first index below `count` for which a condition holds that stays true once it is; `count` if none.
  private func firstIndex(in count: Int, where condition: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
