import HearsayModel
import HearsayScreen

/// The list of what the feeds tell of: of all, or of one.
struct NewsMode: ListMode {
  static let view = KeyView.news
  static let opener: Action? = .listNews

  var place = ListPlace()

  /// Everything that is new, of all feeds.
  static func open(in reader: inout Reader) -> [Effect] { reader.listNews(of: nil, .new) }

  func rows(in reader: Reader) -> any OverlayRows {
    NewsRows(news: reader.library.news, look: reader.look)
  }

  /// The selected entry.
  func selectedEntry(in reader: Reader) -> NewsEntry? {
    selected(in: reader).map { reader.library.news.entries[$0] }
  }

  /// Opens the page; what was opened before is in the library.
  func open(row: Int, in reader: inout Reader) -> [Effect] {
    let entry = reader.library.news.entries[row]
    guard let address = entry.link.flatMap(WebAddress.init) else {
      return reader.refuse("The feed gives no address for this entry.")
    }
    let effects = reader.request(.page(address))
    reader.message = reader.fetchingWords
    return [.news(.locate(entry))] + effects
  }

  func act(_ action: Action, in reader: inout Reader) -> [Effect]? {
    let news = reader.library.news
    switch action {
    case .refresh, .refreshAll:
      return reader.refresh(action == .refresh ? news.feed : nil)
    case .markAllRead: return markAllRead(in: &reader)
    case .turn: return reader.listNews(of: news.feed, news.scope.next)
    default: break
    }
    guard let entry = selectedEntry(in: reader) else { return actAsList(action, in: &reader) }
    switch action {
    case .toggleRead: return put(entry, entry.state == .read ? .unread : .read, in: &reader)
    case .keepForLater: return put(entry, entry.state == .later ? .read : .later, in: &reader)
    case .openAddress:
      return entry.link.map { reader.openInBrowser($0) }
        ?? reader.refuse("The feed gives no address for this entry.")
    case .copy:
      return [.copy([entry.title, entry.link].compactMap(\.self).joined(separator: "\n"))]
    default: return actAsList(action, in: &reader)
    }
  }

  func hints(in reader: Reader) -> [Hint] {
    [
      Hint(.openDetail, "open"), Hint(.toggleRead), Hint(.keepForLater), Hint(.refreshAll),
      Hint(.turn, "new/later/all"), Hint(.listFeeds), Hint(.back), Hint(.help),
    ]
  }

  /// Keeps what was done with an entry, and goes on to the next.
  private func put(
    _ entry: NewsEntry, _ state: NewsEntry.State, in reader: inout Reader
  ) -> [Effect] {
    if let index = reader.library.news.entries.firstIndex(where: { $0.id == entry.id }) {
      reader.library.news.entries[index].state = state
    }
    move(by: 1, in: &reader)
    return [.news(.mark(entry.id, state))]
  }

  private func markAllRead(in reader: inout Reader) -> [Effect] {
    let feed = reader.library.news.feed
    for index in reader.library.news.entries.indices
    where reader.library.news.entries[index].state == .unread {
      reader.library.news.entries[index].state = .read
    }
    return [.news(.markAllRead(of: feed))]
  }
}

extension NewsScope {
  /// The one that comes after it.
  fileprivate var next: NewsScope {
    switch self {
    case .new: .later
    case .later: .all
    case .all: .new
    }
  }
}

// MARK: - Rows

/// What feeds tell of: the headline and its day, whose it is, and what was done with it.
struct NewsRows: OverlayRows {
  let news: News
  let look: Look
  let height = 2
  let isSelectable = true

  var title: String {
    let feed = news.feed.map { news.title(ofFeed: $0) }
    return ["News", feed, news.scope.words].compactMap(\.self).joined(separator: " · ")
  }

  var emptyWords: String {
    if news.feeds.isEmpty { return FeedRows.nothingWords }
    switch news.scope {
    case .new: return "Nothing new."
    case .later: return "Nothing is saved for later."
    case .all: return "The feeds have brought nothing yet."
    }
  }

  var count: Int { news.entries.count }

  func words(of index: Int) -> String {
    let entry = news.entries[index]
    return [entry.title, news.title(ofFeed: entry.feed), entry.author, entry.summary]
      .compactMap(\.self).joined(separator: " ")
  }

  /// `Harbour talks break off                                        13 May 2025`
  func lines(of index: Int) -> [Line] {
    let entry = news.entries[index]
    var head = Line("  ").adding(
      entry.title, look[entry.state == .unread ? .strong : .row])
    if let date = entry.published {
      head.right = [.init(text: " \(dayWords(date)) ", style: look[.quiet])]
    }
    let about = [news.title(ofFeed: entry.feed), entry.author].compactMap(\.self)
    var facts = Line("    ").adding(about.joined(separator: " · "), look[.quiet])
    let done = [entry.article == nil ? nil : "in the library", Self.words(for: entry.state)]
    facts.right = [
      .init(text: " \(done.compactMap(\.self).joined(separator: " · ")) ", style: look[.quiet])
    ]
    return [head, facts]
  }

  private static func words(for state: NewsEntry.State) -> String {
    switch state {
    case .unread: "new"
    case .read: "read"
    case .later: "for later"
    }
  }
}
