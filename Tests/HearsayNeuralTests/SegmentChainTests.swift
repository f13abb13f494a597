import Foundation
import Testing

@testable import HearsayNeural

/// Compares the chain with a list of all cuttings of a few words, scored one by one.
struct SegmentChainTests {
  /// All ways to cut `count` words into segments and words outside (kind 3).
  private func cuttings(_ count: Int, from first: Int = 0) -> [[Segment]] {
    if first == count { return [[]] }
    var found: [[Segment]] = []
    for rest in cuttings(count, from: first + 1) {
      found.append([Segment(kind: 3, first: first, last: first)] + rest)
    }
    for last in first..<count {
      for rest in cuttings(count, from: last + 1) {
        for kind in 0..<3 { found.append([Segment(kind: kind, first: first, last: last)] + rest) }
      }
    }
    return found
  }

  private func chain(_ count: Int, seed: UInt64) -> SegmentChain {
    var numbers = Numbers(seed: seed)
    let all = numbers.floats(3 * count * count, -2...2)
    let scores = SegmentScores(outside: numbers.floats(count, -2...2)) {
      all[($0 * count + $1) * count + $2]
    }
    return SegmentChain(
      scores: scores,
      transitions: SegmentTransitions(
        between: numbers.floats(16, -2...2), start: numbers.floats(4), end: numbers.floats(4)))
  }

  private func score(_ cutting: [Segment], _ chain: SegmentChain) -> Double {
    var sum: Float = 0
    var previous: Int?
    for part in cutting {
      if let previous {
        sum += chain.transitions.between[previous * 4 + part.kind]
      } else {
        sum += chain.transitions.start[part.kind]
      }
      sum +=
        part.kind == 3
        ? chain.scores.outside[part.first] : chain.scores.score(part.kind, part.first, part.last)
      previous = part.kind
    }
    if let previous { sum += chain.transitions.end[previous] }
    return Double(sum)
  }

  @Test(
    arguments: 1...5,
    [17, 18, 19] as [UInt64])
  func `A segment is as likely as the cuttings that have it`(count: Int, seed: UInt64) {
    let chain = chain(count, seed: seed)
    let shares = shares(chain)
    let found = chain.segments(above: [0.01, 0.01, 0.01])
    #expect(!found.isEmpty)
    for likely in found {
      #expect(abs(Double(likely.probability) - (shares[likely.segment] ?? 0)) < 1e-4)
    }
  }

  @Test(arguments: 1...5, [7, 8, 9] as [UInt64])
  func `The segments chosen promise more than any others`(count: Int, seed: UInt64) {
    let chain = chain(count, seed: seed)
    let shares = shares(chain)
    let thresholds: [Float] = [0.1, 0.2, 0.15]
    let promise = { (segments: [Segment]) in
      segments.reduce(0) { $0 + (shares[$1] ?? 0) - Double(thresholds[$1.kind]) }
    }
    let most = cuttings(count).map { promise($0.filter { $0.kind != 3 }) }.max() ?? 0
    let found = chain.likeliest(thresholds: thresholds).map(\.segment)
    #expect(abs(promise(found) - most) < 1e-4)
    for (left, right) in zip(found, found.dropFirst()) { #expect(left.last < right.first) }
  }

  @Test func `A block without words has no segments`() {
    #expect(chain(0, seed: 1).likeliest().isEmpty)
  }

  /// For each segment, the share of all cuttings, by their weight, that have it.
  private func shares(_ chain: SegmentChain) -> [Segment: Double] {
    var (sum, weights) = (0.0, [Segment: Double]())
    for cutting in cuttings(chain.scores.count) {
      let weight = exp(score(cutting, chain))
      sum += weight
      for segment in cutting { weights[segment, default: 0] += weight }
    }
    return weights.mapValues { $0 / sum }
  }
}
