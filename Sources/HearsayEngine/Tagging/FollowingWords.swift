import HearsayLanguage
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
    if let channel = sentence.phrase(at: position),
      channel.shape == .channel
    {
      position += channel.words.count
      if channel.prior > TaggingSettings.shareOfOwnChannel { cueEnd = position }
    }
    if sentence.language.endings.isAdverb(sentence.word(position)), sentence.isAdverb(position),
      sentence.isOne(of: sentence.rules.afterManner, position + 1)
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
      sentence.has(position + 3, .complementiser)
    {
      position += 3
    }
    for _ in 0..<3 {
      if addressee == nil, sentence.isOne(of: sentence.rules.told, position),
        let told = told(at: position + 1), isSomebody(told),
        opensContent(told.upperBound) || sentence.has(told.upperBound, .time)
          || sentence.isOne(of: sentence.rules.with, position)
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
    if sentence.has(phrase.upperBound, .genitive), sentence.isOpening(phrase.upperBound + 1),
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
    let last = told.upperBound - 1
    return sentence.language.endings.endsLikePlural(sentence.word(last))
      || sentence.isOne(of: sentence.rules.toldCollectives, last)
  }

  /// One past "on Tuesday", "in Ely", "during a rally", "last week", if the content starts after it.
  private func afterCircumstance(_ position: Int) -> Int? {
    if sentence.has(position, .time) { return ifNoOwner(afterDate(position)) }
    if sentence.isOne(of: sentence.rules.beforeTimes, position),
      sentence.has(position + 1, .time) || sentence.isOne(of: sentence.rules.lastThis, position + 1)
    {
      return position + (sentence.has(position + 1, .time) ? 2 : 3)
    }
    guard
      sentence.isOne(of: sentence.rules.circumstances, position)
    else { return nil }
    if sentence.has(position + 1, .time), let date = ifNoOwner(afterDate(position + 1)) {
      return date
    }
    guard let place = phrases.phrase(startingAt: position + 1) else { return nil }
    let end = place.upperBound
    return opensContent(end) || sentence.has(end, .time)
      || sentence.isOne(of: sentence.rules.with, end)
      || sentence.isOne(of: sentence.rules.onInAt, end)
      ? end : nil
  }

  /// "reported | Monday's attack": the day is part of what follows.
  private func ifNoOwner(_ end: Int) -> Int? {
    sentence.has(end, .genitive) || ["'", "’"].contains(sentence.word(end)) ? nil : end
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
    position >= sentence.count || sentence.isOne(of: sentence.rules.contentOpeners, position)
      || [":", ","].contains(sentence.word(position))
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
    if sentence.has(position, [.complementiser, .question]) { return .thatClause }
    if sentence.has(position, .infinitive) {
      return isBareVerb(position + 1) ? .infinitive : .preposition(word)
    }
    if sentence.isOne(of: sentence.rules.out, position) { return .preposition(word) }
    if sentence.has(position, [.subject]) { return .bareClause }
    if sentence.has(position, [.preposition, .linking]) { return .preposition(word) }
    if sentence.opensClause(at: position) { return .bareClause }
    if sentence.endsLikeGerund(position), word.utf8.count > 4, !sentence.isCapitalised(position) {
      return .gerund
    }
    return .noun
  }

  private func isBareVerb(_ position: Int) -> Bool {
    guard sentence.kind(position) == .word,
      !sentence.isCapitalised(position) || sentence.isInHeadline
    else { return false }
    return !sentence.has(position, [.determiner, .possessive, .object, .relative, .preposition])
  }
}
