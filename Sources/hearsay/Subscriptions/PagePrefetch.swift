import Foundation
import HearsayFetching
import HearsayIngest
import HearsayModel
import HearsayStore
import Synchronization

/// Fetches the pages that feeds tell of before anybody opens them: several hosts at once, each one page at a time, and a
/// host that asks to be left alone not before the time that it says.
struct PagePrefetch: Sendable {
  let store: Store
  /// Whether nobody waits any more.
  let isStopped: @Sendable () -> Bool
  /// Pages that could not be had in this session: they are not asked for again.
  var failed = FailedPages()
  /// How many pages are fetched at most.
  var limit = 200

  /// Hosts that are asked at once.
  private static let hosts = 4

  /// Fetches what is new and not in the library yet. Where the library can keep no more, no more is fetched.
  ///
  /// - Parameter kept: called with each article that the library has now, from several threads.
  func run(kept: @escaping @Sendable (Article.ID) -> Void) throws(StoreError) {
    let resting = try store.restingHosts(at: Date())
    let waiting = try store.entriesToFetch(limit: limit)
      .filter { resting[FeedFinder.host(of: $0.link ?? "")] == nil && !failed.contains($0) }
    let hosts = Dictionary(grouping: waiting) { FeedFinder.host(of: $0.link ?? "") }
    let queues = Mutex(Array(hosts.values))
    let problem = Mutex<StoreError?>(nil)
    DispatchQueue.concurrentPerform(iterations: min(Self.hosts, max(1, hosts.count))) { _ in
      while let entries = queues.withLock({ $0.popLast() }) {
        do throws(StoreError) {
          try fetch(entries, kept: kept)
        } catch {
          problem.withLock { $0 = error }
          queues.withLock { $0 = [] }
        }
      }
    }
    if let problem = problem.withLock(\.self) { throw problem }
  }

  /// Fetches the pages of one host, one after the other.
  private func fetch(
    _ entries: [NewsEntry], kept: @Sendable (Article.ID) -> Void
  ) throws(StoreError) {
    var ingest = Ingest()
    ingest.isStopped = isStopped
    for entry in entries where !isStopped() {
      guard let address = entry.link.flatMap(WebAddress.init) else { continue }
      let isNear = FeedFinder.host(of: entry.feed) == FeedFinder.host(of: address.description)
      let article: Article
      do throws(IngestError) {
        article = try ingest.article(at: .page(address, isNear: isNear))
      } catch {
        if !isStopped() { failed.note(entry) }
        guard case .notFetched(_, let reason) = error,
          let end = HostRest.end(after: reason, at: Date())
        else { continue }
        try store.rest(FeedFinder.host(of: address.description), until: end)
        return
      }
      try store.add(article, at: Date())
      try store.markFetched(address.description, article: article.id)
      kept(article.id)
    }
  }
}

/// Pages that feeds tell of and that could not be had.
final class FailedPages: Sendable {
  private let addresses = Mutex<Set<String>>([])

  func contains(_ entry: NewsEntry) -> Bool {
    addresses.withLock { $0.contains(entry.link ?? "") }
  }

  func note(_ entry: NewsEntry) {
    addresses.withLock { _ = $0.insert(entry.link ?? "") }
  }
}
