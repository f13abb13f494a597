import HearsayStore
import Synchronization

/// What came of asking several feeds.
final class RefreshTally: Sendable {
  private struct Counts {
    var feeds = 0
    var new = 0
    var resting = 0
    var failed = 0
  }

  private let counts = Mutex(Counts())

  /// Counts a feed, and says on standard error what went wrong with it.
  func take(_ outcome: FeedRefresher.Outcome) {
    let subscription = outcome.subscription
    if let error = outcome.error { complain("\(subscription.address) \(error).") }
    if let error = outcome.storeError { complain("\(error)") }
    counts.withLock {
      $0.feeds += 1
      $0.new += outcome.new
      if outcome.isResting { $0.resting += 1 }
      if outcome.error != nil || outcome.storeError != nil { $0.failed += 1 }
    }
  }

  var hasFailed: Bool { counts.withLock { $0.failed > 0 } }

  /// "12 new in 3 feeds"
  var sentence: String {
    counts.withLock { counts in
      let rest = counts.resting > 0 ? "; \(counts.resting) skipped, as their servers asked" : ""
      let failed = counts.failed > 0 ? "; \(counts.failed) failed" : ""
      return "\(counts.new) new in \(counts.feeds) feeds\(failed)\(rest)\n"
    }
  }
}
