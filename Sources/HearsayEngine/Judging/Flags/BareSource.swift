import HearsayLanguage

extension JudgedAttribution {
  /// Neither a name nor a description, of somebody who could have one: "a source", "officials".
  ///
  /// Whoever was there is told by that, and "the sources" may have been described before.
  var isOfBareSource: Bool {
    guard let speaker, speaker.naming == .bare, !isWitness(speaker), !isDescribedBefore(speaker)
    else { return false }
    return speaker.kind == .person || speaker.kind == .group ? isAnonymous : stance != .refused
  }

  private func isWitness(_ speaker: Entity) -> Bool {
    speaker.heads.contains { people.head($0, in: lexicon.onlookers) != nil }
  }

  /// "Sources within the ministry … the sources", "wildlife officials … officials".
  private func isDescribedBefore(_ speaker: Entity) -> Bool {
    guard let head = speaker.heads.first else { return false }
    let before = document.tokens.prefix { $0.span.start < own.start }
    return before.indices.contains { index in
      guard before[index].lower == head else { return false }
      let next = index + 1 < before.count ? before[index + 1].lower : ""
      if lexicon.placesOfSources.contains(next) { return true }
      guard index > 0, before[index - 1].sentence == before[index].sentence else { return false }
      let word = before[index - 1]
      let saysWhose = word.classes.isDisjoint(
        with: [
          .determiner, .possessive, .preposition, .helpers, .tensed, .coordinator, .subordinator,
        ])
      return word.kind == .word && saysWhose && !word.classes.contains(.adverb)
        && !lexicon.nobodyInParticular.contains(word.lower)
    }
  }
}
