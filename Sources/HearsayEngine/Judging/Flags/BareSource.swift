extension JudgedAttribution {
  /// Neither a name nor a description, of somebody who could have one: "a source", "officials".
  var isOfBareSource: Bool {
    guard let speaker, speaker.naming == .bare else { return false }
    return speaker.kind == .person || speaker.kind == .group ? isAnonymous : stance != .refused
  }
}
