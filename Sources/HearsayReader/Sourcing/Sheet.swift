import HearsayModel

/// The sourcing of an article as a whole, counted: what the sourcing sheet shows.
struct Sheet: Hashable, Sendable {
  /// Somebody, and how much of the article is in their words.
  struct Speaker: Hashable, Sendable {
    /// `nil` for words that nobody is credited with.
    var source: Source?
    var words: Int
    var times: Int
  }

  /// A way by which words came: who passed them on, and from whom they had them.
  struct Route: Hashable, Sendable {
    var name: String
    /// How many attributions came this way.
    var count = 0
    /// Those who passed on what others said.
    var through: [Route] = []
    /// Those with whom the way ends, the most frequent first.
    var ends: [Route] = []
    /// Where each name stands in the two lists, while they are made.
    fileprivate var places: [String: Int] = [:]
    fileprivate var endPlaces: [String: Int] = [:]
  }

  /// Two claims that contradict each other, as places among the items.
  struct Conflict: Hashable, Sendable {
    var first: Int
    var second: Int
  }

  /// Who speaks, the most words first; nobody last.
  private(set) var speakers: [Speaker] = []
  /// How many words the article has.
  let words: Int
  /// How many attributions go back to sources of each naming.
  let namings: [Naming: Int]
  /// All ways, from the publisher on.
  let route: Route
  /// How many claims stand on what.
  let supports: [Support: Int]
  /// How many sentences of each kind nobody is credited with.
  let kinds: [UnattributedSentence.Kind: Int]
  /// What contradicts each other.
  let conflicts: [Conflict]
  /// Who is spoken of, and neither says anything nor passes it on.
  let unheard: [Source]
  /// What is to be said of the article as a whole.
  let flags: [Flag]

  init(_ sourcing: Sourcing) {
    let analysis = sourcing.analysis
    words = analysis.summary.words
    namings = counts(
      analysis.attributions.map { analysis.speaker(of: $0)?.naming ?? .implicit })
    route = Route(of: analysis)
    // What nobody is credited with is counted by sentence: here are the claims that somebody makes.
    supports = counts(analysis.claims.filter { !$0.attributions.isEmpty }.map(\.support))
    kinds = counts(analysis.unattributed.map(\.kind))
    conflicts = Self.conflicts(in: sourcing)
    let heard = Set(
      analysis.attributions.flatMap { $0.chain.map(\.source) + [$0.source].compactMap(\.self) })
    unheard = analysis.sources.filter { source in
      !heard.contains(source.id) && source.kind != .outlet && !source.mentions.isEmpty
    }
    flags = analysis.summary.flags.sorted { $0.level > $1.level }
    speakers = Self.speakers(in: sourcing)
  }
}

private func counts<Thing: Hashable>(_ things: [Thing]) -> [Thing: Int] {
  things.reduce(into: [:]) { $0[$1, default: 0] += 1 }
}

// MARK: - Counting

extension Sheet {
  /// Words are counted where they are seen: those of somebody quoted inside of other words are his.
  private static func speakers(in sourcing: Sourcing) -> [Speaker] {
    let analysis = sourcing.analysis
    let text = analysis.article.text
    var words: [Source.ID?: Int] = [:]
    for run in sourcing.runs where run.part == .content {
      let source = analysis.attributions[Int(run.attribution)].source
      words[source, default: 0] += Self.words(in: text.bytes[run.range])
    }
    let times = counts(analysis.attributions.map(\.source))
    var speakers = analysis.sources.compactMap { source -> Speaker? in
      guard let count = times[source.id] else { return nil }
      return Speaker(source: source, words: words[source.id] ?? 0, times: count)
    }
    speakers.sort {
      ($1.words, $1.times, $0.source?.id.number ?? 0)
        < ($0.words, $0.times, $1.source?.id.number ?? 0)
    }
    let nobody = (words[nil] ?? 0) + analysis.summary.unattributedWords
    if nobody > 0 {
      speakers.append(
        Speaker(
          source: nil, words: nobody, times: (times[nil] ?? 0) + analysis.unattributed.count))
    }
    return speakers
  }

  private static func words(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var isInside = false
    for byte in bytes {
      let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09
      if !isSpace, !isInside { count += 1 }
      isInside = !isSpace
    }
    return count
  }

  private static func conflicts(in sourcing: Sourcing) -> [Conflict] {
    var first: [Claim.ID: Int] = [:]
    for index in sourcing.items.indices {
      guard let claim = sourcing.claim(of: sourcing.items[index]), first[claim] == nil else {
        continue
      }
      first[claim] = index
    }
    var conflicts: [Conflict] = []
    for claim in sourcing.analysis.claims {
      for relation in claim.related where relation.relation == .conflict {
        guard let one = first[claim.id], let other = first[relation.claim], one < other else {
          continue
        }
        conflicts.append(Conflict(first: one, second: other))
      }
    }
    var seen: Set<Conflict> = []
    return conflicts.filter { seen.insert($0).inserted }
      .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}

// MARK: - Ways

extension Sheet.Route {
  /// All ways of an article's words, from its publisher on.
  fileprivate init(of analysis: Analysis) {
    let publisher = analysis.attributions.lazy.compactMap { attribution in
      attribution.chain.first { $0.basis == .publisher }
    }
    .first.flatMap { analysis.source($0.source) }
    name = publisher?.name ?? analysis.article.publisher ?? "this article"
    for attribution in analysis.attributions {
      let hops = attribution.chain.filter { $0.basis != .publisher }
        .compactMap { analysis.source($0.source)?.name }
      add(hops[...])
    }
    sort()
  }

  private init(name: String) { self.name = name }

  private mutating func add(_ hops: ArraySlice<String>) {
    count += 1
    guard let next = hops.first else { return }
    if hops.count == 1 {
      if let index = endPlaces[next] {
        ends[index].count += 1
      } else {
        var end = Sheet.Route(name: next)
        end.count = 1
        endPlaces[next] = ends.count
        ends.append(end)
      }
      return
    }
    if let index = places[next] {
      through[index].add(hops.dropFirst())
    } else {
      var route = Sheet.Route(name: next)
      route.add(hops.dropFirst())
      places[next] = through.count
      through.append(route)
    }
  }

  /// The most frequent first; of those alike, in order of appearance.
  private mutating func sort() {
    (places, endPlaces) = ([:], [:])
    ends = Self.sorted(ends)
    through = Self.sorted(through)
    for index in through.indices { through[index].sort() }
  }

  private static func sorted(_ routes: [Sheet.Route]) -> [Sheet.Route] {
    routes.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
  }
}
