import HearsayModel

/// What can be counted of an article's attributions and sources alone, without its words.
struct SourceFigures {
  let attributions: [Attribution]
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

  /// How many people with a name are cited.
  var namedPeople: Int {
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

  /// The outlets other than the publisher through which an attribution came.
  func outlets(of attribution: Attribution) -> Set<Source.ID> {
    Set(attribution.chain.map(\.source).filter { $0 != publisher && sources[$0]?.kind == .outlet })
  }
}
