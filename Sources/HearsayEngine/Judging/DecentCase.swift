import HearsayLanguage
import HearsayModel

/// Writes names as they are written where nobody shouts: *Rosa Quint* for "SAID ROSA QUINT", *Pavel Soukup* for "Pavel SOUKUP".
struct DecentCase {
  let document: Document

  /// The name of somebody, for the reader.
  func name(_ entity: Entity) -> String {
    let words = entity.label.split(separator: " ")
    let shouted = words.filter { isShouted($0) }
    guard !shouted.isEmpty else { return entity.label }
    if shouted.count == words.filter({ $0.contains(where: \.isLetter) }).count {
      guard isInShoutedText(entity.mentions.first ?? entity.introduction) else {
        return entity.label
      }
      return words.enumerated().map { decent($1, isFirst: $0 == 0) }.joined(separator: " ")
    }
    // A surname in capitals beside a given name in small letters.
    guard entity.kind == .person, entity.naming == .named, words.count <= 4 else {
      return entity.label
    }
    return words.map {
      isShouted($0) && $0.count >= Self.shortestSurname ? capitalised($0) : String($0)
    }
    .joined(separator: " ")
  }

  /// Shorter words in capitals may be initials: JFK, NATO.
  private static let shortestSurname = 4

  private func isShouted(_ word: Substring) -> Bool {
    word.count { $0.isLetter } > 1 && word == word.uppercased() && word != word.lowercased()
  }

  /// Whether most words around a mention are in capitals, so that its own tell nothing.
  private func isInShoutedText(_ mention: Span) -> Bool {
    guard let sentence = document.sentenceIndex(at: mention.start) else { return false }
    let words = document.tokens[document.sentences[sentence].tokens].filter {
      $0.kind == .word && $0.span.count > 1
    }
    let shouted = words.count { isShouted(Substring(document.text[$0.span])) }
    return words.count >= 4 && shouted * 5 >= words.count * 4
  }

  private func decent(_ word: Substring, isFirst: Bool) -> String {
    let lower = word.lowercased()
    let classes = document.language.lexicon.classes(of: lower)
    if !classes.isDisjoint(with: [.determiner, .preposition, .conjunction, .possessive]) {
      return isFirst ? capitalised(word) : lower
    }
    // Two letters that are no word, and letters without a vowel, are short for something.
    let isSpoken = document.language.endings.maySpeakItself(lower)
    return word.count <= 2 || !isSpoken ? String(word) : capitalised(word)
  }

  /// *O'Brien-Holt* for "O'BRIEN-HOLT".
  private func capitalised(_ word: Substring) -> String {
    var result = ""
    var isStart = true
    for (index, letter) in word.enumerated() {
      result += isStart ? letter.uppercased() : letter.lowercased()
      // The letters after an apostrophe at the end are a clitic: 'S.
      isStart = letter == "-" || "'’".contains(letter) && word.count - index > 3
    }
    return result
  }
}
