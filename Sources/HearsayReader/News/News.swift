package import HearsayModel

/// What the feeds tell of, as far as the reader knows it.
package struct News: Hashable, Sendable {
  /// The feeds, by their titles.
  var feeds: [Subscription] = []
  /// What is listed of what they tell of, the newest first.
  var entries: [NewsEntry] = []
  /// Of which feed that is, by its address; `nil` where it is of all.
  var feed: String?
  /// Which of it is listed.
  var scope = NewsScope.new
  /// How far the feeds are asked what is new; `nil` where they are not.
  var refresh: RefreshProgress?

  /// The title of a feed, or its host.
  func title(ofFeed address: String) -> String {
    feeds.first { $0.address == address }?.title ?? ArticleLink.host(of: address) ?? address
  }
}

/// What the reader asks of the feeds: answered with ``Event/newsListed(feeds:entries:)``.
package enum NewsRequest: Hashable, Sendable {
  /// List the feeds, and what they tell of: of one, or of all.
  case list(of: String?, NewsScope)
  /// Ask a feed what is new, or all of them: answered with ``Event/newsRefreshed(_:)`` as well.
  case refresh(String?)
  /// Ask no more.
  case cancelRefresh
  /// Keep what was done with an entry.
  case mark(NewsEntry.ID, NewsEntry.State)
  /// Nothing of a feed is new any more, or of any.
  case markAllRead(of: String?)
  /// The page of an entry is about to be opened.
  case locate(NewsEntry)
}

/// How far the feeds are asked what is new.
package struct RefreshProgress: Hashable, Sendable {
  /// How many were asked, of how many.
  package var done, all: Int
  /// How many entries are new.
  package var new = 0
  /// How many feeds failed, and how many are left alone for a while, because they asked for it.
  package var failed = 0
  package var resting = 0

  /// Nothing yet, of so many.
  package init(of all: Int) {
    done = 0
    self.all = all
  }

  /// Whether all of them answered.
  package var isOver: Bool { done >= all }
}

extension RefreshProgress {
  /// `asking 3 of 12 feeds · 5 new`
  var words: String {
    "checking feed \(min(done + 1, all)) of \(all)"
      + (new > 0 ? " · \(new) new" : "")
  }

  /// `5 new in 12 feeds · 1 failed`
  package var resultWords: String {
    var words = "\(new) new in \(all) feed\(all == 1 ? "" : "s")"
    if failed > 0 { words += " · \(failed) failed" }
    if resting > 0 { words += " · \(resting) skipped, as their servers asked" }
    return words
  }
}
