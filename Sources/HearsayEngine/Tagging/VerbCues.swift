import HearsayModel

/// Attributions by a verb: *said*, *has vowed to*, *was asked whether*.
struct VerbCues {
  let clauses: Clauses
  private let least = 0.42

  private var sentence: SentenceWords { clauses.sentence }

  init(_ clauses: Clauses) {
    self.clauses = clauses
  }

  /// The attributions of all cue verbs in the sentence, in order.
  func attributions() -> [TaggedAttribution] {
    var found: [TaggedAttribution] = []
    var lastSource: Span?
    for head in 0..<min(sentence.count, Clauses.longest) {
      let word = sentence.token(head).span
      if found.last?.cue.map({ $0.contains(word) }) == true { continue }
      guard let group = clauses.groups.group(at: head) else { continue }
      guard let attribution = attribution(group, lastSource: lastSource) else { continue }
      lastSource = attribution.source ?? lastSource
      found.append(attribution)
    }
    return found
  }

  private func attribution(_ group: VerbGroups.Group, lastSource: Span?) -> TaggedAttribution? {
    if group.isPassive { return passive(group) }
    if group.form.inflection == .past, sentence.word(group.head + 1) == "by", !group.hasHelper {
      return agent(group, subject: nil)
    }
    let entry = sentence.lexicon.entries[group.form.entry]
    let next = clauses.following.continuation(
      after: group.head + 1, takesAddressee: entry.takesAddressee)
    return inverted(group, entry) ?? active(group, entry, next, lastSource: lastSource)
  }
}

// MARK: - "…," said the mayor

extension VerbCues {
  private func inverted(_ group: VerbGroups.Group, _ entry: CueEntry) -> TaggedAttribution? {
    let start = group.positions.lowerBound
    let share = max(entry.frames[.end] ?? 0, entry.frames[.quotation] ?? 0)
    guard share >= 0.6, start > 0, group.form.inflection != .gerund, group.form.inflection != .base,
      !entry.takesAddressee || entry.lemma == "ask"
    else { return nil }
    let isQuoted =
      sentence.isClosing(start - 1) || sentence.isComma(start - 1) && sentence.isClosing(start - 2)
    guard isQuoted || sentence.isComma(start - 1) || sentence.isDash(start - 1) else { return nil }
    guard let source = clauses.phrases.phrase(startingAt: group.head + 1),
      let content = clauses.contentBefore(start)
    else { return nil }
    let after = source.upperBound
    if !isQuoted {
      // "on licence, also called parole": a verb that hands a clause over may stand so, one that gives a name does not.
      guard entry.frames[.end] ?? 0 >= 0.6 else { return nil }
      let isClosed =
        after >= sentence.count || sentence.isStop(after) || sentence.isComma(after)
        || sentence.has(after, [.preposition, .time, .relative])
      guard isClosed, clauses.hasVerb(0..<start - 1) else { return nil }
      if let subject = clauses.phrases.phrase(endingAt: start), isAfterContent(subject.lowerBound) {
        return nil
      }
    } else if sentence.isFinite(after), !sentence.has(source.lowerBound, .subject) {
      return nil
    }
    var pieces = [content]
    let next = clauses.following.continuation(after: after, takesAddressee: false)
    if next.frame == .quotation, let second = quoted(at: next.start) { pieces.append(second) }
    return tagged(
      source: sentence.span(source), cue: sentence.span(group.positions), pieces,
      addressee: next.addressee, share: max(share, 0.9))
  }
}

extension VerbCues {
  /// Whether a phrase starts the sentence or follows a quotation: then it is the subject of the verb after it.
  private func isAfterContent(_ position: Int) -> Bool {
    position == 0 || sentence.isClosing(position - 1)
  }
}

// MARK: - The mayor said …

