import HearsayLanguage
import HearsayModel

/// Attributions by a verb: *said*, *has vowed to*, *was asked whether*.
struct VerbCues {
  let clauses: Clauses

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
      // "quoted Ann Roe, a farmer, as | saying": one cue, and not two.
      if let quoted = found.last, quoted.passedOnBy != nil, word.end <= quoted.content[0].start {
        continue
      }
      guard let group = clauses.groups.group(at: head) else { continue }
      guard let attribution = attribution(group, lastSource: lastSource) else { continue }
      lastSource = attribution.source ?? lastSource
      found.append(attribution)
    }
    return found
  }

  private func attribution(_ group: VerbGroups.Group, lastSource: Span?) -> TaggedAttribution? {
    if let quoted = quotedByOutlet(group) { return quoted }
    if group.isPassive { return passive(group) }
    if group.form.inflection == .past, sentence.has(group.head + 1, .agent), !group.hasHelper {
      return agent(group, subject: nil)
    }
    let entry = sentence.lexicon.entries[group.form.entry]
    return inverted(group, entry) ?? active(group, entry, lastSource: lastSource)
  }
}

// MARK: - "…," said the mayor

extension VerbCues {
  private func inverted(_ group: VerbGroups.Group, _ entry: CueEntry) -> TaggedAttribution? {
    let start = group.positions.lowerBound
    let share = max(entry.frames[.end] ?? 0, entry.frames[.quotation] ?? 0)
    guard share >= TaggingSettings.shareOfInverted, start > 0, group.form.inflection != .gerund,
      group.form.inflection != .base,
      !entry.takesAddressee || entry.isInverted
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
      guard entry.frames[.end] ?? 0 >= TaggingSettings.shareOfInverted else { return nil }
      let isClosed =
        after >= sentence.count || sentence.isStop(after) || sentence.isComma(after)
        || sentence.has(after, [.preposition, .time, .relative])
      guard isClosed, sentence.hasVerb(0..<start - 1) else { return nil }
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
      addressee: next.addressee, share: max(share, TaggingSettings.inverted))
  }
}

extension VerbCues {
  /// Whether a phrase starts the sentence or follows a quotation: then it is the subject of the verb after it.
  private func isAfterContent(_ position: Int) -> Bool {
    position == 0 || sentence.isClosing(position - 1)
  }
}

// MARK: - The mayor said …

/// How a cue verb with its subject before it goes on, as far as it is understood.
private struct Reading {
  var frame: CueFrame
  /// The share of such places that are cues.
  var share: Double
  /// Where the content starts.
  var start: Int
  var cueEnd: Int
  var addressee: Range<Int>?
}

extension VerbCues {
  private func active(_ group: VerbGroups.Group, _ entry: CueEntry, lastSource: Span?)
    -> TaggedAttribution?
  {
    guard let (source, bound) = subject(of: group, lastSource: lastSource),
      !disagrees(group, bound)
    else { return nil }
    let next = clauses.following.continuation(
      after: group.head + 1, takesAddressee: entry.takesAddressee)
    var reading = withAddressee(read(next, group, entry), entry)
    if reading.frame == .noun || reading.frame == .gerund,
      isParticiple(group, after: bound) || isOtherName(group, entry)
    {
      return nil
    }
    let before = contentBefore(bound, entry, frame: reading.frame)
    if before == nil { askForObject(&reading, entry) }
    guard let pieces = pieces(reading, before: before, bound) else { return nil }
    if before != nil {
      reading.share = max(
        reading.share, entry.frames[.end] ?? 0, entry.frames[.quotation] ?? 0)
    }
    guard reading.share >= TaggingSettings.leastShare else { return nil }
    let trust = Trust.of(
      reading.frame, isBefore: before != nil, isQuoted: bound > 0 && isAfterQuotation(bound),
      sharesSubject: group.form.inflection == .gerund && !group.hasHelper)
    let cue = group.positions.lowerBound..<max(reading.cueEnd, group.head + 1)
    return tagged(
      source: source, cue: sentence.span(cue), pieces, addressee: reading.addressee,
      share: reading.share * trust)
  }

