import HearsayModel

/// What is said, once: who says it, and how it stands to what else is said.
struct ClaimDraft: Sendable {
  var attributions: [Int]
  var sentences: [Int]
  var support: Support = .unattributed
  var independentSources = 0
  var flags: Set<Flag> = []
  /// Other drafts, by index, and how they stand to this one.
  var related: [Int: Claim.Relation.Kind] = [:]
}

/// Brings attributions and sentences that say the same together, and weighs what stands behind them.
struct ClaimMaker: Sendable {
  let lexicon: SourcingLexicon
  let people: PeopleLexicon

  /// All that the steps before found out.
  struct Evidence {
    var document: Document
    var linked: [LinkedAttribution]
    var speakers: Speakers
    var chains: [[Link]]
    var manners: [Manner]
    /// The unattributed sentences, as indices into the document's.
    var unattributed: [Int]
  }

  /// What is longer is a speech, not a claim.
  private static let sentencesOfAClaim = 6

  /// The claims in order of first appearance.
  func claims(from evidence: Evidence) -> [ClaimDraft] {
    let units = units(of: evidence)
    let pairs = NearDuplicates.pairs(among: units).filter {
      areApart(units[$0.first], units[$0.second], evidence)
    }
    let lengths = Dictionary(grouping: units, by: \.owner).mapValues(\.count)
    func isShort(_ owner: ClaimOwner) -> Bool {
      lengths[owner, default: 0] <= Self.sentencesOfAClaim
    }
    var groups = Groups(evidence.linked.count + evidence.unattributed.count)
    let slots = Dictionary(
      pairs.flatMap { [$0.first, $0.second] }.map {
        ($0, Slots(units[$0].words, lexicon: lexicon, people: people))
      }, uniquingKeysWith: { first, _ in first })
    func number(_ owner: ClaimOwner) -> Int {
      switch owner {
      case .attribution(let index): index
      case .sentence(let index): evidence.linked.count + index
      }
    }
    var twoSpeakers: [Int] = []
    var loose: [(ClaimPair, Bool)] = []
    for pair in pairs {
      let (one, two) = (units[pair.first], units[pair.second])
      let sameSpeaker =
        speaker(one.owner, evidence).map { $0 == speaker(two.owner, evidence) } ?? false
      // A long answer goes through many things, so that two sentences of it differ says little.
      let contradict =
        isShort(one.owner) && isShort(two.owner)
        && (slots[pair.first].flatMap { left in
          slots[pair.second].map { left.contradict($0, of: pair) }
        } ?? false)
      // Three or four words are soon shared, so people apart must share more of them.
      let isSame =
        pair.jaccard >= 0.5 && (sameSpeaker || pair.least >= 4)
        || sameSpeaker && pair.least >= 4 && pair.containment >= 0.7
      if isSame, !contradict {
        groups.join(number(one.owner), number(two.owner))
        if !sameSpeaker, pair.jaccard >= 0.6, isQuoted(one.owner, evidence),
          isQuoted(two.owner, evidence)
        {
          twoSpeakers.append(number(one.owner))
        }
      } else if pair.least >= 5 || sameSpeaker && pair.least >= 4 {
        loose.append((pair, contradict))
      }
    }
    joinRelayLayers(evidence, &groups)
    let retold = Retellings(evidence: evidence, lexicon: lexicon)
    for (one, two) in retold.headlines { groups.join(one, two) }
    var (drafts, draftOf) = drafts(of: groups, evidence)
    for (pair, contradict) in loose {
      let one = draftOf[number(units[pair.first].owner)]
      let two = draftOf[number(units[pair.second].owner)]
      guard one != two, contradict || isTelling(pair, units) else { continue }
      let kind: Claim.Relation.Kind = contradict ? .conflict : .overlap
      for (from, to) in [(one, two), (two, one)] where drafts[from].related[to] != .conflict {
        drafts[from].related[to] = kind
        if contradict { drafts[from].flags.insert(.conflict) }
      }
    }
    for (one, two) in retold.neighbours {
      let (first, second) = (draftOf[one], draftOf[two])
      guard first != second, drafts[first].related[second] == nil else { continue }
      drafts[first].related[second] = .overlap
      drafts[second].related[first] = .overlap
    }
    for owner in twoSpeakers { drafts[draftOf[owner]].flags.insert(.twoSpeakers) }
    relateContinuations(evidence, draftOf, &drafts)
    for index in drafts.indices { weigh(&drafts[index], evidence) }
    return drafts
  }

