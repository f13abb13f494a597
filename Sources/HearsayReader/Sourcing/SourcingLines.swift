import HearsayModel

extension Analysis {
  /// The article's sourcing in one line, in several wordings: the longest first, each shorter than the one
  /// before, so that a header has one that fits and none is cut in the middle of a word. What matters most comes first in
  /// each.
  var sourcingLines: [String] {
    guard article.language == "en" else { return Self.otherLanguageLines }
    let all = sourcingWords
    let unnamed = "\(summary.unnamed) of \(summary.attributions) unnamed"
    let unattributed = "\(summary.unattributedSentences) of \(summary.sentences) unattributed"
    let nobodys = "\(summary.unattributedSentences)/\(summary.sentences) nobody"
    guard summary.attributions > 0 else {
      return [all.joined(separator: " · "), "\(all[0]) · \(unattributed)", unattributed, nobodys]
    }
    let wordings = [
      all,
      Array(all.prefix(4)) + [unattributed],
      [all[0], unnamed, all[2], unattributed],
      [all[0], unnamed, unattributed],
      [all[0], unnamed, nobodys],
      [all[0], unnamed],
      [unnamed],
      ["\(summary.unnamed)/\(summary.attributions)", nobodys],
    ]
    return wordings.map { $0.joined(separator: " · ") }
  }
}
