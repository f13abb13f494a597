extension SourcingSheet {
  /// The sheet of an analysis.
  public init(_ analysis: Analysis) {
    let paragraphs = Standings(analysis).paragraphs
    var amounts: [Attribution.ID: Int] = [:]
    for stretch in paragraphs.flatMap(\.stretches) {
      if case .attributed(let id) = stretch.standing { amounts[id, default: 0] += stretch.words }
    }
    self.paragraphs = paragraphs
    words = paragraphs.reduce(0) { $0 + $1.words }
    creditedWords = analysis.attributions.reduce(0) {
      $0 + ($1.source == nil ? 0 : amounts[$1.id, default: 0])
    }
    speakers = Self.speakers(of: analysis, amounts)
    namings = analysis.attributions.reduce(into: [:]) { namings, attribution in
      let naming = analysis.speaker(of: attribution)?.naming ?? .implicit
      namings[naming, default: Amount()].attributions += 1
      namings[naming, default: Amount()].words += amounts[attribution.id, default: 0]
    }
    var root = Route(source: nil, amount: Amount(), own: [], branches: [])
    for attribution in analysis.attributions {
      root.take(attribution, along: Self.path(of: attribution)[...], amounts)
    }
    root.sort()
    routes = root.branches
    claimsBySupport = Dictionary(
      grouping: analysis.claims.filter { !$0.attributions.isEmpty }, by: \.support
    ).mapValues { $0.map(\.id) }
    conflicts = analysis.claims.flatMap { claim in
      claim.related.filter { $0.relation == .conflict && $0.claim > claim.id }
        .map { Pair(one: claim.id, other: $0.claim) }
    }
    duplicates = analysis.claims.filter { $0.attributions.count > 1 }.map(\.id)
    flags = Self.flags(of: analysis)
    let heard = Set(
      analysis.attributions.compactMap(\.source)
        + analysis.attributions.flatMap { $0.chain.map(\.source) })
    unheard = analysis.sources.filter { source in
      !heard.contains(source.id) && source.kind != .none && source.kind != .author
        && source.name != analysis.article.publisher
    }.map(\.id)
  }

  private static func speakers(
    of analysis: Analysis, _ words: [Attribution.ID: Int]
  ) -> [Speaker] {
    Dictionary(grouping: analysis.attributions, by: \.source).map { source, attributions in
      func sum(_ list: [Attribution]) -> Int { list.reduce(0) { $0 + words[$1.id, default: 0] } }
      return Speaker(
        source: source, amount: Amount(attributions: attributions.count, words: sum(attributions)),
        quotedWords: sum(attributions.filter { $0.manner == .direct || $0.manner == .mixed }))
    }.sorted { left, right in
      guard let one = left.source else { return false }
      guard let other = right.source else { return true }
      return (right.amount.words, one.number) < (left.amount.words, other.number)
    }
  }

  /// Publisher first, `nil` for one that is not known; speaker last, `nil` where nobody speaks.
  private static func path(of attribution: Attribution) -> [Source.ID?] {
    var path: [Source.ID?] = attribution.chain.map(\.source)
    if attribution.chain.first?.basis != .publisher { path.insert(nil, at: 0) }
    if path.count == 1 || path.last != attribution.source { path.append(attribution.source) }
    return path
  }

  private static func flags(of analysis: Analysis) -> [FlagCount] {
    var places: [Flag: [Attribution.ID]] = [:]
    for attribution in analysis.attributions {
      for flag in Set(analysis.flags(of: attribution)) {
        places[flag, default: []].append(attribution.id)
      }
    }
    for flag in analysis.summary.flags { places[flag] = places[flag] ?? [] }
    return Flag.allCases.compactMap { flag in
      places[flag].map { FlagCount(flag: flag, attributions: $0) }
    }.enumerated().sorted {
      ($1.element.flag.level, $0.offset) < ($0.element.flag.level, $1.offset)
    }
    .map(\.element)
  }
}

// MARK: - Routes

