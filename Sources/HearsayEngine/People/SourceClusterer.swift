import HearsayModel

/// Who speaks in each attribution, after names, descriptions and pronouns are brought together.
struct Speakers: Sendable {
  var register: Register
  /// For each attribution who speaks; `nil` where no source is expressed.
  var speaker: [Int?]
  /// For each attribution who else may be meant, best first.
  var alternates: [[Int]]
  var isAmbiguous: [Bool]
  /// For each attribution the outlets that its sentence names on the way.
  var relays: [[Int]]
  var publisher: Int?
}

/// Walks through the text once and brings the mentions of each source together.
struct SourceClusterer: Sendable {
  let lexicon: PeopleLexicon
  let scanner: IntroductionScanner
  let reader: MentionReader
  let resolver: Resolver

  init(lexicon: PeopleLexicon, stopping: Set<String>) {
    self.lexicon = lexicon
    reader = MentionReader(lexicon: lexicon)
    scanner = IntroductionScanner(lexicon: lexicon, reader: reader, stopping: stopping)
    resolver = Resolver(lexicon: lexicon)
  }

  /// Brings the mentions of each source together.
  ///
  /// - Parameters:
  ///   - relays: for each attribution the outlets that its sentence names on the way to the source.
  ///   - progress: is told the share done from time to time; `false` stops the work.
  /// - Returns: who speaks, or `nil` where it was stopped.
  func speakers(
    of linked: [LinkedAttribution], relays: [[Mention]], publisher: Mention?, in document: Document,
    progress: (Double) -> Bool
  ) -> Speakers? {
    var walk = Walk(
      clusterer: self, document: document, linked: linked, relayMentions: relays,
      publisher: publisher)
    return walk.run(progress) ? walk.speakers : nil
  }
}

/// The state of one pass over one document.
private struct Walk {
  let clusterer: SourceClusterer
  let document: Document
  let linked: [LinkedAttribution]
  let relayMentions: [[Mention]]
  var speakers: Speakers
  /// For each sentence how many sentences outside quotation marks stand before it.
  private var distances: [Int] = []
  private var seenInSentence: Int = -1

  init(
    clusterer: SourceClusterer, document: Document, linked: [LinkedAttribution],
    relayMentions: [[Mention]],
    publisher: Mention?
  ) {
    self.clusterer = clusterer
    self.document = document
    self.linked = linked
    self.relayMentions = relayMentions
    speakers = Speakers(
      register: Register(lexicon: clusterer.lexicon),
      speaker: Array(repeating: nil, count: linked.count),
      alternates: Array(repeating: [], count: linked.count),
      isAmbiguous: Array(repeating: false, count: linked.count),
      relays: Array(repeating: [], count: linked.count))
    if let publisher {
      speakers.publisher = speakers.register.add(publisher, isFromQuotation: false)
    }
  }

  private enum Event {
    case introduction(Mention)
    case source(Int)
    case addressee(Int, Span)
    case relay(Int, Mention)

    func start(_ linked: [LinkedAttribution]) -> Int {
      switch self {
      case .introduction(let mention), .relay(_, let mention): mention.span.start
      case .source(let index): linked[index].source?.start ?? 0
      case .addressee(_, let span): span.start
      }
    }

    /// At one place what is said of a source counts before what the scan saw.
    var rank: Int {
      switch self {
      case .source: 0
      case .addressee: 1
      case .relay: 2
      case .introduction: 3
      }
    }
  }

