extension JudgedAttribution {
  /// Somebody unnamed says it, and nobody else in the article does.
  var isOnOneAnonymousWord: Bool { isAnonymous && independentSources <= 1 }
}
