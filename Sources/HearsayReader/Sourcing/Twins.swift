import HearsayModel

/// Something that says the same as something else, or has to do with it.
struct Twin: Hashable, Sendable {
  /// By its place among the items.
  var item: Int
  /// How it stands to the other; `nil` where it is the same claim.
  var relation: Claim.Relation.Kind?
}

extension Sourcing {
  /// What says the same as an item, goes on from it or contradicts it, in order of reading.
  func twins(of index: Int) -> [Twin] {
    guard items.indices.contains(index), let id = claim(of: items[index]),
      let claim = analysis.claim(id)
    else { return [] }
    let related = Dictionary(
      claim.related.map { ($0.claim, $0.relation) }, uniquingKeysWith: { first, _ in first })
    return items.indices.compactMap { other in
      guard other != index, let otherClaim = self.claim(of: items[other]) else { return nil }
      if otherClaim == id { return Twin(item: other, relation: nil) }
      return related[otherClaim].map { Twin(item: other, relation: $0) }
    }
  }

  /// What an item says.
  func claim(of item: Item) -> Claim.ID? {
    attribution(of: item)?.claim ?? sentence(of: item)?.claim
  }

  /// `#4 (the MP)`, or `u2`.
  func label(of index: Int) -> String {
    let item = items[index]
    if let attribution = attribution(of: item) {
      return "#\(attribution.id.number) (\(name(of: source(of: item))))"
    }
    return sentence(of: item)?.id.description ?? ""
  }
}

extension Claim.Relation.Kind {
  /// What stands before the other one.
  var twinWords: String {
    switch self {
    case .conflict: "conflicts with"
    case .overlap: "overlaps"
    case .continuation: "continues"
    }
  }
}

// MARK: - Going there

extension Reader {
  /// Goes on to who else says the same, partly the same, or the contrary.
  mutating func goToTwin() -> [Effect] {
    guard let sourcing = reading?.sourcing, let selected = reading?.selected else {
      return refuse("Nothing is selected.")
    }
    let twins = sourcing.twins(of: selected)
    guard let twin = twins.first(where: { $0.item > selected }) ?? twins.first else {
      return refuse("Nobody else in the article says this, and nobody contradicts it.")
    }
    let before = sourcing.label(of: selected)
    let filter = listing.filter
    select(twin.item)
    var words = twin.relation.map { "\($0.twinWords) \(before)" } ?? "says the same as \(before)"
    if twins.count > 1 { words += " (\(twins.count) in all)" }
    if listing.filter != filter { words += "; filter lifted: it was hiding this" }
    message = words
    return []
  }
}
