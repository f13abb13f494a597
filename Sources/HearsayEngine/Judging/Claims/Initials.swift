import HearsayLanguage
import HearsayModel

/// What initials in an article stand for: "the World Health Organization" and "the WHO" are the same words.
struct Initials: Sendable {
  /// For initials in small letters the words whose they are.
  private var meanings: [String: [String]] = [:]

  /// Initials of which none is known.
  init() {}

  /// The initials in an article, as far as a row of capitalised words in it has them.
  init(of document: Document) {
    let wanted = Set(document.tokens.filter { Self.mayBe($0, in: document) }.map(\.lower))
    guard !wanted.isEmpty else { return }
    var row: [Token] = []
    for token in document.tokens {
      let isSmall = !token.classes.isDisjoint(with: [.preposition, .determiner, .additive])
      if token.kind == .word, token.isCapitalised, !isSmall || !row.isEmpty {
        row.append(token)
      } else if token.kind != .word || !isSmall || row.isEmpty {
        note(row, wanted)
        row = []
      }
    }
    note(row, wanted)
  }

  private mutating func note(_ row: [Token], _ wanted: Set<String>) {
    guard row.count > 1, row.count <= Self.longest else { return }
    let initials = String(row.compactMap(\.lower.first))
    if wanted.contains(initials), meanings[initials] == nil {
      meanings[initials] = row.map(\.lower)
    }
  }

  private static let longest = 6

  /// Two to six capitals.
  private static func mayBe(_ token: Token, in document: Document) -> Bool {
    guard token.kind == .word, token.isCapitalised, (2...longest).contains(token.span.count) else {
      return false
    }
    return document.text.bytes[token.span.range].allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// The words of some pieces in lower case, with what initials stand for in their place.
  func words(in pieces: [Span], of document: Document) -> [String] {
    guard !meanings.isEmpty else { return document.words(in: pieces) }
    var words: [String] = []
    for token in pieces.flatMap({ document.tokens[document.tokenRange(in: $0)] })
    where token.kind == .word || token.kind == .number {
      if let meaning = meanings[token.lower], Self.mayBe(token, in: document) {
        words += meaning
      } else {
        words.append(token.lower)
      }
    }
    return words
  }
}
