/// The sourcing of an article as far as a list shows it: a few counts, without the analysis.
public struct SourcingFigures: Hashable, Sendable {
  /// How many attributions there are.
  public var attributions: Int
  /// How many of them go back to somebody without a name.
  public var unnamed: Int
  /// How many of them name no source at all.
  public var implicit: Int
  /// How many of them came through another outlet.
  public var relayed: Int
  /// How many sentences nobody is credited with.
  public var unattributed: Int
  /// How many statements have a flag of the highest level.
  public var grave: Int
  /// How many words are credited to somebody with a name, to somebody without, and to nobody; `nil` where that was not
  /// counted.
  public var words: Words?

  /// Words by whom they are credited to.
  public struct Words: Hashable, Sendable {
    /// To somebody with a name.
    public var named: Int
    /// To somebody without.
    public var unnamed: Int
    /// To nobody.
    public var nobodys: Int

    /// So many.
    public init(named: Int, unnamed: Int, nobodys: Int) {
      (self.named, self.unnamed, self.nobodys) = (named, unnamed, nobodys)
    }
  }

  /// These counts.
  public init(
    attributions: Int, unnamed: Int, implicit: Int = 0, relayed: Int, unattributed: Int,
    grave: Int = 0, words: Words? = nil
  ) {
    self.attributions = attributions
    self.unnamed = unnamed
    self.implicit = implicit
    self.relayed = relayed
    self.unattributed = unattributed
    self.grave = grave
    self.words = words
  }

  /// The counts of an analysis.
  public init(_ analysis: Analysis) {
    let sheet = SourcingSheet(analysis)
    let namings = sheet.namings.mapValues(\.words)
    self.init(
      attributions: analysis.summary.attributions, unnamed: analysis.summary.unnamed,
      implicit: analysis.attributions.count { $0.source == nil },
      relayed: analysis.summary.relayed, unattributed: analysis.summary.unattributedSentences,
      grave: analysis.attributions.count { analysis.flags(of: $0).first?.level == .high },
      words: Words(
        named: namings[.named] ?? 0,
        unnamed: namings.filter { $0.key.isUnnamed }.reduce(0) { $0 + $1.value },
        nobodys: (namings[.implicit] ?? 0) + analysis.summary.unattributedWords))
  }
}

// MARK: - Shares

extension SourcingFigures {
  /// How many attributions go back to somebody with a name.
  public var named: Int { max(0, attributions - unnamed - implicit) }

  /// Which part of the attributions goes back to somebody without a name or to nobody, from 0 to 1.
  public var unnamedShare: Double {
    attributions == 0 ? 0 : Double(attributions - named) / Double(attributions)
  }

  /// What is said as a bar of signs: which part of `cells` is on named people's word, on unnamed people's and on nobody's.
  /// Words are weighed, where they were counted, and attributions elsewhere.
  ///
  /// What is there at all has at least one cell; without attributions the bar is empty.
  public func bar(of cells: Int) -> [Naming] {
    let weights = words.map { ($0.named, $0.unnamed, $0.nobodys) } ?? (named, unnamed, implicit)
    let counts = [(Naming.named, weights.0), (.bare, weights.1), (.implicit, weights.2)]
      .filter { $0.1 > 0 }
    let total = counts.reduce(0) { $0 + $1.1 }
    guard total > 0, cells >= counts.count else { return [] }
    var shares = counts.map { max(1, $0.1 * cells / total) }
    // What rounding left over goes to where most is missing; what the smallest took comes from the largest.
    while shares.reduce(0, +) < cells {
      let missing = shares.indices.max {
        counts[$0].1 * cells - shares[$0] * total < counts[$1].1 * cells - shares[$1] * total
      }
      shares[missing ?? 0] += 1
    }
    while shares.reduce(0, +) > cells,
      let largest = shares.indices.max(by: { shares[$0] < shares[$1] })
    {
      shares[largest] -= 1
    }
    return zip(counts, shares).flatMap { Array(repeating: $0.0.0, count: $0.1) }
  }
}
