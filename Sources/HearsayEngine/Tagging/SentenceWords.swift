import HearsayModel

/// A sentence with what the word lists know of each of its words. Positions count from the start of the sentence.
struct SentenceWords {
  let document: Document
  let lexicon: Lexicon
  /// The sentence, as an index into the document.
  let sentence: Int
  /// Its tokens, as indices into the document.
  let range: Range<Int>
  let words: [String]
  let classes: [WordClasses]

  init(_ document: Document, _ sentence: Int, _ lexicon: Lexicon) {
    self.document = document
    self.lexicon = lexicon
    self.sentence = sentence
    range = document.sentences[sentence].tokens
    words = document.tokens[range].map(\.lower)
    classes = range.map { index in
      let token = document.tokens[index]
      // "US authorities", "WHO officials": in capitals these are no pronouns.
      if Self.alsoNames.contains(token.lower), token.isCapitalised,
        document.text[token.span].allSatisfy(\.isUppercase)
      {
        return []
      }
      return lexicon.classes(of: token.lower)
    }
  }

  private static let alsoNames: Set<String> = ["us", "who", "it"]

  /// Marks that stand inside names: AT & T, the Times/Post poll, players'.
  private static let joiners: Set<String> = ["&", "%", "'", "/"]

  var count: Int { words.count }

  func token(_ position: Int) -> Token { document.tokens[range.lowerBound + position] }

  /// The span over some positions; never asked of none.
  func span(_ positions: Range<Int>) -> Span {
    Span(token(positions.lowerBound).span.start, token(positions.upperBound - 1).span.end)
  }

  /// The word at a position, or nothing past either end.
  func word(_ position: Int) -> String {
    position >= 0 && position < count ? words[position] : ""
  }

  func has(_ position: Int, _ wanted: WordClasses) -> Bool {
    position >= 0 && position < count && !classes[position].isDisjoint(with: wanted)
  }

  func kind(_ position: Int) -> Token.Kind? {
    position >= 0 && position < count ? token(position).kind : nil
  }
}

extension SentenceWords {
  /// Whether this is a headline, where verbs may have capitals and small words are left out.
  var isInHeadline: Bool {
    document.paragraphs[document.sentences[sentence].paragraph].role == .headline
  }
}

// MARK: - Judging a word

extension SentenceWords {
  /// A comma, stop, bracket, colon, dash or quotation mark.
  func isMark(_ position: Int) -> Bool {
    switch kind(position) {
    case .word, .number: false
    case nil: true
    default: !Self.joiners.contains(words[position])
    }
  }

  func isComma(_ position: Int) -> Bool { word(position) == "," }
  func isStop(_ position: Int) -> Bool {
    [".", "!", "?", "…", "...", ";"].contains(word(position))
  }
  func isDash(_ position: Int) -> Bool { ["—", "–", "--", "-", "―"].contains(word(position)) }
  func isOpening(_ position: Int) -> Bool { kind(position) == .openingMark }
  func isClosing(_ position: Int) -> Bool { kind(position) == .closingMark }
  func isCapitalised(_ position: Int) -> Bool {
    position >= 0 && position < count && token(position).isCapitalised
  }

  /// Ends in -ly, or is an adverb that doesn't.
  func isAdverb(_ position: Int) -> Bool {
    guard kind(position) == .word else { return false }
    if has(position, .adverb) { return true }
    let word = words[position]
    return word.hasSuffix("ly") && word.utf8.count > 4 && !isCapitalised(position)
      && ![
        "family", "reply", "supply", "early", "only", "ally", "bully", "rally", "assembly",
        "elderly", "likely", "friendly", "weekly", "daily", "anomaly", "monopoly", "italy",
      ].contains(word)
  }

  /// Whether a noun could stand here: an article or the like comes right before.
  func followsDeterminer(_ position: Int) -> Bool {
    has(position - 1, [.determiner, .possessive])
      || word(position - 1) == "'s"
        && !has(position - 2, .subject)
  }

  /// A verb with a tense, as far as one can tell: *is*, *would*, *went*, *praised*.
  func isFinite(_ position: Int) -> Bool {
    guard kind(position) == .word else { return false }
    if has(position, [.auxiliary, .modal, .contraction]) {
      // In "Hale's plan" the clitic belongs to the name.
      return words[position] != "'s" || has(position - 1, .subject)
    }
    if followsDeterminer(position) || isCapitalised(position) && position > 0 { return false }
    if has(position, .finite) { return true }
    if let form = lexicon.verbs[words[position]] {
      if form.inflection == .past { return true }
      // "according to reports": a noun after a preposition.
      if has(position, .nounLike), has(position - 1, .preposition) { return false }
      if form.inflection == .present { return lexicon.nouns[words[position]] == nil }
    }
    let text = words[position]
    // "*Elected* officials", "of *registered* voters", "*Retired* Gen. Hale".
    let isAdjective =
      position == 0 || isOpening(position - 1)
      || has(position - 1, [.preposition, .subordinator]) || word(position - 1) == "that"
    return text.hasSuffix("ed") && !isAdjective && text.utf8.count > 4 && !text.contains("-")
      && !has(position, .notVerb)
  }

  /// Noun, adjective, number or name: what noun phrases are made of.
  func isNominal(_ position: Int) -> Bool {
    guard let kind = kind(position) else { return false }
    if kind == .number { return true }
    guard kind == .word else { return Self.joiners.contains(words[position]) }
    let small: WordClasses = [
      .preposition, .auxiliary, .modal, .negation, .contraction, .conjunction, .subordinator,
      .relative, .determiner, .possessive, .subject, .object,
    ]
    if isCapitalised(position), position > 0, !has(position, [.determiner, .possessive, .modal]) {
      return !has(position, .subject)
    }
    return classes[position].isDisjoint(with: small) && !isFinite(position) && !isAdverb(position)
      && words[position] != "to"
  }
}
