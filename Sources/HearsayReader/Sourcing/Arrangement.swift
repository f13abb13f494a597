import HearsayModel

/// In what order the list of who said what stands.
enum Arrangement: CaseIterable, Hashable, Sendable {
  case reading, source, claim, weight

  /// What is said when the list is put so.
  var words: String {
    switch self {
    case .reading: "in order of reading"
    case .source: "by source"
    case .claim: "by claim: what is said more than once, or contradicted, comes first"
    case .weight: "by the weight of the flags"
    }
  }

  var next: Arrangement {
    let all = Arrangement.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}

/// What stands above a group of the list.
enum Heading: Hashable, Sendable {
  /// By its place among the sources; `nil` for nobody.
  case source(Int?)
  case claim(Claim.ID)
  /// What nobody else says, and nobody contradicts.
  case saidOnce
  case weight(Flag.Level?)
}

extension Arrangement {
  /// The groups of items in this order, each with its heading; without headings where there are no groups.
  func groups(of sourcing: Sourcing, _ shown: [Int]) -> [(heading: Heading?, members: [Int])] {
    let items = sourcing.items
    switch self {
    case .reading: return [(nil, shown)]
    case .source:
      let members = Dictionary(grouping: shown) { items[$0].source }
      let sources = Array(sourcing.analysis.sources.indices).map(Optional.some) + [nil]
      return sources.compactMap { source in members[source].map { (.source(source), $0) } }
    case .claim: return byClaim(sourcing, shown)
    case .weight:
      let members = Dictionary(grouping: shown) { sourcing.weight(of: items[$0]) }
      let levels: [Flag.Level?] = [.high, .medium, .low, .info, .good, nil]
      return levels.compactMap { level in members[level].map { (.weight(level), $0) } }
    }
  }

  private func byClaim(_ sourcing: Sourcing, _ shown: [Int])
    -> [(heading: Heading?, members: [Int])]
  {
    let members = Dictionary(grouping: shown) { sourcing.claim(of: sourcing.items[$0]) }
    var groups: [(heading: Heading?, members: [Int])] = []
    var once: [Int] = []
    for index in shown {
      guard let id = sourcing.claim(of: sourcing.items[index]), let all = members[id],
        all.first == index
      else { continue }
      let isContradicted =
        sourcing.analysis.claim(id)?.related.contains { $0.relation == .conflict } ?? false
      if all.count > 1 || isContradicted {
        groups.append((.claim(id), all))
      } else {
        once += all
      }
    }
    return once.isEmpty ? groups : groups + [(.saidOnce, once)]
  }
}

extension Sourcing {
  /// The heaviest of what is to be said of an item.
  func weight(of item: Item) -> Flag.Level? {
    let flag = flags(of: item).first?.level
    guard let sentence = sentence(of: item) else { return flag }
    return max(sentence.kind.level, flag ?? .good)
  }
}

extension Flag.Level {
  /// What stands above everything that weighs so much.
  var heading: String {
    switch self {
    case .high: "Look at these first"
    case .medium: "Handle with care"
    case .low: "Minor points"
    case .info: "Worth knowing"
    case .good: "Confirmed by others"
    }
  }
}
