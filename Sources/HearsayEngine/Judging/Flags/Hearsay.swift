import HearsayLanguage
import HearsayModel

extension JudgedAttribution {
  /// What is said holds somebody else's words, decision or state of mind.
  ///
  /// Outlets and documents are there to pass words on, and the chain shows it. Whoever orders, votes or takes a side passes
  /// nothing on, a position summed up holds nothing, and in a speech or a whole answer somebody always thinks something.
  var isHearsay: Bool {
    guard let speaker, manner != .reported, !isSpeech else { return false }
    switch speaker.kind {
    case .person, .group, .organisation: break
    case .outlet, .document, .author, .none: return false
    }
    switch own.cueSense.attitude {
    case .decree, .intention, .attitude: return false
    case .statement, .belief, .perception: break
    }
    return othersWithin.contains(where: isThirdParty) || own.content.contains(where: holdsHearsay)
  }

  private var isSpeech: Bool {
    own.guestNamedBefore != nil
      || Set(own.content.flatMap { document.sentenceRange(over: $0) }).count
        > JudgingSettings.sentencesOfClaim
  }

  /// Whether whoever is cited in the content is neither the speaker himself nor anybody at all.
  private func isThirdParty(_ inner: LinkedAttribution) -> Bool {
    guard let source = inner.source, let first = document.words(in: source).first,
      !lexicon.nobody.contains(first),
      document.tokens[document.tokenRange(in: source)].contains(where: isSomebodyOrPronoun)
    else { return false }
    return people.pronouns[first] == nil || document.isInsideSpeech(source.start)
  }

  private func isSomebodyOrPronoun(_ token: Token) -> Bool {
    people.pronouns[token.lower] != nil || isSomebody(token)
  }

  private func holdsHearsay(_ piece: Span) -> Bool {
    let tokens = document.tokens[document.tokenRange(in: piece)].filter { $0.kind == .word }
    let words = tokens.map(\.lower)
    return words.indices.contains { index in
      isHearsayVerb(at: index, in: words, tokens) || isHearsayNoun(at: index, in: words)
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
    // "The workers were | told" has somebody else's words; "the shops were | threatened" has not.
    let isPassive = words[(subject + 1)..<index]
      .contains(where: document.language.rules.being.contains)
    if !isPassive, document.language.endings.isGerund(words[index]) { return false }
    if isPassive, lexicon.hearsayAfterBeing.length(at: index, in: words) == 0 { return false }
    guard let pronoun = people.pronouns[word] else {
      return lexicon.hearsayOrPlural.contains(words[index])
        ? isNamed(tokens[subject]) : isSomebody(tokens[subject])
    }
    guard pronoun == .many || pronoun == .one(.male) || pronoun == .one(.female) else {
      return false
    }
    // In indirect speech the first pronoun is the speaker.
    return document.isInsideSpeech(tokens[index].span.start)
      && (subject + 1 == index || lexicon.auxiliaries.contains(words[index - 1]))
  }

  /// Whether a word is of a name that is not the speaker's own.
  private func isNamed(_ token: Token) -> Bool {
    token.isCapitalised && !people.sentenceOpeners.contains(token.lower) && !isSpeakers(token.span)
  }

  private func isSpeakers(_ word: Span) -> Bool {
    speaker?.mentions.contains { $0.contains(word) } ?? false
  }

  /// Whether a word is a name, or one for people or for a body: frogs and storms neither think nor say anything.
  private func isSomebody(_ token: Token) -> Bool {
    let word = token.lower
    if isSpeakers(token.span) { return false }
    return isNamed(token) || people.role(word) != nil || people[.kin].contains(word)
      || people[.firms].contains(word)
      || lexicon.hearsaySubjects.contains(word)
      || [people.bareHeads, people.institutions, people.organisationWords, lexicon.unnamedVoices]
        .contains { people.head(word, in: $0) != nil }
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
