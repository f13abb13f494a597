import HearsayModel

/// Attributions and sentences in groups that say the same, and how the groups stand to each other.
///
/// Whoever says something has a number: the attributions first, then the sentences that nobody is credited with.
struct ClaimGroups {
  private let evidence: Evidence
  /// For each number another one of its group, and in the end the one that stands for all.
  private var parents: [Int]
  private var draftOf: [Int] = []
  /// One draft for each group, in order of first appearance.
  private(set) var drafts: [ClaimDraft] = []

  init(of evidence: Evidence) {
    self.evidence = evidence
    parents = Array(0..<evidence.linked.count + evidence.unattributed.count)
  }
}

// MARK: - Grouping

extension ClaimGroups {
  /// Puts two, with all that say the same as they, into one group.
  mutating func join(_ one: Int, _ two: Int) {
    let (left, right) = (root(one), root(two))
    parents[max(left, right)] = min(left, right)
  }

  private mutating func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  /// Makes a draft of each group; nothing is joined afterwards.
  mutating func draft() {
    let attributed = evidence.linked.count
    let starts =
      evidence.linked.map(\.start)
      + evidence.unattributed.map { evidence.document.sentences[$0.index].span.start }
    draftOf = Array(repeating: 0, count: starts.count)
    var byRoot: [Int: Int] = [:]
    for number in starts.indices.sorted(by: { (starts[$0], $0) < (starts[$1], $1) }) {
      let root = root(number)
      let draft = byRoot[root] ?? drafts.count
      if draft == drafts.count { drafts.append(ClaimDraft()) }
      byRoot[root] = draft
      draftOf[number] = draft
      if number < attributed {
        drafts[draft].attributions.append(number)
      } else {
        drafts[draft].sentences.append(number - attributed)
      }
    }
  }
}

// MARK: - Relating

extension ClaimGroups {
  /// Notes how the claims of two stand to each other, unless more is known.
  mutating func relate(_ one: Int, _ two: Int, as kind: Claim.Relation.Kind) {
    let (first, second) = (draftOf[one], draftOf[two])
    guard first != second, kind.weight > drafts[first].related[second]?.weight ?? 0 else { return }
    drafts[first].related[second] = kind
    drafts[second].related[first] = kind
  }

  /// Notes that the words of a claim are quoted of two sources.
  mutating func noteQuotedTwins(_ number: Int) { drafts[draftOf[number]].hasQuotedTwins = true }
}

extension Claim.Relation.Kind {
  /// Which of two relations between the same claims is told.
  fileprivate var weight: Int {
    switch self {
    case .continuation: 1
    case .overlap: 2
    case .conflict: 3
    }
  }
}