  /// Whether it tells a reader anything that two units have words in common: two words, or the names of what an article is
  /// about anyway in two sentences of nobody's, do not.
  private func isTelling(_ pair: ClaimPair, _ units: [ClaimUnit]) -> Bool {
    let owners = [units[pair.first].owner, units[pair.second].owner]
    let isSaid = owners.contains { if case .attribution = $0 { true } else { false } }
    return isSaid && pair.shared > 2
  }

  // MARK: - Units

  private func units(of evidence: Evidence) -> [ClaimUnit] {
    let document = evidence.document
    var units: [ClaimUnit] = []
    for (index, attribution) in evidence.linked.enumerated() {
      var pieces: [Int: [Span]] = [:]
      for piece in attribution.content {
        for number in document.sentenceRange(over: piece) {
          guard let span = document.sentences[number].span.intersection(piece) else { continue }
          pieces[number, default: []].append(span)
        }
      }
      for (_, spans) in pieces.sorted(by: { $0.key < $1.key }) {
        units.append(
          ClaimUnit(owner: .attribution(index), pieces: spans, in: document, lexicon: lexicon))
      }
    }
    for (index, sentence) in evidence.unattributed.enumerated() {
      let span = document.sentences[sentence].span
      units.append(
        ClaimUnit(owner: .sentence(index), pieces: [span], in: document, lexicon: lexicon))
    }
    return units.sorted { ($0.span, $0.words.count) < ($1.span, $1.words.count) }
  }

  /// Not the same words twice: a nested attribution lies inside its parent's content.
  private func areApart(_ one: ClaimUnit, _ two: ClaimUnit, _ evidence: Evidence) -> Bool {
    one.owner != two.owner && !one.span.overlaps(two.span)
  }

  private func speaker(_ owner: ClaimOwner, _ evidence: Evidence) -> Int? {
    if case .attribution(let index) = owner { evidence.speakers.speaker[index] } else { nil }
  }

  private func isQuoted(_ owner: ClaimOwner, _ evidence: Evidence) -> Bool {
    guard case .attribution(let index) = owner else { return false }
    return evidence.manners[index] == .direct || evidence.manners[index] == .mixed
  }

  // MARK: - Grouping

  /// "Another source revealed that …, according to the newspaper": one claim with two layers.
  private func joinRelayLayers(_ evidence: Evidence, _ groups: inout Groups) {
    for (index, attribution) in evidence.linked.enumerated() {
      guard let parent = attribution.within, isRelayLayer(parent, of: index, evidence) else {
        continue
      }
      groups.join(parent, index)
    }
  }

  private func isRelayLayer(_ parent: Int, of child: Int, _ evidence: Evidence) -> Bool {
    guard evidence.linked.indices.contains(parent), let speaker = evidence.speakers.speaker[parent],
      evidence.speakers.register.entities[speaker].kind == .outlet
    else { return false }
    let outer = evidence.linked[parent].content.map(\.count).reduce(0, +)
    let own = evidence.linked[child]
    let inner = own.spans.map(\.count).reduce(0, +)
    return inner * 2 >= outer
  }

