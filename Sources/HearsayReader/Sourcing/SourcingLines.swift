import HearsayModel

extension Analysis {
  /// The article's sourcing in one line, in several wordings: the longest first, each shorter than the one
  /// before, so that a header has one that fits and none is cut in the middle of a word.
  var sourcingLines: [String] {
    let parts = sourcingParts
    let (said, who, sentences) = (parts[0], parts[1], parts[2][0])
    let unattributed = "\(summary.unattributedSentences) of \(summary.sentences) unattributed"
    let relayed = "\(summary.relayed) relayed"
    let short = [
      ["\(summary.attributions) said", "\(summary.unnamed) unnamed", relayed],
      ["\(summary.unattributedSentences)/\(summary.sentences) nobody"],
    ]
    let wordings = [
      [said, who, [sentences]],
      [said, who, [unattributed]],
      [[said[0], said[1], relayed], who, [unattributed]],
      [[said[0], said[1], relayed], [who[1]], [unattributed]],
      [[said[0], said[1], relayed], [unattributed]],
      short,
      [Array(short[0].prefix(2)), short[1]],
      [[short[0][1]], short[1]],
    ]
    return wordings.map { $0.map { $0.joined(separator: ", ") }.joined(separator: " · ") }
  }
}
