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
    speaker.heads.first.flatMap { describedHeads.first[$0] }.map { $0 < own.start } ?? false
  }
}

/// Where each head of somebody bare is said with words that tell whose or which they are.
struct DescribedHeads: Sendable {
  /// The head, and the first place from which on it has been described.
  private(set) var first: [String: Int] = [:]

  /// Goes over the words once, for the heads of all who are bare.
  init(
    of heads: Set<String>, in document: Document, lexicon: SourcingLexicon, people: PeopleLexicon
  ) {
    guard !heads.isEmpty else { return }
    for (index, token) in document.tokens.enumerated() {
      guard let head = people.head(token.lower, in: heads)?.singular else { continue }
      let next = index + 1 < document.tokens.count ? document.tokens[index + 1] : nil
      if Self.saysWhich(before: index, in: document, lexicon) {
        first[head] = min(first[head] ?? .max, token.span.start)
      } else if let next, lexicon.placesOfSources.contains(next.lower) {
        first[head] = min(first[head] ?? .max, next.span.start)
      }
    }
  }

  private static func saysWhich(
    before index: Int, in document: Document, _ lexicon: SourcingLexicon
  )
    -> Bool
  {
    guard index > 0 else { return false }
    let word = document.tokens[index - 1]
    let isClosed = !word.classes.isDisjoint(
      with: [
        .determiner, .possessive, .preposition, .helpers, .tensed, .coordinator, .subordinator,
        .adverb,
      ])
    let isDone = document.language.endings.isGerund(word.lower)
    return word.sentence == document.tokens[index].sentence && word.kind == .word && !isClosed
      && !isDone
      && !lexicon.nobodyInParticular.contains(word.lower)
  }
}
