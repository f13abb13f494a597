import HearsayModel

extension JudgedAttribution {
  /// Somebody unnamed gives a belief or a forecast.
  var isAnonymousOpinion: Bool { isAnonymous && isOpinion }

  private var isOpinion: Bool {
    switch own.cueSense.attitude {
    case .belief: true
    case .statement, .attitude: lexicon.forecast.occurs(in: document.words(in: own.content))
    case .intention, .decree, .perception: false
    }
  }
}
