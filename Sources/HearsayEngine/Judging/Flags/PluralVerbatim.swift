import HearsayLanguage
import HearsayModel

extension JudgedAttribution {
  /// Quoted words of several people: nobody utters a sentence together.
  ///
  /// A word or two between marks may be anybody's; what a crowd shouts or several have signed is theirs; and how somebody
  /// else gives their words is that person's telling.
  var isSpokenInChorus: Bool {
    guard let speaker, speaker.kind == .group, own.within == nil, !isShouted,
      !endsInName(speaker),
      manner == .direct || manner == .mixed
    else { return false }
    let cue = own.cue.map { document.words(in: $0) } ?? []
    if cue.contains(where: lexicon.writing.contains) { return false }
    return own.content.contains { piece in
      document.quotationRange(over: piece).contains {
        isMoreThanAPhrase(document.quotations[$0].span)
      }
    }
  }

  private func isMoreThanAPhrase(_ quoted: Span) -> Bool {
    let tokens = document.tokens[document.tokenRange(in: quoted)]
    let words = tokens.count { $0.kind == .word }
    return words > JudgingSettings.wordsOfChorus
      || words == JudgingSettings.wordsOfChorus && document.hasVerb(tokens)
  }
}
