import HearsayModel

extension JudgedAttribution {
  /// Somebody unnamed gives a belief or a forecast.
  var isAnonymousOpinion: Bool { isAnonymous && isOpinion && !isOnlooker }

  /// "I think I heard three shots" is what somebody remembers.
  private var isOnlooker: Bool {
    speaker?.heads.contains { people.head($0, in: lexicon.onlookers) != nil } ?? false
  }

  private var isOpinion: Bool {
    switch own.cueSense.attitude {
    case .belief: true
    case .statement, .attitude: lexicon.forecast.occurs(in: document.words(in: own.content))
    case .intention, .decree, .perception: false
    }
  }
}
