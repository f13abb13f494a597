import HearsayLanguage
import HearsayModel

/// Attributions without a cue verb: *according to*, "is expected to", a colon, *the claim that*.
struct OtherCues {
  let clauses: Clauses

  private var sentence: SentenceWords { clauses.sentence }

  init(_ clauses: Clauses) {
    self.clauses = clauses
  }

  /// The attributions by phrases, nouns and colons in the sentence.
  func attributions() -> [TaggedAttribution] {
    var found: [TaggedAttribution] = []
    for position in 0..<min(sentence.count, Clauses.longest) {
      if let phrase = sentence.phrase(at: position) {
        found += attribution(phrase, at: position).map { [$0] } ?? []
      } else if sentence.noun(position) != nil {
        found += noun(at: position).map { [$0] } ?? []
      } else if sentence.word(position) == ":" {
        found += colon(at: position).map { [$0] } ?? []
      } else if sentence.isInHeadline, sentence.isDash(position) {
        found += reversedColon(at: position).map { [$0] } ?? []
      } else if position == 0 || sentence.isComma(position - 1) {
        found += (opening(at: position) ?? account(at: position)).map { [$0] } ?? []
      }
    }
    return found
  }
}

// MARK: - Phrases

extension OtherCues {
  private func attribution(_ phrase: CuePhrase, at position: Int) -> TaggedAttribution? {
    let end = position + phrase.words.count
    switch phrase.shape {
    case .sourceAfter: return sourceAfter(position..<end, share: phrase.prior)
    case .subjectBefore: return subjectBefore(phrase, position..<end)
    case .adverb: return adverb(phrase, position..<end)
    case .channel: return nil
    }
  }

  /// "…, according to police"; "According to police, …".
  private func sourceAfter(_ cue: Range<Int>, share: Double) -> TaggedAttribution? {
    let isFirst = cue.lowerBound <= 1
    guard !sentence.isOne(of: sentence.rules.noSourceAfterPer, cue.upperBound),
      let source = clauses.phrases.phrase(startingAt: cue.upperBound, isClosed: isFirst)
    else {
      return nil
    }
    var content: [Span] = []
    if cue.lowerBound > 1 {
      let start = clauseStart(before: cue.lowerBound)
      content = clauses.scope.trimmed(start..<cue.lowerBound).map { [$0] } ?? []
      let isInterrupting =
        sentence.isComma(source.upperBound) && !sentence.hasVerb(start..<cue.lowerBound)
      if isInterrupting,
        let rest = clauses.scope.content(from: source.upperBound + 1, isClause: true)
      {
        content.append(rest)
      }
    } else {
      var start = source.upperBound
      while start < sentence.count, !sentence.isComma(start), !sentence.isOpening(start),
        start - source.upperBound < 25
      { start += 1 }
      // "According to Hale the money was returned": no comma where one should be.
      let next = source.upperBound
      if start >= sentence.count || start > next,
        sentence.has(next, [.determiner, .possessive, .subject])
          && sentence.hasVerb(next + 1..<sentence.count)
      {
        start = next
      }
      guard start < sentence.count else { return nil }
      start = afterApposition(at: start)
      content = clauses.scope.content(from: start, isClause: true).map { [$0] } ?? []
    }
    return tagged(source, cue, content, share)
  }

  /// The comma after "according to a report on Monday by Blue Fox, a security firm, | …", where one follows.
  private func afterApposition(at comma: Int) -> Int {
    guard sentence.isComma(comma),
      sentence.has(comma + 1, .indefinite) || sentence.isOne(of: sentence.rules.speakers, comma + 1)
    else { return comma }
    var position = comma + 1
    while position < sentence.count, position - comma < 16, !sentence.isComma(position) {
      if sentence.isFinite(position) || sentence.isOpening(position) { return comma }
      position += 1
    }
    guard sentence.isComma(position), sentence.hasVerb(position + 1..<sentence.count),
      sentence.isNominal(position + 1) || sentence.has(position + 1, [.determiner, .possessive])
        || sentence.has(position + 1, .subject)
    else { return comma }
    return position
  }