  /// Walks to the end, unless `progress` stops it.
  mutating func run(_ progress: (Double) -> Bool) -> Bool {
    countSentences()
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
  private static let stride = 512

  private mutating func countSentences() {
    var count = 0
    distances = document.sentences.map { sentence in
      defer {
        let around = document.quotationRange(over: sentence.span)
        let isQuoted = around.contains {
          document.quotations[$0].role == .speech
            && document.quotations[$0].span.count * 20 >= sentence.span.count * 19
        }
        if !isQuoted { count += 1 }
      }
      return count
    }
  }

  /// Everything to look at: the body in order of reading, then the headlines, whose words point forward.
  private func events(_ progress: (Double) -> Bool) -> (body: [Event], headlines: [Event])? {
    var all: [(start: Int, rank: Int, event: Event)] = []
    func add(_ event: Event) { all.append((event.start(linked), event.rank, event)) }
    var taken: [Span] = []
    for (index, attribution) in linked.enumerated() {
      if let source = attribution.source {
        add(.source(index))
        taken.append(source)
      }
      if let addressee = attribution.addressee { add(.addressee(index, addressee)) }
      for mention in relayMentions[index] { add(.relay(index, mention)) }
    }
    taken.sort()
    var next = 0
    let names = IntroductionScanner.names(in: document)
    for (number, sentence) in document.sentences.enumerated()
    where document.paragraphs[sentence.paragraph].role != .apparatus {
      let share = Double(number) / Double(document.sentences.count)
      if number % Self.stride == 0, !progress(0.5 * share) { return nil }
      for mention in clusterer.scanner.introductions(in: sentence, of: document, names: names) {
        while next < taken.count, taken[next].end <= mention.span.start { next += 1 }
        if next < taken.count, taken[next].overlaps(mention.span),
          !mention.span.contains(taken[next])
        {
          continue
        }
        if next < taken.count, taken[next] == mention.span { continue }
        add(.introduction(mention))
      }
    }
    all.sort { ($0.start, $0.rank) < ($1.start, $1.rank) }
    var body: [Event] = []
    var headlines: [Event] = []
    for (start, _, event) in all {
      let paragraph = document.paragraphIndex(at: start) ?? 0
      if document.paragraphs[paragraph].role == .headline, case .introduction = event { continue }
      if document.paragraphs[paragraph].role == .headline {
        headlines.append(event)
      } else {
        body.append(event)
      }
    }
    return (body, headlines)
  }

  // MARK: - One event

  private mutating func take(_ event: Event) {
    switch event {
    case .introduction(let mention): introduce(mention)
    case .source(let index): cite(index)
    case .addressee(_, let span):
      guard let mention = clusterer.reader.mention(of: span, in: document), mention.isName,
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
  private mutating func introduce(_ mention: Mention) -> Int? {
    if isMeans(mention) { return nil }
    let place = place(of: mention.span, for: nil)
    let found = clusterer.resolver.resolve(mention, at: place, in: speakers.register)
    if mention.form == .description, mention.identifies, found == nil { return nil }
    let id = found?.entity ?? speakers.register.add(mention, isFromQuotation: place.isInsideSpeech)
    if mention.isName {
      speakers.register.learn(id, from: mention)
      speakers.register.addSighting(mention.span, to: id)
    }
    note(id, mention, isSource: false)
    return id
  }

  /// "met via Zoom": what is used is nobody whom a later word could mean.
  private func isMeans(_ mention: Mention) -> Bool {
    let first = document.tokenRange(in: mention.span).lowerBound
    return first > 0 && document.tokens[first - 1].lower == "via"
  }

  private mutating func cite(_ index: Int) {
    guard let span = linked[index].source,
      var mention = clusterer.reader.mention(of: words(naming: span), in: document) ?? plain(span)
    else { return }
    let place = place(of: span, for: index)
    if let writer = pronoun(writing: mention, span, at: place) { mention = writer }
    mention.span = span
    if let guess = linked[index].kind, !isKnownPerson(mention) { mention.settleKind(guess) }
    if mention.kind == .document, let outlet = maker(after: span, of: mention) {
      citeMaker(outlet, of: index, span)
      return
    }
    let members = mention.parts.compactMap { introduce($0) }.map {
      speakers.register.entities[$0].kind
    }
    if !members.isEmpty, members.allSatisfy({ $0 == .person || $0 == .group }) {
      mention.kind = .group
    }
    var found = clusterer.resolver.resolve(mention, at: place, in: speakers.register)
    if found == nil, place.isHeadline { found = headline(mention) }
    if found == nil, mention.form == .pronoun(.relative) { found = antecedent(before: span) }
    let id =
      found?.entity ?? speakers.register.add(new(mention), isFromQuotation: place.isInsideSpeech)
    if found == nil { speakers.register.setConfidant(place.confidant, of: id) }
    if case .pronoun(.one(let gender)) = mention.form {
      speakers.register.settlePerson(id, gender)
    }
    if mention.kind == .organisation, found != nil, !mention.isName {
      speakers.register.settleBody(id)
    }
    if !mention.isPronoun, !(place.isHeadline && found != nil) {
      speakers.register.learn(id, from: mention)
    }
    speakers.register.addMention(span, to: id)
    speakers.register.markSource(id)
    note(id, mention, isSource: true)
    speakers.speaker[index] = id
    speakers.alternates[index] = found?.alternates ?? []
    speakers.isAmbiguous[index] = found?.isAmbiguous ?? false
  }

  /// "Vale wrote on Twitter": whoever is known by that name stays what they are, wherever they write.
  private func isKnownPerson(_ mention: Mention) -> Bool {
    guard mention.isName, mention.kind == .person, let last = mention.name.last else {
      return false
    }
    return speakers.register.named(last).contains {
      let known = speakers.register.entities[$0]
      return known.kind == .person && known.name.count > mention.name.count
        && known.name.suffix(mention.name.count).elementsEqual(mention.name)
    }
  }

  /// The "her" of "her account", the "its" of "its press release", where it is clear whose they are.
  private func pronoun(writing mention: Mention, _ span: Span, at place: Resolver.Place) -> Mention?
  {
    guard mention.determiner == .possessive, let first = words(naming: span).first,
      let last = document.words(in: mention.span).last,
      clusterer.lexicon.head(last, in: clusterer.lexicon.writings) != nil,
      let owner = clusterer.reader.mention(of: [first], in: document), owner.isPronoun,
      clusterer.resolver.resolve(owner, at: place, in: speakers.register) != nil
    else { return nil }
    return owner
  }

  /// The words of a source, with the place before it where a span starts too late: "US | authorities".
  private func words(naming span: Span) -> [Token] {
    let range = document.tokenRange(in: span)
    guard let first = range.first, first > 0 else { return Array(document.tokens[range]) }
    let (before, opening) = (document.tokens[first - 1], document.tokens[first])
    let isCut =
      before.isCapitalised && before.sentence == opening.sentence && !opening.isCapitalised
      && clusterer.lexicon.places.country(before.lower) != nil
      && (clusterer.lexicon.role(opening.lower) != nil
        || clusterer.lexicon.institutions.contains(opening.lower))
    return Array(document.tokens[(isCut ? first - 1 : first)..<range.upperBound])
  }

  /// The outlet that a report is said to be by, where the span stops short of it: "a new report | by Politico".
  private func maker(after span: Span, of mention: Mention) -> Mention? {
    let range = document.tokenRange(in: span)
    let end = document.tokens[range.upperBound...].prefix(6).prefix {
      ["by", "in", "from", "the"].contains($0.lower) || $0.isCapitalised
    }
    guard let first = end.first, !first.isCapitalised else { return nil }
    let whole = clusterer.reader.mention(of: Array(document.tokens[range]) + end, in: document)
    return whole?.kind == .outlet && whole?.isName == true ? whole : nil
  }

  private mutating func citeMaker(_ mention: Mention, of index: Int, _ span: Span) {
    let place = place(of: span, for: index)
    let id =
      clusterer.resolver.resolve(mention, at: place, in: speakers.register)?.entity
      ?? speakers.register.add(mention, isFromQuotation: place.isInsideSpeech)
    speakers.register.learn(id, from: mention)
    speakers.register.addMention(mention.span, to: id)
    speakers.register.markSource(id)
    note(id, mention, isSource: true)
    speakers.speaker[index] = id
  }

  /// A pronoun that nobody fits is as bare as a source can be; a "we" is the writer.
  private func new(_ mention: Mention) -> Mention {
    var mention = mention
    if mention.form == .pronoun(.writer) {
      mention.label = "the writer"
      mention.identifies = true
      mention.form = .description
    }
    return mention
  }

  private func plain(_ span: Span) -> Mention? {
    span.isEmpty
      ? nil : Mention(span: span, form: .bare, kind: .group, label: document.text[span].onOneLine)
  }

  /// "Lawmaker" in a headline points forward to the first fitting source of the article.
  private func headline(_ mention: Mention) -> Resolution? {
    guard !mention.isName, !mention.heads.isEmpty else { return nil }
    var accepted = Set<String>()
    for head in mention.heads { accepted.formUnion(clusterer.lexicon.kinship.accepted(by: head)) }
    let first = speakers.register.headed(accepted).first {
      let entity = speakers.register.entities[$0]
      return entity.isSource && entity.kind == mention.kind && entity.isPlural == mention.isPlural
    }
    return first.map { Resolution(entity: $0) }
  }

  /// What "who" stands for, where nobody known stands right before it: the words before it.
  private mutating func antecedent(before span: Span) -> Resolution? {
    let end = document.tokenRange(in: Span(span.start, max(span.end, span.start + 1))).lowerBound
    guard end > 0 else { return nil }
    let sentence = document.tokens[min(end, document.tokens.count - 1)].sentence
    var start = end
    var words: [Token] = []
    while start > 0, end - start < 12, document.tokens[start - 1].sentence == sentence {
      let token = document.tokens[start - 1]
      // "Thomas Gray, 24, who": an age stands between.
      let isAge =
        token.kind == .number && start < end && document.tokens[start].lower == ","
      if words.isEmpty, token.lower == "," || isAge { start -= 1; continue }
      guard token.kind == .word || token.kind == .number || ["'", "’"].contains(token.lower)
      else { break }
      if clusterer.scanner.stopping.contains(token.lower),
        !["the", "a", "an", "of", "in", "for"].contains(token.lower)
      {
        break
      }
      words.insert(token, at: 0)
      start -= 1
    }
    // "In mainland China, which": the preposition stays outside.
    words = Array(words.drop { ["in", "of", "for"].contains($0.lower) })
    guard var mention = clusterer.reader.mention(of: words, in: document), !mention.isPronoun else {
      return nil
    }
    // "a gray sky that seemed": no person.
    let isWho = document.text[span].lowercased().hasPrefix("who")
    if !isWho, mention.kind == .person, mention.form != .name { mention.kind = .organisation }
    let place = place(of: mention.span, for: nil)
    // "An official, who asked not to be named, said": cited already, with these very words.
    if let cited = speakers.register.traces.last(where: {
      $0.isSource && $0.span.start == mention.span.start
    }) {
      return Resolution(entity: cited.entity)
    }
    let known = clusterer.resolver.resolve(mention, at: place, in: speakers.register)
    return known
      ?? Resolution(entity: speakers.register.add(mention, isFromQuotation: place.isInsideSpeech))
  }

  /// A quotation without a cue goes on with the speaker before it.
  private mutating func goOn() {
    for (index, attribution) in linked.enumerated() where speakers.speaker[index] == nil {
      guard let before = attribution.continues, linked.indices.contains(before), before != index
      else { continue }
      speakers.speaker[index] = speakers.speaker[before]
      speakers.alternates[index] = speakers.alternates[before]
      speakers.isAmbiguous[index] = speakers.isAmbiguous[before]
      if speakers.relays[index].isEmpty { speakers.relays[index] = speakers.relays[before] }
    }
  }

  // MARK: - Where things stand

  private func place(of span: Span, for index: Int?) -> Resolver.Place {
    let sentence = document.sentenceIndex(at: span.start) ?? 0
    let paragraph = document.paragraphIndex(at: span.start) ?? 0
    let isKnown = document.paragraphs.indices.contains(paragraph)
    var place = Resolver.Place(
      sentence: distances.indices.contains(sentence) ? distances[sentence] : 0,
      paragraphStart: isKnown ? document.paragraphs[paragraph].span.start : 0,
      isInsideSpeech: document.isInsideSpeech(span.start))
    place.isHeadline = isKnown && document.paragraphs[paragraph].role == .headline
    if let index {
      place.confidant = relayMentions[index].first.map { clusterer.lexicon.outlets.key($0.name) }
      place.speakerAround = linked[index].within.flatMap {
        speakers.speaker.indices.contains($0) ? speakers.speaker[$0] : nil
      }
    }
    return place
  }

  /// "after meeting with President Roe": not whom the sentence is about.
  private func isOblique(_ mention: Mention) -> Bool {
    let start = document.tokenRange(in: mention.span).lowerBound
    return start > 0
      && ["with", "of", "by", "to", "for", "from", "against", "about", "under"].contains(
        document.tokens[start - 1].lower)
  }

  private mutating func note(_ id: Int, _ mention: Mention, isSource: Bool) {
    let sentence = document.sentenceIndex(at: mention.span.start) ?? 0
    speakers.register.note(
      Register.Trace(
        entity: id, span: mention.span,
        sentence: distances.indices.contains(sentence) ? distances[sentence] : 0,
        isSource: isSource,
        isFirstInSentence: seenInSentence != sentence,
        opensSentence: document.sentences.indices.contains(sentence)
          && document.sentences[sentence].span.start == mention.span.start,
        isIntroduction: mention.isName && mention.isIntroduced && mention.name.count > 1
          && speakers.register.counts[id] == 0 && !isOblique(mention),
        isInsideSpeech: document.isInsideSpeech(mention.span.start)))
    seenInSentence = sentence
  }
}
