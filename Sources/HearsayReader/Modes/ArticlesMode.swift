import HearsayModel
import HearsayScreen

/// The list of articles: those that were given, or the library.
struct ArticlesMode: ListMode {
  static let view = KeyView.articles
  static let opener: Action? = .listArticles

  var place = ListPlace()

  /// With the open article selected.
  static func open(in reader: inout Reader) -> [Effect] {
    let row = reader.currentEntry.flatMap { reader.library.articles.row(of: $0) }
    return reader.open(ArticlesMode(place: ListPlace(selected: row ?? 0)))
  }

  func rows(in reader: Reader) -> any OverlayRows {
    ArticleRows(
      articles: reader.library.articles,
      open: reader.reading == nil ? nil : reader.currentEntry, marks: reader.marks,
      look: reader.look, surroundings: reader.surroundings)
  }

  func shown(of rows: any OverlayRows, in reader: Reader) -> [Int] { reader.library.articles.shown }

  func open(row: Int, in reader: inout Reader) -> [Effect] {
    if reader.reading != nil, reader.awaited.request == nil, row == reader.currentEntry {
      reader.leaveForArticle()
      return []
    }
    return reader.request(.entry(reader.library.articles.entries[row].id))
  }

  func act(_ action: Action, in reader: inout Reader) -> [Effect]? {
    switch action {
    case .filter:
      let filter = reader.library.articles.sift?.filter.text ?? ""
      return reader.ask(LibraryFilterQuestion(), line: filter)
    case .analyseAll: return reader.analyseListed()
    case .group: return reader.sortArticles(by: reader.library.articles.order.next)
    case .removeArticle: return removeSelected(in: &reader)
    case .undo: return [.library(.restore)]
    // The list of articles may be all there is; where it was opened over an article, that is a step back.
    case .back
    where reader.modes.count == 2
      && (reader.reading == nil || reader.modes.home == .list && reader.trail.isEmpty):
      return [.quit]
    case .cancel
    where reader.library.batch == nil && place.filter.isEmpty
      && reader.library.articles.sift != nil:
      reader.unsift()
      return []
    default: return actAsList(action, in: &reader)
    }
  }

  func hints(in reader: Reader) -> [Hint] {
    [Hint(.openDetail, "open")]
      + [
        .group, .search, .help, .filter, .find, .listMarks, .removeArticle, .analyseAll, .back,
      ].map { Hint($0) }
  }

  /// Takes the selected article out of the list and the library.
  private func removeSelected(in reader: inout Reader) -> [Effect] {
    guard let entry = reader.library.articles.entry(atRow: place.selected) else {
      return reader.refuse("There is no article to take out.")
    }
    return reader.remove(entry)
  }
}

// MARK: - Rows

/// The articles of a list, with how they are sourced and how far they were read.
struct ArticleRows: OverlayRows {
  let articles: ArticleList
  /// The open article, by its place among all.
  let open: Int?
  let marks: [Mark]
  let look: Look
  let surroundings: Surroundings
  let emptyWords =
    "There are no articles yet. Start hearsay with the files to read, or with --sample."
  let height = 2
  let isSelectable = true

  var title: String {
    let order = articles.order
    let filter = articles.sift.map { "filter: \($0.filter.text)" }
    return ["Articles", order == .given ? nil : order.words, filter]
      .compactMap(\.self).joined(separator: " · ")
  }

  var count: Int { articles.entries.count }

  func words(of index: Int) -> String { articles.entries[index].title }

  /// What it is called and when it came out, who published it and how it is sourced.
  func lines(of index: Int) -> [Line] {
    let entry = articles.entries[index]
    let isOpen = index == open
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
    if let sift = articles.sift, let article = entry.article {
      counts.append("\(sift.passing[article] ?? 0) pass")
    }
    if let figures = entry.figures {
      counts.append(Self.counted(figures.attributions, "attribution"))
      if figures.unnamed > 0 { counts.append("\(figures.unnamed) unnamed") }
      if figures.unattributed > 0 { counts.append("\(figures.unattributed) unattributed") }
    }
    let marks = marks.count { mark in
      entry.article.map { mark.span(in: $0) != nil } ?? false
    }
    if marks > 0 { counts.append(Self.counted(marks, "mark")) }
    return counts
  }

  /// `read yesterday`, `begun 13 June`, `new`.
  private func progress(of entry: Entry) -> String {
    guard entry.progress != .new, let moment = entry.lastRead else { return entry.progress.word }
    let day = pastDayWords(for: moment, now: surroundings.now())
    return "\(entry.progress.word) \(day)"
  }

  private static func counted(_ count: Int, _ thing: String) -> String {
    "\(count) \(thing)\(count == 1 ? "" : "s")"
  }
}
