import Dispatch
import Foundation
import HearsayEngine
import HearsayFetching
import HearsayModel
import HearsayReader
import HearsayStore
import Synchronization

/// The feeds of a session: lists what they tell of, and asks them what is new, in the background.
final class SessionNews: BackgroundJob {
  private let listing = DispatchQueue(label: "hearsay.news", qos: .userInitiated)
  private let asking = DispatchQueue(label: "hearsay.refresh", qos: .utility)
  private let mailbox: Mailbox
  private let libraryWriter: LibraryWriter
  private let isOffline: Bool
  /// Takes articles that were fetched before anybody opened them; `nil` where none are to be.
  private let fetched: (@Sendable (Article.ID) -> Void)?
  private let failedPages = FailedPages()
  private let state = Mutex(State())

  private struct State {
    /// What is listed.
    var feed: String?
    var scope = NewsScope.new
    /// Stops what goes on.
    var sign = StopSign()
    var progress = RefreshProgress(of: 0)
  }

  /// The most entries that are listed.
  private static let longestList = 5_000

  init(
    mailbox: Mailbox, libraryWriter: LibraryWriter, isOffline: Bool,
    fetched: (@Sendable (Article.ID) -> Void)?
  ) {
    self.fetched = fetched
    self.mailbox = mailbox
    self.libraryWriter = libraryWriter
    self.isOffline = isOffline
  }

  func begin() { asking.async { [self] in prefetch(until: state.withLock { $0.sign }) } }

  /// Waits until all that was asked for is in the mailbox.
  func finish() {
    asking.sync {}
    listing.sync {}
  }

  /// Stops asking.
  func cancel() { state.withLock { $0.sign.putUp() } }
}

// MARK: - What is asked of it

extension SessionNews {
  func perform(_ request: NewsRequest) {
    switch request {
    case .list(let feed, let scope):
      state.withLock { ($0.feed, $0.scope) = (feed, scope) }
      list()
    case .refresh(let feed): refresh(feed)
    case .cancelRefresh: cancel()
    case .mark(let entry, let done): libraryWriter.perform { try $0.mark(entry, as: done) }
    case .markAllRead(let feed):
      libraryWriter.perform { try $0.markAllRead(of: feed) }
      list()
    case .locate: break
    }
  }

  /// Lists the feeds and their entries once more.
  private func list() {
    listing.async { [self] in
      libraryWriter.finish()
      do {
        guard let store = libraryWriter.store() else { return }
        let (feed, scope) = state.withLock { ($0.feed, $0.scope) }
        let entries = try store.entries(of: feed, in: scope.states, limit: Self.longestList)
        mailbox.post(.newsListed(feeds: try store.subscriptions(), entries: entries))
      } catch {
        mailbox.post(.message("\(error)"))
      }
    }
  }

  /// Asks a feed what is new, or all of them.
  private func refresh(_ feed: String?) {
    let sign = StopSign()
    state.withLock { state in
      state.sign.putUp()
      state.sign = sign
    }
    asking.async { [self] in
      do {
        guard let store = libraryWriter.store() else {
          throw KeepingProblem("There is no library.")
        }
        guard !isOffline else { throw KeepingProblem("Nothing is fetched with --offline.") }
        let feeds = try store.subscriptions().filter { feed == nil || $0.address == feed }
        state.withLock { $0.progress = RefreshProgress(of: feeds.count) }
        FeedRefresher(store: store, program: try .located(), isStopped: { sign.isSeen })
          .refresh(feeds) { [self] outcome in tell(outcome, unless: sign) }
      } catch {
        mailbox.post(.message("\(error)"))
        mailbox.post(.newsRefreshed(RefreshProgress(of: 0)))
      }
      list()
      prefetch(until: sign)
    }
  }

  /// Fetches the pages of what is new, where that is wanted.
  private func prefetch(until sign: StopSign) {
    guard let fetched, !isOffline, let store = libraryWriter.store(), !store.isReadOnly else {
      return
    }
    do {
      let count = Mutex(0)
      try PagePrefetch(store: store, isStopped: { sign.isSeen }, failed: failedPages).run {
        article in
        count.withLock { $0 += 1 }
        fetched(article)
      }
      if count.withLock({ $0 }) > 0 { list() }
    } catch {
      mailbox.post(.message("\(error)"))
    }
  }

  private func tell(_ outcome: FeedRefresher.Outcome, unless sign: StopSign) {
    let progress = state.withLock { state in
      state.progress.done += 1
      state.progress.new += outcome.new
      if outcome.isResting { state.progress.resting += 1 }
      if outcome.error != nil || outcome.storeError != nil { state.progress.failed += 1 }
      return state.progress
    }
    if let problem = outcome.storeError { mailbox.post(.message("\(problem)")) }
    if !sign.isSeen { mailbox.post(.newsRefreshed(progress)) }
  }
}
