package import HearsayModel
import HearsayText

extension Document {
  /// The quotation whose opening mark starts at `offset`.
  package func quotation(openingAt offset: Int) -> Quotation? {
    let index = quotations.partitioningIndex { $0.span.start >= offset }
    guard index < quotations.count, quotations[index].span.start == offset else { return nil }
    return quotations[index]
  }

  /// The quotation whose closing mark ends at `offset`.
  package func quotation(closingAt offset: Int) -> Quotation? {
    nearby(offset).first { $0.span.end == offset }
  }

  /// The innermost quotation around a stretch of text.
  package func quotation(around span: Span) -> Quotation? {
    nearby(span.start).first { $0.span.contains(span) && $0.span != span }
  }

  /// Quotations that start before `offset`, the last first; enough of them to find what encloses it.
  private func nearby(_ offset: Int) -> some Sequence<Quotation> {
    let index = quotations.partitioningIndex { $0.span.start >= offset }
    return quotations[max(0, index - 24)..<index].reversed()
  }
}
