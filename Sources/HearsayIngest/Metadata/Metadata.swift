import HearsayModel

/// What is known of an article besides its words. What is not known is `nil`, never a guess.
struct Metadata: Hashable {
  var title: String?
  var publisher: String?
  var byline: String?
  var published: String?
  var url: String?
  var language: String?

  /// The same, with what is missing here taken from `other`.
  func filled(from other: @autoclosure () -> Metadata) -> Metadata {
    if isComplete { return self }
    let other = other()
    return Metadata(
      title: title ?? other.title, publisher: publisher ?? other.publisher,
      byline: byline ?? other.byline, published: published ?? other.published,
      url: url ?? other.url, language: language ?? other.language)
  }

  private var isComplete: Bool {
    title != nil && publisher != nil && byline != nil && published != nil && url != nil
      && language != nil
  }
}

extension Metadata {
  init(of text: ArticleText, format: Format, sidecar: [UInt8]?) {
    self = Metadata()
  }
}
