import HearsayModel

/// The signs beside the lines of an article: one column for marks, one for high flags, one for news with no source.
struct Margin {
  /// Three signs and a space.
  static let width = 4

  fileprivate var columns: [Column]

  /// One sign, and the stretches of text beside which it stands, in order and apart from each other.
  fileprivate struct Column {
    var sign: Character
    var spans: [Span]
    /// The first stretch that may still be met: lines are asked for in order of reading.
    var next = 0
  }

  init(_ analysis: Analysis, marks: [Mark], signs set: SignSet) {
    let signs = Signs(set)
    let flagged = analysis.attributions.filter { attribution in
      analysis.flags(of: attribution).contains { $0.level == .high }
    }
    let events = analysis.unattributed.filter { $0.kind == .event }
    columns = [
      Column(sign: signs.mark, spans: marks.compactMap { Self.firstByte(of: $0.anchor.span) }),
      Column(
        sign: signs.highFlag,
        spans: flagged.compactMap { $0.contentSpans.first.flatMap(Self.firstByte) }),
      Column(sign: Naming.implicit.sign(in: set), spans: events.map(\.span)),
    ]
    for index in columns.indices { columns[index].spans.sort() }
  }

  /// What stands beside a line; lines are asked for in order of reading.
  mutating func signs(beside line: Span?) -> String {
    var text = ""
    for index in columns.indices { text.append(columns[index].sign(beside: line)) }
    return text + " "
  }

  /// A sign stands beside the line where the words begin.
  private static func firstByte(of span: Span) -> Span? {
    span.isEmpty ? nil : Span(span.start, span.start + 1)
  }
}

extension Margin.Column {
  fileprivate mutating func sign(beside line: Span?) -> Character {
    guard let line else { return " " }
    while next < spans.count, spans[next].end <= line.start { next += 1 }
    return next < spans.count && spans[next].overlaps(line) ? sign : " "
  }
}
