import HearsayModel

extension JudgedClaim {
  /// Several say it, but none has a name, or all came by one route: that is no second source.
  var isEchoed: Bool {
    isByTwo && !isCorroborated && (named.isEmpty || isThroughOneRelay)
  }
}
