package import HearsayLanguage
import HearsayModel

extension Lexicon {
  /// What is known of a cue, by its words: the rarest of them decides, so "has repeatedly denied" is a denial.
  package func sense(ofCue words: [String]) -> CueSense {
    var found: CueEntry?
    for word in words.reversed() {
      guard let index = verbs[word]?.entry ?? nouns[word] else { continue }
      found = entries[index]
      break
    }
    if found == nil {
      found = words.indices.lazy.compactMap { self.phrase(startingAt: $0, in: words) }
        .first.map { self.entries[$0.entry] }
    }
    let isNegated = words.contains { !classes(of: $0).isDisjoint(with: [.negation, .contraction]) }
    return CueSense(
      attitude: found?.attitude ?? .statement, isLoaded: found?.isLoaded ?? false,
      isDenial: found?.isDenial ?? false || isNegated && found != nil,
      isReported: found?.isReported ?? false)
  }
}
