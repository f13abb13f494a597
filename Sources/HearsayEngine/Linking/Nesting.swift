import HearsayLanguage
import HearsayModel

/// Tells which attributions stand inside the content of others.
struct Nesting {
  let document: Document
  let arbiter: Arbiter
  let within: WithinWords

  /// The attributions with their places settled; those inside another's content are kept only if they are plainly
  /// another voice.
  ///
  /// - Parameter joined: in order of reading.
  func linked(_ joined: [Joined], sense: (TaggedAttribution) -> CueSense) -> [LinkedAttribution] {
    let parents = Self.withoutCircles(joined.indices.map { parent(of: $0, in: joined) })
    let kept = joined.indices.filter { index in
      var own = joined[index].tagged
      if parents[index] != nil { own.grounds.insert(within.doubt(about: own)) }
      return arbiter.shows(own)
    }
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
        guestNamedBefore: tagged.guestNamedBefore, confidence: tagged.confidence,
        grounds: tagged.grounds, pin: tagged.pin)
    }
  }

  /// The parent, or where that was dropped the nearest one in whose content the inner content begins.
  private func nearestKept(
    _ index: Int, around inner: TaggedAttribution, in joined: [Joined], _ parents: [Int?],
    _ places: [Int: Int]
  ) -> Int? {
    var next: Int? = index
    var steps = 0
    while let current = next, steps < LinkingSettings.reachOfNesting {
      let isAround = joined[current].tagged.content.contains { outer in
        inner.content.contains { outer.start <= $0.start && $0.start < outer.end }
      }
      if isAround, let place = places[current] { return place }
      next = parents[current]
      steps += 1
    }
    return nil
  }

  /// Of those that stand in each other in a circle the first one to be read stands in none.
  static func withoutCircles(_ parents: [Int?]) -> [Int?] {
    var parents = parents
    var isDone = Array(repeating: false, count: parents.count)
    for first in parents.indices {
      var path: [Int] = []
      var places: [Int: Int] = [:]
      var next: Int? = first
      while let current = next, !isDone[current] {
        if let place = places[current] {
          path[place...].min().map { parents[$0] = nil }
          break
        }
        places[current] = path.count
        path.append(current)
        next = parents[current]
      }
      for index in path { isDone[index] = true }
    }
    return parents
  }

  /// The attribution with the shortest content around the words of another.
  private func parent(of index: Int, in joined: [Joined]) -> Int? {
    let inner = joined[index].tagged
    guard let anchor = inner.cue ?? inner.content.first else { return nil }
    var best: (index: Int, length: Int)?
    for other in max(
      0, index - LinkingSettings.reachOfNesting)..<min(
        joined.count, index + LinkingSettings.reachOfNesting) where other != index
    {
      for span in joined[other].tagged.content where span.contains(anchor) && span != anchor {
        if best.map({ span.count < $0.length }) ?? true { best = (other, span.count) }
      }
    }
    return best?.index
  }
}
