#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A segment as links see it: the states of its first and last word side by side, and where it stands.
struct LinkEnd {
  /// (2 · hidden)
  var states: [Float]
  /// The first piece of its first word, counted in the window.
  var piece: Int
}

/// Finds the source of every cue and the cue of every content.
struct LinkScores {
  let encoder: Encoder

  /// Classes of the distance between two segments: by doubling, before and after.
  static let distanceClasses = 17
  /// Classes of the number of cues between two segments: 0, 1, 2, more.
  static let betweenClasses = 4

  /// Which of the candidates is meant, `nil` for none of them, and how likely that is.
  struct Choice: Sendable {
    var index: Int?
    var probability: Float
    /// The probability of every candidate.
    var all: [Float]
  }

  /// For every cue, its source.
  func sources(of cues: [LinkEnd], among sources: [LinkEnd]) -> [Choice] {
    guard !cues.isEmpty else { return [] }
    let weights = encoder.weights
    let asHeard = halves(of: cues).heard
    let candidates = dense(sources, weights.linkSource)
    return choices(
      asHeard, cues, candidates, sources, none: dense(cues, weights.noSource),
      bias: weights.toSource, cues: cues)
  }

  /// For every content, its cue.
  func cues(of contents: [LinkEnd], among cues: [LinkEnd]) -> [Choice] {
    guard !contents.isEmpty else { return [] }
    let weights = encoder.weights
    let asSaid = halves(of: cues).said
    return choices(
      dense(contents, weights.linkContent), contents, asSaid, cues,
      none: dense(contents, weights.noCue), bias: weights.toCue, cues: cues)
  }
}

// MARK: - Scores

extension LinkScores {
  private func dense(_ ends: [LinkEnd], _ dense: Weights.Dense) -> [Float] {
    ends.isEmpty ? [] : encoder.dense(ends.flatMap(\.states), ends.count, dense)
  }

  /// A cue as something with a source, and as something with a content. (cues, link) each
  private func halves(of cues: [LinkEnd]) -> (heard: [Float], said: [Float]) {
    let link = encoder.settings.link
    let both = dense(cues, encoder.weights.linkCue)  // (cues, 2 · link)
    var heard: [Float] = []
    var said: [Float] = []
    for cue in cues.indices {
      heard += both[(cue * 2 * link)..<(cue * 2 * link + link)]
      said += both[(cue * 2 * link + link)..<((cue + 1) * 2 * link)]
    }
    return (heard, said)
  }

  private func choices(
    _ asking: [Float], _ ends: [LinkEnd], _ offered: [Float], _ candidates: [LinkEnd],
    none: [Float], bias: Weights.LinkBias, cues: [LinkEnd]
  ) -> [Choice] {
    let products =
      candidates.isEmpty
      ? [] : encoder.agreement(asking, offered, ends.count, encoder.settings.link)
    return ends.indices.map { end in
      var scores = [none[end]]
      for candidate in candidates.indices {
        let here = ends[end].piece
        let there = candidates[candidate].piece
        scores.append(
          products[end * candidates.count + candidate]
            + bias.distances[Self.distanceClass(there - here)]
            + bias.between[Self.cuesBetween(here, there, cues)])
      }
      return Self.choice(among: scores)
    }
  }

  /// The likeliest of the scores, of which the first is for none.
  private static func choice(among scores: [Float]) -> Choice {
    let most = scores.max() ?? 0
    let shares = scores.map { expf($0 - most) }
    let sum = shares.reduce(0, +)
    let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    return Choice(
      index: best == 0 ? nil : best - 1, probability: shares[best] / sum,
      all: shares.dropFirst().map { $0 / sum })
  }

  /// 8 at the same place, less for what comes before, more for what comes after.
  static func distanceClass(_ pieces: Int) -> Int {
    let size = [0, 2, 4, 8, 16, 32, 64, 128].firstIndex { abs(pieces) <= $0 } ?? 8
    return pieces < 0 ? 8 - size : 8 + size
  }

  private static func cuesBetween(_ here: Int, _ there: Int, _ cues: [LinkEnd]) -> Int {
    let low = min(here, there)
    let high = max(here, there)
    return min(betweenClasses - 1, cues.count { low < $0.piece && $0.piece < high })
  }
}
