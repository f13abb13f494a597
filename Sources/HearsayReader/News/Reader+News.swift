package import HearsayModel

// Feeds, and what they tell of.
extension Reader {
  /// Takes the feeds and what is listed of them; the same rows stay selected.
  mutating func list(_ feeds: [Subscription], _ entries: [NewsEntry]) {
    let feed = modes.last(FeedsMode.self)?.selectedFeed(in: self)?.address
    let entry = modes.last(NewsMode.self)?.selectedEntry(in: self)?.id
    (library.news.feeds, library.news.entries) = (feeds, entries)
    let row = feeds.firstIndex { $0.address == feed }
    modes.change(FeedsMode.self) { $0.place.settle(on: row, of: feeds.count) }
    let shown = modes.last(NewsMode.self)?.view(in: self).shown ?? []
    let place = shown.firstIndex { entries[$0].id == entry }
    modes.change(NewsMode.self) { $0.place.settle(on: place, of: shown.count) }
    revealSelected()
  }

  /// Hears how far the feeds are asked.
  mutating func take(_ progress: RefreshProgress) -> [Effect] {
    guard library.news.refresh != nil else { return [] }
    library.news.refresh = progress.isOver ? nil : progress
    guard progress.isOver else { return [] }
    message = progress.resultWords
    if progress.failed > 0, let key = keys.name(of: .listFeeds), !modes.isTop(FeedsMode.self) {
      message = "\(progress.resultWords): \(key) says why"
    }
    return []
  }

  /// Asks a feed what is new, or all.
  mutating func refresh(_ feed: String?) -> [Effect] {
    guard library.news.refresh == nil else {
      return refuse("The feeds are already being refreshed.")
    }
    guard !library.news.feeds.isEmpty else { return refuse(FeedRows.nothingWords) }
    library.news.refresh = RefreshProgress(of: feed == nil ? library.news.feeds.count : 1)
    return [.news(.refresh(feed))]
  }

  mutating func cancelRefresh() -> [Effect] {
    guard let progress = library.news.refresh else { return [] }
    library.news.refresh = nil
    message = "stopped: \(progress.done) of \(progress.all) feeds were checked"
    return [.news(.cancelRefresh)]
  }

  /// Lists what a feed tells of, or all of them.
  mutating func listNews(of feed: String?, _ scope: NewsScope) -> [Effect] {
    (library.news.feed, library.news.scope) = (feed, scope)
    library.news.entries = []
    return open(NewsMode()) + [.news(.list(of: feed, scope))]
  }

  /// Lists what a feed tells of, or all of them, at the beginning of a session.
  package mutating func showNews(of feed: String?, _ scope: NewsScope) -> [Effect] {
    listNews(of: feed, scope)
  }

  /// What is at this address was opened.
  mutating func noteOpened(_ address: WebAddress) {
    for index in library.news.entries.indices
    where library.news.entries[index].link == address.description
      && library.news.entries[index].state == .unread
    {
      library.news.entries[index].state = .read
    }
  }
}

extension ListPlace {
  /// Selects a row of so many, or where that is gone stays about where it was.
  fileprivate mutating func settle(on row: Int?, of count: Int) {
    selected = row ?? min(selected, max(0, count - 1))
  }
}