extension SourcingSheet.Route {
  fileprivate mutating func take(
    _ attribution: Attribution, along path: ArraySlice<Source.ID?>, _ words: [Attribution.ID: Int]
  ) {
    amount.attributions += 1
    amount.words += words[attribution.id, default: 0]
    guard let next = path.first else {
      own.append(attribution.id)
      return
    }
    let place: Int
    if let known = branches.firstIndex(where: { $0.source == next }) {
      place = known
    } else {
      place = branches.count
      branches.append(.init(source: next, amount: .init(), own: [], branches: []))
    }
    branches[place].take(attribution, along: path.dropFirst(), words)
  }

  /// The most words first; of as many, whoever came first.
  fileprivate mutating func sort() {
    for index in branches.indices { branches[index].sort() }
    branches = branches.enumerated().sorted {
      ($1.element.amount.words, $0.offset) < ($0.element.amount.words, $1.offset)
    }.map(\.element)
  }
}

// MARK: - Whose words

/// Whose each word of an article is.
private struct Standings {
  private let text: ArticleText
  /// For each byte: 0, the number of an attribution, or the number of an unattributed sentence below zero.
  private var owners: [Int32]

  init(_ analysis: Analysis) {
    text = analysis.article.text
    owners = [Int32](repeating: 0, count: text.count)
    for sentence in analysis.unattributed { paint(sentence.span, Int32(-sentence.id.number)) }
    // Words within words are those of whoever is quoted last.
    let depths = Self.depths(of: analysis.attributions)
    for attribution in analysis.attributions.sorted(by: {
      (depths[$0.id, default: 0], $0.id.number) < (depths[$1.id, default: 0], $1.id.number)
    }) {
      for span in attribution.contentSpans { paint(span, Int32(attribution.id.number)) }
    }
  }

  private static func depths(of attributions: [Attribution]) -> [Attribution.ID: Int] {
    let parents = Dictionary(attributions.map { ($0.id, $0.within) }) { first, _ in first }
    return parents.mapValues { parent in
      var depth = 0
      var next = parent
      // An attribution within itself would be an error of the engine, and no reason to hang.
      while let id = next, depth < 32 { (depth, next) = (depth + 1, parents[id] ?? nil) }
      return depth
    }
  }

  private mutating func paint(_ span: Span, _ owner: Int32) {
    for byte in max(0, span.start)..<max(max(0, span.start), min(span.end, owners.count)) {
      owners[byte] = owner
    }
  }

  /// The paragraphs that have words. A line is a paragraph, as articles come.
  var paragraphs: [SourcingSheet.Paragraph] {
    var paragraphs: [SourcingSheet.Paragraph] = []
    var start = 0
    while start < text.count {
      let end = text.bytes[start...].firstIndex(of: 0x0A) ?? text.count
      let stretches = stretches(in: start..<end)
      if let first = stretches.first, let last = stretches.last {
        paragraphs.append(
          SourcingSheet.Paragraph(
            span: first.span.union(last.span), words: stretches.reduce(0) { $0 + $1.words },
            stretches: stretches))
      }
      start = end + 1
    }
    return paragraphs
  }

  private func stretches(in line: Range<Int>) -> [SourcingSheet.Stretch] {
    var stretches: [SourcingSheet.Stretch] = []
    var start = line.lowerBound
    while let first = text.bytes[start..<line.upperBound].firstIndex(where: { !isSpace($0) }) {
      let end = text.bytes[first..<line.upperBound].firstIndex(where: isSpace) ?? line.upperBound
      let word = Span(first, end)
      let standing = standing(of: word)
      if let last = stretches.last, last.standing == standing {
        stretches[stretches.count - 1].span = last.span.union(word)
        stretches[stretches.count - 1].words += 1
      } else {
        stretches.append(.init(span: word, words: 1, standing: standing))
      }
      start = end
    }
    return stretches
  }

  /// A word is whose its middle is: marks and commas at its ends may be anybody's.
  private func standing(of word: Span) -> SourcingSheet.Standing {
    let owner = owners[word.start + word.count / 2]
    if owner > 0 { return .attributed(Attribution.ID(Int(owner))) }
    return owner < 0 ? .unattributed(UnattributedSentence.ID(Int(-owner))) : .between
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
