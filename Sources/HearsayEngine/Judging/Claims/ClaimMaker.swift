import HearsayLanguage
import HearsayModel

/// What is said, once: who says it, and how it stands to what else is said.
struct ClaimDraft: Sendable {
  /// The attributions that say it, as indices into the linked ones.
  var attributions: [Int] = []
  /// The sentences that say it and that nobody is credited with, as indices into the list of those.
  var sentences: [Int] = []
  var support: Support = .unattributed
  var independentSources = 0
  var flags: [Flag] = []
  /// Other drafts, by index, and how they stand to this one.
  var related: [Int: Claim.Relation.Kind] = [:]
  /// Whether nearly the same words are quoted of two sources.
  var hasQuotedTwins = false
}

/// Brings attributions and sentences that say the same together, and weighs what stands behind them.
struct ClaimMaker: Sendable {
  let lexicon: SourcingLexicon
  let people: PeopleLexicon

  /// The claims in order of first appearance.
  func claims(from evidence: Evidence) -> [ClaimDraft] {
    let denials = Denials(evidence: evidence, lexicon: lexicon)
    let compared = ClaimComparison(evidence, denials, lexicon: lexicon, people: people).results
    let retold = Retellings(evidence: evidence, lexicon: lexicon)
    var claims = ClaimGroups(of: evidence)
    for pair in compared where pair.verdict == .same { claims.join(pair.one, pair.two) }
    for (one, two) in relayLayers(of: evidence) + retold.headlines { claims.join(one, two) }
    claims.draft()
    for pair in compared {
      if pair.isQuotedOfTwo { claims.noteQuotedTwins(pair.one) }
      if let relation = pair.verdict.relation { claims.relate(pair.one, pair.two, as: relation) }
    }
    for (one, two) in denials.pairs { claims.relate(one, two, as: .conflict) }
    for (one, two) in retold.neighbours { claims.relate(one, two, as: .overlap) }
    for (one, two) in continuations(in: evidence) { claims.relate(one, two, as: .continuation) }
    return claims.drafts.map { weighed($0, evidence) }
  }

  /// "Another source revealed that …, according to the newspaper": one claim with two layers.
  private func relayLayers(of evidence: Evidence) -> [(Int, Int)] {
    evidence.linked.enumerated().compactMap { index, attribution in
      attribution.within.flatMap { evidence.isRelayLayer($0, of: index) ? ($0, index) : nil }
    }
  }

  /// "This warning was delivered …": nobody's sentence that goes on from the words before it.
  private func continuations(in evidence: Evidence) -> [(Int, Int)] {
    let document = evidence.document
    let tops = evidence.linked.indices.filter { evidence.linked[$0].within == nil }
    let ends = tops.map { evidence.linked[$0].content.map(\.end).max() ?? 0 }
    var found: [(Int, Int)] = []
    var next = 0
    for (index, sentence) in evidence.unattributed.enumerated() {
      let span = document.sentences[sentence.index].span
      while next < ends.count, ends[next] <= span.start { next += 1 }
      let words = document.words(in: span)
      guard next > 0, words.count > 2, lexicon.pointingBack.contains(words[0]),
        (document.sentenceIndex(at: ends[next - 1] - 1) ?? -2) >= sentence.index - 1
      else { continue }
      found.append((tops[next - 1], evidence.linked.count + index))
    }
    return found
  }

  // MARK: - Weighing

  private func weighed(_ draft: ClaimDraft, _ evidence: Evidence) -> ClaimDraft {
    let judged = judged(draft, evidence)
    var draft = draft
    draft.independentSources = judged.sources.count
    draft.support = judged.support
    draft.flags = judged.flags
    return draft
  }

  /// A headline only sums up the text below it, and a speech or an answer that comes back to something is no second claim;
  /// nor are two acts of one kind: "granted Hale a pardon, granted Lee a pardon".
  private func isTelling(_ own: LinkedAttribution, _ document: Document) -> Bool {
    if let paragraph = document.paragraphIndex(at: own.start),
      document.paragraphs[paragraph].role == .headline
    {
      return false
    }
    return Set(own.content.flatMap { document.sentenceRange(over: $0) }).count
      <= JudgingSettings.sentencesOfClaim
  }

  /// Who counts: one canonical source once; neither a confirmation inside another's words nor a mere relay layer.
  private func judged(_ draft: ClaimDraft, _ evidence: Evidence) -> JudgedClaim {
    let layers = Set(
      draft.attributions.compactMap { child in
        evidence.linked[child].within.flatMap { evidence.isRelayLayer($0, of: child) ? $0 : nil }
      })
    let outer = draft.attributions.filter { !layers.contains($0) }
    let counted = outer.filter { index in
      guard let parent = evidence.linked[index].within, draft.attributions.count > 1 else {
        return true
      }
      return layers.contains(parent)
    }
    var seen = Set<Int>()
    let sources = counted.compactMap { evidence.speakers.speaker[$0] }
      .filter { seen.insert($0).inserted }
    return JudgedClaim(
      speakers: outer.filter {
        evidence.manners[$0] != .reported && isTelling(evidence.linked[$0], evidence.document)
      }
      .compactMap { evidence.speakers.speaker[$0] },
      sources: sources.map { evidence.entities[$0] },
      routes: Set(counted.map(evidence.outlets)), hasQuotedTwins: draft.hasQuotedTwins,
      relations: Set(draft.related.values))
  }
}
