// What is a clause: the one place that says so. A clause has a verb with a tense, which each word is annotated with.

extension Token {
  /// Whether it is a verb with a tense: what helps a verb without giving it one is none ("*being*").
  package var isVerbWithTense: Bool { classes.contains(.tensed) && !classes.contains(.nonFinite) }
}

extension Language {
  /// Whether a verb with a tense stands in a line, for all that the word lists say of each word alone.
  ///
  /// Only for lines whose words nobody has annotated yet: it is asked when paragraphs are told.
  func hasVerb(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.dropFirst().contains { token in
      guard token.kind == .word else { return false }
      let classes = lexicon.classes(of: token.lower)
      if classes.contains(.genitive) { return false }
      if !classes.isDisjoint(with: [.auxiliary, .modal, .contraction, .past]) { return true }
      guard !token.isCapitalised else { return false }
      if let form = lexicon.verbs[token.lower], form.inflection == .past { return true }
      return endings.isPast(token.lower) && token.lower.utf8.count > 4
        && !token.lower.contains("-") && !classes.contains(.notVerb)
    }
  }
}

extension Document {
  /// Whether a verb with a tense stands among some tokens, for all that they show by themselves.
  ///
  /// What helps a verb without giving it a tense doesn't count ("accused Holt of *being* a Democrat"), nor what is as often a
  /// noun ("listed three *rules*").
  package func hasVerb(_ tokens: some Sequence<Token>) -> Bool {
    tokens.contains { token in
      token.isVerbWithTense
        && !(token.classes.contains(.nounLike) && token.verb?.inflection == .present)
    }
  }
}

extension SentenceWords {
  /// Whether a verb with a tense stands at one of some positions.
  package func hasVerb(_ positions: Range<Int>) -> Bool { positions.contains(where: isFinite) }

  /// Whether a clause begins at a position, since a verb with a tense comes before the next mark or joining word:
  /// "said | *police had left*".
  package func opensClause(at position: Int) -> Bool {
    for at in position..<max(position, min(count, position + 16)) {
      if isMark(at), !isComma(at) { return false }
      if has(at, [.relative, .subordinator, .question, .infinitive]) { return false }
      guard at > position else { continue }
      if isFinite(at) { return true }
      // "officials believe": after a plural the base form has a tense.
      if verb(at)?.inflection == .base, language.endings.endsLikePlural(word(at - 1)) {
        return true
      }
    }
    return false
  }

  /// Whether a word that looks like a verb in the present comes soon: "noted | *the purchase fits into the plan*".
  ///
  /// Weaker than ``opensClause(at:)``: only for cues that hand over a clause anyway.
  package func mayOpenClause(at position: Int) -> Bool {
    for at in position + 1..<max(position + 2, min(count - 1, position + 10)) {
      if isMark(at) || has(at, [.relative, .subordinator, .preposition]) { return false }
      if looksPresent(at), isNominal(at - 1), !language.endings.endsLikePlural(word(at - 1)),
        has(at + 1, [.determiner, .possessive, .preposition, .object, .adverb]),
        !isOne(of: rules.of, at + 1)
      {
        return true
      }
    }
    return false
  }

  private func looksPresent(_ position: Int) -> Bool {
    let word = word(position)
    return language.endings.isPlural(word) && word.utf8.count > 3 && !word.hasPrefix("'")
      && !isCapitalised(position)
  }
}
