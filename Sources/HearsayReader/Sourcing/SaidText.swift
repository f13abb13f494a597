import HearsayModel

/// What is said, as text for a row or a paragraph of the side pane.
enum SaidText {
  /// The pieces of an item's words, joined; no more than fits on a screen.
  static func text(_ item: Item, in reading: Reading, limit: Int = 2_000) -> String {
    let text = reading.article.text
    let spans = reading.sourcing?.attribution(of: item)?.contentSpans ?? [item.said]
    let pieces = spans.filter { !$0.isEmpty }.prefix(8).map { span -> String in
      let span = span.clipped(to: text.count)
      var end = min(span.end, span.start + limit)
      while end < span.end, end > span.start, text.bytes[end] & 0xC0 == 0x80 { end -= 1 }
      return text[Span(span.start, end)]
    }
    let joined = pieces.joined(separator: " … ")
    return joined.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The beginning of it.
  static func line(_ item: Item, in reading: Reading) -> String {
    text(item, in: reading, limit: 240)
  }
}
