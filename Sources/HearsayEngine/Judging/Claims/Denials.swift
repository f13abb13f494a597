import HearsayLanguage
import HearsayModel

/// Who denies what somebody else says.
struct Denials {
  let evidence: Evidence
  let lexicon: SourcingLexicon

  private var document: Document { evidence.document }

  /// "Roe accused the mayor of taking bribes": the mayor "denied taking bribes" is the other side of it.
  var pairs: [(Int, Int)] {
    let tops = evidence.linked.indices.filter { evidence.linked[$0].within == nil }
    let stems = tops.map { index in
      Set(
        lexicon.telling(document.words(in: evidence.linked[index].content)).map {
          String($0.prefix(JudgingSettings.lettersOfStem))
        })
    }
    let denying = tops.map(denies)
    return tops.indices.compactMap { place in
      guard denying[place], !isInHeadline(tops[place]) else { return nil }
      let reach = JudgingSettings.reachOfDenial
      // One denial has one other side: who says most of the same, and nearest.
      let best = (max(0, place - reach)..<min(tops.count, place + reach))
        .filter { other in
          !denying[other] && asserts(tops[other])
            && evidence.speakers.speaker[tops[other]] != evidence.speakers.speaker[tops[place]]
        }
        .map { (shared: stems[place].intersection(stems[$0]).count, place: $0) }
        .filter {
          $0.shared >= JudgingSettings.stemsOfDenial && $0.shared * 2 >= stems[place].count
        }
        .max { ($0.shared, -abs($0.place - place)) < ($1.shared, -abs($1.place - place)) }
      return best.map { (tops[$0.place], tops[place]) }
    }
  }

  /// Whether the cue itself denies what somebody may have said; "did not say" says nothing, "denied funding" keeps it back,
  /// and a plan that "rejected single mothers" only has a side.
  func denies(_ index: Int) -> Bool {
    let own = evidence.linked[index]
    guard own.cueSense.isDenial, let cue = own.cue, let speaker = evidence.speaker(of: index),
      speaker.kind != .document
    else { return false }
    let first = own.content.first.flatMap { lexicon.telling(document.words(in: $0)).first }
    if let first, lexicon.whatIsKeptBack.contains(first) { return false }
    return !document.tokens[document.tokenRange(in: cue)].contains {
      !$0.classes.isDisjoint(with: [.negation, .contraction])
    }
  }

  /// Whether somebody says or charges something: an answer, a demand or a side taken asserts nothing to be denied.
  private func asserts(_ index: Int) -> Bool {
    let own = evidence.linked[index]
    guard !isInHeadline(index), let cue = own.cue.map({ document.words(in: $0) }) else {
      return false
    }
    if lexicon.accusing.occurs(in: cue) || lexicon.charging.occurs(in: cue) { return true }
    return evidence.manners[index] != .reported && own.cueSense.attitude != .intention
      && own.cueSense.attitude != .attitude && !lexicon.responding.occurs(in: cue)
  }

  /// A headline only sums up what stands below it.
  private func isInHeadline(_ index: Int) -> Bool {
    document.paragraphIndex(at: evidence.linked[index].start)
      .map { document.paragraphs[$0].role == .headline } ?? false
  }
}