extension VerbCues {
  private func active(
    _ group: VerbGroups.Group, _ entry: CueEntry, _ next: FollowingWords.Continuation,
    lastSource: Span?, atLeast known: Double = 0
  ) -> TaggedAttribution? {
    guard let (source, bound) = subject(of: group, lastSource: lastSource),
      !disagrees(group, bound)
    else { return nil }
    let next = entry.carriesNoun ? carried(next) ?? next : next
    var frame = next.frame
    let ofClauses = max(entry.frames[.thatClause] ?? 0, entry.frames[.bareClause] ?? 0)
    if frame == .noun, ofClauses >= 0.7, clauses.following.mayBeClause(from: next.start) {
      frame = .bareClause
    }
    var share = max(entry.frames[frame] ?? 0, known)
    if next.cueEnd > group.head + 1, entry.carriesNoun { share = max(share, 0.8) }
    if share == 0 {
      for other in Self.fallbacks[frame] ?? [] where share == 0 {
        share = (entry.frames[other] ?? 0) * 0.9
        frame = other
      }
    }
    var cueEnd = next.cueEnd
    var start = next.start
    if case .preposition(let word) = frame, sentence.word(next.start) == word {
      let links = entry.lemma != "say" || word == "of" || word == "about"
      if links, next.start == group.head + 1 { cueEnd = next.start + 1 }
      start = next.start + 1
      if word == "out", next.start == group.head + 1 {
        return active(group, entry, particle(next), lastSource: lastSource, atLeast: share)
      }
    }
    var addressee = next.addressee
    if addressee != nil, frame == .infinitive { share = max(share, entry.frames[.noun] ?? 0) }
    if case .preposition = frame, let asked = asked(from: start) {
      addressee = asked
      start = asked.upperBound
    }
    if frame == .noun || frame == .gerund,
      isParticiple(group, after: bound) || isOtherName(group, entry)
    {
      return nil
    }
    let before = contentBefore(bound, entry, frame: frame)
    if let object = addressee, frame == .end, before == nil, entry.lemma != "tell",
      (entry.frames[.noun] ?? 0) >= least
    {
      // "urged restraint": what looked like the person asked is what is asked for.
      addressee = nil
      frame = .noun
      share = entry.frames[.noun] ?? 0
      start = object.lowerBound
    }
    var pieces: [Span] = []
    if let before { pieces.append(before) }
    switch frame {
    case .end:
      if before == nil {
        guard let next = nextQuotation(), sentence.isStop(next.position) else { return nil }
        pieces.append(next.span)
      } else if let rest = interruptedRest(next.start, before: bound) {
        pieces.append(rest)
      }
    case .quotation:
      guard let content = quoted(at: start) else { return nil }
      pieces.append(content)
    default:
      guard before == nil else { break }
      let isClause = frame == .thatClause || frame == .bareClause
      guard let content = clauses.scope.content(from: start, isClause: isClause) else { return nil }
      pieces.append(content)
    }
    if before != nil { share = max(share, entry.frames[.end] ?? 0, entry.frames[.quotation] ?? 0) }
    guard share >= least, !pieces.isEmpty else { return nil }
    return tagged(
      source: source, cue: sentence.span(group.positions.lowerBound..<max(cueEnd, group.head + 1)),
      pieces,
      addressee: addressee,
      share: share
        * Trust.of(
          frame, isBefore: before != nil, isQuoted: bound > 0 && isAfterQuotation(bound),
          sharesSubject: group.form.inflection == .gerund && !group.hasHelper))
  }

  /// "into *sections deemed dangerous*": the noun before the verb is no subject, a preposition holds it.
  private func isParticiple(_ group: VerbGroups.Group, after bound: Int) -> Bool {
    group.form.inflection == .past && !group.hasHelper && sentence.has(bound - 1, .preposition)
      && !sentence.isCapitalised(group.positions.lowerBound - 1)
  }

  /// "licence, *also called* parole": the participle gives another name for what stands before the comma.
  private func isOtherName(_ group: VerbGroups.Group, _ entry: CueEntry) -> Bool {
    let start = group.positions.lowerBound
    return entry.lemma == "call" && group.form.inflection == .past && !group.hasHelper
      && sentence.isComma(start - 1) && start < group.head
  }

