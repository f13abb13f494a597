import HearsayLanguage
import HearsayModel

/// Says how far the content of a cue reaches.
///
/// The most uncertain step of all: where it is unclear whether a clause is still the source's, it is left out.
struct ContentScope {
  let sentence: SentenceWords
  let phrases: NounPhrases
  let groups: VerbGroups

  /// Longer sentences are no news text; looking at no more keeps the time in proportion.
  private let longest = 250

  /// The content that starts at `start` and goes right.
  ///
  /// - Parameter isClause: a clause reaches further than a noun or an infinitive.
  func content(from start: Int, isClause: Bool) -> Span? {
    var position = start
    let limit = min(sentence.count, start + longest)
    while position < limit {
      if position > start, sentence.isOpening(position),
        let after = positionAfterQuotation(position)
      {
        position = after
        continue
      }
      if position > start, ends(at: position, from: start, isClause: isClause) { break }
      position += 1
    }
    return trimmed(start..<position)
  }

  /// Content between two positions without stops, commas and marks that belong to the sentence around it.
  func trimmed(_ range: Range<Int>) -> Span? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end,
      sentence.isComma(start) || sentence.isDash(start) || sentence.isClosing(start)
    {
      start += 1
    }
    guard start < end else { return nil }
    while end > start, isOutside(end - 1, from: start) { end -= 1 }
    guard end > start else { return nil }
    var span = sentence.span(start..<end)
    // A quotation of several sentences goes on beyond this one.
    if end == sentence.count || sentence.isClosing(end - 1) == false,
      let quotation = sentence.document.quotation(around: sentence.span(end - 1..<end)),
      quotation.span.start >= span.start
    {
      span = span.union(quotation.span)
    }
    return span
  }

  private func isOutside(_ position: Int, from start: Int) -> Bool {
    if sentence.isClosing(position) {
      let offset = sentence.token(position).span.end
      guard let quotation = sentence.document.quotation(closingAt: offset) else { return true }
      return quotation.span.start < sentence.token(start).span.start
    }
    let word = sentence.word(position)
    if [".", ",", ";", ":", "…"].contains(word) || sentence.isDash(position)
      || sentence.isOpening(position)
    {
      return !isQuoted(position, from: start)
    }
    if word == ")" { return !(start..<position).contains { sentence.word($0) == "(" } }
    return word == "(" || sentence.has(position, .coordinator)
  }

  private func isQuoted(_ position: Int, from start: Int) -> Bool {
    guard let quotation = sentence.document.quotation(around: sentence.token(position).span) else {
      return false
    }
    return quotation.span.start >= sentence.token(start).span.start
  }

  /// The position after the quotation that opens at `position`, if it ends in this sentence.
  private func positionAfterQuotation(_ position: Int) -> Int? {
    let offset = sentence.token(position).span.start
    guard let quotation = sentence.document.quotation(openingAt: offset) else { return nil }
    var after = position + 1
    while after < sentence.count, sentence.token(after).span.start < quotation.span.end {
      after += 1
    }
    return after
  }
}

// MARK: - Where content ends

extension ContentScope {
  private func ends(at position: Int, from start: Int, isClause: Bool) -> Bool {
    if sentence.isClosing(position) {
      // The closing mark of a quotation around the cue.
      let offset = sentence.token(position).span.end
      guard let quotation = sentence.document.quotation(closingAt: offset) else { return false }
      return quotation.span.start < sentence.token(start).span.start
    }
    if sentence.isComma(position) { return endsAtComma(position, from: start, isClause: isClause) }
    if sentence.isDash(position), isSpaced(position) {
      return !(position + 1..<min(sentence.count, position + 30)).contains { sentence.isDash($0) }
    }
    if sentence.word(position) == ";" { return true }
    if sentence.isOne(of: sentence.rules.according, position),
      sentence.has(position + 1, .infinitive)
    {
      return true
    }
    if sentence.has(position, .coordinator) { return isCue(afterJoining: position) }
    if !isClause, !sentence.has(start, .infinitive), sentence.has(position + 1, .time),
      sentence.isOne(of: sentence.rules.when, position)
    {
      return true
    }
    if !isClause, sentence.isOne(of: sentence.rules.during, position) { return true }
    if !isClause, sentence.has(position, .subordinator), position > start + 1 {
      return sentence.isOne(of: sentence.rules.clauseEnders, position)
        && (position..<min(sentence.count, position + 10)).contains { sentence.isFinite($0) }
    }
    return false
  }

  private func isSpaced(_ position: Int) -> Bool {
    sentence.word(position) != "-"
      || position + 1 < sentence.count
        && sentence.token(position).span.end < sentence.token(position + 1).span.start
  }

  private func endsAtComma(_ comma: Int, from start: Int, isClause: Bool) -> Bool {
    let next = comma + 1
    let rules = sentence.rules
    if sentence.isOne(of: rules.according, next) { return true }
    if sentence.isOne(of: rules.commaRelatives, next) {
      // Quoted words further on show that the clause is still the source's.
      return !(next..<min(sentence.count, start + longest)).contains { sentence.isOpening($0) }
    }
    if sentence.isOne(of: rules.commaBreaks, next) { return true }
    if sentence.has(next, .additive) {
      return !isClause && hasSubjectAndVerb(from: next + 1) || isCue(afterJoining: next)
    }
    if isParticiple(next) || !isClause && sentence.endsLikeGerund(next) { return true }
    if isPostposed(after: comma) { return true }
    return false
  }

  /// ", adding that", ", calling it a farce".
  private func isParticiple(_ position: Int) -> Bool {
    var position = position
    if sentence.isAdverb(position) { position += 1 }
    guard let form = sentence.verb(position) else { return false }
    return form.inflection == .gerund
  }

  /// "and said", "and has vowed": the next cue of the same source.
  private func isCue(afterJoining position: Int) -> Bool {
    var at = position + 1
    let limit = min(sentence.count, at + 4)
    while at < limit {
      if let form = sentence.verb(at), form.inflection != .base,
        sentence.lexicon.entries[form.entry].frames[.thatClause] ?? 0
          >= TaggingSettings.shareOfSpeech,
        groups.group(at: at) != nil
      {
        return true
      }
      guard
        sentence.isAdverb(at) || sentence.has(at, WordClasses.helpers) || sentence.has(at, .subject)
      else {
        return false
      }
      at += 1
    }
    return false
  }

  private func hasSubjectAndVerb(from position: Int) -> Bool {
    guard let subject = phrases.phrase(startingAt: position) else { return false }
    // "and the return of people displaced by the war" is one more item, not a clause.
    if sentence.has(subject.upperBound + 1, .agent) { return false }
    return sentence.isFinite(subject.upperBound) || sentence.isAdverb(subject.upperBound)
  }

  /// ", he said.", ", said the mayor": another cue that takes all that went before.
  private func isPostposed(after comma: Int) -> Bool {
    let limit = min(sentence.count, comma + 14)
    var at = comma + 1
    while at < limit, !sentence.isMark(at) || at == comma + 1 {
      if let form = sentence.verb(at),
        sentence.lexicon.entries[form.entry].frames[.end] ?? 0 >= TaggingSettings.shareOfPostposed,
        let group = groups.group(at: at)
      {
        let isInverted = group.positions.lowerBound == comma + 1
        if isInverted { return form.inflection != .base }
        let isClosed =
          at + 1 >= sentence.count || sentence.isStop(at + 1) || sentence.isComma(at + 1)
        return isClosed
          && phrases.phrase(endingAt: group.positions.lowerBound)?.lowerBound == comma + 1
      }
      at += 1
    }
    return false
  }
}