  private func drafts(of groups: Groups, _ evidence: Evidence) -> ([ClaimDraft], [Int]) {
    var groups = groups
    let document = evidence.document
    let attributed = evidence.linked.count
    let starts =
      evidence.linked.map(\.start) + evidence.unattributed.map { document.sentences[$0].span.start }
    let order = starts.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }
    var drafts: [ClaimDraft] = []
    var byRoot: [Int: Int] = [:]
    var draftOf = Array(repeating: 0, count: starts.count)
    for owner in order {
      let root = groups.root(owner)
      if byRoot[root] == nil {
        byRoot[root] = drafts.count
        drafts.append(ClaimDraft(attributions: [], sentences: []))
      }
      let draft = byRoot[root] ?? 0
      draftOf[owner] = draft
      if owner < attributed {
        drafts[draft].attributions.append(owner)
      } else {
        drafts[draft].sentences.append(owner - attributed)
      }
    }
    return (drafts, draftOf)
  }

  /// "This warning was delivered …" goes on from the words before it.
  private func relateContinuations(
    _ evidence: Evidence, _ draftOf: [Int], _ drafts: inout [ClaimDraft]
  ) {
    let document = evidence.document
    let tops = evidence.linked.indices.filter { evidence.linked[$0].within == nil }
    let ends = tops.map { evidence.linked[$0].content.map(\.end).max() ?? 0 }
    var next = 0
    for (index, sentence) in evidence.unattributed.enumerated() {
      let span = document.sentences[sentence].span
      while next < ends.count, ends[next] <= span.start { next += 1 }
      let words = document.words(in: span)
      guard next > 0, words.count > 2, ["this", "that", "these", "those"].contains(words[0]),
        (document.sentenceIndex(at: ends[next - 1] - 1) ?? -2) >= sentence - 1
      else { continue }
      let one = draftOf[tops[next - 1]]
      let two = draftOf[evidence.linked.count + index]
      guard one != two, drafts[two].related[one] == nil else { continue }
      drafts[two].related[one] = .continuation
      drafts[one].related[two] = .continuation
    }
  }

  // MARK: - Weighing

  /// Who counts: one canonical source once; neither a confirmation inside another's words nor a mere relay layer.
  private func weigh(_ draft: inout ClaimDraft, _ evidence: Evidence) {
    let entities = evidence.speakers.register.entities
    let layers = Set(
      draft.attributions.compactMap { child -> Int? in
        guard let parent = evidence.linked[child].within, isRelayLayer(parent, of: child, evidence)
        else { return nil }
        return parent
      })
    let counted = draft.attributions.filter { index in
      guard let parent = evidence.linked[index].within, draft.attributions.count > 1 else {
        return true
      }
      return layers.contains(parent)
    }.filter { !layers.contains($0) }
    var seen = Set<Int>()
    let sources = counted.compactMap { evidence.speakers.speaker[$0] }.filter {
      seen.insert($0).inserted
    }
    draft.independentSources = sources.count
    let cited = sources.map { entities[$0] }
    draft.support = support(of: cited)
    guard draft.attributions.count > 1 else { return }
    let outer = draft.attributions.filter { !layers.contains($0) }.compactMap {
      evidence.speakers.speaker[$0]
    }
    if outer.count > Set(outer).count { draft.flags.insert(.duplicateClaim) }
    guard sources.count > 1, !cited.contains(where: { $0.kind == .author }) else { return }
    let routes = Set(
      counted.map { index in
        evidence.chains[index].filter { entities[$0.entity].kind == .outlet }.map(\.entity)
      })
    let named = cited.filter { $0.naming == .named }
    let isOneRelay = routes.count == 1 && (routes.first?.count ?? 0) > 1
    if named.count > 1, !isOneRelay {
      draft.flags.insert(.corroborated)
    } else if named.isEmpty || isOneRelay {
      draft.flags.insert(.echo)
    }
  }

  private func support(of cited: [Entity]) -> Support {
    let speaking = cited.filter { $0.kind != .outlet && $0.kind != .author }
    if speaking.contains(where: { $0.kind == .document }) { return .document }
    let named = speaking.filter { $0.naming == .named }.count
    if named > 1 { return .namedMultiple }
    if named == 1 { return .namedSingle }
    if speaking.count > 1 { return .anonymousMultiple }
    if speaking.count == 1 { return .anonymousSingle }
    return cited.contains { $0.kind == .outlet } ? .relayedOnly : .unattributed
  }
}

/// Things that turn out to be one.
struct Groups: Sendable {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  /// What stands for the group of `index`.
  mutating func root(_ index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }

  /// Puts two into one group.
  mutating func join(_ one: Int, _ two: Int) {
    let (left, right) = (root(one), root(two))
    parents[max(left, right)] = min(left, right)
  }
}