  private func isAfterQuotation(_ bound: Int) -> Bool {
    sentence.isClosing(bound - 1) || sentence.isComma(bound - 1) && sentence.isClosing(bound - 2)
  }

  /// "called on *the council* to": who is asked.
  private func asked(from position: Int) -> Range<Int>? {
    guard ["on", "upon"].contains(sentence.word(position - 1)),
      let person = clauses.phrases.phrase(startingAt: position),
      sentence.word(person.upperBound) == "to"
    else { return nil }
    return person
  }

  /// Frames that are told apart by guessing, and what else they may be.
  private static let fallbacks: [CueFrame: [CueFrame]] = [
    .noun: [.bareClause], .bareClause: [.noun, .thatClause], .gerund: [.noun],
    .thatClause: [.noun, .bareClause], .quotation: [.noun, .thatClause],
  ]

  /// "expressed grave *concern* that": how the cue goes on after its noun.
  private func carried(_ next: FollowingWords.Continuation) -> FollowingWords.Continuation? {
    guard next.frame == .noun || next.frame == .bareClause,
      let noun = (next.start..<min(sentence.count, next.start + 3)).first(where: {
        sentence.lexicon.nouns[sentence.word($0)] != nil
      })
    else { return nil }
    let frame = clauses.following.frame(at: noun + 1)
    switch frame {
    case .thatClause, .infinitive:
      return FollowingWords.Continuation(frame: frame, start: noun + 1, cueEnd: noun + 1)
    case .preposition("about"), .preposition("over"), .preposition("for"):
      return FollowingWords.Continuation(frame: .noun, start: noun + 2, cueEnd: noun + 2)
    default: return nil
    }
  }

  /// "pointed out", "spoke out": the particle belongs to the cue.
  private func particle(_ next: FollowingWords.Continuation) -> FollowingWords.Continuation {
    var found = clauses.following.continuation(after: next.start + 1, takesAddressee: false)
    found.cueEnd = max(found.cueEnd, next.start + 1)
    return found
  }

  /// Who says it, and where the words for it start.
  private func subject(of group: VerbGroups.Group, lastSource: Span?) -> (Span, Int)? {
    let start = group.positions.lowerBound
    if group.form.inflection == .gerund, !group.hasHelper {
      if let actor = actor(of: start) { return (sentence.span(actor), start) }
      if let lastSource { return (lastSource, start) }
      return clauses.mainSubject(before: start).map { (sentence.span($0), start) }
    }
    if let platform = platform(endingAt: start) { return speaker(before: platform, lastSource) }
    if let phrase = clauses.phrases.phrase(endingAt: start) {
      return (sentence.span(phrase), phrase.lowerBound)
    }
    if let earlier = beforeDate(start), let phrase = clauses.phrases.phrase(endingAt: earlier) {
      return (sentence.span(phrase), phrase.lowerBound)
    }
    guard sentence.has(start - 1, .conjunction) || sentence.isComma(start - 1) else { return nil }
    if let lastSource { return (lastSource, start) }
    return clauses.mainSubject(before: start).map { (sentence.span($0), start) }
  }

  /// Where "on Twitter" starts in "Hale | on Twitter wrote": that is where it was written, not who wrote it.
  private func platform(endingAt end: Int) -> Int? {
    guard end > 1, sentence.has(end - 1, .platform), sentence.isCapitalised(end - 1),
      ["on", "via"].contains(sentence.word(end - 2))
    else { return nil }
    return end - 2
  }

  private func speaker(before end: Int, _ lastSource: Span?) -> (Span, Int)? {
    if let phrase = clauses.phrases.phrase(endingAt: end) {
      return (sentence.span(phrase), phrase.lowerBound)
    }
    return (lastSource ?? clauses.mainSubject(before: end).map(sentence.span)).map { ($0, end) }
  }