  private func clauseStart(before end: Int) -> Int {
    // A quotation that started in an earlier sentence comes along whole; see ContentScope.
    (0..<end).last { sentence.word($0) == ";" }.map { $0 + 1 } ?? 0
  }

  /// "The talks are expected to resume": nobody is said to expect it.
  private func subjectBefore(_ phrase: CuePhrase, _ cue: Range<Int>) -> TaggedAttribution? {
    let next = cue.upperBound
    let isRaising =
      sentence.has(next, [.infinitive, .complementiser])
      || sentence.isOne(of: sentence.rules.quotedAs, next - 1)
      || phrase.words.count == 1
        && (sentence.isOne(of: sentence.rules.like, next) || sentence.isNominal(next))
    guard isRaising, !sentence.followsDeterminer(cue.lowerBound) else { return nil }
    var start = cue.lowerBound
    while start > 0, sentence.has(start - 1, WordClasses.helpers) || sentence.isAdverb(start - 1) {
      start -= 1
    }
    var content: [Span] = []
    if let subject = clauses.phrases.phrase(endingAt: start), !isFiller(subject) {
      content.append(sentence.span(subject))
    }
    guard let rest = clauses.scope.content(from: cue.upperBound, isClause: false) else {
      return nil
    }
    content.append(rest)
    return tagged(nil, start..<cue.upperBound, content, phrase.prior)
  }

  private func isFiller(_ subject: Range<Int>) -> Bool {
    subject.count == 1 && sentence.isOne(of: sentence.rules.fillers, subject.lowerBound)
  }

  /// "He allegedly left early".
  private func adverb(_ phrase: CuePhrase, _ cue: Range<Int>) -> TaggedAttribution? {
    var content: [Span] = []
    let start = clauseStart(of: cue.lowerBound)
    if cue.lowerBound > start, let before = clauses.scope.trimmed(start..<cue.lowerBound) {
      content.append(before)
    }
    if cue.upperBound < sentence.count,
      let after = afterAdverb(cue)
    {
      content.append(after)
    }
    return tagged(nil, cue, content, phrase.prior)
  }

  /// Where the clause of an adverb starts: after "who" or "that", after "when", at the "he" of "a call | he reportedly made".
  private func clauseStart(of adverb: Int) -> Int {
    var position = adverb
    while position > 0 {
      let before = position - 1
      if sentence.has(before, [.relative, .complementiser]) || sentence.word(before) == ";" {
        return position
      }
      // "after he allegedly hit him", "a fight in which": a clause follows, and no noun.
      if sentence.has(before, .subordinator), position < adverb, before > 0,
        sentence.has(position, [.subject, .determiner, .possessive])
          || sentence.isCapitalised(position),
        sentence.hasVerb(0..<before)
      {
        return position
      }
      if sentence.has(position, .subject), position == adverb - 1, sentence.isNominal(before),
        sentence.hasVerb(0..<before)
      {
        return position
      }
      position = before
    }
    return 0
  }

  /// What an adverb goes on with: in "Hale, who reportedly works there, has left" and "shot him, reportedly in a shop, at
  /// noon" only as far as the next comma.
  private func afterAdverb(_ cue: Range<Int>) -> Span? {
    let isAside =
      sentence.has(cue.lowerBound - 1, .relative)
      || sentence.has(cue.upperBound, .preposition) && cue.lowerBound > 0
    let comma = (cue.upperBound..<sentence.count).first { sentence.isComma($0) }
    guard isAside, let comma, comma > cue.upperBound else {
      if sentence.has(cue.lowerBound - 1, .relative), let end = endOfRelative(from: cue.upperBound)
      {
        return clauses.scope.trimmed(cue.upperBound..<end)
      }
      return clauses.scope.content(from: cue.upperBound, isClause: true)
    }
    return clauses.scope.trimmed(cue.upperBound..<comma)
  }
}

