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
  /// when the mark was made, the mark still shows, but never one that is another item's. One on a claim shows wherever
  /// the claim is made.
  func mark(on item: Item, among marks: [PlacedMark]) -> Mark? {
    guard !marks.isEmpty else { return nil }
    var best: (mark: Mark, rank: Int)?
    for placed in marks {
      let rank = rank(of: placed, on: item)
      if rank > best?.rank ?? 0 { best = (placed.mark, rank) }
      if rank == 4 { break }
    }
    return best?.mark
  }

  /// How well a mark fits an item: 4 where it is that item's own, 0 where it is not on it.
  private func rank(of placed: PlacedMark, on item: Item) -> Int {
    if isOwn(placed, of: item) { return 4 }
    let isSameSource = placed.mark.snapshot.source == source(of: item)?.name
    // "The paper reported that the mayor denied it": two rows, the same words, and each can have a mark.
    if placed.span == item.said || isSameSource && placed.span.mostlyCovers(item.said),
      !items.contains(where: { isOwn(placed, of: $0) })
    {
      return isSameSource ? 3 : 2
    }
    return placed.claim.map { $0 == claim(of: item) } ?? false ? 1 : 0
  }

  /// Whether a mark is on just these words of just this speaker, handed over by the same verb.
  private func isOwn(_ placed: PlacedMark, of item: Item) -> Bool {
    placed.span == item.said && placed.mark.snapshot.source == source(of: item)?.name
      && placed.mark.snapshot.cue == attribution(of: item).flatMap(analysis.cueWords)
  }
}
