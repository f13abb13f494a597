extension JudgedClaim {
  /// Nearly the same words stand between quotation marks for two sources with a name; whoever has none may be one of them.
  var isQuotedOfTwo: Bool { hasQuotedTwins && named.count > 1 }
}
