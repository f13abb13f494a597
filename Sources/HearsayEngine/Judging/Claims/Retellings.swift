import HearsayModel

/// Finds what one source says twice in other words, where the layout shows it: a headline and the lead that it sums up,
/// a report and the quotation that it rests on.
struct Retellings {
  /// A headline's attribution and the one in the body that it repeats, as indices into the attributions.
  private(set) var headlines: [(Int, Int)] = []
  /// A paraphrase and the same source's next words about the same thing.
  private(set) var neighbours: [(Int, Int)] = []

  private let evidence: Evidence
  private let lexicon: SourcingLexicon

  init(evidence: Evidence, lexicon: SourcingLexicon) {
    self.evidence = evidence
    self.lexicon = lexicon
    let tops = evidence.linked.indices.filter { evidence.linked[$0].within == nil }
    let (head, body) = (tops.filter(isInHeadline), tops.filter { !isInHeadline($0) })
    for one in head.prefix(JudgingSettings.reachOfHeadline) {
      if let two = body.prefix(JudgingSettings.reachOfHeadline).first(where: {
        repeats(one, $0, share: JudgingSettings.shareOfHeadline)
      }) {
        headlines.append((one, two))
      }
    }
    for (one, two) in zip(body, body.dropFirst())
    where evidence.manners[one] != .direct && evidence.manners[two] == .direct {
      if areNear(one, two), repeats(one, two, share: JudgingSettings.shareOfQuotation) {
        neighbours.append((one, two))
      }
    }
  }

  private func isInHeadline(_ index: Int) -> Bool {
    let own = evidence.linked[index]
    guard let start = (own.content.first ?? own.source)?.start,
      let paragraph = evidence.document.paragraphIndex(at: start)
    else { return false }
    return evidence.document.paragraphs[paragraph].role == .headline
  }

  /// In one paragraph, or in two that follow one another.
  private func areNear(_ one: Int, _ two: Int) -> Bool {
    guard let first = evidence.linked[one].content.last,
      let second = evidence.linked[two].content.first,
      let left = evidence.document.paragraphIndex(at: first.start),
      let right = evidence.document.paragraphIndex(at: second.start)
    else { return false }
    return (0...1).contains(right - left)
  }

  /// Whether one source says something like the same twice; `share` of the shorter one's words is enough.
  private func repeats(_ one: Int, _ two: Int, share: Double) -> Bool {
    guard let speaker = evidence.speakers.speaker[one], speaker == evidence.speakers.speaker[two]
    else { return false }
    let (left, right) = (stems(one), stems(two))
    let least = min(left.count, right.count)
    let both = left.intersection(right).count
    return least > 0 && both > 0 && Double(both) >= share * Double(least)
  }

  /// The beginnings of the words that say what it is of: *retaliate* and *retaliation* are one.
  private func stems(_ index: Int) -> Set<String> {
    let words = evidence.document.words(in: evidence.linked[index].content)
    return Set(lexicon.telling(words).map { String($0.prefix(JudgingSettings.lettersOfStem)) })
  }
}
