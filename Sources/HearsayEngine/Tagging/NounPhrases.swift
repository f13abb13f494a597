import HearsayLanguage
import HearsayModel

/// Finds noun phrases next to a cue, with the appositions that identify them.
///
/// There is no parser: a phrase is read word by word away from the cue until a word that cannot belong to it.
struct NounPhrases {
  let sentence: SentenceWords

  private let longest = 40
}

// MARK: - Leftwards

extension NounPhrases {
  /// The phrase that ends right before `end`: "*The mayor of Ely* | said".
  func phrase(endingAt end: Int) -> Range<Int>? {
    guard end > 0 else { return nil }
    if sentence.isComma(end - 1) { return apposed(endingAt: end - 1) }
    if sentence.isDash(end - 1) { return dashed(endingAt: end) }
    return tight(endingAt: end)
  }

  /// "*Hale -- the mayor of Ely --* | said".
  private func dashed(endingAt end: Int) -> Range<Int>? {
    let limit = max(0, end - longest)
    guard let dash = (limit..<end - 1).last(where: sentence.isDash), dash > 0,
      let name = tight(endingAt: dash), isClauseStart(name.lowerBound)
    else { return nil }
    return name.lowerBound..<end
  }

  /// A phrase without commas.
  ///
  /// - Parameter joins: how many phrases may still be joined to it by "and".
  private func tight(endingAt end: Int, joins: Int = 3) -> Range<Int>? {
    let last = end - 1
    if sentence.has(last, .relative) {
      let isRelative =
        last > 0
        && (sentence.isComma(last - 1) || sentence.isNominal(last - 1))
      return isRelative || sentence.has(last, [.subject]) ? last..<end : nil
    }
    if sentence.has(last, .standalone), !sentence.has(last - 1, [.determiner, .possessive]) {
      let isPair = sentence.has(last, .subject)
      return isPair || !sentence.isNominal(last - 1) ? last..<end : nil
    }
    var start = end
    while start > 0, end - start < longest, let next = step(left: start - 1, end: end, joins: joins)
    {
      start = next
      let isStart = sentence.has(start, [.determiner, .possessive])
      if isStart, !isLinked(start - 1), !sentence.has(start - 1, .conjunction) { break }
    }
    start = afterCircumstance(start, before: end)
    while start < end, isLeading(start, end: end) { start += 1 }
    return isPhrase(start..<end) ? start..<end : nil
  }

  /// Where the name starts in "[In] *a radio interview Hale* | said": the words after a preposition are not the speaker.
  private func afterCircumstance(_ start: Int, before end: Int) -> Int {
    let isAfterPreposition = sentence.has(start - 1, .preposition) || sentence.has(start, .linking)
    guard isAfterPreposition, sentence.isCapitalised(end - 1) else { return start }
    var name = end - 1
    while name > start, sentence.isCapitalised(name - 1) || sentence.word(name - 1) == "." {
      name -= 1
    }
    guard name > start, sentence.kind(name - 1) == .word, sentence.isNominal(name - 1) else {
      return start
    }
    return name
  }

  /// Where the phrase starts once the word at `position` is taken in; `nil` if it cannot be.
  private func step(left position: Int, end: Int, joins: Int) -> Int? {
    let isLast = position == end - 1
    if sentence.has(position, .genitive) { return isLast ? nil : position }
    if sentence.word(position) == ")" { return opening(before: position) }
    if sentence.has(position, [.determiner, .possessive]) { return isLast ? nil : position }
    if sentence.has(position, .conjunction) {
      guard !isLast, joins > 0, let before = tight(endingAt: position, joins: joins - 1),
        isClauseStart(before.lowerBound)
      else {
        return nil
      }
      return before.lowerBound
    }
    if isLinked(position) { return isLast ? nil : position }
    // "on February 1 Jo Hale | said": the day is no part of the name.
    if sentence.kind(position) == .number, sentence.has(position - 1, .time) { return nil }
    if sentence.has(position, .time), !isNamePart(position),
      !sentence.has(position - 1, [.determiner, .possessive])
    {
      return sentence.has(position + 1, .genitive) ? position : nil
    }
    return sentence.isNominal(position) ? position : nil
  }

  /// Whether the word at `position` is a preposition inside a phrase: "the mayor *of* Ely".
  private func isLinked(_ position: Int) -> Bool {
    sentence.has(position, .linking) && position > 0
      && (sentence.isNominal(position - 1) || sentence.has(position - 1, .standalone)
        || sentence.word(position - 1) == ")")
      && !sentence.has(position - 1, .time) && !isGerund(position - 1)
      && !sentence.has(position + 1, .time)
  }

  /// The bracket that opens before `position`: "Jo Hale (R-Ariz.)".
  private func opening(before position: Int) -> Int? {
    var position = position - 1
    let limit = max(0, position - 10)
    while position >= limit {
      if sentence.word(position) == "(" { return position }
      position -= 1
    }
    return nil
  }

  /// "the Ely *Morning* Herald", "USA *Today*": a capital that no day's part has by itself.
  private func isNamePart(_ position: Int) -> Bool {
    sentence.isCapitalised(position) && sentence.isCapitalised(position - 1)
      && sentence.isOne(of: sentence.rules.clockNames, position)
  }

  private func isGerund(_ position: Int) -> Bool {
    sentence.endsLikeGerund(position)
      && sentence.verb(position) != nil
  }

  /// Words at the start that do not belong to the phrase: *Meanwhile police*.
  private func isLeading(_ position: Int, end: Int) -> Bool {
    if position == end - 1 { return false }
    return sentence.has(position, .lead) && position == 0 || sentence.has(position, .linking)
  }

  private func isPhrase(_ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    return sentence.isNominal(last) || sentence.has(last, .standalone) || sentence.word(last) == ")"
  }

