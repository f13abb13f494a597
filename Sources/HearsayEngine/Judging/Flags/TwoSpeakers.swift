extension JudgedClaim {
  /// Nearly the same words stand between quotation marks for two sources.
  var isQuotedOfTwo: Bool { hasQuotedTwins }
}
