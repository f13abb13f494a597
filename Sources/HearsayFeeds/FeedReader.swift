public import HearsayFetching

/// The way from the bytes of a feed to what it says.
///
/// RSS, RDF, Atom, CDF and JSON Feed come out in one shape, under feedparser's names: `feed`, `entries`, `version`,
/// `encoding`, and `bozo` where something about it was not in order.
public struct FeedReader: Sendable {
  private let words: FeedWords

  /// A reader with these word lists.
  package init(_ words: FeedWords) { self.words = words }

  /// What the bytes say.
  ///
  /// - Parameters:
  ///   - contentType: the header, where there was one.
  ///   - address: where it was found, which relative addresses are relative to.
  /// - Returns: `nil` where they are no feed.
  public func read(
    _ bytes: [UInt8], contentType: String? = nil, address: String? = nil
  ) -> JSONValue? {
    if let feed = JSONFeed(words: words).read(bytes, address: address) { return feed }
    guard let encoding = FeedEncoding(bytes, contentType: contentType) else { return nil }
    let prolog = FeedProlog(encoding.text)
    var builder = FeedBuilder(words, base: base(address), isWellFormed: true)
    let isWellFormed = StrictFeed.read(prolog.expanded, into: builder)
    if !isWellFormed {
      builder = FeedBuilder(words, base: base(address), isWellFormed: false)
      LooseFeed.read(prolog, into: builder)
    }
    guard builder.isFeed || prolog.isNetscape else { return nil }
    return .object([
      "bozo": .bool(encoding.isOdd || !isWellFormed), "encoding": .string(encoding.name),
      "version": .string(prolog.isNetscape ? "rss091n" : builder.version),
      "feed": builder.feed.json, "entries": .array(builder.entries.map(\.json)),
    ])
  }

  private func base(_ address: String?) -> String {
    WebReference.safe(address ?? "", nil, schemes: words.schemes)
  }
}

extension FeedBuilder {
  /// Whether what was read was a feed of any kind.
  var isFeed: Bool { !version.isEmpty || !entries.isEmpty || !feed.fields.isEmpty }
}
