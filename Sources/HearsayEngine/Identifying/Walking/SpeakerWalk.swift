import HearsayLanguage
import HearsayModel

/// One pass over one document, from the first mention to the last.
struct SpeakerWalk {
  let clusterer: SourceClusterer
  let document: Document
  let linked: [LinkedAttribution]
  let relayMentions: [[Mention]]
  var speakers: Speakers
  /// For each sentence how many sentences outside quotation marks stand before it.
  var distances: [Int] = []
  private var seenInSentence: Int = -1
  /// For each attribution the last one before it that has its source in the same words.
  let sameSource: [Int?]
  /// The quotations without a cue of which is settled whose they are, if anybody's.
  var heard: Set<Int> = []

  var lexicon: PeopleLexicon { clusterer.lexicon }
  var reader: MentionReader { clusterer.reader }

  init(
    clusterer: SourceClusterer, document: Document, linked: [LinkedAttribution],
    relayMentions: [[Mention]],
    publisher: Mention?
  ) {
    self.clusterer = clusterer
    self.document = document
    self.linked = linked
    self.relayMentions = relayMentions
    var last: [Span: Int] = [:]
    sameSource = linked.enumerated().map { index, attribution in
      attribution.source.flatMap { last.updateValue(index, forKey: $0) }
    }
    speakers = Speakers(
      register: EntityRegister(lexicon: clusterer.lexicon),
      speaker: Array(repeating: nil, count: linked.count),
      alternates: Array(repeating: [], count: linked.count),
      isAmbiguous: Array(repeating: false, count: linked.count),
      recognition: Array(repeating: nil, count: linked.count),
      relays: Array(repeating: [], count: linked.count))
    if let publisher {
      speakers.publisher = speakers.register.add(publisher, isFromQuotation: false)
    }
  }

  /// Walks to the end, unless `progress` stops it.
  mutating func run(_ progress: (Double) -> Bool) -> Bool {
    distances = distancesOfSentences()
    guard let (body, headlines) = events(progress) else { return false }
    for (number, event) in body.enumerated() {
      if number % Self.stride == 0, !progress(0.5 + 0.5 * Double(number) / Double(body.count)) {
        return false
      }
      take(event)
    }
    for event in headlines { take(event) }
    goOn()
    return true
  }

  /// How many events or sentences pass between two questions whether to go on.
  static let stride = 512

  // MARK: - One event

  private mutating func take(_ event: Event) {
    switch event {
    case .introduction(let mention): introduce(mention)
    case .source(let index): cite(index)
    case .quotation(let index): hear(index)
    case .answer(let index): answer(index)
    case .addressee(_, let span):
      guard let mention = reader.mention(of: span, in: document), mention.isName,
        let known = clusterer.resolver.resolve(
          mention, at: place(of: span, for: nil), in: speakers.register)
      else { return }
      speakers.register.addMention(span, to: known.entity)
    case .relay(let index, let mention):
      let found = clusterer.resolver.resolve(
        mention, at: place(of: mention.span, for: nil), in: speakers.register)
      let id = found?.entity ?? speakers.register.add(mention, isFromQuotation: false)
      speakers.register.learn(id, from: mention)
      speakers.register.addMention(mention.span, to: id)
      note(id, mention, isSource: false)
      if !speakers.relays[index].contains(id) { speakers.relays[index].append(id) }
    }
  }

  @discardableResult
  mutating func introduce(_ mention: Mention) -> Int? {
    if isMeans(mention) { return nil }
    if mention.isPronoun { return refer(mention) }
    let place = place(of: mention.span, for: nil)
    let (mention, members) = withMembers(mention)
    let found =
      compound(of: members)
      ?? clusterer.resolver.resolve(mention, at: place, in: speakers.register)
    if found == nil, isPlaceOnly(mention) { return nil }
    if mention.form == .description, mention.identifies, mention.kind != .organisation, found == nil
    {
      return nil
    }
    let id = found?.entity ?? speakers.register.add(mention, isFromQuotation: place.isInsideSpeech)
    if !members.isEmpty { speakers.register.setMembers(members, of: id) }
    if mention.kind == .organisation, found != nil, !mention.isName {
      speakers.register.settleBody(id)
    }
    if mention.isName, mention.parts.isEmpty {
      speakers.register.learn(id, from: mention)
      speakers.register.addSighting(mention.span, to: id)
    }
    note(id, mention, isSource: false)
    return id
  }

  /// "since Easter", "in Leeds": neither does anything nor is anything done to it.
  private func isAside(_ mention: Mention) -> Bool {
    let first = document.tokenRange(in: mention.span).lowerBound
    guard first > 0 else { return false }
    let before = document.tokens[first - 1]
    return lexicon[.placeLinks].has(before) || lexicon[.beforeOblique].has(before)
  }

  /// Notes whom a pronoun means, where that is plain: it brings them to mind again, and tells what they are.
  private mutating func refer(_ mention: Mention) -> Int? {
    let place = place(of: mention.span, for: nil)
    guard !place.isInsideSpeech,
      let found = clusterer.resolver.resolve(mention, at: place, in: speakers.register),
      !found.isAmbiguous
    else { return nil }
    if mention.form == .pronoun(.thing) { speakers.register.settleBody(found.entity) }
    if case .pronoun(.one(let gender)) = mention.form {
      speakers.register.settlePerson(found.entity, gender)
    }
    note(found.entity, mention, isSource: false)
    return found.entity
  }

