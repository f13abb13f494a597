import HearsayModel

/// Chooses between attributions that claim the same words.
struct Rivals {
  /// The attributions that stand beside each other, or one inside the other's content.
  func settled(_ candidates: [TaggedAttribution]) -> [TaggedAttribution] {
    var kept: [TaggedAttribution] = []
    for candidate in outermostFirst(candidates)
    where kept.allSatisfy({ agrees($0, candidate) }) {
      kept.append(candidate)
    }
    return kept
  }

  /// Those that stand in nobody's content before the others, and the surer before the less sure.
  private func outermostFirst(_ candidates: [TaggedAttribution]) -> [TaggedAttribution] {
    let depths = candidates.map { inner in candidates.count { holds($0, inner) } }
    let order = candidates.indices.sorted { left, right in
      if depths[left] != depths[right] { return depths[left] < depths[right] }
      if candidates[left].confidence != candidates[right].confidence {
        return candidates[left].confidence > candidates[right].confidence
      }
      return left < right
    }
    return order.map { candidates[$0] }
  }

  /// Whether the cue of `inner` stands in the content of `outer`.
  private func holds(_ outer: TaggedAttribution, _ inner: TaggedAttribution) -> Bool {
    guard let cue = inner.cue, cue != outer.cue else { return false }
    return outer.content.contains { $0.contains(cue) }
  }

  /// Whether both can be true: cues apart, neither inside the other's content at once.
  private func agrees(_ left: TaggedAttribution, _ right: TaggedAttribution) -> Bool {
    if let one = left.cue, let other = right.cue, one.overlaps(other) { return false }
    return !(holds(left, right) && holds(right, left))
  }
}
