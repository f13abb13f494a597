import HearsayModel

/// Two that say alike, by the numbers that they have in ``ClaimGroups``.
struct ComparedClaims {
  /// How alike.
  enum Verdict: Hashable {
    case same, conflict, overlap, apart

    /// The relation that it makes of two claims.
    var relation: Claim.Relation.Kind? {
      switch self {
      case .conflict: .conflict
      case .overlap: .overlap
      case .same, .apart: nil
      }
    }
  }

  var one: Int
  var two: Int
  var verdict: Verdict
  /// Whether nearly the same words are quoted of two sources.
  var isQuotedOfTwo: Bool
}

/// Compares what is said sentence by sentence.
struct ClaimComparison {
  /// All that say alike, in order of reading.
  let results: [ComparedClaims]

  init(
    _ evidence: Evidence, _ denials: Denials, lexicon: SourcingLexicon, people: PeopleLexicon
  ) {
    let units = ClaimUnit.all(in: evidence, lexicon: lexicon)
    let pairs = NearDuplicates.pairs(among: units).filter { pair in
      // Not the same words twice: a nested attribution lies inside its parent's content.
      units[pair.first].owner != units[pair.second].owner
        && !units[pair.first].span.overlaps(units[pair.second].span)
    }
    let work = Work(evidence, denials, units, pairs) {
      Particulars($0, lexicon: lexicon, people: people)
    }
    results = pairs.map(work.compared)
  }

  private struct Work {
    let evidence: Evidence
    let denials: Denials
    let units: [ClaimUnit]
    /// How many sentences each one says.
    let lengths: [Int: Int]
    /// For the units that are compared.
    let particulars: [Int: Particulars]

    init(
      _ evidence: Evidence, _ denials: Denials, _ units: [ClaimUnit], _ pairs: [ClaimPair],
      particulars: ([String]) -> Particulars
    ) {
      self.evidence = evidence
      self.denials = denials
      self.units = units
      lengths = Dictionary(grouping: units, by: \.owner).mapValues(\.count)
      let compared = Set(pairs.flatMap { [$0.first, $0.second] })
      self.particulars = Dictionary(
        uniqueKeysWithValues: compared.map { ($0, particulars(units[$0].words)) })
    }

    func compared(_ pair: ClaimPair) -> ComparedClaims {
      let (one, two) = (units[pair.first].owner, units[pair.second].owner)
      let isOneSpeaker = speaker(one).map { $0 == speaker(two) } ?? false
      let verdict = verdict(on: pair, isOneSpeaker: isOneSpeaker)
      return ComparedClaims(
        one: one, two: two, verdict: verdict,
        isQuotedOfTwo: verdict == .same && !isOneSpeaker
          && pair.jaccard >= JudgingSettings.quotedTwins && isQuoted(one) && isQuoted(two))
    }

    private func verdict(on pair: ClaimPair, isOneSpeaker: Bool) -> ComparedClaims.Verdict {
      let contradicts = isSaid(pair) && contradicts(pair)
      if !contradicts, isSame(pair, isOneSpeaker: isOneSpeaker) {
        // "Lund took bribes", Roe said; Lund "denied taking bribes": the same words, and the opposite of one claim.
        guard isDenied(pair.first) != isDenied(pair.second) else { return .same }
        return isOneSpeaker ? .apart : .conflict
      }
      // Opposites say more than a number of common words.
      if contradicts, pair.least >= JudgingSettings.fewestWordsOfUnit, areOpposite(pair) {
        return .conflict
      }
      // "He had signed the contract", "He had not signed the contract": nothing else is said.
      if contradicts, !isOneSpeaker, pair.containment >= 1,
        pair.jaccard >= JudgingSettings.sameButForNot
      {
        return .conflict
      }
      let least =
        isOneSpeaker ? JudgingSettings.fewestWordsOfOne : JudgingSettings.fewestWordsOfRelated
      guard pair.least >= least else { return .apart }
      return contradicts ? .conflict : isTelling(pair) ? .overlap : .apart
    }

    /// Three or four words are soon shared, so people apart must share more of them.
    private func isSame(_ pair: ClaimPair, isOneSpeaker: Bool) -> Bool {
      let hasWords = pair.least >= JudgingSettings.fewestWordsOfOne
      if pair.jaccard >= JudgingSettings.sameWords { return isOneSpeaker || hasWords }
      return isOneSpeaker && hasWords && pair.containment >= JudgingSettings.sameInShorter
    }

    /// A long answer goes through many things, so that two sentences of it differ says little.
    private func contradicts(_ pair: ClaimPair) -> Bool {
      guard isShort(units[pair.first].owner), isShort(units[pair.second].owner),
        !areWishes(units[pair.first].owner, units[pair.second].owner),
        let left = particulars[pair.first], let right = particulars[pair.second]
      else { return false }
      return left.contradict(right, of: pair)
    }

    /// "Labour wants more trams, the Greens want fewer": two who want different things tell nothing different.
    private func areWishes(_ one: Int, _ two: Int) -> Bool {
      [one, two].allSatisfy {
        evidence.isAttribution($0) && evidence.linked[$0].cueSense.attitude == .intention
      } && speaker(one) != speaker(two)
    }

    private func isDenied(_ unit: Int) -> Bool {
      let owner = units[unit].owner
      return evidence.isAttribution(owner) && denials.denies(owner)
    }

    private func areOpposite(_ pair: ClaimPair) -> Bool {
      guard let left = particulars[pair.first], let right = particulars[pair.second] else {
        return false
      }
      return left.areOpposite(right)
    }

    private func isShort(_ owner: Int) -> Bool {
      lengths[owner, default: 0] <= JudgingSettings.sentencesOfClaim
    }

    /// Whether it tells a reader anything that two units have words in common: two words, or the names of what an article
    /// is about anyway in two sentences of nobody's, do not.
    private func isTelling(_ pair: ClaimPair) -> Bool {
      isSaid(pair) && pair.shared >= JudgingSettings.fewestSharedWords
    }

    /// Whether somebody says one of them.
    private func isSaid(_ pair: ClaimPair) -> Bool {
      [pair.first, pair.second].contains { evidence.isAttribution(units[$0].owner) }
    }

    private func speaker(_ owner: Int) -> Int? {
      evidence.isAttribution(owner) ? evidence.speakers.speaker[owner] : nil
    }

    private func isQuoted(_ owner: Int) -> Bool {
      evidence.isAttribution(owner) && evidence.isQuoted(owner)
    }
  }
}
