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
    // Quotations nest, so those that start before the span are looked at from its paragraph on.
    let paragraph = paragraphIndex(at: span.start) ?? 0
    guard !paragraphs.isEmpty else { return [] }
    let from = paragraphs[paragraph].span.start
    var index = firstIndex(in: quotations.count) { quotations[$0].span.start >= from }
    var found: [Int] = []
    while index < quotations.count, quotations[index].span.start < span.end {
      if quotations[index].span.overlaps(span) { found.append(index) }
      index += 1
    }
    return found
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
