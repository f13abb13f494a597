import Foundation
import HearsayFetching
import HearsayModel

/// Gets feeds, and finds the feed of a page.
struct FeedFinder {
  let program: FetchProgram

  /// A feed, and where it is.
  struct Found {
    var address: String
    /// `nil` where nothing has changed since it was got last.
    var news: FeedNews?
    var retrieval: FetchAnswer.Retrieval
  }

  /// The feed at an address; of a page the first feed that it names.
  func feed(
    at address: String, isTyped: Bool, known: FetchRequest.Known? = nil
  ) throws(FetchError) -> Found {
    let answer = try program.answer(
      to: FetchRequest(.news, at: address, isTyped: isTyped, known: known))
    switch answer.content {
    case .news(let news):
      // Where it has moved for good it is asked for there from now on.
      let now = answer.retrieval.isMoved ? answer.retrieval.address ?? address : address
      return Found(address: now, news: news, retrieval: answer.retrieval)
    case .unchanged: return Found(address: address, retrieval: answer.retrieval)
    case .page(let page):
      guard let feed = page.feeds.first, feed != address else { throw .notAFeed }
      // The page was typed, its feed was not; but it may well be on the same machine.
      let isNear = isTyped && Self.host(of: feed) == Self.host(of: address)
      let found = try program.answer(to: FetchRequest(.news, at: feed, isTyped: isNear))
      guard case .news(let news) = found.content else { throw .notAFeed }
      return Found(address: feed, news: news, retrieval: found.retrieval)
    default: throw .notAFeed
    }
  }

  /// "daily.example:8000"
  static func host(of address: String) -> String {
    let rest = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    return rest.count > 2 ? rest[2].prefix { $0 != "/" && $0 != "?" && $0 != "#" }.lowercased() : ""
  }
}
