import HearsayModel

/// A mark with its place in the open article.
struct PlacedMark {
  var mark: Mark
  var span: Span
  /// The claim that it is on; `nil` where it is on one place of it alone.
  var claim: Claim.ID?
}

extension Span {
  /// Whether both share more than half of the longer one.
  func mostlyCovers(_ other: Span) -> Bool {
    guard let shared = intersection(other) else { return false }
    return shared.count * 2 > max(count, other.count)
  }
}

extension Sourcing {
  /// The mark on an item. Words and speaker decide; where the engine sees either a little differently than
  /// when the mark was made, the mark still shows. One on a claim shows wherever the claim is made.
  func mark(on item: Item, among marks: [PlacedMark]) -> Mark? {
    guard !marks.isEmpty else { return nil }
    let name = source(of: item)?.name
    var best: (mark: Mark, rank: Int)?
    for placed in marks {
      let rank: Int
      if placed.span == item.said {
        rank = placed.mark.snapshot.source == name ? 4 : 2
      } else if placed.span.mostlyCovers(item.said), placed.mark.snapshot.source == name {
        rank = 3
      } else if let claim = placed.claim, claim == self.claim(of: item) {
        rank = 1
      } else {
        continue
      }
      if rank > best?.rank ?? 0 { best = (placed.mark, rank) }
      if rank == 4 { break }
    }
    return best?.mark
  }
}
