import Foundation
import HearsayModel
import HearsayScreen

/// The list of the feeds.
struct FeedsMode: ListMode {
  static let view = KeyView.feeds
  static let opener: Action? = .listFeeds

  var place = ListPlace()

  static func open(in reader: inout Reader) -> [Effect] {
    let news = reader.library.news
    return reader.open(FeedsMode()) + [.news(.list(of: news.feed, news.scope))]
  }

  func rows(in reader: Reader) -> any OverlayRows {
    FeedRows(
      feeds: reader.library.news.feeds, look: reader.look, now: reader.surroundings.now())
  }

  /// The selected feed.
  func selectedFeed(in reader: Reader) -> Subscription? {
    selected(in: reader).map { reader.library.news.feeds[$0] }
  }

  /// Lists what is new in it; where nothing is, everything.
  func open(row: Int, in reader: inout Reader) -> [Effect] {
    let feed = reader.library.news.feeds[row]
    return reader.listNews(of: feed.address, feed.unread > 0 ? .new : .all)
  }

  func act(_ action: Action, in reader: inout Reader) -> [Effect]? {
    let feed = selectedFeed(in: reader)
    switch action {
    case .refresh:
      return feed.map { reader.refresh($0.address) } ?? reader.refuse(FeedRows.nothingWords)
    case .refreshAll: return reader.refresh(nil)
    case .markAllRead: return feed.map { [.news(.markAllRead(of: $0.address))] } ?? []
    case .openAddress: return feed.map { reader.openInBrowser($0.site ?? $0.address) } ?? []
    case .copy: return feed.map { [.copy($0.address)] } ?? []
    default: return actAsList(action, in: &reader)
    }
  }

  func hints(in reader: Reader) -> [Hint] {
    [
      Hint(.openDetail, "open"), Hint(.refresh), Hint(.refreshAll), Hint(.listNews),
      Hint(.markAllRead), Hint(.search), Hint(.back), Hint(.help),
    ]
  }
}

// MARK: - Rows

/// Feeds: how many of their entries are new, when they were asked, and why one failed.
struct FeedRows: OverlayRows {
  let feeds: [Subscription]
  let look: Look
  let now: Date
  let height = 2
  let isSelectable = true

  static let nothingWords = "No feeds yet: hearsay subscribe ADDRESS adds one."
  var emptyWords: String { Self.nothingWords }

  var title: String {
    let new = feeds.reduce(0) { $0 + $1.unread }
    return new > 0 ? "Feeds · \(new) new" : "Feeds"
  }

  var count: Int { feeds.count }

  func words(of index: Int) -> String { "\(feeds[index].title ?? "") \(feeds[index].address)" }

  /// `The Daily Courier                                           2 new of 14`
  func lines(of index: Int) -> [Line] {
    let feed = feeds[index]
    var head = Line("  ").adding(
      feed.title ?? feed.address, feed.unread > 0 ? look[.strong] : look[.row])
    let counts = feed.unread > 0 ? "\(feed.unread) new of \(feed.entries)" : "\(feed.entries)"
    head.right = [.init(text: "\(counts) ", style: look[.quiet])]
    return [head, facts(of: feed)]
  }

  private func facts(of feed: Subscription) -> Line {
    var line = Line("    ")
    if let failure = feed.failure {
      line = line.adding(failure, look[.caution])
    } else {
      line = line.adding(feed.address, look[.quiet])
    }
    let asked = feed.asked.map { "checked \(pastDayWords(for: $0, now: now))" } ?? "never checked"
    line.right = [.init(text: " \(asked) ", style: look[.quiet])]
    return line
  }
}
