import HearsayModel
import HearsayScreen

/// The list of articles: those that were given, or the library.
struct ArticleRows: OverlayRows {
  let reader: Reader
  let emptyWords = "There are no articles yet. Start hearsay with the files to read."
  let height = 2
  let isSelectable = true

  var title: String {
    let order = reader.articleList.order
    let filter = reader.articleList.sift.map { "filter: \($0.filter.text)" }
    return ["Articles", order == .given ? nil : order.words, filter]
      .compactMap(\.self).joined(separator: " · ")
  }

  var count: Int { reader.entries.count }

  func words(of index: Int) -> String { reader.entries[index].title }

  /// What it is called and when it came out, who published it and how it is sourced.
  func lines(of index: Int) -> [Line] {
    let look = reader.look
    let entry = reader.entries[index]
    let isOpen = reader.reading != nil && reader.currentEntry == index
    var head = Line("  ").adding(
      entry.title, isOpen || entry.progress == .new ? look[.strong] : look[.row])
    if let date = entry.published {
      head.right = [.init(text: "\(dayWords(date)) ", style: look[.quiet])]
    }
    let counts = counts(of: entry)
    var facts = Line("    ").adding(entry.publisher ?? "", look[.quiet])
    if entry.publisher != nil, !counts.isEmpty { facts = facts.adding(" · ", look[.quiet]) }
    if let figures = entry.figures { facts.left += signs(of: figures) }
    facts = facts.adding(counts.joined(separator: " · "), look[.quiet])
    facts.right = [.init(text: "\(progress(of: entry)) ", style: look[.quiet])]
    return [head, facts]
  }

  /// `●●○○○◌ ⇠ ! `: who is named and who is not, whether it came through others, whether a flag is grave.
  private func signs(of figures: SourcingFigures) -> [Line.Part] {
    let look = reader.look
    let bar = figures.bar(of: 6).map { String($0.sign(in: look.signSet)) }.joined()
    var parts = [Line.Part(text: bar, style: look[.row])]
    if figures.relayed > 0 {
      parts.append(.init(text: " \(look.signs.relayed)", style: look[.row]))
    }
    if figures.grave > 0 {
      parts.append(.init(text: " \(look.signs.highFlag)", style: look[.flag]))
    }
    return parts + [.init(text: bar.isEmpty ? "" : "  ", style: look[.row])]
  }

  /// `10 attributions`, `8 unnamed`, `2 marks`.
  private func counts(of entry: Entry) -> [String] {
    var counts: [String] = []
    if let sift = reader.articleList.sift, let article = entry.article {
      counts.append("\(sift.passing[article] ?? 0) pass")
    }
    if let figures = entry.figures {
      counts.append(Self.counted(figures.attributions, "attribution"))
      if figures.unnamed > 0 { counts.append("\(figures.unnamed) unnamed") }
      if figures.unattributed > 0 { counts.append("\(figures.unattributed) unattributed") }
    }
    let marks = reader.marks.count { mark in
      entry.article.map { mark.span(in: $0) != nil } ?? false
    }
    if marks > 0 { counts.append(Self.counted(marks, "mark")) }
    return counts
  }

  /// `read yesterday`, `begun 13 June`, `new`.
  private func progress(of entry: Entry) -> String {
    guard entry.progress != .new, let moment = entry.lastRead else { return entry.progress.word }
    let day = pastDayWords(for: moment, now: reader.surroundings.now())
    return "\(entry.progress.word) \(day)"
  }

  private static func counted(_ count: Int, _ thing: String) -> String {
    "\(count) \(thing)\(count == 1 ? "" : "s")"
  }
}
