import HearsayModel

extension SpeakerWalk {
  /// Something on the way that tells of a speaker.
  enum Event {
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
}
