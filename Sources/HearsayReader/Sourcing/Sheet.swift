import HearsayModel

/// The sourcing sheet of an article as the reader shows it: the model's counts, and where conflicts stand in the list.
struct Sheet: Hashable, Sendable {
  /// What is counted, the same as in a report.
  let counts: SourcingSheet
  /// All ways by which words came, from the publisher on.
  let route: Way
  /// How many sentences of each kind nobody is credited with.
  let kinds: [UnattributedSentence.Kind: Int]
  /// Contradictions.
  let conflicts: [Conflict]

  /// A way by which words came: who passed them on, and from whom they had them.
  struct Way: Hashable, Sendable {
    var name: String
    /// How many attributions came this way, its own among them.
    var count: Int
    /// Those who passed on what others said.
    var through: [Way] = []
    /// Those with whom the way ends.
    var ends: [Way] = []
  }

  /// Two claims that contradict each other, as places among the items.
  struct Conflict: Hashable, Sendable {
    var first: Int
    var second: Int
  }

  init(_ sourcing: Sourcing) {
    let analysis = sourcing.analysis
    counts = SourcingSheet(analysis)
    route = Way(to: analysis, counts.routes)
    kinds = analysis.unattributed.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
    conflicts = Self.conflicts(counts.conflicts, in: sourcing)
  }

  /// The conflicts by the items that show their claims, once each, in order of reading.
  private static func conflicts(_ pairs: [SourcingSheet.Pair], in sourcing: Sourcing) -> [Conflict]
  {
    var first: [Claim.ID: Int] = [:]
    for index in sourcing.items.indices {
      guard let claim = sourcing.claim(of: sourcing.items[index]), first[claim] == nil else {
        continue
      }
      first[claim] = index
    }
    let conflicts = pairs.compactMap { pair -> Conflict? in
      guard let one = first[pair.one], let other = first[pair.other], one != other else {
        return nil
      }
      return Conflict(first: min(one, other), second: max(one, other))
    }
    return Set(conflicts).sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}

// MARK: - Ways

extension Sheet.Way {
  /// All ways of an article's words, from its publisher on.
  fileprivate init(to analysis: Analysis, _ routes: [SourcingSheet.Route]) {
    let publisher = routes.lazy.compactMap(\.source).first.flatMap(analysis.source)
    self.init(
      name: publisher?.nameFirst ?? analysis.article.publisher ?? "this article",
      count: routes.reduce(0) { $0 + $1.amount.attributions })
    for route in routes { add(route.branches, analysis) }
  }

  /// Whoever speaks and passes on what others said stands in both lists; nobody in neither.
  private mutating func add(_ branches: [SourcingSheet.Route], _ analysis: Analysis) {
    for branch in branches {
      guard let source = branch.source.flatMap(analysis.source) else { continue }
      if !branch.own.isEmpty { ends.append(Self(name: source.nameFirst, count: branch.own.count)) }
      guard !branch.branches.isEmpty else { continue }
      var way = Self(name: source.nameFirst, count: branch.amount.attributions)
      way.add(branch.branches, analysis)
      through.append(way)
    }
  }
}
