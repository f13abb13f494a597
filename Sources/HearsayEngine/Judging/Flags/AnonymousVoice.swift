import HearsayLanguage
import HearsayModel

extension JudgedAttribution {
  /// Whether somebody speaks who could be named and is not.
  ///
  /// Institutions answer for themselves, and so do those who speak or decide for one; a crowd has no name to give; a ruling
  /// or a vote is no claim; whoever says nothing claims nothing; and whom a source quotes, that source answers for.
  var isAnonymous: Bool {
    guard let speaker, speaker.naming.isUnnamed, stance != .refused, !isOfNobodyAtAll,
      !isPassedOnBySpeaker
    else { return false }
    switch speaker.kind {
    case .person, .group: break
    case .organisation, .outlet, .document, .author, .none: return false
    }
    if speaker.naming == .withheld { return true }
    // A headline names few; whoever reads on learns the rest. And a crowd that shouts is heard by all.
    if isInHeadline || isShouted || isDeed || isExample { return false }
    switch own.cueSense.attitude {
    case .decree, .intention: return false
    case .statement, .belief, .attitude, .perception: break
    }
    return speaker.kind == .person ? isUnnamedPerson(speaker) : isUnnamedGroup(speaker)
  }

  /// "filed a lawsuit against", "posted a photo": what somebody did rests on nobody's word.
  private var isDeed: Bool {
    guard let cue = own.cue, manner == .reported || manner == .indirect else { return false }
    let first = own.content.first.flatMap { document.words(in: $0).first }
    return document.words(in: cue).contains(where: lexicon.deeds.contains)
      && !(first.map(lexicon.clauseWords.contains) ?? false)
  }

  /// "The seller tells you": anybody's words to anybody.
  private var isExample: Bool {
    own.addressee.map { document.words(in: $0) }?.first.map(lexicon.anybody.contains) ?? false
  }

  private var isInHeadline: Bool {
    document.paragraphIndex(at: own.start).map { document.paragraphs[$0].role == .headline }
      ?? false
  }

  var isShouted: Bool {
    guard let cue = own.cue else { return false }
    let sentence =
      document.words(in: cue) + own.content.flatMap { document.words(in: $0) }.prefix(2)
    return speaker?.isPlural == true && sentence.contains(where: lexicon.shouting.contains)
  }

  /// One human being, who speaks for nobody else.
  private func isUnnamedPerson(_ speaker: Entity) -> Bool {
    guard speaker.heads.allSatisfy({ people.head($0, in: lexicon.voicesOfOthers) == nil }) else {
      return false
    }
    let words = document.words(in: speaker.introduction)
    if words.contains(where: lexicon.toldByName.contains) || endsInName(speaker)
      || isOnlyOneOfIts(words) || isRelative(speaker, words)
    {
      return false
    }
    if speaker.heads.contains(where: { people.head($0, in: lexicon.protectedPeople) != nil }) {
      return false
    }
    return speaker.heads.contains {
      people.role($0) != nil || people.bareHeads.contains($0) || lexicon.unnamedVoices.contains($0)
    }
  }

  /// "Scientist Rebecca Falconer": a name behind what nobody knew for a title.
  func endsInName(_ speaker: Entity) -> Bool {
    let tokens = document.tokens[document.tokenRange(in: speaker.introduction)]
    let phrase = tokens.prefix {
      $0.kind == .word && $0.classes.isDisjoint(with: [.preposition, .relative])
    }
    guard phrase.count > 2 else { return false }
    return phrase.suffix(2).allSatisfy { token in
      let letters = document.text[token.span]
      return letters.first?.isUppercase == true
        && letters.dropFirst().contains(where: \.isLowercase)
    }
  }

  /// "the head of the inspectorate", "the chief investigator": there is one, and whoever wants to know finds out who.
  private func isOnlyOneOfIts(_ words: [String]) -> Bool {
    words.count > 2 && people[.the].contains(words[0]) && lexicon.onlyOnes.contains(words[1])
  }

  /// "his daughter": told by whose she is.
  private func isRelative(_ speaker: Entity, _ words: [String]) -> Bool {
    guard let first = words.first,
      people[.determinersPossessive].contains(first)
        || words.contains(where: people[.ownerMarks].contains)
    else { return false }
    return speaker.heads.contains(where: people[.kin].contains)
  }

  /// Several who know something, or who are said to be some and no more.
  private func isUnnamedGroup(_ speaker: Entity) -> Bool {
    let words = document.words(in: speaker.introduction)
    if lexicon.nearIt.occurs(in: words) { return true }
    if let first = words.first, lexicon.nobodyInParticular.contains(first) {
      return words.count == 1
        ? !isOneSideOfSeveral(first) : lexicon.within.contains(words[1])
    }
    if words.contains(where: lexicon.tooManyToName.contains) || countsMany(words) { return false }
    return speaker.heads.contains { head in
      guard let voice = people.head(head, in: lexicon.unnamedVoices) else { return false }
      return !lexicon.crowds.contains(voice.singular)
    }
  }

  /// "Some say …, while others say": of those who were told before; and "others" always are.
  private func isOneSideOfSeveral(_ word: String) -> Bool {
    if lexicon.otherSides.contains(word) { return true }
    guard let source = own.source, let number = document.sentenceIndex(at: source.start) else {
      return false
    }
    let words = document.words(in: document.sentences[number].span)
    return words.contains(where: lexicon.otherSides.contains) || words.count { $0 == word } > 1
  }

  /// "231 officials".
  private func countsMany(_ words: [String]) -> Bool {
    words.contains { Int($0).map { $0 > JudgingSettings.mostWhoCouldBeNamed } ?? false }
  }
}
