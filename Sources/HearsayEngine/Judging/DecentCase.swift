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
      let mention = entity.mentions.first ?? entity.introduction
      guard isInShoutedText(mention) || words.count > 1 && isLabel(mention) else {
        return entity.label
      }
      return words.enumerated().map { decent($1, isFirst: $0 == 0) }.joined(separator: " ")
    }
    // A surname in capitals beside a given name in small letters.
    guard entity.kind == .person, entity.naming == .named, words.count <= 4 else {
      return entity.label
    }
    return words.enumerated().map { index, word in
      let isSurname =
        isShouted(word) && word.count >= Self.shortestSurname && !word.contains(".")
        && (index == words.count - 1 || words.count == 2)
      return isSurname ? capitalised(word) : String(word)
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

  /// "MR. COLE: I yield.": a transcript names whoever has the word in capitals.
  private func isLabel(_ mention: Span) -> Bool {
    guard let paragraph = document.paragraphIndex(at: mention.start) else { return false }
    let before = document.tokenRange(
      in: Span(document.paragraphs[paragraph].span.start, mention.start))
    let next = document.tokenRange(in: mention).upperBound
    return document.tokens[before].allSatisfy { $0.kind != .word }
      && document.tokens[next...].first.map { [":", "("].contains($0.lower) } ?? false
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
