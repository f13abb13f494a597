import HearsayModel

extension SpeakerWalk {
  /// Something on the way that tells of a speaker.
  enum Event {
    case introduction(Mention)
    case source(Int)
    case addressee(Int, Span)
    case relay(Int, Mention)
    /// A quotation without a cue.
    case quotation(Int)
    /// An answer of whoever an interview is with.
    case answer(Int)

    func start(_ linked: [LinkedAttribution]) -> Int {
      switch self {
      case .introduction(let mention), .relay(_, let mention): mention.span.start
      case .source(let index): linked[index].source?.start ?? 0
      case .addressee(_, let span): span.start
      case .quotation(let index), .answer(let index): linked[index].start
      }
    }

    /// At one place what is said of a source counts before what the scan saw.
    var rank: Int {
      switch self {
      case .source: 0
      case .addressee: 1
      case .relay, .quotation, .answer: 2
      case .introduction: Self.introductionRank
      }
    }

    fileprivate static let introductionRank = 3
  }

  /// For each sentence how many sentences outside quotation marks stand before it.
  func distancesOfSentences() -> [Int] {
    var count = 0
    return document.sentences.map { sentence in
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
  func events(_ progress: (Double) -> Bool) -> (body: [Event], headlines: [Event])? {
    guard let introductions = introductions(progress) else { return nil }
    var body: [Event] = []
    var headlines: [Event] = []
    let all = cited() + introductions.map(Event.introduction)
    let ordered = all.map { (start: $0.start(linked), event: $0) }
      .sorted { ($0.start, $0.event.rank) < ($1.start, $1.event.rank) }
    for (start, event) in ordered {
      let paragraph = document.paragraphIndex(at: start) ?? 0
      if document.paragraphs[paragraph].role != .headline {
        body.append(event)
      } else if event.rank < Event.introductionRank {
        headlines.append(event)
      }
    }
    return (body, headlines)
  }

  /// What attributions name: sources, those told, outlets on the way.
  private func cited() -> [Event] {
    linked.enumerated().flatMap { index, attribution in
      [
        attribution.source.map { _ in .source(index) },
        attribution.addressee.map { .addressee(index, $0) },
        attribution.guestNamedBefore.map { _ in .answer(index) },
        attribution.isBareQuotation ? .quotation(index) : nil,
      ].compactMap(\.self) + relayMentions[index].map { .relay(index, $0) }
    }
  }

  /// Those whom a text brings up outside of its sources; `nil` where `progress` stopped the scan.
  private func introductions(_ progress: (Double) -> Bool) -> [Mention]? {
    let names = IntroductionScanner.names(in: document)
    let sources = linked.compactMap(\.source).sorted()
    var found: [Mention] = []
    var next = 0
    for (number, sentence) in document.sentences.enumerated()
    where document.paragraphs[sentence.paragraph].role != .apparatus {
      let share = Double(number) / Double(document.sentences.count)
      if number % Self.stride == 0, !progress(0.5 * share) { return nil }
      for mention in clusterer.scanner.introductions(in: sentence, of: document, names: names) {
        while next < sources.count, sources[next].end <= mention.span.start { next += 1 }
        if next == sources.count || isBeside(sources[next], mention.span) { found.append(mention) }
      }
    }
    return found
  }

  /// Whether a mention is none of a source's words; it may hold more than the source's span.
  private func isBeside(_ source: Span, _ mention: Span) -> Bool {
    !source.overlaps(mention) || mention.contains(source) && source != mention
  }
}
