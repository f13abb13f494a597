import HearsayModel
import HearsayStore
import Synchronization

/// The corrections of a session: those of the library, and those that were made since.
///
/// Where there is no library they hold until the end of the session.
final class SessionCorrections: Sendable {
  private let libraryWriter: LibraryWriter
  private let state = Mutex(State())

  private struct State {
    /// Those of the library, once they were asked for.
    var kept: [Correction]?
    var added: [Correction] = []
    var removed: Set<Correction.ID> = []
    /// For articles that were corrected whether they are earlier versions of another, by both their names.
    var earlier: [Article.ID: [Article.ID: Bool]] = [:]
  }

  /// The corrections of the library that `libraryWriter` opens.
  init(libraryWriter: LibraryWriter) { self.libraryWriter = libraryWriter }
}

extension SessionCorrections {
  /// Takes a correction that was just made.
  func add(_ correction: Correction) {
    state.withLock { state in
      state.removed.remove(correction.id)
      state.added.append(correction)
    }
  }

  /// Forgets a correction.
  func remove(_ id: Correction.ID) {
    state.withLock { _ = $0.removed.insert(id) }
  }

  /// What was set right in an article or in an earlier version of it, in the order in which it was made. Reads from
  /// the library, so not on the drawing thread.
  func made(in article: Article) -> [Correction] {
    let store = libraryWriter.store(within: 1)
    if state.withLock({ $0.kept == nil }), let kept = try? store?.corrections() {
      state.withLock { $0.kept = kept }
    }
    let all = state.withLock { state in
      var seen: Set<Correction.ID> = []
      return ((state.kept ?? []) + state.added).filter {
        !state.removed.contains($0.id) && seen.insert($0.id).inserted
      }
    }
    return all.filter { correction in
      correction.article == article.id || isEarlier(correction, than: article, in: store)
    }.sorted { ($0.created, $0.id.uuidString) < ($1.created, $1.id.uuidString) }
  }

  private func isEarlier(_ correction: Correction, than article: Article, in store: Store?) -> Bool
  {
    if let known = state.withLock({ $0.earlier[article.id]?[correction.article] }) { return known }
    let answer = correction.snapshot.isOfEarlierVersion(
      of: article, known: try? store?.article(correction.article))
    state.withLock { $0.earlier[article.id, default: [:]][correction.article] = answer }
    return answer
  }
}
