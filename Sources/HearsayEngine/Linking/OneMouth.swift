import HearsayLanguage
import HearsayModel

/// Sees to it that no words stand in two mouths: of two that have the same quotation the one keeps it whose cue stands with it.
struct OneMouth {
  let document: Document

  /// The attributions, each piece of content with one of them; what has nothing left is gone.
  func settled(_ tagged: [TaggedAttribution]) -> [TaggedAttribution] {
    var settled = tagged
    for one in settled.indices {
      for other in settled.indices.dropFirst(one + 1).prefix(LinkingSettings.reachOfNesting)
      where areApart(settled[one], settled[other]) {
        part(&settled, one, other)
      }
    }
    return settled.filter { !$0.content.isEmpty }
  }

  /// Whether neither stands in what the other says.
  private func areApart(_ one: TaggedAttribution, _ other: TaggedAttribution) -> Bool {
    guard one.pin == nil, other.pin == nil, let left = one.cue, let right = other.cue, left != right
    else { return false }
    return !one.content.contains { $0.contains(right) }
      && !other.content.contains { $0.contains(left) }
  }

  /// Takes the pieces that both have from the one whose cue is farther away.
  private func part(_ settled: inout [TaggedAttribution], _ one: Int, _ other: Int) {
    for piece in settled[one].content {
      guard let twin = settled[other].content.first(where: { isSame($0, piece) }) else { continue }
      let isFirst = distance(settled[one], piece) <= distance(settled[other], twin)
      if isFirst {
        settled[other].content.removeAll { $0 == twin }
      } else {
        settled[one].content.removeAll { $0 == piece }
      }
    }
  }

  /// Whether two pieces are the same words, for the most part.
  private func isSame(_ one: Span, _ other: Span) -> Bool {
    guard let both = one.intersection(other) else { return false }
    return both.count * 2 > min(one.count, other.count)
  }

  /// How far a cue is from a piece: first in sentences, then in bytes.
  private func distance(_ own: TaggedAttribution, _ piece: Span) -> Int {
    guard let cue = own.cue else { return .max }
    let home = document.sentenceRange(over: cue)
    let away = document.sentenceRange(over: piece)
    let sentences =
      home.overlaps(away)
      ? 0 : max(away.lowerBound - home.upperBound, home.lowerBound - away.upperBound) + 1
    return sentences * 100_000
      + (cue.start >= piece.end ? cue.start - piece.end : max(0, piece.start - cue.end))
  }
}
