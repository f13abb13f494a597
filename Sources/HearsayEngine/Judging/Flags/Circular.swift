import HearsayModel

extension JudgedAttribution {
  /// A chain that comes back to somebody, or a source that confirms itself.
  var isCircular: Bool {
    var seen = Set<Int>()
    // Who a pronoun in somebody's words means is not sure enough for this.
    let isPronoun =
      own.source.flatMap { document.words(in: $0).first }
      .map { people.pronouns[$0] != nil } ?? false
    if !isPronoun, chain.contains(where: { !seen.insert($0.entity).inserted }) { return true }
    guard let speaker, speaker.kind == .person || speaker.kind == .group,
      !speaker.heads.isEmpty, speaker.naming != .named
    else { return false }
    return own.content.contains { confirmsItself($0, speaker) }
  }

  /// "A senior MP confirmed those talks", said by a senior MP.
  private func confirmsItself(_ piece: Span, _ speaker: Entity) -> Bool {
    document.sentenceRange(over: piece).contains { sentence in
      let tokens = document.tokens[document.sentences[sentence].tokens].filter {
        piece.contains($0.span)
      }
      let words = tokens.map(\.lower)
      guard
        let verb = words.indices.first(where: { lexicon.confirming.length(at: $0, in: words) > 0 }),
        verb > 0
      else { return false }
      return words[..<verb].contains { word in
        guard let role = people.role(word), !role.isPlural else { return false }
        let accepted = people.kinship.accepted(by: role.singular)
        return !accepted.isDisjoint(with: speaker.heads)
          && !lexicon.commonRoles.contains(role.singular)
      }
    }
  }
}
