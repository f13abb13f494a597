public import HearsayModel

/// What `hearsay-fetch` answers.
public struct FetchAnswer: Codable, Hashable, Sendable {
  /// What it is.
  public var content: Content
  /// How it was got.
  public var retrieval: Retrieval

  /// An answer.
  public init(_ content: Content, _ retrieval: Retrieval = Retrieval()) {
    self.content = content
    self.retrieval = retrieval
  }

  /// What was found at an address or in bytes.
  public enum Content: Codable, Hashable, Sendable {
    /// A page.
    case page(Page)
    /// A feed, as `hearsay feed` prints it.
    case feed(JSONValue)
    /// What a feed tells of.
    case news(FeedNews)
    /// A list of feeds.
    case outline([FeedOutline])
    /// Plain text.
    case text(String)
    /// The same as when it was got last.
    case unchanged
  }

  /// What is known of the way something came.
  public struct Retrieval: Codable, Hashable, Sendable {
    /// The last address, after all redirects.
    public var address: String?
    /// Whether it moved there for good.
    public var isMoved = false
    /// Its ETag.
    public var etag: String?
    /// When it was last modified.
    public var lastModified: String?

    /// Nothing known.
    public init() {}
  }
}

/// What a feed tells of, in plain words.
public struct FeedNews: Codable, Hashable, Sendable {
  /// What the feed calls itself.
  public var title: String?
  /// The page that it belongs to.
  public var site: String?
  /// Its entries, in its order.
  public var entries: [NewsItem]

  /// A feed with these entries.
  public init(title: String? = nil, site: String? = nil, entries: [NewsItem] = []) {
    self.title = title
    self.site = site
    self.entries = entries
  }
}

/// A feed in a list of feeds.
public struct FeedOutline: Codable, Hashable, Sendable {
  /// Where it is.
  public var address: String
  /// What it is called.
  public var title: String?

  /// A feed at an address.
  public init(address: String, title: String? = nil) {
    self.address = address
    self.title = title
  }
}

/// What stands on standard output of `hearsay-fetch`.
public enum FetchReply: Codable, Hashable, Sendable {
  /// It went well.
  case answer(FetchAnswer)
  /// It did not.
  case error(FetchError)
}
