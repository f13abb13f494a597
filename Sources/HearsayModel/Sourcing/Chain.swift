/// One step of the way back from the publisher to the origin.
///
/// *Shafaq News ← The National ← a senior Iraqi MP* is three hops.
public struct Hop: Hashable, Sendable, Codable {
  /// Who passed the words on.
  public var source: Source.ID
  /// How the hop is known.
  public var basis: Basis
  /// Where its report is to be found, where the article links to it.
  public var address: String?

  /// A hop to `source`, known by `basis`.
  public init(source: Source.ID, basis: Basis, address: String? = nil) {
    self.source = source
    self.basis = basis
    self.address = address
  }
}

/// How a hop of a chain is known.
public enum Basis: String, Codable, CaseIterable, Hashable, Sendable {
  /// The first hop: the outlet that published the article.
  case publisher
  /// The sentence itself says so.
  case stated
  /// The same source named the outlet elsewhere.
  case inherited
  /// The sentences around it say so.
  case inferred
}
