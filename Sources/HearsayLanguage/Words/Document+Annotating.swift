import HearsayModel

extension Document {
  /// Sets what each word does: first what the lists say of it alone, then what follows from its neighbours.
  mutating func annotate() {
    for index in tokens.indices { annotate(index) }
    let judged = sentences.indices.flatMap { sentence in
      let words = SentenceWords(self, sentence)
      return (0..<words.count).map(words.judged)
    }
    for (index, classes) in judged.enumerated() { tokens[index].classes.formUnion(classes) }
  }

  private mutating func annotate(_ index: Int) {
    let lexicon = language.lexicon
    let word = tokens[index].lower
    tokens[index].verb = lexicon.verbs[word]
    tokens[index].noun = lexicon.nouns[word]
    // "US authorities", "WHO officials": in capitals these are no pronouns.
    let isName =
      language.sentenceMarks.alsoNames.contains(word) && tokens[index].isCapitalised
      && text[tokens[index].span].allSatisfy(\.isUppercase)
    if !isName { tokens[index].classes = lexicon.classes(of: word) }
  }
}

extension SentenceWords {
  /// The classes of a word that depend on those around it.
  fileprivate func judged(_ position: Int) -> WordClasses {
    var classes: WordClasses = []
    if judgedAdverb(position) { classes.insert(.adverbial) }
    let isFinite = judgedFinite(position)
    if isFinite { classes.insert(.tensed) }
    if judgedNominal(position, isVerb: isFinite, isAdverb: classes.contains(.adverbial)) {
      classes.insert(.nominal)
    }
    return classes
  }

  private func judgedAdverb(_ position: Int) -> Bool {
    guard kind(position) == .word else { return false }
    if has(position, .adverb) { return true }
    let word = word(position)
    return language.endings.isAdverb(word) && word.utf8.count > 4 && !isCapitalised(position)
      && !language.sentenceMarks.notAdverbs.contains(word)
  }

  private func judgedFinite(_ position: Int) -> Bool {
    guard kind(position) == .word else { return false }
    if has(position, [.auxiliary, .modal, .contraction]) {
      // In "Hale's plan" the clitic belongs to the name.
      return !has(position, .genitive) || has(position - 1, .subject)
    }
    if followsDeterminer(position) || isCapitalised(position) && position > 0 { return false }
    if has(position, .past) { return true }
    if let form = verb(position) {
      if form.inflection == .past { return true }
      // "according to reports": a noun after a preposition.
      if has(position, .nounLike), has(position - 1, .preposition) { return false }
      if form.inflection == .present { return noun(position) == nil }
    }
    let text = word(position)
    guard language.endings.isPast(text) else { return false }
    // "*Elected* officials", "of *registered* voters", "*Retired* Gen. Hale".
    let isAdjective =
      position == 0 || isOpening(position - 1)
      || has(position - 1, [.preposition, .subordinator]) || has(position - 1, .complementiser)
    return !isAdjective && text.utf8.count > 4 && !text.contains("-") && !has(position, .notVerb)
  }

  private func judgedNominal(_ position: Int, isVerb: Bool, isAdverb: Bool) -> Bool {
    guard let kind = kind(position) else { return false }
    if kind == .number { return true }
    guard kind == .word else { return SentenceWords.joiners.contains(word(position)) }
    let small: WordClasses = [
      .preposition, .auxiliary, .modal, .negation, .contraction, .conjunction, .subordinator,
      .relative, .determiner, .possessive, .subject, .object,
    ]
    if isCapitalised(position), position > 0, !has(position, [.determiner, .possessive, .modal]) {
      return !has(position, .subject)
    }
    return !has(position, small) && !isVerb && !isAdverb && !has(position, .infinitive)
  }
}
