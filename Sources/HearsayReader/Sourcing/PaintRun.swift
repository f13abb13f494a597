import HearsayModel

/// A stretch of the text that looks alike: whose words or mention it is.
///
/// Runs never overlap and stand in order, so that a line finds its own by halving. Where attributions are
/// nested the inner one wins, a source before a cue, a cue before content.
struct PaintRun: Hashable, Sendable {
  enum Part: UInt8, Hashable, Sendable, Comparable {
    case content, cue, source

    static func < (left: Part, right: Part) -> Bool { left.rawValue < right.rawValue }
  }

  var start: Int32
  var end: Int32
  /// The place of the attribution in the analysis.
  var attribution: Int32
  var part: Part

  var range: Range<Int> { Int(start)..<Int(end) }
}

extension PaintRun {
  /// The runs of all attributions.
  static func all(of analysis: Analysis) -> [PaintRun] {
    let length = analysis.article.text.count
    var layers: [PaintRun] = []
    for (index, attribution) in analysis.attributions.enumerated() {
      let parts: [(Part, [Span])] = [
        (.content, attribution.contentSpans), (.cue, attribution.cueSpans),
        (.source, attribution.sourceSpans),
      ]
      for (part, spans) in parts {
        for span in spans.map({ $0.clipped(to: length) }) where !span.isEmpty {
          layers.append(
            PaintRun(
              start: Int32(span.start), end: Int32(span.end), attribution: Int32(index), part: part)
          )
        }
      }
    }
    return flattened(layers)
  }

  /// Puts layers into one: at every byte the uppermost is seen.
  private static func flattened(_ layers: [PaintRun]) -> [PaintRun] {
    let opening = layers.sorted { $0.start < $1.start }
    let edges = Set(layers.flatMap { [$0.start, $0.end] }).sorted()
    var active: [PaintRun] = []
    var next = 0
    var runs: [PaintRun] = []
    for (edge, following) in zip(edges, edges.dropFirst()) {
      active.removeAll { $0.end <= edge }
      while next < opening.count, opening[next].start == edge {
        active.append(opening[next])
        next += 1
      }
      guard let top = active.max(by: { $0.isBelow($1) }) else { continue }
      if let last = runs.last, last.end == edge, last.part == top.part,
        last.attribution == top.attribution
      {
        runs[runs.count - 1].end = following
      } else {
        runs.append(
          PaintRun(start: edge, end: following, attribution: top.attribution, part: top.part))
      }
    }
    return runs
  }

  private func isBelow(_ other: PaintRun) -> Bool {
    if part != other.part { return part < other.part }
    // The shorter one is the inner one.
    return (other.end - other.start, attribution) < (end - start, other.attribution)
  }
}