  /// Whether a clause may start at `position`: nothing, a mark or a joining word stands before it.
  func isClauseStart(_ position: Int) -> Bool {
    if position == 0 || sentence.isMark(position - 1) { return true }
    return sentence.has(position - 1, [.subordinator, .conjunction, .relative, .lead])
  }

  /// "*Jo Hale, the mayor of Ely*, | said": the phrase before a comma that has another before it.
  private func apposed(endingAt comma: Int) -> Range<Int>? {
    var position = comma - 1
    var nearest: Range<Int>?
    var tried = 0
    let limit = max(0, comma - 2 * longest)
    while position > limit, tried < 4 {
      if sentence.isOpening(position) || sentence.isClosing(position) { return nearest }
      if sentence.isComma(position) {
        tried += 1
        if let name = tight(endingAt: position), isClauseStart(name.lowerBound),
          !isNumberOnly(name)
        {
          let found = identifies(position + 1) ? name.lowerBound..<comma : name
          // "Hale, mayor of Ely, a town in Kent, said": the first of several is the name.
          if !sentence.isComma(name.lowerBound - 1) { return found }
          nearest = nearest ?? found
        }
      }
      position -= 1
    }
    return nearest
  }

  private func isNumberOnly(_ range: Range<Int>) -> Bool {
    range.allSatisfy { sentence.kind($0) == .number }
  }

  /// Whether an apposition says who somebody is; an age or "meanwhile" does not.
  private func identifies(_ position: Int) -> Bool {
    if sentence.kind(position) == .number {
      return !sentence.isComma(position + 1) || sentence.has(position + 2, .relative)
    }
    if sentence.has(position, [.relative, .determiner, .possessive]) { return true }
    return sentence.isNominal(position) && !sentence.has(position, [.lead, .time])
      && !sentence.endsLikeGerund(position)
  }
}

// MARK: - Rightwards

extension NounPhrases {
  /// The phrase that starts at `start`: "said | *Jo Hale, the mayor of Ely*".
  ///
  /// - Parameter isClosed: an apposition must end in a comma, because the main clause follows.
  func phrase(startingAt start: Int, isClosed: Bool = false) -> Range<Int>? {
    if sentence.has(start, .standalone), sentence.has(start, [.subject, .object]) {
      return start..<start + 1
    }
    var end = start
    while end < sentence.count, end - start < longest, let next = step(right: end, start: start) {
      end = next
    }
    while end > start, !isPhrase(start..<end) { end -= 1 }
    guard end > start else { return nil }
    return start..<withApposition(after: end, isClosed: isClosed)
  }

  private func step(right position: Int, start: Int) -> Int? {
    if sentence.has(position, .genitive) { return position > start ? position + 1 : nil }
    if sentence.word(position) == "(", position > start { return closing(after: position) }
    if sentence.has(position, [.determiner, .possessive]) {
      let isFirst =
        position == start || sentence.has(position - 1, [.linking, .conjunction, .determiner])
      return isFirst ? position + 1 : nil
    }
    if sentence.has(position, .conjunction) {
      guard position > start, beginsPhrase(position + 1),
        !sentence.hasVerb(position + 1..<min(sentence.count, position + 8))
      else {
        return nil
      }
      return position + 1
    }
    if sentence.has(position, .linking), position > start {
      guard beginsPhrase(position + 1), !isCircumstance(position) else { return nil }
      return position + 1
    }
    if sentence.has(position, .time), position > start, !isNamePart(position),
      !sentence.has(position - 1, [.determiner, .possessive])
    {
      return sentence.has(position + 1, .genitive) ? position + 1 : nil
    }
    return sentence.isNominal(position) ? position + 1 : nil
  }

  private func beginsPhrase(_ position: Int) -> Bool {
    sentence.isNominal(position) || sentence.has(position, [.determiner, .possessive])
  }

  /// "in a statement", "on Monday", "at a rally" after a name: where and when, not who.
  private func isCircumstance(_ position: Int) -> Bool {
    let rules = sentence.rules
    if sentence.isOne(of: rules.of, position) { return false }
    if sentence.has(position + 1, .time) || sentence.kind(position + 1) == .number { return true }
    // "the Center for Clean Water": a body's name goes on.
    if sentence.isOne(of: rules.nameLinks, position),
      sentence.isOne(of: rules.bodies, position - 1),
      sentence.isCapitalised(position + 1)
    {
      return false
    }
    return sentence.isCapitalised(position - 1)
      || sentence.isOne(of: rules.circumstanceLinks, position)
  }

  private func closing(after position: Int) -> Int? {
    (position + 1..<min(sentence.count, position + 11)).first { sentence.word($0) == ")" }.map {
      $0 + 1
    }
  }

  /// One past ", the mayor of Ely" after a name.
  private func withApposition(after end: Int, isClosed: Bool) -> Int {
    let start = end + 1
    guard sentence.isComma(end), start < sentence.count,
      sentence.has(start, [.determiner, .possessive]) || sentence.isNominal(start)
    else { return end }
    guard !sentence.endsLikeGerund(start), sentence.kind(start) != .number,
      !sentence.has(start, [.lead, .time, .subject])
    else { return end }
    var position = start
    while position < sentence.count, position - start < longest {
      if sentence.isComma(position) || sentence.isStop(position) || sentence.isOpening(position) {
        return isClosed && !sentence.isComma(position) ? end : position
      }
      if sentence.isFinite(position) || sentence.isClosing(position) || sentence.isDash(position)
        || sentence.word(position) == ":"
      {
        return end
      }
      if sentence.has(position, .relative) { break }
      position += 1
    }
    return position == sentence.count && !isClosed ? position : end
  }
}
