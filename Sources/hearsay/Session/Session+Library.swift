import HearsayModel
import HearsayReader
import HearsayStore
import Synchronization

// What the reader asks of the library.
extension Session {
  mutating func perform(_ request: LibraryRequest) -> [Effect] {
    switch request {
    case .remove(let id): return remove(id)
    case .restore: return restore()
    }
  }

  /// Takes an article out of the list, and behind the screen out of the library.
  private mutating func remove(_ id: Entry.ID) -> [Effect] {
    guard let shelved = shelf.remove(id) else { return [] }
    if let article = shelved.entry.article {
      desk.cancel(article)
      bin.remove(article, by: keeper)
      if self.article?.id == article { (self.article, analysis) = (nil, nil) }
    }
    removed.append(shelved)
    return reader.update(.entriesListed(shelf.entries))
  }

  private mutating func restore() -> [Effect] {
    guard let last = removed.popLast() else {
      return reader.update(.message("Nothing was taken out.")) + [.bell]
    }
    shelf.restore(last)
    if let article = last.entry.article { bin.restore(article, by: keeper) }
    return reader.update(.entriesListed(shelf.entries))
      + reader.update(.message("back again: \(last.entry.title)"))
  }
}

/// What was taken out of the library in this session.
final class Bin: Sendable {
  private let removed = Mutex<[Article.ID: RemovedArticle]>([:])

  /// Takes an article out, and keeps what is needed to put it back.
  func remove(_ id: Article.ID, by keeper: Keeper) {
    keeper.perform { [self] store in
      guard let article = try store.removeArticle(id) else { return }
      removed.withLock { $0[id] = article }
    }
  }

  /// Puts an article back.
  func restore(_ id: Article.ID, by keeper: Keeper) {
    keeper.perform { [self] store in
      guard let article = removed.withLock({ $0.removeValue(forKey: id) }) else { return }
      try store.restore(article)
    }
  }
}
