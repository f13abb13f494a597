import HearsayModel

extension JudgedClaim {
  /// Two with a name say it, by different routes.
  var isCorroborated: Bool { isByTwo && named.count > 1 && !isThroughOneRelay }
}
