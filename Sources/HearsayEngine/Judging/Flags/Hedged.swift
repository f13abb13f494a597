extension JudgedAttribution {
  /// Said with a reserve.
  var isHedged: Bool { certainty == .hedged }
}
