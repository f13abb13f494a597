import HearsayModel

/// What can be counted of an article's attributions and sources alone, without its words.
struct SourceFigures {
  private let attributions: [Attribution]
  private let sources: [Source.ID: Source]
  private let cited: [Source]
  private let publisher: Source.ID?

  init(attributions: [Attribution], sources: [Source], publisher: Source.ID?) {
    self.attributions = attributions
    self.publisher = publisher
    let known = Dictionary(sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.sources = known
    cited = Set(attributions.compactMap(\.source)).compactMap { known[$0] }
  }

  private var namedPeople: Int {
    cited.count { $0.kind == .person && $0.naming == .named }
  }

  /// Puts the counts into a summary.
  func fill(_ summary: inout Summary) {
    summary.attributions = attributions.count
    summary.sources = cited.count
    summary.namedPeople = namedPeople
    summary.unnamed = attributions.count {
      $0.source.flatMap { sources[$0] }?.naming.isUnnamed == true
    }
    summary.relayed = attributions.count { $0.flags.contains(.relayed) }
  }

  /// What a careful reader should know of the article because of them.
  var flags: [Flag] {
    var flags: [Flag] = []
    let routes = attributions.filter { $0.within == nil && $0.flags.contains(.relayed) }.map {
      attribution in
      Set(
        attribution.chain.map(\.source).filter { $0 != publisher && sources[$0]?.kind == .outlet })
    }
    if routes.count > 1, let first = routes.first, routes.allSatisfy({ $0 == first }),
      first.count == 1
    {
      flags.append(.oneOutletRelay)
    }
    if !attributions.isEmpty, namedPeople == 0 { flags.append(.noNamedPerson) }
    return flags
  }
}
