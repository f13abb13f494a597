extension JudgedAttribution {
  /// A cue, and nobody whose it is: "is expected to", "allegedly".
  var isOfNobody: Bool { speaker == nil && own.cue != nil }
}