  /// How the cue goes on, with its particle ("pointed out") or the preposition that belongs to it ("called for").
  private func read(
    _ next: FollowingWords.Continuation, _ group: VerbGroups.Group, _ entry: CueEntry,
    atLeast known: Double = 0
  ) -> Reading {
    let next = entry.carriesNoun ? carried(next) ?? next : next
    var reading = framed(next, group, entry, atLeast: known)
    guard case .preposition(let word) = reading.frame, sentence.word(next.start) == word else {
      return reading
    }
    let rules = sentence.rules
    let follows = next.start == group.head + 1
    if follows, rules.out.contains(word) {
      return read(particle(next), group, entry, atLeast: reading.share)
    }
    let links = !entry.linksOnlyAbout || rules.of.contains(word) || rules.about.contains(word)
    if links, follows { reading.cueEnd = next.start + 1 }
    reading.start = next.start + 1
    return reading
  }

  /// The frame that the words after the cue have, or else one that they may be taken for.
  private func framed(
    _ next: FollowingWords.Continuation, _ group: VerbGroups.Group, _ entry: CueEntry,
    atLeast known: Double
  ) -> Reading {
    var frame = next.frame
    let ofClauses = max(entry.frames[.thatClause] ?? 0, entry.frames[.bareClause] ?? 0)
    if frame == .noun, ofClauses >= TaggingSettings.shareOfClauseVerb,
      sentence.mayOpenClause(at: next.start)
    {
      frame = .bareClause
    }
    var share = max(entry.frames[frame] ?? 0, known)
    if next.cueEnd > group.head + 1, entry.carriesNoun {
      share = max(share, TaggingSettings.shareOfCarried)
    }
    for other in Self.fallbacks[frame] ?? [] where share == 0 {
      share = (entry.frames[other] ?? 0) * TaggingSettings.keptByFallback
      frame = other
    }
    return Reading(
      frame: frame, share: share, start: next.start, cueEnd: next.cueEnd, addressee: next.addressee)
  }

  /// "urged *the council* to", "called on *the council* to".
  private func withAddressee(_ reading: Reading, _ entry: CueEntry) -> Reading {
    var reading = reading
    if reading.addressee != nil, reading.frame == .infinitive {
      reading.share = max(reading.share, entry.frames[.noun] ?? 0)
    }
    if case .preposition = reading.frame, let asked = asked(from: reading.start) {
      reading.addressee = asked
      reading.start = asked.upperBound
    }
    return reading
  }

  /// "urged restraint": what looked like the person asked is what is asked for.
  private func askForObject(_ reading: inout Reading, _ entry: CueEntry) {
    let share = entry.frames[.noun] ?? 0
    guard let object = reading.addressee, reading.frame == .end, !entry.takesOnlyAddressee,
      share >= TaggingSettings.leastShare
    else { return }
    reading = Reading(
      frame: .noun, share: share, start: object.lowerBound, cueEnd: reading.cueEnd, addressee: nil)
  }

  /// What is said: before the cue, after it, or around it; `nil` where nothing is.
  private func pieces(_ reading: Reading, before: Span?, _ bound: Int) -> [Span]? {
    switch reading.frame {
    case .end:
      guard let before else {
        guard let next = nextQuotation(), sentence.isStop(next.position) else { return nil }
        return [next.span]
      }
      return [before] + (interruptedRest(reading.start, before: bound).map { [$0] } ?? [])
    case .quotation:
      return quoted(at: reading.start).map { (before.map { [$0] } ?? []) + [$0] }
    default:
      if let before { return [before] }
      let isClause = reading.frame == .thatClause || reading.frame == .bareClause
      return clauses.scope.content(from: reading.start, isClause: isClause).map { [$0] }
    }
  }

  /// "into *sections deemed dangerous*": the noun before the verb is no subject, a preposition holds it.
  private func isParticiple(_ group: VerbGroups.Group, after bound: Int) -> Bool {
    group.form.inflection == .past && !group.hasHelper && sentence.has(bound - 1, .preposition)
      && !sentence.isCapitalised(group.positions.lowerBound - 1)
  }

