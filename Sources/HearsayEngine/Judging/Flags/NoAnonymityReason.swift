import HearsayModel

extension JudgedAttribution {
  /// No sentence with a mention of the unnamed source says why it has no name, and it is one of those who have something
  /// to lose by it.
  var isAnonymousWithoutReason: Bool { isAnonymous && owesReason && !isReasonGiven }

  /// A passer-by or the owner of a shop was not asked; an official, an aide or a source was.
  private var owesReason: Bool {
    guard let speaker, speaker.kind == .person, speaker.naming != .withheld else { return true }
    return !speaker.heads.contains {
      people.head($0, in: lexicon.onlookers) != nil
        || people.head($0, in: lexicon.ordinaryPeople) != nil
    }
  }

  private var isReasonGiven: Bool {
    guard let speaker else { return false }
    return speaker.mentions.prefix(JudgingSettings.mentionsLookedAt).contains { mention in
      guard let sentence = document.sentenceIndex(at: mention.start) else { return false }
      // "The ban is for security reasons" gives a reason for something else.
      let words = outsideContent(of: sentence).filter { $0.kind == .word }.map(\.lower)
      return lexicon.anonymityReason.occurs(in: words)
    }
  }
}
