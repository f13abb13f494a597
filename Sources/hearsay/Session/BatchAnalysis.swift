import Dispatch
import Foundation
import HearsayEngine
import HearsayIngest
import HearsayModel
import HearsayReader
import HearsayStore
import Synchronization

/// Analyses many articles, one after the other and behind the one that is being read, and says how far it is.
final class BatchAnalysis: BackgroundJob {
  private let queue = DispatchQueue(label: "hearsay.batch", qos: .utility)
  private let mailbox: Mailbox
  private let libraryWriter: LibraryWriter
  private let analyses: AnalysisQueue
  private let state = Mutex(State())

  private struct State {
    var waiting: [Item] = []
    var done = 0
    var failed = 0
    /// Stops the work that goes on; `nil` where none does.
    var sign: StopSign?
    var started = Date()
  }

  /// An article that waits, and where it is to be found.
  struct Item: Sendable {
    var entry: Entry.ID
    var source: ReadingList.Source
  }

  init(mailbox: Mailbox, libraryWriter: LibraryWriter, analyses: AnalysisQueue) {
    self.mailbox = mailbox
    self.libraryWriter = libraryWriter
    self.analyses = analyses
  }
}

extension BatchAnalysis {
  /// Takes more articles.
  func analyse(_ items: [Item]) {
    guard !items.isEmpty else { return }
    let sign = state.withLock { state in
      state.waiting += items
      guard state.sign == nil else { return nil as StopSign? }
      let sign = StopSign()
      (state.sign, state.done, state.failed, state.started) = (sign, 0, 0, Date())
      return sign
    }
    guard let sign else { return }
    queue.async { [self] in
      while let item = next(under: sign) { work(on: item, until: sign) }
      finish(under: sign)
    }
  }

  /// Waits until all that wait are analysed.
  func finish() { queue.sync {} }

  /// Stops at once.
  func cancel() {
    state.withLock { state in
      state.waiting = []
      state.sign?.putUp()
      state.sign = nil
    }
  }

  private func next(under sign: StopSign) -> Item? {
    let (item, progress) = state.withLock { state -> (Item?, BatchProgress?) in
      guard !sign.isSeen, !state.waiting.isEmpty else { return (nil, nil) }
      let left = state.waiting.count
      let seconds = Date().timeIntervalSince(state.started)
      // After one article nobody can tell how long the others are.
      let each = state.done < 2 ? nil : seconds / Double(state.done)
      return (
        state.waiting.removeFirst(),
        BatchProgress(
          done: state.done, of: state.done + left, secondsLeft: each.map { $0 * Double(left) })
      )
    }
    if let progress { mailbox.post(.batchProgress(progress)) }
    return item
  }

  private func work(on item: Item, until sign: StopSign) {
    do {
      let article = try article(of: item)
      guard
        let (analysis, corrections) = try analyses.analysis(
          of: article, until: sign)
      else { return }
      state.withLock { $0.done += 1 }
      let moment = Date()
      libraryWriter.perform { [mailbox] store in
        try store.add(article, at: moment)
        try store.save(analysis, correcting: corrections)
        mailbox.post([
          Headline(
            entry: item.entry, title: article.title, publisher: article.publisher,
            published: article.published, article: article.id,
            known: try store.entry(of: article.id))
        ])
      }
    } catch {
      state.withLock { state in
        state.done += 1
        state.failed += 1
      }
    }
  }

  private func article(of item: Item) throws -> Article {
    switch item.source {
    case .place(let place): return try Ingest().article(at: place)
    case .library(let id):
      guard let article = try libraryWriter.store()?.article(id) else { throw CancellationError() }
      return article
    }
  }

  private func finish(under sign: StopSign) {
    // Nobody needs to be told what was cancelled, and others may be read by now.
    guard !sign.isSeen else { return }
    let (done, failed) = state.withLock { state in
      state.sign = nil
      return (state.done, state.failed)
    }
    mailbox.post(.batchProgress(nil))
    guard done > 0 else { return }
    let unread = failed == 0 ? "" : "; \(failed) could not be read"
    mailbox.post(
      .message("\(done - failed) article\(done - failed == 1 ? "" : "s") analysed\(unread)"))
  }
}
