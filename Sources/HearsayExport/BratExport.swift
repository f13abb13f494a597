import HearsayModel

/// Standoff annotations in the layout of PolNeAR: a `T` line for each source, cue and content, one for the word
/// that carries the event, and an `E` line that ties them together.
///
/// ```
/// T1	Content 115 148;160 171	"There is no consensus …
/// E1	Attribution:T4 Content:T1 Cue:T2 Source:T3
/// ```
///
/// Offsets count code points. A piece never runs over a line end, because brat knows none.
///
/// - Parameter notes: what annotators should read beside an event, as `#` lines.
func bratAnnotations(of analysis: Analysis, notes: [Attribution.ID: [String]] = [:]) -> String {
  var writer = BratWriter(text: analysis.article.text, attributions: analysis.attributions)
  for attribution in analysis.attributions {
    writer.write(attribution, notes: notes[attribution.id] ?? [])
  }
  return writer.lines.map { $0 + "\n" }.joined()
}

private struct BratWriter {
  let text: ArticleText
  /// Code points before each byte that is needed.
  let scalars: [Int: Int]
  var lines: [String] = []
  private var annotations = 0
  private var events = 0
  private var notes = 0

  init(text: ArticleText, attributions: [Attribution]) {
    self.text = text
    let pieces = attributions.flatMap(\.spans).flatMap { text.standoffPieces(of: $0) }
    scalars = text.scalarOffsets(of: pieces.flatMap { [$0.start, $0.end] })
  }

  mutating func write(_ attribution: Attribution, notes: [String]) {
    let content = annotate("Content", attribution.contentSpans)
    let cue = annotate("Cue", attribution.cueSpans)
    let source = annotate("Source", attribution.sourceSpans)
    // brat hangs an event on words: the cue, and where there is none the nearest thing to it.
    let words = [attribution.cueSpans, attribution.sourceSpans, attribution.contentSpans]
      .first { !$0.isEmpty }
    let kind = attribution.source == nil ? "Attribution-no-source" : "Attribution"
    guard let content, let event = annotate(kind, words ?? []) else { return }
    events += 1
    let roles = [("Content", content), ("Cue", cue), ("Source", source)]
    let written = roles.compactMap { role, name in name.map { " \(role):\($0)" } }.joined()
    lines.append("E\(events)\t\(kind):\(event)\(written)")
    for note in notes {
      self.notes += 1
      lines.append("#\(self.notes)\tAnnotatorNotes E\(events)\t\(flat(note))")
    }
  }

  /// Writes a `T` line over all pieces of `spans`, and returns its name.
  private mutating func annotate(_ kind: String, _ spans: [Span]) -> String? {
    let pieces = spans.sorted().flatMap { text.standoffPieces(of: $0) }
    guard !pieces.isEmpty else { return nil }
    annotations += 1
    let places = pieces.map { "\(scalars[$0.start] ?? 0) \(scalars[$0.end] ?? 0)" }
    let words = pieces.map { text[$0].replacing("\t", with: " ") }
    lines.append(
      "T\(annotations)\t\(kind) \(places.joined(separator: ";"))\t\(words.joined(separator: " "))")
    return "T\(annotations)"
  }
}

extension ArticleText {
  /// A span cut at line ends, without the white space around each piece: brat knows no others.
  ///
  /// What reads such files takes every sign for a line end that ends lines anywhere, not only `\n`.
  func standoffPieces(of span: Span) -> [Span] {
    var pieces: [Span] = []
    var start = span.start
    var place = span.start
    while place < span.end {
      let length = bytes[place..<span.end].lengthOfLineEnd
      if length > 0 {
        pieces.append(Span(start, place))
        start = place + length
      }
      place += max(1, length)
    }
    pieces.append(Span(start, span.end))
    return pieces.compactMap(trimmed)
  }
}

extension Collection<UInt8> {
  /// How many bytes the line end has that these begin with; 0 where they begin with none.
  fileprivate var lengthOfLineEnd: Int {
    switch first {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E: 1
    case 0xC2 where dropFirst().first == 0x85: 2
    case 0xE2 where prefix(3).elementsEqual([0xE2, 0x80, 0xA8]): 3
    case 0xE2 where prefix(3).elementsEqual([0xE2, 0x80, 0xA9]): 3
    default: 0
    }
  }
}
