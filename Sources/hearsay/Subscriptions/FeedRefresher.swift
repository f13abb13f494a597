import Foundation
import HearsayFetching
import HearsayModel
import HearsayStore
import Synchronization

/// Asks feeds what is new: several hosts at once, each host one question at a time, and none that asked to be left alone.
final class FeedRefresher: Sendable {
  private let store: Store
  private let finder: FeedFinder
  private let isStopped: @Sendable () -> Bool

  /// Hosts that are asked at once.
  private static let hosts = 8

  init(store: Store, program: FetchProgram, isStopped: @escaping @Sendable () -> Bool) {
    self.store = store
    finder = FeedFinder(program: program)
    self.isStopped = isStopped
  }

  /// What came of one feed.
  struct Outcome: Sendable {
    var subscription: Subscription
    /// How many entries are new.
    var new = 0
    var error: FetchError?
    var storeError: StoreError?
    /// Whether it was left alone, because it asked for that.
    var isResting = false
  }

  /// Asks all of them.
  ///
  /// - Parameter tell: called with each outcome as it comes, from one thread at a time.
  func refresh(_ subscriptions: [Subscription], tell: @escaping @Sendable (Outcome) -> Void) {
    let queues = Mutex(
      Array(Dictionary(grouping: subscriptions) { FeedFinder.host(of: $0.address) }.values))
    let told = Mutex(())
    let resting = (try? store.restingHosts(at: Date())) ?? [:]
    DispatchQueue.concurrentPerform(iterations: min(Self.hosts, max(1, subscriptions.count))) { _ in
      while let host = queues.withLock({ $0.popLast() }) {
        var restsUntil = host.first.flatMap { resting[FeedFinder.host(of: $0.address)] }
        for subscription in host where !isStopped() {
          let outcome = refresh(subscription, hostRestsUntil: restsUntil)
          restsUntil = outcome.subscription.restsUntil ?? restsUntil
          told.withLock { _ in tell(outcome) }
        }
      }
    }
  }

  private func refresh(_ subscription: Subscription, hostRestsUntil: Date?) -> Outcome {
    var outcome = Outcome(subscription: subscription)
    let now = Date()
    if let rests = [subscription.restsUntil, hostRestsUntil].compactMap(\.self).max(), rests > now {
      outcome.subscription.restsUntil = rests
      outcome.isResting = true
      return outcome
    }
    outcome.subscription.asked = now
    outcome.subscription.restsUntil = nil
    do throws(FetchError) {
      let known = FetchRequest.Known(
        etag: subscription.etag, lastModified: subscription.lastModified)
      let found = try finder.feed(
        at: subscription.address, isTyped: subscription.isTyped, known: known)
      outcome.subscription.failure = nil
      if let news = found.news {
        outcome.subscription.title = news.title ?? subscription.title
        outcome.subscription.site = news.site
        outcome.subscription.etag = found.retrieval.etag
        outcome.subscription.lastModified = found.retrieval.lastModified
      }
      keep(found.news, in: &outcome, at: now)
    } catch {
      outcome.error = error
      outcome.subscription.failure = "\(error)"
      if let end = HostRest.end(after: error, at: now) {
        outcome.subscription.restsUntil = end
        try? store.rest(FeedFinder.host(of: subscription.address), until: end)
      }
      keep(nil, in: &outcome, at: now)
    }
    return outcome
  }

  private func keep(_ news: FeedNews?, in outcome: inout Outcome, at now: Date) {
    do throws(StoreError) {
      let entries = (news?.entries ?? []).map { NewsEntry($0, of: outcome.subscription.address) }
      outcome.new = try store.save(outcome.subscription, telling: entries, at: now)
    } catch {
      outcome.storeError = error
    }
  }
}
