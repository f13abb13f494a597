import HearsayLanguage

extension Set<String> {
  /// Whether a token is one of these words.
  func has(_ token: Token) -> Bool { contains(token.lower) }

  /// Whether a word ends in one of these endings.
  func isEnding(of word: String) -> Bool { contains(where: word.hasSuffix) }
}
