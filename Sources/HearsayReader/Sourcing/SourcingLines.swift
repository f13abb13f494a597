import HearsayModel

extension Analysis {
  /// The article's sourcing in one line, in several wordings: the longest first, each shorter than the one
  /// before, so that a header has one that fits and none is cut in the middle of a word.
  var sourcingLines: [String] {
    let all = sourcingWords
    let short = [
      "\(summary.attributions) said", "\(summary.unnamed) unnamed", "\(summary.relayed) relayed",
      "\(summary.unattributedSentences)/\(summary.sentences) nobody",
    ]
    guard all.count == 6 else { return [all.joined(separator: " · ")] }
    let unattributed = "\(summary.unattributedSentences) of \(summary.sentences) unattributed"
    let relayed = "\(summary.relayed) relayed"
    return [
      all,
      Array(all[..<5]) + [unattributed],
      Array(all[..<4]) + [relayed, unattributed],
      [all[0], all[2], all[3], relayed, unattributed],
      [all[0], all[3], relayed, unattributed],
      short,
      [short[0], short[1], short[3]],
      [short[1], short[3]],
    ].map { $0.joined(separator: " · ") }
  }
}
