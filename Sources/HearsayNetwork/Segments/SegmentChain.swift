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

// MARK: - The best cutting

extension SegmentChain {
  /// The segments of the cutting with the highest score, in order.
  func best() -> [Segment] {
    let count = scores.count
    guard count > 0 else { return [] }
    let states = Self.states
    // Of the words before t: the best score of a cutting that ends in a state; the same, moved on to the next.
    var value = [Float](repeating: Self.never, count: (count + 1) * states)
    var ready = value
    var cameFrom = [Int](repeating: 0, count: (count + 1) * states)
    var firstWord = [Int](repeating: 0, count: (count + 1) * states)
    for state in 0..<states { ready[state] = transitions.start[state] }
    for t in 1...count {
      for kind in 0..<Settings.kinds {
        for first in 0..<t {
          let score = ready[first * states + kind] + scores.score(kind, first, t - 1)
          if score > value[t * states + kind] {
            value[t * states + kind] = score
            firstWord[t * states + kind] = first
          }
        }
      }
      value[t * states + Self.outside] =
        ready[(t - 1) * states + Self.outside] + scores.outside[t - 1]
      firstWord[t * states + Self.outside] = t - 1
      for next in 0..<states {
        for state in 0..<states {
          let score = value[t * states + state] + transitions.between[state * states + next]
          if score > ready[t * states + next] {
            ready[t * states + next] = score
            cameFrom[t * states + next] = state
          }
        }
      }
    }

    var segments: [Segment] = []
    var t = count
    var state = 0
    for other in 1..<states
    where value[t * states + other] + transitions.end[other]
      > value[t * states + state] + transitions.end[state]
    {
      state = other
    }
    while t > 0 {
      let first = firstWord[t * states + state]
      if state != Self.outside { segments.append(Segment(kind: state, first: first, last: t - 1)) }
      state = cameFrom[first * states + state]
      t = first
    }
    return segments.reversed()
  }
}

// MARK: - How sure

extension SegmentChain {
  /// The probability of each of these segments, over all cuttings.
  func probabilities(of segments: [Segment]) -> [Float] {
    guard !segments.isEmpty else { return [] }
    let count = scores.count
    let states = Self.states
    let ready = sumsBefore()
    let after = sumsAfter()
    let whole = logSum((0..<states).map { transitions.start[$0] + after.coming[$0] })
    return segments.map { segment in
      let log =
        ready[segment.first * states + segment.kind]
        + scores.score(segment.kind, segment.first, segment.last)
        + after.following[(segment.last + 1) * states + segment.kind] - whole
      precondition(segment.last < count, "The segment lies outside the block.")
      return min(1, expf(log))
    }
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
