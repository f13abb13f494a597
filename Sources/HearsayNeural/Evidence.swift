#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What speaks for an attribution: the probabilities of its segments and of the links between them.
package struct Evidence: Hashable, Sendable {
  /// Of the cue as a segment.
  package var cue: Float
  /// Of the source as a segment; `nil` where there is none.
  package var source: Float?
  /// Of the least likely piece of content.
  package var content: Float
  /// That the source, or its absence, belongs to the cue.
  package var linkToSource: Float
  /// That the least likely piece of content belongs to the cue.
  package var linkToCue: Float
  /// Pieces of content.
  package var pieces: Int

  /// Numbers in ``row``.
  static let count = 8

  /// What the weights of the confidence are multiplied with.
  package var row: [Float] {
    [
      1, log(cue), source.map(log) ?? 0, source == nil ? 1 : 0, log(content), log(linkToSource),
      log(linkToCue), pieces > 1 ? 1 : 0,
    ]
  }

  private func log(_ probability: Float) -> Float { logf(max(probability, 1e-6)) }

  /// How likely the attribution is right, from 0 to 1, as measured on articles kept back from training.
  func confidence(_ weights: UnsafeBufferPointer<Float>) -> Double {
    let sum = zip(row, weights).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    return Double(1 / (1 + expf(-sum)))
  }
}
