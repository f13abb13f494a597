import Dispatch
import HearsayModel
import HearsayReader
import HearsayStore
import Synchronization

/// Looks things up in the library in the background, and leaves what it finds in the mailbox.
///
/// It also catches up, when nobody waits: with statements that an older hearsay did not keep, and with vectors that
/// say which statements mean the same.
final class LibraryLookup: BackgroundJob {
  private let queue = DispatchQueue(label: "hearsay.lookup", qos: .userInitiated)
  private let quietly = DispatchQueue(label: "hearsay.catching-up", qos: .background)
  private let mailbox: Mailbox
  private let libraryWriter: LibraryWriter
  /// Articles whose vectors nobody can make.
  private let given = Mutex(Given())
  private struct Given {
    var articles: Set<Article.ID> = []
  }
  private let isOver = Mutex(false)
  /// How many articles get their vectors after one was analysed: those of a large library come little by little.
  private static let vectorsAtOnce = 200

  init(mailbox: Mailbox, libraryWriter: LibraryWriter) {
    self.mailbox = mailbox
    self.libraryWriter = libraryWriter
  }
}

// MARK: - Asking

extension LibraryLookup {
  /// Finds words in all articles.
  func find(_ words: String) {
    answer { store in
      let found = try store.search(words)
      return .found(Passages(.words(words), found.passages, isCut: found.isCut))
    }
  }

  /// Asks all articles what a filter asks.
  func sift(_ filter: Filter) {
    answer { store in .sifted(filter, passing: try store.sift(filter).passing) }
  }

  /// Lists the sources across articles.
  func listVoices() { answer { .voices(try $0.voices()) } }

  /// Lists everything that one source said.
  func listWords(of voice: VoiceKey, name: String) {
    answer { store in
      let said = try store.statements(by: voice)
      let first = said.passages.first
      // A name that the reader has given stays as it was given.
      let shown = said.name == first?.source ? first?.speaker : said.name
      return .found(Passages(.source(shown ?? name), said.passages))
    }
  }

  /// Lists who else said the same; the vectors of the article are made where they are missing.
  func listLike(
    _ item: ReadingPosition.Item, of article: Article.ID, words: String, by analyses: AnalysisQueue
  ) {
    answer { [self] store in
      if try store.passages(like: item, of: article, limit: 0) == nil {
        keepVectors(of: article, by: analyses, in: store)
      }
      let found = try store.passages(like: item, of: article) ?? []
      return .found(Passages(.like(words), found))
    }
  }

  /// Waits until everything that was asked for is in the mailbox.
  func finish() { queue.sync {} }

  /// Looks something up after everything that was to be kept is kept.
  private func answer(_ find: @escaping @Sendable (Store) throws -> LibraryAnswer) {
    queue.async { [self] in
      libraryWriter.finish()
      guard let store = libraryWriter.store() else {
        mailbox.post(.message("There is no library to look into."))
        return
      }
      do {
        // What an older hearsay kept is not known yet the first time: that may take a while.
        while try store.catchUp(limit: 32) > 0 {}
        mailbox.post(.library(try find(store)))
      } catch {
        mailbox.post(.message("\(error)"))
      }
    }
  }
}

// MARK: - Catching up

extension LibraryLookup {
  /// Makes the vectors that are missing, of the article that was analysed last first.
  func catchUp(by analyses: AnalysisQueue) {
    quietly.async { [self] in
      libraryWriter.finish()
      guard let store = libraryWriter.store(), !store.isReadOnly, let version = analyses.version
      else {
        return
      }
      while !isOver.withLock({ $0 }), (try? store.catchUp(limit: 4)) ?? 0 > 0 {}
      let waiting =
        (try? store.articlesWithoutVectors(of: version.model, limit: Self.vectorsAtOnce)) ?? []
      for next in waiting where !isOver.withLock({ $0 }) {
        if given.withLock({ !$0.articles.contains(next) }) {
          keepVectors(of: next, by: analyses, in: store)
        }
      }
    }
  }

  /// No more of that: the session ends.
  func cancel() { isOver.withLock { $0 = true } }

  private func keepVectors(of article: Article.ID, by analyses: AnalysisQueue, in store: Store) {
    given.withLock { _ = $0.articles.insert(article) }
    guard let version = analyses.version,
      let text = try? store.article(article),
      let analysis = try? store.analysis(
        of: article, by: version, correcting: analyses.corrections(of: text)),
      let vectors = analyses.vectors(of: analysis)
    else { return }
    try? store.save(vectors, of: article)
  }
}
