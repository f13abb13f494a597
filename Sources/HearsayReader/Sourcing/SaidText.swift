import HearsayModel
import HearsayScreen
import HearsayText

/// What is said, as text for a row or a paragraph of the side pane.
enum SaidText {
  /// What an item says, as it can stand by itself; no more of it than fits on a screen.
  static func saying(_ item: Item, in reading: Reading, limit: Int = 2_000) -> Saying {
    if let sourcing = reading.sourcing, let attribution = sourcing.attribution(of: item),
      !attribution.contentSpans.isEmpty
    {
      return sourcing.analysis.saying(of: attribution, limit: limit)
    }
    let text = reading.article.text
    let span = item.said.clipped(to: text.count)
    let end = text.bytes.characterStart(upTo: min(span.end, span.start + limit))
    return Saying(cue: nil, manner: nil, stance: nil, words: text[Span(span.start, end)])
  }

  /// The beginning of it, on one line.
  static func line(_ item: Item, in reading: Reading, look: Look) -> String {
    saying(item, in: reading, limit: 240).text(in: look.signSet)
  }
}

extension Line {
  /// The same line with what somebody said: the words that hand it over stand out where they deny it.
  func adding(_ saying: Saying, _ style: Style, look: Look) -> Line {
    let isTurned = saying.stance == .denied || saying.stance == .refused
    var line = self
    let lead = saying.lead(in: look.signSet)
    if !lead.isEmpty { line = line.adding(lead, isTurned ? look[.denial] : look[.verb]) }
    line = line.adding(saying.words, style)
    return saying.tail.isEmpty ? line : line.adding(saying.tail, look[.quiet])
  }
}