extension OtherCues {
  /// Where the main clause goes on in "a nurse who allegedly poisoned nine patients | begins work on Monday".
  private func endOfRelative(from start: Int) -> Int? {
    var hasVerb = false
    for position in start..<min(sentence.count, start + 24) {
      if sentence.isMark(position)
        || sentence.has(position, [.complementiser, .relative, .subordinator])
      {
        return nil
      }
      let looksPresent =
        position > start + 1 && sentence.isNominal(position - 1)
        && sentence.has(position + 1, .preposition)
        && sentence.language.endings.isPlural(sentence.word(position))
        && sentence.language.endings.endsLikePlural(sentence.word(position - 1))
        && sentence.has(position + 2, .time)
      guard sentence.isFinite(position) || looksPresent else { continue }
      if hasVerb, !sentence.has(position - 1, [.conjunction, .auxiliary, .modal]) {
        return position
      }
      hasVerb = true
    }
    return nil
  }
}

// MARK: - Per the ministry, by its own account

extension OtherCues {
  /// "Per the consumer office, one in ten cannot be switched off": only where a sentence or clause opens so.
  private func opening(at position: Int) -> TaggedAttribution? {
    // "the mayor, Per Holm": a given name.
    guard sentence.isOne(of: sentence.rules.per, position),
      position == 0 || !sentence.isCapitalised(position),
      sentence.has(position + 1, [.determiner, .possessive])
        || sentence.isCapitalised(position + 1),
      !sentence.has(position + 1, .indefinite)
    else { return nil }
    return sourceAfter(position..<position + 1, share: TaggingSettings.openedByPer)
  }

  /// "By the club's own account, it owes three million", "Going by the firm's figures, …".
  private func account(at position: Int) -> TaggedAttribution? {
    let words = sentence.words(position..<min(sentence.count, position + 3))
    guard !words.isEmpty, sentence.rules.accountOpeners.opens(words) else { return nil }
    let start = position + sentence.rules.accountOpeners.length(at: 0, in: words)
    // The sentence may end with the opener.
    guard start < sentence.count,
      let noun = (start + 1..<min(sentence.count, start + 12)).first(where: {
        sentence.isOne(of: sentence.rules.accounts, $0)
      }),
      !(start..<noun).contains(where: { sentence.isMark($0) || sentence.isFinite($0) }),
      sentence.isComma(noun + 1)
        || sentence.has(noun + 1, .preposition) && sentence.has(noun + 2, .time)
    else { return nil }
    // "By *their mother's* account", "By *their* account".
    let owner =
      (start..<noun).last { sentence.has($0, .genitive) || sentence.word($0) == "'" }
      .map { start..<$0 + 1 }
      ?? (sentence.has(start, .possessive) ? start..<start + 1 : nil)
    guard let owner else { return nil }
    var content: Span?
    if position == 0 {
      guard let comma = (noun..<sentence.count).first(where: sentence.isComma) else { return nil }
      content = clauses.scope.content(from: comma + 1, isClause: true)
    } else {
      content = clauses.scope.trimmed(clauseStart(before: position)..<position)
    }
    return content.flatMap {
      tagged(owner, owner.upperBound..<noun + 1, [$0], TaggingSettings.byOwnAccount)
    }
  }
}

// MARK: - Nouns

extension OtherCues {
  /// "Hale's claim that …", "his demands for …", "a statement by the ministry that …".
  private func noun(at position: Int) -> TaggedAttribution? {
    guard let index = sentence.noun(position),
      !sentence.has(position - 1, .subject)
    else { return nil }
    let entry = sentence.lexicon.entries[index]
    var start = position
    while start > 0, position - start < 3, sentence.isNominal(start - 1),
      !sentence.isCapitalised(start - 1) || start == 1
    { start -= 1 }
    var source: Range<Int>?
    if sentence.has(start - 1, .possessive) {
      source = start - 1..<start
    } else if sentence.has(start - 1, .genitive) || sentence.word(start - 1) == "'" {
      source = clauses.phrases.phrase(endingAt: start - 1).map { $0.lowerBound..<start }
    }
    var next = position + 1
    if source == nil, sentence.isOne(of: sentence.rules.sourceLinks, next) {
      source = clauses.phrases.phrase(startingAt: next + 1)
      next = source?.upperBound ?? next
    }
    let frame = clauses.following.frame(at: next)
    guard var share = entry.frames[frame], share >= TaggingSettings.leastShareOfNoun else {
      return nil
    }
    if source == nil {
      // "prompted calls for an inquiry": somebody's, but nobody's in particular.
      let isMany =
        sentence.language.endings.endsLikePlural(sentence.word(position))
        && !sentence.has(start - 1, [.determiner, .subject])
      guard isMany, share >= TaggingSettings.shareOfNobodysNoun, entry.attitude != .intention else {
        return nil
      }
      share *= TaggingSettings.keptByNobodysNoun
    }
    var cueEnd = position + 1
    var contentStart = next
    if case .preposition = frame {
      contentStart += 1
      if next == position + 1 { cueEnd += 1 }
    }
    guard let content = clauses.scope.content(from: contentStart, isClause: frame == .thatClause)
    else { return nil }
    return tagged(source, position..<cueEnd, [content], share)
  }
}

