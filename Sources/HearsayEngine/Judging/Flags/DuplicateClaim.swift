extension JudgedClaim {
  /// One of its sources says it more than once.
  var isToldTwice: Bool { speakers.count > Set(speakers).count }
}
