/// What is said, once: attributions whose content says the same belong to one claim.
public struct Claim: Hashable, Sendable, Codable, Identifiable, NumberedThing {
  /// Claims are called `c1`, `c2`, …
  public static let letter: Character = "c"
  /// The short name of a claim.
  public typealias ID = Numbered<Claim>

  /// Its short name, in order of first appearance.
  public var id: ID
  /// Who says it; empty for a sentence that nobody is credited with.
  public var attributions: [Attribution.ID]
  /// The best evidence left after duplicates are merged.
  public var support: Support
  /// How many sources say it on their own.
  public var independentSources: Int
  /// What a careful reader should know about it.
  public var flags: [Flag]
  /// Claims that overlap with it, go on from it or contradict it.
  public var related: [Relation]

  /// A claim with what stands behind it.
  public init(
    id: ID, attributions: [Attribution.ID], support: Support, independentSources: Int,
    flags: [Flag] = [], related: [Relation] = []
  ) {
    self.id = id
    self.attributions = attributions
    self.support = support
    self.independentSources = independentSources
    self.flags = flags
    self.related = related
  }

  /// How one claim stands to another.
  public struct Relation: Hashable, Sendable, Codable {
    /// The other claim.
    public var claim: Claim.ID
    /// How they stand to each other.
    public var relation: Kind

    /// The ways in which two claims are related.
    public enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
      /// They differ in a time, a number, a place or a "not".
      case conflict
      /// They say partly the same.
      case overlap
      /// One goes on where the other stops.
      case continuation
    }

    /// A relation to `claim`.
    public init(claim: Claim.ID, relation: Kind) {
      self.claim = claim
      self.relation = relation
    }
  }
}

/// The best evidence for a claim, strongest first.
public enum Support: String, Codable, CaseIterable, Hashable, Sendable {
  /// A document says so.
  case document
  /// Several named sources.
  case namedMultiple
  /// One named source.
  case namedSingle
  /// Several sources without a name.
  case anonymousMultiple
  /// One source without a name.
  case anonymousSingle
  /// Nothing but other outlets' words.
  case relayedOnly
  /// Nobody is credited.
  case unattributed
}
