/// Looks for several patterns in many texts, for as long as somebody waits.
public final class PatternSeeker {
  private var matchers: [Pattern: PatternMatcher] = [:]
  private let end: ContinuousClock.Instant
  /// Which pattern took too long; nothing is found after it.
  public private(set) var limit: PatternLimit?

  /// The clock starts here.
  ///
  /// - Parameter patience: for all texts together.
  public init(patience: Duration) { end = .now + patience }

  /// Whether a pattern is anywhere in a text.
  public func isFound(_ pattern: Pattern, in text: String) -> Bool {
    guard limit == nil else { return false }
    let matcher = matchers[pattern] ?? PatternMatcher(pattern)
    matchers[pattern] = matcher
    if let isFound = matcher.isFound(in: text, while: { .now < end }) { return isFound }
    limit = PatternLimit(pattern.text)
    return false
  }
}