  /// "the kiln at Borgo": of a name that nothing is known of, the word before it tells that it is a place's.
  private func isPlaceOnly(_ mention: Mention) -> Bool {
    let first = document.tokenRange(in: mention.span).lowerBound
    return first > 0 && mention.isName && !mention.isKindTold && !mention.isIntroduced
      && lexicon[.placeLinks].has(document.tokens[first - 1])
  }

  /// "met via Zoom": what is used is nobody whom a later word could mean.
  private func isMeans(_ mention: Mention) -> Bool {
    let first = document.tokenRange(in: mention.span).lowerBound
    return first > 0 && lexicon[.means].has(document.tokens[first - 1])
  }

  /// A quotation without a cue goes on with the speaker before it.
  private mutating func goOn() {
    for (index, attribution) in linked.enumerated()
    where speakers.speaker[index] == nil && !heard.contains(index) {
      guard let before = attribution.continues, linked.indices.contains(before), before != index
      else { continue }
      speakers.speaker[index] = speakers.speaker[before]
      speakers.alternates[index] = speakers.alternates[before]
      speakers.isAmbiguous[index] = speakers.isAmbiguous[before]
      speakers.recognition[index] = speakers.recognition[before]
      if speakers.relays[index].isEmpty { speakers.relays[index] = speakers.relays[before] }
    }
  }

  // MARK: - Where things stand

  func place(of span: Span, for index: Int?) -> MentionContext {
    let sentence = document.sentenceIndex(at: span.start) ?? 0
    let paragraph = document.paragraphIndex(at: span.start) ?? 0
    let isKnown = document.paragraphs.indices.contains(paragraph)
    var place = MentionContext(
      sentence: distances.indices.contains(sentence) ? distances[sentence] : 0,
      paragraphStart: isKnown ? document.paragraphs[paragraph].span.start : 0,
      isInsideSpeech: document.isInsideSpeech(span.start))
    place.isHeadline = isKnown && document.paragraphs[paragraph].role == .headline
    if let index {
      place.confidant = relayMentions[index].first.map { lexicon.outlets.key($0.name) }
      hear(wordsSaid(in: linked[index]), at: &place)
      place.speakerAround = linked[index].within.flatMap {
        speakers.speaker.indices.contains($0) ? speakers.speaker[$0] : nil
      }
      place.judge = clusterer.scorer.map { PronounJudge(scorer: $0, document: document) }
    }
    return place
  }

  /// The words of a content, and those after it in its sentence.
  private func wordsSaid(in attribution: LinkedAttribution) -> [Range<Int>] {
    attribution.content.map { piece in
      let end = document.sentenceIndex(at: max(piece.start, piece.end - 1))
        .map { document.sentences[$0].span.end }
      return document.tokenRange(in: Span(piece.start, max(piece.end, end ?? piece.end)))
    }
  }

  /// Notes who is named in these words, and whose pronouns they have, outside of quotation marks.
  private func hear(_ said: [Range<Int>], at place: inout MentionContext) {
    for index in said.joined() {
      let isName = document.tokens[index].isCapitalised
      let word = document.tokens[index].lower
      var spoken: Gender?
      if case .one(let gender) = lexicon.pronouns[word] { spoken = gender }
      guard isName || spoken != nil, !document.isInsideSpeech(document.tokens[index].span.start)
      else { continue }
      if isName { place.namesSaid.insert(word) }
      if let spoken { place.gendersSaid.insert(spoken) }
    }
  }

  /// "Roe asked the porter", "spoke to a girl": whoever was asked has the word next.
  private func isQuestioned(_ mention: Mention) -> Bool {
    let first = document.tokenRange(in: mention.span).lowerBound
    let before = document.tokens[..<first].reversed().drop(while: lexicon[.articles].has)
      .prefix(2).map(\.lower)
    guard let last = before.first else { return false }
    return lexicon[.questioning].contains(last)
      || before.count == 2 && lexicon[.talkingLinks].contains(last)
        && lexicon[.talking].contains(before[1])
  }

  /// "after meeting with President Roe": not whom the sentence is about.
  private func isOblique(_ mention: Mention) -> Bool {
    let start = document.tokenRange(in: mention.span).lowerBound
    return start > 0 && lexicon[.oblique].has(document.tokens[start - 1])
  }

  /// "a niece of Ann Roe", "a spokesman for Ann Roe": whoever comes next in the sentence is the niece.
  private func isSomebodysKin(_ mention: Mention) -> Bool {
    let start = document.tokenRange(in: mention.span).lowerBound
    guard start > 1, lexicon[.fieldLinks].has(document.tokens[start - 1]), mention.isName else {
      return false
    }
    return lexicon.isSingleRole(document.tokens[start - 2].lower)
  }

  mutating func note(_ id: Int, _ mention: Mention, isSource: Bool) {
    let sentence = document.sentenceIndex(at: mention.span.start) ?? 0
    speakers.register.note(
      Trace(
        entity: id, span: mention.span,
        sentence: distances.indices.contains(sentence) ? distances[sentence] : 0,
        isSource: isSource,
        isFirstInSentence: seenInSentence != sentence,
        opensSentence: document.sentences.indices.contains(sentence)
          && document.sentences[sentence].span.start == mention.span.start,
        isIntroduction: mention.isName && mention.isIntroduced && mention.name.count > 1
          && speakers.register.counts[id] == 0 && !isOblique(mention),
        isAside: isAside(mention), isPronoun: mention.isPronoun,
        isQuestioned: isQuestioned(mention),
        isOblique: isOblique(mention), isSomebodysKin: isSomebodysKin(mention),
        isInsideSpeech: document.isInsideSpeech(mention.span.start)))
    seenInSentence = sentence
  }
}
