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
  /// Whether somebody typed its address: only then it may be in one's own network.
  public var isTyped = true
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
