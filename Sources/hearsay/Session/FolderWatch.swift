import Dispatch
import Foundation
import HearsayIngest
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Watches folders, and says which articles have come into them.
///
/// The system says when something changed, where it can; otherwise the folders are looked at every few seconds.
final class FolderWatch: BackgroundJob {
  private let queue = DispatchQueue(label: "hearsay.watch", qos: .utility)
  private let folders: [String]
  private let arrived: @Sendable ([Ingest.Place]) -> Void
  private let state: Mutex<State>

  private struct State {
    var seen: Set<Ingest.Place>
    var sources: [CancellableSource] = []
    var isWaiting = false
  }

  /// Watches these folders with what is below them.
  ///
  /// - Parameters:
  ///   - known: what is there already.
  ///   - arrived: is called in the background with what has come.
  init(
    _ folders: [String], known: [Ingest.Place],
    arrived: @escaping @Sendable ([Ingest.Place]) -> Void
  ) {
    self.folders = folders
    self.arrived = arrived
    state = Mutex(State(seen: Set(known)))
  }

  /// How long a change is waited for that follows another, in seconds: files come in many.
  private static let patience = 0.2
  /// How often folders are looked at, in seconds: what no message came of is found all the same.
  private static let interval = 5.0
}

extension FolderWatch {
  /// Begins.
  func begin() {
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now(), repeating: Self.interval, leeway: .seconds(1))
    timer.setEventHandler { [weak self] in self?.look() }
    let sources = [CancellableSource(timer), eventSource()].compactMap(\.self)
    for source in sources { source.resume() }
    state.withLock { $0.sources = sources }
  }

  /// Ends.
  func cancel() {
    let sources = state.withLock { state in
      defer { state.sources = [] }
      return state.sources
    }
    for source in sources { source.cancel() }
  }

  /// Looks which articles are there now that were not before.
  private func look() {
    let places = Ingest().places(at: folders).compactMap { try? $0.get() }
    let new = state.withLock { state in
      let new = places.filter { !state.seen.contains($0) }
      state.seen.formUnion(new)
      return new
    }
    if !new.isEmpty { arrived(new) }
  }

  /// Looks soon: what is being written now is whole by then.
  private func lookSoon() {
    let isFirst = state.withLock { state in
      defer { state.isWaiting = true }
      return !state.isWaiting
    }
    guard isFirst else { return }
    queue.asyncAfter(deadline: .now() + Self.patience) { [weak self] in
      guard let self else { return }
      state.withLock { $0.isWaiting = false }
      look()
    }
  }
}

// MARK: - What the system says

extension FolderWatch {
  #if canImport(Glibc)
    private func eventSource() -> CancellableSource? {
      let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard descriptor >= 0 else { return nil }
      for folder in folders {
        // A file that is still being written is not there yet.
        inotify_add_watch(descriptor, folder, UInt32(IN_CLOSE_WRITE | IN_MOVED_TO))
      }
      let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
      source.setEventHandler { [weak self] in
        var events = [UInt8](repeating: 0, count: 4096)
        while read(descriptor, &events, events.count) > 0 {}
        self?.lookSoon()
      }
      source.setCancelHandler { close(descriptor) }
      return CancellableSource(source)
    }
  #else
    private func eventSource() -> CancellableSource? { nil }
  #endif
}
