/// An article that a feed tells of, in the feed's words.
public struct NewsItem: Codable, Hashable, Sendable {
  /// What the feed calls it, among its own.
  public var guid: String
  /// Where it can be read.
  public var link: String?
  /// The headline.
  public var title: String
  /// Who wrote it.
  public var author: String?
  /// When it was published, in ISO 8601 and Greenwich's time.
  public var published: String?
  /// What it says, or how it begins.
  public var summary: String?

  /// An article; what is left out is unknown.
  public init(
    guid: String, link: String? = nil, title: String, author: String? = nil,
    published: String? = nil, summary: String? = nil
  ) {
    self.guid = guid
    self.link = link
    self.title = title
    self.author = author
    self.published = published
    self.summary = summary
  }
}

/// An article that a feed tells of, and what was done with it.
@dynamicMemberLookup
public struct NewsEntry: Hashable, Sendable, Identifiable {
  /// Its number in the library; 0 before it is there.
  public var id: Int
  /// The address of the feed that told of it first.
  public var feed: String
  /// What the feed says of it.
  public var item: NewsItem
  /// What was done with it.
  public var state: State
  /// The article in the library, once it was opened.
  public var article: String?

  /// An entry as a feed tells of it.
  public init(_ item: NewsItem, of feed: String) {
    id = 0
    self.feed = feed
    self.item = item
    state = .unread
  }

  /// What the feed says of it.
  public subscript<Value>(dynamicMember path: KeyPath<NewsItem, Value>) -> Value {
    item[keyPath: path]
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
