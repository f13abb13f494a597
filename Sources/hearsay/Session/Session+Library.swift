import HearsayIngest
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
    case .find(let words): lookup.find(words)
    case .sift(let filter): lookup.sift(filter)
    case .listVoices: lookup.listVoices()
    case .listWords(let voice, let name): lookup.listWords(of: voice, name: name)
    case .listLike(let item, let article, let words):
      lookup.listLike(item, of: article, words: words, by: analyses)
    case .join(let voice, let other): change { try $0.join(voice, with: other) }
    case .part(let voice): change { try $0.part(voice) }
    case .rename(let voice, let name): change { try $0.rename(voice, to: name) }
    case .analyse(let entries): analyse(entries)
    case .cancelAnalyses: batch.cancel()
    }
    return []
  }

  private func analyse(_ entries: [Entry.ID]) {
    batch.analyse(
      entries.compactMap { id in
        list.source(of: .entry(id)).map { BatchAnalysis.Item(entry: id, source: $0) }
      })
  }

  /// Takes articles that have come into a watched folder, and analyses them.
  mutating func take(_ arrivals: [(entry: Entry.ID, place: Ingest.Place)]) {
    perform(reader.update(.entriesListed(list.entries)))
    let count = arrivals.count
    perform(
      reader.update(
        .message(
          count == 1
            ? "new: \(arrivals[0].place.name)"
            : "\(count) new articles, the last \(arrivals[count - 1].place.name)")))
    loader.readHeadlines(of: arrivals)
    batch.analyse(arrivals.map { BatchAnalysis.Item(entry: $0.entry, source: .place($0.place)) })
  }

  /// Changes what the library knows of sources, keeps how to take it back, and lists them anew.
  private mutating func change(
    _ body: @escaping @Sendable (Store) throws -> VoiceChange
  ) {
    let key = bin.nextChange()
    undoable.append(.voices(key))
    bin.change(key, by: libraryWriter, body)
    lookup.listVoices()
  }

  /// Takes an article out of the list, and behind the screen out of the library.
  private mutating func remove(_ id: Entry.ID) -> [Effect] {
    guard let shelved = list.remove(id) else { return [] }
    if let article = shelved.entry.article {
      analyses.cancel(article)
      bin.remove(article, by: libraryWriter)
      if self.article?.id == article { (self.article, analysis) = (nil, nil) }
    }
    undoable.append(.article(shelved))
    return reader.update(.entriesListed(list.entries))
  }

  private mutating func restore() -> [Effect] {
    guard let change = undoable.popLast() else { return restoreOfEarlierSession() }
    guard case .article(let last) = change else {
      if case .voices(let key) = change { bin.takeBack(key, by: libraryWriter) }
      lookup.listVoices()
      return reader.update(.message("undone"))
    }
    list.restore(last)
    if let article = last.entry.article { bin.restore(article, by: libraryWriter) }
    return reader.update(.entriesListed(list.entries))
      + reader.update(.message("restored: \(last.entry.title)"))
  }
}

extension Session {
  /// Puts back the article that was taken out last in an earlier session.
  private mutating func restoreOfEarlierSession() -> [Effect] {
    do {
      // What was taken out in this session may still be on its way to the disk.
      libraryWriter.finish()
      let store = libraryWriter.store(within: 1)
      // One that was read again since is in the list already: then the one before is meant.
      while let store, let removed = try store.lastRemoved() {
        try store.restore(removed)
        if let known = try store.entry(of: removed.id), let title = list.add(known) {
          return reader.update(.entriesListed(list.entries))
            + reader.update(.message("restored: \(title)"))
        }
      }
    } catch {
      return reader.update(.message("\(error)")) + [.bell]
    }
    return reader.update(.message("There is nothing to undo.")) + [.bell]
  }
}

/// Something that can be taken back.
enum LibraryChange {
  /// An article was taken out.
  case article(ReadingList.Removed)
  /// Something was said of sources, by the number of the change.
  case voices(Int)
}

/// What was taken out of the library in this session, and what was said of sources before that was changed.
final class Bin: Sendable {
  private let contents = Mutex(Contents())

  private struct Contents {
    var articles: [Article.ID: RemovedArticle] = [:]
    var changes: [Int: VoiceChange] = [:]
    /// The number of the last change.
    var last = 0
  }

  /// The number of a change that is to come.
  func nextChange() -> Int {
    contents.withLock { contents in
      contents.last += 1
      return contents.last
    }
  }

  /// Makes a change, and keeps what was before.
  func change(
    _ number: Int, by libraryWriter: LibraryWriter,
    _ change: @escaping @Sendable (Store) throws -> VoiceChange
  ) {
    libraryWriter.perform { [self] store in
      let before = try change(store)
      contents.withLock { $0.changes[number] = before }
    }
  }

  /// Takes a change back.
  func takeBack(_ number: Int, by libraryWriter: LibraryWriter) {
    libraryWriter.perform { [self] store in
      guard let before = contents.withLock({ $0.changes.removeValue(forKey: number) }) else {
        return
      }
      try store.restore(before)
    }
  }

  /// Takes an article out, and keeps what is needed to put it back.
  func remove(_ id: Article.ID, by libraryWriter: LibraryWriter) {
    libraryWriter.perform { [self] store in
      guard let article = try store.removeArticle(id) else { return }
      contents.withLock { $0.articles[id] = article }
    }
  }

  /// Puts an article back.
  func restore(_ id: Article.ID, by libraryWriter: LibraryWriter) {
    libraryWriter.perform { [self] store in
      guard let article = contents.withLock({ $0.articles.removeValue(forKey: id) }) else { return }
      try store.restore(article)
    }
  }
}
