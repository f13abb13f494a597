import Dispatch
import Foundation
import HearsayModel
import Synchronization

/// Looks every few seconds whether the file of the open article is still the one that was read.
final class FileWatch: BackgroundJob {
  private let queue = DispatchQueue(label: "hearsay.file-watch", qos: .utility)
  private let changed: @Sendable (Article.ID) -> Void
  private let state = Mutex(State())

  private struct State {
    var watched: Watched?
    var timer: CancellableSource?
  }

  private struct Watched {
    let path: String
    let article: Article.ID
    var stamp: FileState.Stamp?
  }

  /// How often the file is looked at, in seconds.
  private static let interval = 2.0

  /// `changed` is called in the background, once for each change.
  init(changed: @escaping @Sendable (Article.ID) -> Void) { self.changed = changed }

  /// Watches the file of an article from now on, and no other; `nil` for one that has no file.
  func watch(_ path: String?, of article: Article.ID) {
    let watched = path.map {
      Watched(path: $0, article: article, stamp: FileState($0)?.stamp)
    }
    state.withLock { $0.watched = watched }
  }

  /// Looks at once whether the file has changed.
  func look() {
    let article = state.withLock { state -> Article.ID? in
      guard var watched = state.watched, let stamp = FileState(watched.path)?.stamp,
        stamp != watched.stamp
      else { return nil }
      watched.stamp = stamp
      state.watched = watched
      return watched.article
    }
    if let article { changed(article) }
  }

  func begin() {
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(
      deadline: .now() + Self.interval, repeating: Self.interval, leeway: .seconds(1))
    timer.setEventHandler { [weak self] in self?.look() }
    let source = CancellableSource(timer)
    state.withLock { $0.timer = source }
    source.resume()
  }

  func cancel() {
    let timer = state.withLock { state in
      defer { state.timer = nil }
      return state.timer
    }
    timer?.cancel()
  }
}
