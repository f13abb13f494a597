/// Words to find, as a person types them, in the form that the index understands.
///
/// Words beside each other must all occur; words in quotation marks follow each other; `OR` between two means
/// either; a `-` before a word leaves out what has it; a `*` after a word stands for any ending. Everything else is
/// taken as words, so nothing that can be typed is an error, but more words than the index can look for in a moment.
struct SearchQuery: Hashable, Sendable {
  /// For `MATCH`; `nil` where nothing is asked for.
  let match: String?

  /// How many words may be looked for at once. Each takes as long as all the places where it stands.
  static let mostWords = 100

  /// - Throws: where there are more words than can be looked for.
  init(_ typed: String) throws(TooManyWords) {
    guard
      typed.split(omittingEmptySubsequences: true, whereSeparator: { !$0.isWord }).count
        <= Self.mostWords
    else { throw TooManyWords() }
    var wanted: [[String]] = []
    var unwanted: [String] = []
    var joinsNext = false
    for term in Term.all(of: typed) {
      switch term {
      case .either: joinsNext = !wanted.isEmpty
      case .words(let words, let isUnwanted):
        if isUnwanted {
          unwanted.append(words)
        } else if joinsNext {
          wanted[wanted.count - 1].append(words)
        } else {
          wanted.append([words])
        }
        joinsNext = false
      }
    }
    guard !wanted.isEmpty else {
      match = nil
      return
    }
    let all = wanted.map { "(\($0.joined(separator: " OR ")))" }.joined(separator: " AND ")
    match =
      unwanted.isEmpty ? all : "(\(all)) NOT (\(unwanted.joined(separator: " OR ")))"
  }
}

/// More words are asked for than the index can look for in a moment.
struct TooManyWords: Error {}

// MARK: - Terms

extension SearchQuery {
  private enum Term {
    case words(String, isUnwanted: Bool)
    case either

    static func all(of typed: String) -> [Term] {
      var terms: [Term] = []
      var rest = typed[...]
      while true {
        rest = rest.drop { $0.isWhitespace }
        guard let first = rest.first else { return terms }
        let isUnwanted =
          first == "-" && rest.dropFirst().first.map { $0.isWord || $0.isQuote } ?? false
        if isUnwanted { rest = rest.dropFirst() }
        if rest.first?.isQuote ?? false {
          rest = rest.dropFirst()
          let phrase = rest.prefix { !$0.isQuote }
          rest = rest.dropFirst(phrase.count + 1)
          if let words = term(phrase) { terms.append(.words(words, isUnwanted: isUnwanted)) }
        } else {
          let word = rest.prefix { !$0.isWhitespace && !$0.isQuote }
          rest = rest.dropFirst(word.count)
          if word == "OR" {
            terms.append(.either)
          } else if let words = term(word) {
            terms.append(.words(words, isUnwanted: isUnwanted))
          }
        }
      }
    }

    /// One or more words that follow each other; `nil` where there are no letters to find.
    private static func term(_ text: Substring) -> String? {
      let words = text.split { !$0.isWord }.map(String.init)
      guard !words.isEmpty else { return nil }
      let isOpen = text.last == "*"
      let phrase = "\"\(words.joined(separator: " "))\"" + (isOpen ? "*" : "")
      // "cease-fire" is also "ceasefire".
      guard words.count > 1, text.contains(where: \.isHyphen), !text.contains(where: \.isWhitespace)
      else { return phrase }
      return "(\(phrase) OR \"\(words.joined())\"\(isOpen ? "*" : ""))"
    }
  }
}

extension Character {
  /// Whether the index takes it for a part of a word. Marks belong to the letters before them.
  fileprivate var isWord: Bool {
    guard let first = unicodeScalars.first else { return false }
    switch first.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  fileprivate var isQuote: Bool {
    switch self {
    case "\"", "“", "”", "„", "«", "»": true
    default: false
    }
  }

  fileprivate var isHyphen: Bool {
    switch self {
    case "-", "‐", "‑": true
    default: false
    }
  }
}
