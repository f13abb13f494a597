/// What an article says on whose word: the result of reading it once.
///
/// `Codable` to exactly the JSON of the contract `hearsay.analysis/1`; see `Analysis+JSON.swift`.
public struct Analysis: Hashable, Sendable {
  /// Who made it.
  public var engine: EngineVersion
  /// The article it is of.
  public var article: Article
  /// Everybody who is cited, in order of first appearance.
  public var sources: [Source]
  /// Every attribution, in order of first appearance.
  public var attributions: [Attribution]
  /// Everything that is said, once.
  public var claims: [Claim]
  /// The sentences that nobody is credited with, in order of reading.
  public var unattributed: [UnattributedSentence]
  /// The article's sourcing in figures.
  public var summary: Summary

  /// An analysis of `article`.
  public init(
    engine: EngineVersion, article: Article, sources: [Source], attributions: [Attribution],
    claims: [Claim], unattributed: [UnattributedSentence], summary: Summary
  ) {
    self.engine = engine
    self.article = article
    self.sources = sources
    self.attributions = attributions
    self.claims = claims
    self.unattributed = unattributed
    self.summary = summary
  }
}

/// Which engine made an analysis: two analyses of one text by the same version are the same.
public struct EngineVersion: Hashable, Sendable, Codable {
  /// `hearsay`.
  public var name: String
  /// The fingerprint of the rules and of the data that they work with; no version of the program.
  public var version: String
  /// What tagged the spans: `rules`, or the name of a trained model.
  public var model: String

  /// An engine of this version with this tagger.
  public init(name: String = "hearsay", version: String, model: String) {
    self.name = name
    self.version = version
    self.model = model
  }
}

// MARK: - Looking things up

extension Analysis {
  /// The source of that name, if the analysis has it.
  public func source(_ id: Source.ID) -> Source? {
    member(of: sources, at: id.number) { $0.id == id }
  }

  /// The attribution of that name, if the analysis has it.
  public func attribution(_ id: Attribution.ID) -> Attribution? {
    member(of: attributions, at: id.number) { $0.id == id }
  }

  /// The claim of that name, if the analysis has it.
  public func claim(_ id: Claim.ID) -> Claim? { member(of: claims, at: id.number) { $0.id == id } }

  /// Numbers count from 1 in the order of the list, so the first guess is nearly always right.
  private func member<Thing>(of list: [Thing], at number: Int, where isIt: (Thing) -> Bool)
    -> Thing?
  {
    if list.indices.contains(number - 1), isIt(list[number - 1]) { return list[number - 1] }
    return list.first(where: isIt)
  }

  /// The source of an attribution, if one is expressed.
  public func speaker(of attribution: Attribution) -> Source? { attribution.source.flatMap(source) }

  /// The outlets other than the publisher through which the words came, nearest to the publisher first.
  public func relays(of attribution: Attribution) -> [Source] {
    let publisher = attribution.chain.first { $0.basis == .publisher }?.source
    return attribution.chain.filter { $0.source != publisher }
      .compactMap { source($0.source) }.filter { $0.kind == .outlet }
  }

  /// The flags of an attribution together with those of its claim, heaviest first.
  public func flags(of attribution: Attribution) -> [Flag] {
    let ofClaim = claim(attribution.claim)?.flags ?? []
    return (attribution.flags + ofClaim).sorted { $0.level > $1.level }
  }
}
