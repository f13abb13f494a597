#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What kind of thing a source is, as the network sees it; a place that speaks is an organisation.
public enum FoundKind: Int, CaseIterable, Hashable, Sendable {
  case person, group, organisation, outlet, document
  /// Nothing that speaks: an event, an idea, a thing.
  case other
}

extension FoundKind {
  /// A kind with how likely it is, from 0 to 1.
  public struct Guess: Hashable, Sendable {
    /// The likeliest kind.
    public var kind: FoundKind
    /// How likely it is.
    public var probability: Double
  }

  /// The likeliest kind of each of these sources.
  static func guesses(of sources: [LinkEnd], _ encoder: Encoder) -> [Guess] {
    guard !sources.isEmpty else { return [] }
    let scores = encoder.dense(
      sources.flatMap(\.states), sources.count, encoder.weights.sourceKinds)
    return sources.indices.map { source in
      let own = scores[(source * allCases.count)..<((source + 1) * allCases.count)]
      let most = own.max() ?? 0
      let sum = own.reduce(0) { $0 + expf($1 - most) }
      let best = own.firstIndex(of: most).map { $0 - own.startIndex } ?? other.rawValue
      return Guess(kind: FoundKind(rawValue: best) ?? .other, probability: Double(1 / sum))
    }
  }
}
