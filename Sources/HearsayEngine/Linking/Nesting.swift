import HearsayModel

/// Tells which attributions stand inside the content of others.
struct Nesting {
  let document: Document

  /// How far apart in order of reading an attribution and the one around it may start.
  private let reach = 24

  /// The attributions with their places settled; those inside another's content are kept only if they are plainly
  /// another voice.
  ///
  /// - Parameter joined: in order of reading.
  func linked(_ joined: [Joined], sense: (TaggedAttribution) -> CueSense) -> [LinkedAttribution] {
    let parents = joined.indices.map { parent(of: $0, in: joined) }
    let kept = joined.indices.filter { parents[$0] == nil || isWorthKeeping(joined[$0].tagged) }
    var places: [Int: Int] = [:]
    for (place, index) in kept.enumerated() { places[index] = place }
    var starts: [Int: Int] = [:]
    for index in kept where joined[index].tagged.cue != nil {
      starts[joined[index].tagged.start] = places[index]
    }
    return kept.map { index in
      let tagged = joined[index].tagged
      return LinkedAttribution(
        source: tagged.source, kind: tagged.kind, cue: tagged.cue, content: tagged.content.sorted(),
        addressee: tagged.addressee, passedOnBy: tagged.passedOnBy,
        within: parents[index].flatMap {
          nearestKept($0, around: tagged, in: joined, parents, places)
        },
        continues: joined[index].continues.flatMap { starts[$0] }, cueSense: sense(tagged),
        confidence: tagged.confidence, pin: tagged.pin)
    }
  }

  /// The parent, or where that was dropped the nearest one in whose content the inner content begins.
  private func nearestKept(
    _ index: Int, around inner: TaggedAttribution, in joined: [Joined], _ parents: [Int?],
    _ places: [Int: Int]
  ) -> Int? {
    var next: Int? = index
    var steps = 0
    while let current = next, steps < reach {
      let isAround = joined[current].tagged.content.contains { outer in
        inner.content.contains { outer.start <= $0.start && $0.start < outer.end }
      }
      if isAround, let place = places[current] { return place }
      next = parents[current]
      steps += 1
    }
    return nil
  }

  /// The attribution with the shortest content around the words of another.
  private func parent(of index: Int, in joined: [Joined]) -> Int? {
    let inner = joined[index].tagged
    guard let anchor = inner.cue ?? inner.content.first else { return nil }
    var best: (index: Int, length: Int)?
    for other in max(0, index - reach)..<min(joined.count, index + reach) where other != index {
      for span in joined[other].tagged.content where span.contains(anchor) && span != anchor {
        if best.map({ span.count < $0.length }) ?? true { best = (other, span.count) }
      }
    }
    return best?.index
  }

  /// Whether words inside somebody's content are plainly another's, and not "I think".
  func isWorthKeeping(_ attribution: TaggedAttribution) -> Bool {
    if attribution.pin != nil { return true }
    guard let source = attribution.source else { return false }
    let words = document.text[source].lowercased()
    // Several words name somebody; a pronoun may be anybody, so its cue has to be surer.
    let least = words.contains(" ") ? 0.85 : 0.9
    return attribution.confidence >= least && !Self.ownWords.contains(words)
  }

  private static let ownWords: Set<String> = [
    "i", "we", "you", "it", "my", "our", "your", "that", "which", "this", "me", "us", "one",
  ]
}
