/// Why bytes are no page that can be read.
public enum PageError: Error, Hashable, Sendable {
  /// There is nothing in them but markup.
  case empty
  /// They are larger than what is read.
  case tooLarge
  /// Only the beginning of the article stands there: the page says that the rest is for subscribers.
  case forSubscribers
}