  /// "licence, *also called* parole": the participle gives another name for what stands before the comma.
  private func isOtherName(_ group: VerbGroups.Group, _ entry: CueEntry) -> Bool {
    let start = group.positions.lowerBound
    return entry.givesNames && group.form.inflection == .past && !group.hasHelper
      && sentence.isComma(start - 1) && start < group.head
  }

  private func isAfterQuotation(_ bound: Int) -> Bool {
    sentence.isClosing(bound - 1) || sentence.isComma(bound - 1) && sentence.isClosing(bound - 2)
  }

  /// "called on *the council* to": who is asked.
  private func asked(from position: Int) -> Range<Int>? {
    guard sentence.isOne(of: sentence.rules.asked, position - 1),
      let person = clauses.phrases.phrase(startingAt: position),
      sentence.has(person.upperBound, .infinitive)
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
        sentence.noun($0) != nil
      })
    else { return nil }
    let frame = clauses.following.frame(at: noun + 1)
    switch frame {
    case .thatClause, .infinitive:
      return FollowingWords.Continuation(frame: frame, start: noun + 1, cueEnd: noun + 1)
    case .preposition(let link) where sentence.rules.carriedLinks.contains(link):
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
      sentence.isOne(of: sentence.rules.onPlatforms, end - 2)
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
    return sentence.language.endings.isPluralHead(head) && !sentence.isCapitalised(verb - 1)
      && head.count > 3 && !sentence.rules.singularsInS.contains(head)
  }

  /// "with *Jo Hale* | calling it mad": who does it stands between "with" and the verb.
  private func actor(of verb: Int) -> Range<Int>? {
    guard
      let with = (max(0, verb - 16)..<verb).last(where: {
        sentence.isOne(of: sentence.rules.with, $0)
      }),
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
      sentence.isOne(of: sentence.rules.beforeDates, start - 1)
    {
      start -= 1
    }
    return start > 0 ? start : nil
  }

  /// `"…," the mayor said`: content before the subject, which starts at `bound`.
  private func contentBefore(_ bound: Int, _ entry: CueEntry, frame: CueFrame) -> Span? {
    guard bound > 0,
      max(entry.frames[.end] ?? 0, entry.frames[.quotation] ?? 0)
        >= TaggingSettings.shareOfInverted
    else {
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
    guard !sentence.isClosing(bound - 1), !sentence.hasVerb(0..<bound - 1) else { return nil }
    return clauses.scope.content(from: position + 1, isClause: true)
  }
}

// MARK: - The mayor was asked …; … was criticised by the mayor

extension VerbCues {
  private func passive(_ group: VerbGroups.Group) -> TaggedAttribution? {
    let entry = sentence.lexicon.entries[group.form.entry]
    let subject = clauses.phrases.phrase(endingAt: group.positions.lowerBound)
    if sentence.isOne(of: sentence.rules.quoted, group.head),
      sentence.isOne(of: sentence.rules.quotedAs, group.head + 1),
      sentence.isOne(of: sentence.rules.saying, group.head + 2)
    {
      return quotedAsSaying(group, subject)
    }
    if entry.takesAddressee, let told = toldByAgent(group, subject) { return told }
    if sentence.has(group.head + 1, .agent) { return agent(group, subject: subject) }
    guard entry.takesAddressee, let subject else { return nil }
    let next = clauses.following.continuation(after: group.head + 1, takesAddressee: false)
    var (start, cueEnd) = (next.start, next.cueEnd)
    var isClause = true
    switch next.frame {
    case .thatClause, .bareClause: break
    case .infinitive: isClause = false
    case .preposition(let link) where sentence.rules.about.contains(link):
      cueEnd = start + 1
      start += 1
      isClause = false
    default: return nil
    }
    guard let content = clauses.scope.content(from: start, isClause: isClause) else { return nil }
    return tagged(
      source: sender(before: subject.lowerBound),
      cue: sentence.span(group.positions.lowerBound..<cueEnd), [content], addressee: subject,
      share: TaggingSettings.passive)
  }

