import HearsayModel

/// Sets the edges of spans where the annotation guide wants them: no comma after a cue, marks in pairs.
///
/// The network has learned all this from examples and errs now and then; what can be known is not left to it.
struct SpanEdges {
  private let document: Document
  private let bytes: [UInt8]

  init(_ document: Document) {
    self.document = document
    bytes = document.text.bytes
  }

  /// A source that includes an apposition includes both its commas, so commas stay.
  func source(_ span: Span) -> Span { span }

  /// The colon belongs to a cue, the comma does not.
  func cue(_ span: Span) -> Span { withoutCommas(span) }

  /// A quotation belongs to the content with both its marks, or not at all.
  func content(_ span: Span) -> Span {
    var span = withoutCommas(span)
    for quotation in document.quotations where quotation.within == nil {
      let starts = [quotation.span.start, quotation.inside.start].contains(span.start)
      let ends = [quotation.span.end, quotation.inside.end].contains(span.end)
      if starts, ends { span = quotation.span }
    }
    return span
  }

  private func withoutCommas(_ span: Span) -> Span {
    var span = span
    while span.count > 1, isLoose(bytes[span.end - 1]) { span.end -= 1 }
    while span.count > 1, isLoose(bytes[span.start]) { span.start += 1 }
    return span
  }

  private func isLoose(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x20 || byte == 0x09 || byte == 0x0A
  }
}
