import HearsayLanguage
import HearsayModel

extension JudgedAttribution {
  /// What is said holds somebody else's words, decision or state of mind.
  ///
  /// Whoever orders or votes passes nothing on, and in a speech or a whole answer somebody always thinks something. Of a
  /// position only the noun tells it: "criticised the council's decision".
  var isHearsay: Bool {
    guard speaker != nil, !isSpeech else { return false }
    switch own.cueSense.attitude {
    case .decree, .intention: return false
    case .statement, .belief, .attitude, .perception: break
    }
    return inner.contains(where: isThirdParty) || own.content.contains(where: holdsHearsay)
  }

  private var isSpeech: Bool {
    Set(own.content.flatMap { document.sentenceRange(over: $0) }).count
      > JudgingSettings.sentencesOfClaim
  }

  /// Whether whoever is cited in the content is neither the speaker himself nor anybody at all.
  private func isThirdParty(_ inner: LinkedAttribution) -> Bool {
    guard let source = inner.source, let first = document.words(in: source).first,
      !lexicon.nobody.contains(first)
    else { return false }
    return people.pronouns[first] == nil || document.isInsideSpeech(source.start)
  }

  private func holdsHearsay(_ piece: Span) -> Bool {
    let tokens = document.tokens[document.tokenRange(in: piece)].filter { $0.kind == .word }
    let words = tokens.map(\.lower)
    return words.indices.contains { index in
      manner != .reported && isHearsayVerb(at: index, in: words, tokens)
        || isHearsayNoun(at: index, in: words)
    }
  }

  /// "… that the minister | *refused*": a verb for words or a state of mind, with somebody else before it.
  private func isHearsayVerb(at index: Int, in words: [String], _ tokens: [Token]) -> Bool {
    guard index > 0, lexicon.hearsayVerbs.length(at: index, in: words) > 0 else { return false }
    var subject = index - 1
    while subject > 0, isBetweenSubjectAndVerb(words[subject]) { subject -= 1 }
    let word = words[subject]
    if lexicon.nobody.contains(word) || lexicon.noSubject.contains(word)
      || !tokens[subject].classes.isDisjoint(with: [.determiner, .possessive, .preposition])
      || isOfNumber(tokens[index])
    {
      return false
    }
    if subject >= 1, lexicon.denyingSubject.contains(words[subject - 1]) { return false }
    guard let pronoun = people.pronouns[word] else { return true }
    guard pronoun == .many || pronoun == .one(.male) || pronoun == .one(.female) else {
      return false
    }
    // In indirect speech the first pronoun is the speaker.
    return document.isInsideSpeech(tokens[index].span.start)
      && (subject + 1 == index || lexicon.auxiliaries.contains(words[index - 1]))
  }

  /// "claimed 15 lives", "1,200 confirmed cases".
  private func isOfNumber(_ verb: Token) -> Bool {
    let place = document.tokenRange(in: verb.span).lowerBound
    return [place - 1, place + 1].contains {
      document.tokens.indices.contains($0) && document.tokens[$0].kind == .number
    }
  }

  private func isBetweenSubjectAndVerb(_ word: String) -> Bool {
    lexicon.auxiliaries.contains(word) || document.language.endings.isAdverb(word)
      || lexicon.betweenSubjectAndVerb.contains(word)
  }

  /// "the government's | *decision*".
  private func isHearsayNoun(at index: Int, in words: [String]) -> Bool {
    guard index > 0, lexicon.hearsayNouns.length(at: index, in: words) > 0 else { return false }
    let before = words[index - 1]
    return lexicon.possessives.contains(before)
      || index > 1 && people.organisationWords.contains(before)
  }
}
