/// What is done when an element begins.
typealias ElementStart = @Sendable (FeedBuilder, FeedAttributes) -> Void
/// What is done when an element ends.
typealias ElementEnd = @Sendable (FeedBuilder) -> Void

// Which elements mean something: each family of them has its table in a file of its own. All others are kept as they
// stand.
extension FeedBuilder {
  static func start(of name: String) -> ElementStart? {
    coreStarts[name] ?? dublinStarts[name] ?? mediaStarts[name] ?? placeStarts[name]
  }

  static func end(of name: String) -> ElementEnd? {
    coreEnds[name] ?? dublinEnds[name] ?? mediaEnds[name] ?? placeEnds[name]
  }
}
