import HearsayModel

/// What stands after a cue: whom it was told to, when and where, and how the content begins.
struct FollowingWords {
  let sentence: SentenceWords
  let phrases: NounPhrases

  /// How a cue goes on.
  struct Continuation {
    var frame: CueFrame
    /// Where the content starts.
    var start: Int
    /// Where the cue ends: "said in a statement" and "said:" are longer than their verb.
    var cueEnd: Int
    var addressee: Range<Int>?
  }

  /// How the cue that ends before `end` goes on.
  func continuation(after end: Int, takesAddressee: Bool) -> Continuation {
    var cueEnd = end
    var position = end
    var addressee: Range<Int>?
    if let channel = sentence.lexicon.phrase(startingAt: position, in: sentence.words),
      channel.shape == .channel
    {
      position += channel.words.count
      if channel.prior > 0.65 { cueEnd = position }
    }
    if sentence.word(position).hasSuffix("ly"), sentence.isAdverb(position),
      ["that", "to", "about", "on", "against", "in", "of"].contains(sentence.word(position + 1))
    {
      position += 1
      cueEnd = position
    }
    if takesAddressee, let told = told(at: position) {
      addressee = told
      position = told.upperBound
    }
    // "believe, however, that".
    if sentence.isComma(position), sentence.has(position + 1, .lead),
      sentence.isComma(position + 2),
      sentence.word(position + 3) == "that"
    {
      position += 3
    }
    for _ in 0..<3 {
      if addressee == nil, ["to", "with"].contains(sentence.word(position)),
        let told = told(at: position + 1), isSomebody(told),
        opensContent(told.upperBound) || sentence.has(told.upperBound, .time)
          || sentence.word(position) == "with"
      {
        addressee = told
        position = told.upperBound
        continue
      }
      guard let after = afterCircumstance(position) else { break }
      position = after
    }
    var found = Continuation(
      frame: frame(at: position), start: position, cueEnd: cueEnd, addressee: addressee)
    if sentence.word(position) == ":" {
      if position == cueEnd { found.cueEnd += 1 }
      found.start += 1
    } else if found.frame == .quotation, !sentence.isOpening(position) {
      found.start += 1
    }
    return found
  }
}

// MARK: - Whom, when and where

extension FollowingWords {
  /// Who was told, from `position` on; a title in marks may name an outlet.
  private func told(at position: Int) -> Range<Int>? {
    if sentence.isOpening(position) {
      let offset = sentence.token(position).span.start
      guard let title = sentence.document.quotation(openingAt: offset), title.role == .title else {
        return nil
      }
      var end = position
      while end < sentence.count, sentence.token(end).span.end <= title.span.end { end += 1 }
      return position..<end
    }
    if sentence.has(position, [.object, .standalone]), !sentence.has(position, .relative) {
      return position..<position + 1
    }
    guard !sentence.has(position, [.relative, .question]) else { return nil }
    guard let phrase = phrases.phrase(startingAt: position) else { return nil }
    // "told Radio Ely's "Morning Show" that".
    if sentence.word(phrase.upperBound) == "'s", sentence.isOpening(phrase.upperBound + 1),
      let title = told(at: phrase.upperBound + 1)
    {
      return phrase.lowerBound..<title.upperBound
    }
    return phrase
  }

  /// Whether a phrase names people and not, after "to", a verb: "declined to | comment".
  private func isSomebody(_ told: Range<Int>) -> Bool {
    let first = told.lowerBound
    if sentence.has(first, [.determiner, .possessive, .object, .standalone]) { return true }
    if sentence.isOpening(first) || sentence.isCapitalised(first) { return true }
    let last = sentence.word(told.upperBound - 1)
    return last.hasSuffix("s")
      || ["police", "parliament", "media", "staff", "people"].contains(last)
  }

  /// One past "on Tuesday", "in Ely", "during a rally", "last week", if the content starts after it.
  private func afterCircumstance(_ position: Int) -> Int? {
    if sentence.has(position, .time) { return ifNoOwner(afterDate(position)) }
    if ["last", "this", "late", "early", "earlier"].contains(sentence.word(position)),
      sentence.has(position + 1, .time) || ["this", "last"].contains(sentence.word(position + 1))
    {
      return position + (sentence.has(position + 1, .time) ? 2 : 3)
    }
    guard
      ["on", "in", "at", "during", "after", "before", "from", "via", "over", "by", "outside"]
        .contains(sentence.word(position))
    else { return nil }
    if sentence.has(position + 1, .time), let date = ifNoOwner(afterDate(position + 1)) {
      return date
    }
    guard let place = phrases.phrase(startingAt: position + 1) else { return nil }
    let end = place.upperBound
    return opensContent(end) || sentence.has(end, .time) || sentence.word(end) == "with"
      || ["on", "in", "at"].contains(sentence.word(end))
      ? end : nil
  }