  /// "as they speak to political leaders | shows": one who is many does not stand before "shows".
  private func disagrees(_ group: VerbGroups.Group, _ bound: Int) -> Bool {
    let verb = group.positions.lowerBound
    guard group.positions.count == 1, group.form.inflection == .present, bound < verb,
      let phrase = clauses.phrases.phrase(endingAt: verb), phrase.lowerBound == bound,
      !phrase.contains(where: {
        sentence.has($0, [.preposition, .relative]) || sentence.isMark($0)
      })
    else { return false }
    let head = sentence.word(verb - 1)
    return head.hasSuffix("s") && !sentence.isCapitalised(verb - 1) && head.count > 3
      && !["ss", "us", "is", "ics", "'s", "’s"].contains(where: head.hasSuffix)
      && !["news", "series", "headquarters", "species"].contains(head)
  }

  /// "with *Jo Hale* | calling it mad": who does it stands between "with" and the verb.
  private func actor(of verb: Int) -> Range<Int>? {
    guard let with = (max(0, verb - 16)..<verb).last(where: { sentence.word($0) == "with" }),
      with + 1 < verb, !(with + 1..<verb).contains(where: sentence.isMark),
      let phrase = clauses.phrases.phrase(startingAt: with + 1), phrase.upperBound >= verb
    else { return nil }
    return with + 1..<verb
  }

  /// Where "on Tuesday" starts in "the mayor | on Tuesday said"; `nil` where no such words stand before `end`.
  private func beforeDate(_ end: Int) -> Int? {
    var start = end
    while start > 1, end - start < 6,
      sentence.has(start - 1, .time) || sentence.kind(start - 1) == .number
    {
      start -= 1
    }
    guard start < end, sentence.has(start, .time) || sentence.has(end - 1, .time) else {
      return nil
    }
    while start > 1,
      ["on", "in", "late", "early", "last", "this"].contains(sentence.word(start - 1))
    {
      start -= 1
    }
    return start > 0 ? start : nil
  }

  /// `"…," the mayor said`: content before the subject, which starts at `bound`.
  private func contentBefore(_ bound: Int, _ entry: CueEntry, frame: CueFrame) -> Span? {
    guard bound > 0, max(entry.frames[.end] ?? 0, entry.frames[.quotation] ?? 0) >= 0.6 else {
      return nil
    }
    let isQuoted =
      sentence.isClosing(bound - 1) || sentence.isComma(bound - 1) && sentence.isClosing(bound - 2)
    if isQuoted {
      guard endsLikeSpeech(bound) else { return nil }
      return clauses.contentBefore(bound)
    }
    guard frame == .end, sentence.isComma(bound - 1) || sentence.isDash(bound - 1) else {
      return nil
    }
    return clauses.contentBefore(bound)
  }

  /// A comma, or a stop inside the marks, hands a quotation over.
  private func endsLikeSpeech(_ bound: Int) -> Bool {
    if sentence.isComma(bound - 1) { return true }
    return [",", "?", "!", ".", "…", "—", "--", "..."].contains(sentence.word(bound - 2))
  }

  /// "The plan, he said, | would fail": the rest belongs to what was interrupted.
  private func interruptedRest(_ position: Int, before bound: Int) -> Span? {
    guard sentence.isComma(position), bound > 1 else { return nil }
    if sentence.isOpening(position + 1) { return quoted(at: position + 1) }
    guard !sentence.isClosing(bound - 1), !clauses.hasVerb(0..<bound - 1) else { return nil }
    return clauses.scope.content(from: position + 1, isClause: true)
  }
}

// MARK: - The mayor was asked …; … was criticised by the mayor

