import Foundation
import Testing

@testable import HearsayNetwork

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

  @Test("The best cutting is the best of all", arguments: 1...5, [7, 8, 9] as [UInt64])
  func best(count: Int, seed: UInt64) {
    let chain = chain(count, seed: seed)
    let best = cuttings(count).max { score($0, chain) < score($1, chain) } ?? []
    #expect(chain.best() == best.filter { $0.kind != 3 })
  }

  @Test(
    "A segment is as likely as the cuttings that have it", arguments: 1...5,
    [17, 18, 19] as [UInt64])
  func probabilities(count: Int, seed: UInt64) {
    let chain = chain(count, seed: seed)
    let all = cuttings(count).map { (cutting: $0, weight: exp(score($0, chain))) }
    let sum = all.reduce(0) { $0 + $1.weight }
    let segments = Set(all.flatMap(\.cutting)).filter { $0.kind != 3 }.sorted {
      ($0.kind, $0.first, $0.last) < ($1.kind, $1.first, $1.last)
    }
    for (segment, found) in zip(segments, chain.probabilities(of: segments)) {
      let share = all.filter { $0.cutting.contains(segment) }.reduce(0) { $0 + $1.weight } / sum
      #expect(abs(Double(found) - share) < 1e-4)
    }
  }

  @Test("A block without words has no segments")
  func empty() {
    let chain = chain(0, seed: 1)
    #expect(chain.best().isEmpty)
    #expect(chain.probabilities(of: []).isEmpty)
  }
}
