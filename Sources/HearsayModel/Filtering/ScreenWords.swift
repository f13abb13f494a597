extension Filter {
  /// The words of the screen that a filter understands as they stand there: *bare source*, *alone, unnamed*, *denied*.
  ///
  /// In quotation marks they are only words.
  static let screenWords: [(words: String, key: Key, value: String)] =
    flags.map { ($0.shortWords, .flag, $0.rawValue) }
    + Stance.allCases.map { ($0.words, .stance, $0.rawValue) }
    + Manner.allCases.map { ($0.words, .manner, $0.rawValue) }
    + Naming.allCases.filter { $0 != .named }.map { ($0.words, .naming, $0.rawValue) }
    + UnattributedSentence.Kind.allCases.map { ($0.words, .unattributed, $0.rawValue) }

  /// Whether a filter ends with several words that stand like that on the screen: *bare source* is a filter, though *source*
  /// may become a key.
  public static func endsOnScreenWords(_ text: String) -> Bool {
    let typed = " " + text.lowercased().split(separator: " ").joined(separator: " ")
    return screenWords.contains { known in
      known.words.contains(" ") && typed.hasSuffix(" " + known.words.lowercased())
    }
  }

  /// The longest of them that the next pieces of a filter are, and how many pieces that takes.
  static func screenWord(at tokens: ArraySlice<FilterToken>) -> (test: Condition, count: Int)? {
    let plain = tokens.prefix { $0.isPlainWord }.prefix(8).map { $0.words.lowercased() }
    guard !plain.isEmpty else { return nil }
    for count in stride(from: plain.count, through: 1, by: -1) {
      let typed = plain.prefix(count).joined(separator: " ")
      if let known = screenWords.first(where: { $0.words.lowercased() == typed }) {
        return (.test(known.key, .word(known.value)), count)
      }
    }
    return nil
  }
}

extension FilterToken {
  /// Whether it is a word without quotation marks around it.
  var isPlainWord: Bool {
    if case .word(let word) = kind { place.count == word.count } else { false }
  }
}
