import HearsayModel

extension JudgedAttribution {
  /// No sentence with a mention of the unnamed source says why it has no name.
  var isAnonymousWithoutReason: Bool { isAnonymous && !isReasonGiven }

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
