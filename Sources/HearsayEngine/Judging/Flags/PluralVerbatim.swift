extension JudgedAttribution {
  /// Quoted words of several people: nobody utters a sentence together.
  var isSpokenInChorus: Bool {
    speaker?.kind == .group && (manner == .direct || manner == .mixed)
  }
}
