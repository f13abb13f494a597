public import Foundation

/// A feed that somebody reads.
public struct Subscription: Hashable, Sendable, Identifiable {
  /// Where it is.
  public var address: String
  /// What it calls itself.
  public var title: String?
  /// The page that it belongs to.
  public var site: String?
  /// What its server said of it when it was got last.
  public var etag: String?
  /// The same of the time of its last change.
  public var lastModified: String?
  /// When it was asked for last.
  public var asked: Date?
  /// Why it failed then; `nil` where it did not.
  public var failure: String?
  /// Not to be asked before this.
  public var restsUntil: Date?
  /// How many of its entries nobody has opened.
  public var unread = 0
  /// How many entries of it are here.
  public var entries = 0

  /// What tells it from others.
  public var id: String { address }

  /// A feed that was never asked for.
  public init(address: String, title: String? = nil) {
    self.address = address
    self.title = title
  }
}

/// Which of what feeds tell of is listed.
public enum NewsScope: String, CaseIterable, Hashable, Sendable {
  /// What nobody has opened.
  case new
  /// What was put aside for later.
  case later
  /// Everything.
  case all

  /// What was done with the entries that are listed.
  public var states: Set<NewsEntry.State> {
    switch self {
    case .new: [.unread]
    case .later: [.later]
    case .all: [.unread, .read, .later]
    }
  }

  /// What it is called.
  public var words: String {
    switch self {
    case .new: "new"
    case .later: "for later"
    case .all: "new and read"
    }
  }
}

/// An article that a feed tells of.
public struct NewsEntry: Hashable, Sendable, Identifiable {
  /// Its number in the library; 0 before it is there.
  public var id: Int
  /// The address of the feed that told of it first.
  public var feed: String
  /// What the feed calls it, among its own.
  public var guid: String
  /// Where it can be read.
  public var link: String?
  /// The headline.
  public var title: String
  /// Who wrote it.
  public var author: String?
  /// When it was published, in ISO 8601.
  public var published: String?
  /// What it says, as the feed puts it.
  public var summary: String?
  /// What was done with it.
  public var state: State
  /// The article in the library, once it was opened.
  public var article: String?

  /// An entry as a feed tells of it.
  public init(
    feed: String, guid: String, link: String? = nil, title: String, author: String? = nil,
    published: String? = nil, summary: String? = nil
  ) {
    id = 0
    self.feed = feed
    self.guid = guid
    self.link = link
    self.title = title
    self.author = author
    self.published = published
    self.summary = summary
    state = .unread
  }

  /// What was done with an entry.
  public enum State: String, Codable, Sendable {
    /// Nothing.
    case unread
    /// It was opened, or said to be done with.
    case read
    /// It is kept for later.
    case later
  }
}