extension VerbCues {
  private func passive(_ group: VerbGroups.Group) -> TaggedAttribution? {
    let entry = sentence.lexicon.entries[group.form.entry]
    let subject = clauses.phrases.phrase(endingAt: group.positions.lowerBound)
    if ["quoted", "cited", "reported"].contains(sentence.word(group.head)),
      sentence.word(group.head + 1) == "as",
      sentence.word(group.head + 2) == "saying" || sentence.word(group.head + 2) == "telling"
    {
      return quotedAsSaying(group, subject)
    }
    if sentence.word(group.head + 1) == "by" { return agent(group, subject: subject) }
    guard entry.takesAddressee, let subject else { return nil }
    let next = clauses.following.continuation(after: group.head + 1, takesAddressee: false)
    var (start, cueEnd) = (next.start, next.cueEnd)
    var isClause = true
    switch next.frame {
    case .thatClause, .bareClause: break
    case .infinitive: isClause = false
    case .preposition("about"):
      cueEnd = start + 1
      start += 1
      isClause = false
    default: return nil
    }
    guard let content = clauses.scope.content(from: start, isClause: isClause) else { return nil }
    return tagged(
      source: nil, cue: sentence.span(group.positions.lowerBound..<cueEnd), [content],
      addressee: subject, share: 0.6)
  }

  private func quotedAsSaying(_ group: VerbGroups.Group, _ subject: Range<Int>?)
    -> TaggedAttribution?
  {
    guard let subject else { return nil }
    let next = clauses.following.continuation(after: group.head + 3, takesAddressee: false)
    guard
      let content = next.frame == .quotation
        ? quoted(at: next.start)
        : clauses.scope.content(from: next.start, isClause: true)
    else { return nil }
    return tagged(
      source: sentence.span(subject), cue: sentence.span(group.positions.lowerBound..<next.cueEnd),
      [content], addressee: next.addressee, share: 0.95)
  }

  /// "criticised by the mayor": the mayor is the source, who was criticised the content.
  private func agent(_ group: VerbGroups.Group, subject: Range<Int>?) -> TaggedAttribution? {
    let entry = sentence.lexicon.entries[group.form.entry]
    let share = max(entry.frames[.preposition("by")] ?? 0, (entry.frames[.noun] ?? 0) * 0.8)
    guard share >= 0.55, let source = clauses.phrases.phrase(startingAt: group.head + 2),
      let object = subject ?? clauses.phrases.phrase(endingAt: group.positions.lowerBound)
    else { return nil }
    return tagged(
      source: sentence.span(source), cue: sentence.span(group.positions), [sentence.span(object)],
      addressee: nil, share: share * 0.9)
  }
}

// MARK: - Small steps

extension VerbCues {
  /// The content that a colon, a comma or an opening mark introduces at `position`.
  private func quoted(at position: Int) -> Span? {
    guard sentence.isOpening(position) else {
      return clauses.scope.content(from: position, isClause: true)
    }
    let offset = sentence.token(position).span.start
    guard let quotation = sentence.document.quotation(openingAt: offset) else { return nil }
    let isIntroduced = sentence.isComma(position - 1) || sentence.word(position - 1) == ":"
    let end = sentence.span(position..<sentence.count).end
    if isIntroduced || quotation.span.end >= end { return quotation.span }
    return clauses.scope.content(from: position, isClause: true) ?? quotation.span
  }

  /// The quotation that opens the next sentence of the paragraph: `Hale explained. "We …"`.
  private func nextQuotation() -> (span: Span, position: Int)? {
    let document = sentence.document
    let next = sentence.sentence + 1
    guard next < document.sentences.count,
      document.sentences[next].paragraph == document.sentences[sentence.sentence].paragraph,
      let quotation = document.quotation(openingAt: document.sentences[next].span.start),
      quotation.role == .speech
    else { return nil }
    return (quotation.span, sentence.count - 1)
  }

  private func tagged(
    source: Span?, cue: Span, _ content: [Span], addressee: Range<Int>?, share: Double
  ) -> TaggedAttribution? {
    let content = content.filter {
      !$0.overlaps(cue) && (source.map($0.overlaps) ?? false) == false
    }
    guard !content.isEmpty else { return nil }
    return TaggedAttribution(
      source: source, cue: cue, content: content.sorted(), addressee: addressee.map(sentence.span),
      confidence: share)
  }
}
