import Dispatch
import HearsayStore
import Synchronization

/// Notices when another running hearsay has changed the library.
final class LibraryWatch: BackgroundJob {
  private let timer: CancellableSource
  private let version = Mutex<Int?>(nil)

  /// Looks, once it is started, every second and a half, which costs one question to a file that is open already.
  ///
  /// - Parameter changed: is called in the background, not for changes of this session.
  init(of libraryWriter: LibraryWriter, changed: @escaping @Sendable () -> Void) {
    let source = DispatchSource.makeTimerSource(
      queue: DispatchQueue(label: "hearsay.library-watch"))
    source.schedule(deadline: .now(), repeating: 1.5, leeway: .milliseconds(300))
    timer = CancellableSource(source)
    source.setEventHandler { [weak self] in
      guard let self, let now = try? libraryWriter.store(within: 0)?.changesByOthers() else {
        return
      }
      let before = version.withLock { version in
        defer { version = now }
        return version
      }
      // The first answer may come after a change that nobody has seen.
      if before != now { changed() }
    }
  }

  /// Begins.
  func begin() { timer.resume() }

  /// Ends.
  func cancel() { timer.cancel() }
}
