/// A piece of a filter's text: a test, a word, `and`, `or`, `not` or a parenthesis.
struct FilterToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case and, or, not, open, close
    case word(String)
    case test(Test)
  }

  /// `naming:bare,described`
  struct Test: Hashable, Sendable {
    var key: String
    var keyPlace: Range<Int>
    var values: [Piece]
  }

  /// A value, without the signs around it.
  struct Piece: Hashable, Sendable {
    var text: String
    var isPattern: Bool
    var place: Range<Int>
  }

  var kind: Kind
  /// Its characters.
  var place: Range<Int>

  var isOperator: Bool { kind == .and || kind == .or || kind == .not }

  /// How it is written.
  var words: String {
    switch kind {
    case .and: "and"
    case .or: "or"
    case .not: "not"
    case .open: "("
    case .close: ")"
    case .word(let word): word
    case .test(let test): "\(test.key):"
    }
  }
}

extension FilterToken {
  /// All pieces of a text.
  static func all(of text: String) throws(Filter.Problem) -> [FilterToken] {
    var scanner = Scanner(characters: Array(text))
    var tokens: [FilterToken] = []
    while let token = try scanner.next() { tokens.append(token) }
    return tokens
  }
}

private struct Scanner {
  let characters: [Character]
  var position = 0

  private var character: Character? {
    position < characters.count ? characters[position] : nil
  }

  mutating func next() throws(Filter.Problem) -> FilterToken? {
    while let character, character.isWhitespace { position += 1 }
    guard let character else { return nil }
    let start = position
    func token(_ kind: FilterToken.Kind) -> FilterToken {
      FilterToken(kind: kind, place: start..<position)
    }
    switch character {
    case "(", ")", "|", "&", "!":
      position += 1
      let kinds: [Character: FilterToken.Kind] = [
        "(": .open, ")": .close, "|": .or, "&": .and, "!": .not,
      ]
      return token(kinds[character] ?? .open)
    case "-" where position + 1 < characters.count && !characters[position + 1].isWhitespace:
      position += 1
      return token(.not)
    case "\"", "“", "/":
      let piece = try piece()
      guard piece.isPattern else { return token(.word(piece.text)) }
      let test = FilterToken.Test(key: "text", keyPlace: piece.place, values: [piece])
      return token(.test(test))
    default: break
    }
    let word = plain(until: ":")
    guard self.character == ":" else {
      switch word.lowercased() {
      case "and": return token(.and)
      case "or": return token(.or)
      case "not": return token(.not)
      default: return token(.word(word))
      }
    }
    let keyPlace = start..<position
    position += 1
    var values = [try piece()]
    while self.character == "," {
      position += 1
      values.append(try piece())
    }
    return token(.test(.init(key: word, keyPlace: keyPlace, values: values)))
  }

  /// Characters up to white space, a parenthesis or `sign`.
  private mutating func plain(until sign: Character) -> String {
    let start = position
    while let character, !character.isWhitespace, !"()|&".contains(character),
      character != sign || position == start
    {
      position += 1
    }
    return String(characters[start..<position])
  }

  /// A value: a word, words between quotation marks, or an expression between slashes.
  private mutating func piece() throws(Filter.Problem) -> FilterToken.Piece {
    let start = position
    guard let opening = character, let closing = Self.closing[opening] else {
      let text = character == "," ? "" : plain(until: ",")
      return FilterToken.Piece(text: text, isPattern: false, place: start..<position)
    }
    position += 1
    var text = ""
    while let character, !closing.contains(character) {
      // Only the sign itself needs a backslash; in an expression the others keep theirs.
      if character == "\\", position + 1 < characters.count {
        let escaped = characters[position + 1]
        if !closing.contains(escaped) { text.append(character) }
        text.append(escaped)
        position += 2
      } else {
        text.append(character)
        position += 1
      }
    }
    guard character != nil else {
      throw Filter.Problem(
        place: start..<start + 1,
        sentence: opening == "/"
          ? "The regular expression that begins here has no “/” at its end."
          : "The quotation mark that stands here is never closed.")
    }
    position += 1
    return FilterToken.Piece(text: text, isPattern: opening == "/", place: start..<position)
  }

  private static let closing: [Character: Set<Character>] = [
    "\"": ["\""], "“": ["”", "\""], "/": ["/"],
  ]
}
