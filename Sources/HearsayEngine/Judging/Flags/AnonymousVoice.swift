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
    if isInHeadline || isShouted { return false }
    guard own.cueSense.attitude != .decree else { return false }
    return speaker.kind == .person ? isUnnamedPerson(speaker) : isUnnamedGroup(speaker)
  }

  private var isInHeadline: Bool {
    document.paragraphIndex(at: own.start).map { document.paragraphs[$0].role == .headline }
      ?? false
  }

  private var isShouted: Bool {
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
    if words.contains(where: lexicon.toldByName.contains) { return false }
    return speaker.heads.contains {
      people.role($0) != nil || people.bareHeads.contains($0) || lexicon.unnamedVoices.contains($0)
    }
  }

  /// Several who know something, or who are said to be some and no more.
  private func isUnnamedGroup(_ speaker: Entity) -> Bool {
    let words = document.words(in: speaker.introduction)
    if lexicon.nearIt.occurs(in: words) { return true }
    if let first = words.first, lexicon.nobodyInParticular.contains(first) {
      return words.count == 1 || lexicon.within.contains(words[1])
    }
    if words.contains(where: lexicon.tooManyToName.contains) || countsMany(words) { return false }
    return speaker.heads.contains { head in
      guard let voice = people.head(head, in: lexicon.unnamedVoices) else { return false }
      return !lexicon.crowds.contains(voice.singular)
    }
  }

  /// "231 officials".
  private func countsMany(_ words: [String]) -> Bool {
    words.contains { Int($0).map { $0 > JudgingSettings.mostWhoCouldBeNamed } ?? false }
  }
}