  /// "Drivers were told *by the minister, Luc Ferrand,* that …".
  private func toldByAgent(_ group: VerbGroups.Group, _ subject: Range<Int>?) -> TaggedAttribution?
  {
    guard sentence.has(group.head + 1, .agent), let subject,
      let teller = clauses.phrases.phrase(startingAt: group.head + 2, isClosed: true)
    else { return nil }
    let end = sentence.isComma(teller.upperBound) ? teller.upperBound + 1 : teller.upperBound
    let next = clauses.following.continuation(after: end, takesAddressee: false)
    // "was warned by doctors | not to fly".
    let isForbidden =
      sentence.has(next.start, .negation) && sentence.has(next.start + 1, .infinitive)
    guard isForbidden || next.frame == .thatClause || next.frame == .infinitive,
      sentence.has(next.start, [.complementiser, .infinitive]) || !sentence.isComma(next.start - 1),
      let content = clauses.scope.content(from: next.start, isClause: next.frame == .thatClause)
    else { return nil }
    return tagged(
      source: sentence.span(teller), cue: sentence.span(group.positions), [content],
      addressee: subject, share: TaggingSettings.quotedAsSaying)
  }

  /// "In a letter signed by *the head teacher*, parents | were told": whose letter it is.
  private func sender(before subject: Int) -> Span? {
    guard
      let agent = (1..<max(1, subject)).last(where: {
        sentence.has($0, .agent) && sentence.isOne(of: sentence.rules.sent, $0 - 1)
      }), let sender = clauses.phrases.phrase(startingAt: agent + 1, isClosed: true),
      sender.upperBound < subject, sentence.isComma(subject - 1)
    else { return nil }
    return sentence.span(sender)
  }

  /// "Roe was quoted *by the Courier* as saying", "The Courier quoted Ann Roe, a farmer, as saying": the words are Roe's, and
  /// came through the Courier.
  private func quotedByOutlet(_ group: VerbGroups.Group) -> TaggedAttribution? {
    guard sentence.isOne(of: sentence.rules.quoted, group.head),
      let link = (group.head + 2..<max(group.head + 2, min(sentence.count - 1, group.head + 26)))
        .first(where: {
          sentence.isOne(of: sentence.rules.quotedAs, $0)
            && sentence.isOne(of: sentence.rules.saying, $0 + 1)
        }), let subject = clauses.phrases.phrase(endingAt: group.positions.lowerBound)
    else { return nil }
    let between =
      group.head + (group.isPassive ? 2 : 1)..<(sentence.isComma(link - 1) ? link - 1 : link)
    guard !between.isEmpty, !group.isPassive || sentence.has(group.head + 1, .agent),
      !between.contains(where: { sentence.isOpening($0) || sentence.isStop($0) })
    else { return nil }
    let next = clauses.following.continuation(after: link + 2, takesAddressee: false)
    guard
      let content = next.frame == .quotation
        ? quoted(at: next.start) : clauses.scope.content(from: next.start, isClause: true),
      var found = tagged(
        source: sentence.span(group.isPassive ? subject : between),
        cue: sentence.span(group.positions), [content], addressee: next.addressee,
        share: TaggingSettings.quotedAsSaying)
    else { return nil }
    found.passedOnBy = sentence.span(group.isPassive ? between : subject)
    return found
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
      [content], addressee: next.addressee, share: TaggingSettings.quotedAsSaying)
  }

  /// "criticised by the mayor": the mayor is the source, who was criticised the content.
  private func agent(_ group: VerbGroups.Group, subject: Range<Int>?) -> TaggedAttribution? {
    let entry = sentence.lexicon.entries[group.form.entry]
    let share = max(
      entry.frames[.preposition(sentence.word(group.head + 1))] ?? 0,
      (entry.frames[.noun] ?? 0) * TaggingSettings.keptByObject)
    guard share >= TaggingSettings.leastShareOfAgent,
      let source = clauses.phrases.phrase(startingAt: group.head + 2),
      let object = subject ?? clauses.phrases.phrase(endingAt: group.positions.lowerBound)
    else { return nil }
    return tagged(
      source: sentence.span(source), cue: sentence.span(group.positions), [sentence.span(object)],
      addressee: nil, share: share * TaggingSettings.keptByAgent)
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
