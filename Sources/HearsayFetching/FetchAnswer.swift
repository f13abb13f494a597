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
    /// Its `ETag`.
    public var etag: String?
    /// Its `Last-Modified`.
    public var lastModified: String?

    /// Nothing known.
    public init() {}
  }
}

/// What stands on standard output of `hearsay-fetch`.
public enum FetchReply: Codable, Hashable, Sendable {
  /// It went well.
  case answer(FetchAnswer)
  /// It did not.
  case error(FetchError)
}
