extension JudgedAttribution {
  /// The verb takes a side, for somebody: *confirmed*, *claimed*.
  var hasLoadedCue: Bool { own.cueSense.isLoaded && speaker != nil }
}