// MARK: - Colons

extension OtherCues {
  /// "Mayor: school to close"; "School to close: mayor".
  private func colon(at position: Int) -> TaggedAttribution? {
    guard position > 0, position + 1 < sentence.count, position <= 12 || sentence.isInHeadline
    else {
      return nil
    }
    guard !sentence.hasVerb(0..<position), sentence.verb(position - 1) == nil
    else {
      return sentence.isInHeadline ? reversedColon(at: position) : nil
    }
    guard let source = clauses.phrases.phrase(endingAt: position), source.lowerBound == 0,
      isSpeaker(source)
    else { return sentence.isInHeadline ? reversedColon(at: position) : nil }
    let isQuoted = sentence.isOpening(position + 1)
    guard
      isQuoted || sentence.isInHeadline && sentence.hasVerb(position + 1..<sentence.count)
        || sentence.isInHeadline
          && (position..<sentence.count).contains(where: { sentence.has($0, .infinitive) })
    else { return sentence.isInHeadline ? reversedColon(at: position) : nil }
    var content = clauses.scope.content(from: position + 1, isClause: true)
    if isQuoted,
      let quotation = sentence.document.quotation(
        openingAt: sentence.token(position + 1).span.start)
    {
      content = quotation.span
    }
    return tagged(
      source, position..<position + 1, content.map { [$0] } ?? [],
      isQuoted ? TaggingSettings.quotedColon : TaggingSettings.headlineColon)
  }

  private func reversedColon(at position: Int) -> TaggedAttribution? {
    guard position > 1, position + 1 < sentence.count else { return nil }
    let rest = position + 1..<sentence.count
    guard rest.count <= 4, !sentence.isOpening(position + 1),
      let source = clauses.phrases.phrase(startingAt: position + 1),
      source.upperBound == sentence.count,
      sentence.words(rest).contains(where: isSomebody),
      let content = clauses.scope.trimmed(0..<position)
    else { return nil }
    return tagged(source, position..<position + 1, [content], TaggingSettings.reversedColon)
  }

  /// "Bread prices to rise: *bakers*": a word for people or bodies; "photos" is none.
  private func isSomebody(_ word: String) -> Bool {
    let rules = sentence.rules
    return rules.speakers.contains(word) || rules.bodies.contains(word)
      || rules.collectives.contains(word)
      || sentence.language.endings.isPerson(word)
        && !sentence.language.layout.nobodyBeforeColon.contains(word)
  }

  /// A name, or a word for people who speak; "Breaking" and "Update" are neither.
  private func isSpeaker(_ source: Range<Int>) -> Bool {
    sentence.words(source).contains(where: sentence.rules.speakers.contains)
      || source.count <= 5 && source.allSatisfy { sentence.isCapitalised($0) } && source.count >= 1
        && !sentence.document.language.layout.nobodyBeforeColon.contains(
          sentence.word(source.lowerBound))
  }

  private func tagged(
    _ source: Range<Int>?, _ cue: Range<Int>, _ content: [Span], _ share: Double
  ) -> TaggedAttribution? {
    let span = sentence.span(cue)
    let source = source.map(sentence.span)
    let content = content.filter {
      !$0.overlaps(span) && (source.map($0.overlaps) ?? false) == false
    }
    guard !content.isEmpty else { return nil }
    return TaggedAttribution(source: source, cue: span, content: content, confidence: share)
  }
}
