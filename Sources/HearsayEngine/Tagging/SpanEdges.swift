import HearsayLanguage
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

  /// A content goes on where it was cut after a word that needs another: "that neither | Hale nor Roe had come".
  ///
  /// It goes on to the next mark of its sentence, or as far as the attribution's own words let it.
  func whole(_ span: Span, beside own: [Span]) -> Span {
    let range = document.tokenRange(in: span)
    guard let last = range.last,
      document.language.rules.unfinished.contains(document.tokens[last].lower),
      !document.isInsideSpeech(span.end - 1)
    else { return span }
    let sentence = document.tokens[last].sentence
    let rest = document.tokens[(last + 1)...].prefix { token in
      token.sentence == sentence && (token.kind == .word || token.kind == .number)
        && !own.contains { $0.overlaps(token.span) }
    }
    return rest.last.map { Span(span.start, $0.span.end) } ?? span
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
