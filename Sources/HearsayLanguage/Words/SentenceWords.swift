package import HearsayModel

/// A sentence of a document, word by word. Positions count from the start of the sentence.
package struct SentenceWords {
  package let document: Document
  /// The sentence, as an index into the document.
  package let sentence: Int
  /// Its tokens, as indices into the document.
  package let range: Range<Int>

  package init(_ document: Document, _ sentence: Int) {
    self.document = document
    self.sentence = sentence
    range = document.sentences[sentence].tokens
  }

  package var language: Language { document.language }
  /// The cues.
  package var lexicon: Lexicon { document.language.lexicon }
  /// Words that rules look for.
  package var rules: RuleWords { document.language.rules }

  package var count: Int { range.count }

  package func token(_ position: Int) -> Token { document.tokens[range.lowerBound + position] }

  /// The span over some positions; never asked of none.
  package func span(_ positions: Range<Int>) -> Span {
    Span(token(positions.lowerBound).span.start, token(positions.upperBound - 1).span.end)
  }

  /// The word at a position, or nothing past either end.
  package func word(_ position: Int) -> String {
    holds(position) ? document.tokens[range.lowerBound + position].lower : ""
  }

  /// The words at some positions.
  package func words(_ positions: Range<Int>) -> [String] { positions.map { word($0) } }

  /// Whether the word at a position is one of these.
  package func isOne(of words: Set<String>, _ position: Int) -> Bool {
    holds(position) && words.contains(document.tokens[range.lowerBound + position].lower)
  }

  /// Whether the word at a position ends like a form in -ing.
  package func endsLikeGerund(_ position: Int) -> Bool {
    language.endings.isGerund(word(position))
  }

  /// Whether the word at a position is of one of these classes.
  package func has(_ position: Int, _ wanted: WordClasses) -> Bool {
    holds(position)
      && !document.tokens[range.lowerBound + position].classes.isDisjoint(with: wanted)
  }

  package func kind(_ position: Int) -> Token.Kind? {
    holds(position) ? document.tokens[range.lowerBound + position].kind : nil
  }

  /// The cue verb that a word is a form of.
  package func verb(_ position: Int) -> CueForm? {
    holds(position) ? document.tokens[range.lowerBound + position].verb : nil
  }

  /// The cue noun that a word is, as an index into the lexicon's entries.
  package func noun(_ position: Int) -> Int? {
    holds(position) ? document.tokens[range.lowerBound + position].noun : nil
  }

  /// The longest phrase of the lexicon that starts at a position.
  package func phrase(at position: Int) -> CuePhrase? {
    guard holds(position), let phrases = lexicon.phrases[word(position)] else { return nil }
    return phrases.first { phrase in
      phrase.words.indices.allSatisfy { word(position + $0) == phrase.words[$0] }
    }
  }

  private func holds(_ position: Int) -> Bool { position >= 0 && position < range.count }
}

extension SentenceWords {
  /// Whether this is a headline, where verbs may have capitals and small words are left out.
  package var isInHeadline: Bool {
    document.paragraphs[document.sentences[sentence].paragraph].role == .headline
  }
}

// MARK: - Judging a word

extension SentenceWords {
  /// A comma, stop, bracket, colon, dash or quotation mark.
  package func isMark(_ position: Int) -> Bool {
    switch kind(position) {
    case .word, .number: false
    case nil: true
    default: !Self.joiners.contains(word(position))
    }
  }

  /// Marks that stand inside names: AT & T, the Times/Post poll, players'.
  static let joiners: Set<String> = ["&", "%", "'", "/"]

  package func isComma(_ position: Int) -> Bool { word(position) == "," }
  package func isStop(_ position: Int) -> Bool {
    [".", "!", "?", "…", "...", ";"].contains(word(position))
  }
  package func isDash(_ position: Int) -> Bool {
    ["—", "–", "--", "-", "―"].contains(word(position))
  }
  package func isOpening(_ position: Int) -> Bool { kind(position) == .openingMark }
  package func isClosing(_ position: Int) -> Bool { kind(position) == .closingMark }
  package func isCapitalised(_ position: Int) -> Bool {
    holds(position) && document.tokens[range.lowerBound + position].isCapitalised
  }

  /// Ends in -ly, or is an adverb that doesn't.
  package func isAdverb(_ position: Int) -> Bool { has(position, .adverbial) }

  /// A verb with a tense, as far as one can tell: *is*, *would*, *went*, *praised*.
  package func isFinite(_ position: Int) -> Bool { has(position, .tensed) }

  /// Noun, adjective, number or name: what noun phrases are made of.
  package func isNominal(_ position: Int) -> Bool { has(position, .nominal) }

  /// Whether a noun could stand here: an article or the like comes right before.
  package func followsDeterminer(_ position: Int) -> Bool {
    has(position - 1, [.determiner, .possessive])
      || has(position - 1, .genitive) && !has(position - 2, .subject)
  }
}