  /// "reported | Monday's attack": the day is part of what follows.
  private func ifNoOwner(_ end: Int) -> Int? {
    ["'s", "'", "’s", "’"].contains(sentence.word(end)) ? nil : end
  }

  /// One past "Tuesday", "June 13, 2024", "Tuesday morning".
  private func afterDate(_ position: Int) -> Int {
    var end = position + 1
    while sentence.has(end, .time) || sentence.kind(end) == .number
      || sentence.isComma(end) && sentence.kind(end + 1) == .number
    {
      end += 1
    }
    return end
  }

  /// Whether "that", a quotation, a stop or nothing stands at `position`.
  private func opensContent(_ position: Int) -> Bool {
    position >= sentence.count || ["that", "whether", ":", ","].contains(sentence.word(position))
      || sentence.isOpening(position) || sentence.isStop(position) || sentence.isClosing(position)
  }
}

// MARK: - How it begins

extension FollowingWords {
  /// What kind of content starts at `position`.
  func frame(at position: Int) -> CueFrame {
    if position >= sentence.count || sentence.isStop(position) || sentence.isClosing(position) {
      return .end
    }
    let word = sentence.word(position)
    if word == ":" || sentence.isOpening(position) { return .quotation }
    if sentence.isComma(position) || sentence.isDash(position) {
      return sentence.isOpening(position + 1) ? .quotation : .end
    }
    if word == ")" || word == "(" { return .end }
    if word == "that" || sentence.has(position, .question) { return .thatClause }
    if word == "to" {
      return isBareVerb(position + 1) ? .infinitive : .preposition("to")
    }
    if word == "out" { return .preposition(word) }
    if sentence.has(position, [.subject]) { return .bareClause }
    if sentence.has(position, [.preposition, .linking]) { return .preposition(word) }
    if isClause(from: position) { return .bareClause }
    if word.hasSuffix("ing"), word.utf8.count > 4, !sentence.isCapitalised(position) {
      return .gerund
    }
    return .noun
  }

  private func isBareVerb(_ position: Int) -> Bool {
    guard sentence.kind(position) == .word,
      !sentence.isCapitalised(position) || sentence.isInHeadline
    else { return false }
    return sentence.classes[position].isDisjoint(
      with: [.determiner, .possessive, .object, .relative, .preposition])
  }

  /// Whether a word that looks like a verb in the present comes soon: "noted | *the purchase fits into the plan*".
  ///
  /// Weaker than `isClause`: only for cues that hand over a clause anyway.
  func mayBeClause(from position: Int) -> Bool {
    for at in position + 1..<max(position + 2, min(sentence.count - 1, position + 10)) {
      if sentence.isMark(at) || sentence.has(at, [.relative, .subordinator, .preposition]) {
        return false
      }
      let word = sentence.word(at)
      let next = at + 1
      let goesOn =
        sentence.has(next, [.determiner, .possessive, .preposition, .object, .adverb])
        && sentence.word(next) != "of"
      if word.hasSuffix("s"), !word.hasSuffix("ss"), word.utf8.count > 3, !word.hasPrefix("'"),
        !sentence.isCapitalised(at), sentence.isNominal(at - 1),
        !sentence.word(at - 1).hasSuffix("s"), goesOn
      {
        return true
      }
    }
    return false
  }

  /// Whether a verb with a tense comes before the next comma: "said | *police had left*".
  private func isClause(from position: Int) -> Bool {
    var at = position
    let limit = min(sentence.count, position + 16)
    while at < limit {
      if sentence.isMark(at), !sentence.isComma(at) { return false }
      if sentence.has(at, [.relative, .subordinator, .question]) || sentence.word(at) == "to" {
        return false
      }
      if at > position, sentence.isFinite(at) { return true }
      if at > position, let form = sentence.lexicon.verbs[sentence.word(at)],
        form.inflection == .base,
        sentence.word(at - 1).hasSuffix("s")
      {
        return true
      }
      at += 1
    }
    return false
  }
}
