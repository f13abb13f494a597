#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Words in a row with one role.
struct Segment: Hashable, Sendable {
  /// 0 source, 1 cue, 2 content.
  var kind: Int
  var first: Int
  var last: Int
}

/// How segments may follow one another, and how likely each is to start or end a block.
struct SegmentTransitions {
  /// (kinds + 1, kinds + 1): from, to; the last is outside.
  var between: [Float]
  var start: [Float]
  var end: [Float]

  init(between: [Float], start: [Float], end: [Float]) {
    self.between = between
    self.start = start
    self.end = end
  }

  init(_ weights: Weights) {
    between = Array(weights.transitions)
    start = Array(weights.start)
    end = Array(weights.end)
  }
}

/// Cuts a block into segments and words outside: a semi-Markov chain, which scores whole segments.
struct SegmentChain {
  let scores: SegmentScores
  let transitions: SegmentTransitions

  private static let states = Settings.kinds + 1
  private static let outside = Settings.kinds
  private static let never: Float = -1e9
}

// MARK: - The likeliest segments

/// A segment with the probability that it is one, over all cuttings of its block.
struct LikelySegment: Hashable, Sendable {
  var segment: Segment
  var probability: Float
}

extension SegmentChain {
  /// How likely a source, a cue, a content must be to be worth reporting.
  ///
  /// The best single cutting is often unlikely as a whole. Choosing segments by their own probability, where being
  /// right gains what being wrong loses, finds two in a hundred contents more.
  static let thresholds: [Float] = [0.45, 0.38, 0.37]

  /// The segments that do not overlap and together promise most, in order.
  func likeliest(thresholds: [Float] = Self.thresholds) -> [LikelySegment] {
    let candidates = segments(above: thresholds)  // by their last word
    // The best promise of the words before t, and the candidate that ends there, if one does.
    var promise = [Float](repeating: 0, count: scores.count + 1)
    var choice = [Int?](repeating: nil, count: scores.count + 1)
    var next = 0
    for t in stride(from: 1, through: scores.count, by: 1) {
      promise[t] = promise[t - 1]
      while next < candidates.count, candidates[next].segment.last == t - 1 {
        let candidate = candidates[next]
        let gain =
          promise[candidate.segment.first] + candidate.probability
          - thresholds[candidate.segment.kind]
        if gain > promise[t] {
          promise[t] = gain
          choice[t] = next
        }
        next += 1
      }
    }
    var found: [LikelySegment] = []
    var t = scores.count
    while t > 0 {
      if let index = choice[t] {
        found.append(candidates[index])
        t = candidates[index].segment.first
      } else {
        t -= 1
      }
    }
    return found.reversed()
  }

  /// The segments more likely than the threshold of their kind, by their last word.
  func segments(above thresholds: [Float]) -> [LikelySegment] {
    let count = scores.count
    guard count > 0 else { return [] }
    let states = Self.states
    let ready = sumsBefore()
    let after = sumsAfter()
    let whole = logSum((0..<states).map { transitions.start[$0] + after.coming[$0] })
    let least = thresholds.map { logf($0) + whole }
    var found: [LikelySegment] = []
    for last in 0..<count {
      for kind in 0..<Settings.kinds {
        let following = after.following[(last + 1) * states + kind]
        for first in 0...last {
          let sum = ready[first * states + kind] + scores.score(kind, first, last) + following
          guard sum > least[kind] else { continue }
          found.append(
            LikelySegment(
              segment: Segment(kind: kind, first: first, last: last),
              probability: min(1, expf(sum - whole))))
        }
      }
    }
    return found
  }

  /// For every t: the summed scores of all cuttings of the words before t, moved on to each state.
  private func sumsBefore() -> [Float] {
    let count = scores.count
    let states = Self.states
    var ready = [Float](repeating: Self.never, count: (count + 1) * states)
    for state in 0..<states { ready[state] = transitions.start[state] }
    var terms: [Float] = []
    var value = [Float](repeating: Self.never, count: states)
    for t in 1...count {
      for kind in 0..<Settings.kinds {
        terms.removeAll(keepingCapacity: true)
        for first in 0..<t {
          terms.append(ready[first * states + kind] + scores.score(kind, first, t - 1))
        }
        value[kind] = logSum(terms)
      }
      value[Self.outside] = ready[(t - 1) * states + Self.outside] + scores.outside[t - 1]
      for next in 0..<states {
        ready[t * states + next] = logSum(
          (0..<states).map { value[$0] + transitions.between[$0 * states + next] })
      }
    }
    return ready
  }

  /// For every t: the summed scores of all cuttings of the words from t on, by the state before t and by the first.
  private func sumsAfter() -> (following: [Float], coming: [Float]) {
    let count = scores.count
    let states = Self.states
    var following = [Float](repeating: Self.never, count: (count + 1) * states)
    var coming = following
    for state in 0..<states { following[count * states + state] = transitions.end[state] }
    var terms: [Float] = []
    for t in stride(from: count - 1, through: 0, by: -1) {
      for kind in 0..<Settings.kinds {
        terms.removeAll(keepingCapacity: true)
        for last in t..<count {
          terms.append(scores.score(kind, t, last) + following[(last + 1) * states + kind])
        }
        coming[t * states + kind] = logSum(terms)
      }
      coming[t * states + Self.outside] =
        scores.outside[t] + following[(t + 1) * states + Self.outside]
      for state in 0..<states {
        following[t * states + state] = logSum(
          (0..<states).map { transitions.between[state * states + $0] + coming[t * states + $0] })
      }
    }
    return (following, coming)
  }

  private func logSum(_ terms: [Float]) -> Float {
    let most = terms.max() ?? Self.never
    var sum: Float = 0
    for term in terms where term > most - 30 { sum += expf(term - most) }
    return most + logf(sum)
  }
}
