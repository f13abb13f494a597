import HearsayModel

extension JudgedAttribution {
  /// It came through another outlet, and the sentence does not say where that outlet's report is to be found.
  var isRelayedWithoutLink: Bool { isRelayed && !isReportTold }

  /// Whether a link, an address, or a title with a date, tells the other report.
  private var isReportTold: Bool {
    if !reportLinks.isEmpty { return true }
    guard let place = own.cue ?? own.content.first,
      let sentence = document.sentenceIndex(at: place.start)
    else { return false }
    let words = outsideContent(of: sentence).map(\.lower)
    if words.contains(where: { $0.hasPrefix("http") || $0.hasPrefix("www.") }) { return true }
    return lexicon.datedLinks.occurs(in: words) && words.contains(where: isDate)
  }

  private func isDate(_ word: String) -> Bool {
    lexicon.months.contains(word) || Years.contain(word)
  }
}
