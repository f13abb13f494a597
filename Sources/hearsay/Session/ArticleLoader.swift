import Dispatch
import Foundation
import HearsayFetching
import HearsayIngest
import HearsayModel
import HearsayReader
import HearsayStore
import Synchronization

/// Reads articles in the background, from files or from the library, and leaves them in the mailbox.
final class ArticleLoader: BackgroundJob {
  private let queue = DispatchQueue(label: "hearsay.loader", qos: .userInitiated)
  /// A page may take its time, and nothing else waits for it.
  private let pageQueue = DispatchQueue(
    label: "hearsay.pages", qos: .userInitiated, attributes: .concurrent)
  /// The page that somebody waits for, by number: others are given up.
  private let wanted = Mutex(0)
  /// Pages that say something else than they did when they were read before.
  private let newVersions = Mutex<Set<Article.ID>>([])
  /// Pages that were open in this session, the last last.
  private let pages = Mutex<[Article]>([])
  private static let keptPages = 32
  /// Headlines may wait for everything else.
  private let headlineQueue = DispatchQueue(label: "hearsay.headlines", qos: .utility)
  private let mailbox: Mailbox
  private let libraryWriter: LibraryWriter
  /// Whether nothing is fetched from the web.
  private let isOffline: Bool
  /// How long the text waits for the library to say where its reader was, in seconds.
  private static let patience = 0.05
  /// The paragraphs of a longer text are found here, and not by the thread that draws, in bytes.
  private static let longText = 1 << 18
  /// A longer file is not read for its headline, in bytes.
  private static let headlineLimit = 1 << 20
  /// How many headlines are handed over at once.
  private static let headlinesAtOnce = 16

  init(mailbox: Mailbox, libraryWriter: LibraryWriter, isOffline: Bool = false) {
    self.isOffline = isOffline
    self.mailbox = mailbox
    self.libraryWriter = libraryWriter
  }
}

extension ArticleLoader {
  /// Waits until everything that was asked for is in the mailbox.
  func finish() {
    queue.sync {}
    pageQueue.sync(flags: .barrier) {}
    headlineQueue.sync {}
  }

  func cancel() { cancelFetching() }

  /// Waits no longer for a page.
  func cancelFetching() { wanted.withLock { $0 += 1 } }

  /// Which version of an article is wanted.
  enum Version: Sendable {
    /// That of a file as it is now; that of a page as its place says.
    case any
    /// As it is now.
    case now
    /// As it was when it was open before.
    case before(Article.ID)
  }

  /// Reads an article and leaves it in the mailbox, or a sentence that says why not.
  ///
  /// - Parameter file: where to look for one that the library does not have any more.
  func open(
    _ request: Request, from source: ReadingList.Source, as version: Version = .any,
    orElse file: String? = nil
  ) {
    let number = wanted.withLock { number in
      number += 1
      return number
    }
    let isPage = if case .place(let place) = source { !place.isAtHand } else { false }
    (isPage ? pageQueue : queue).async { [self] in
      do {
        let article = try read(source, as: version, orElse: file) { [self] in
          wanted.withLock { $0 != number }
        }
        if article.text.count > Self.longText {
          mailbox.post(.outlined(TextOutline(article.text), article.id))
        }
        // The text does not wait for a library that takes its time; the place comes after it then.
        let isReady = libraryWriter.isOpen(within: Self.patience)
        if isReady { recall(article.id) }
        // Before anybody hears of it: what is kept of an article comes after the article.
        libraryWriter.save(article)
        mailbox.post(.articleLoaded(article, from: request))
        if newVersions.withLock({ $0.remove(article.id) }) != nil {
          mailbox.post(.newVersion(article.id))
        }
        if !isReady { recall(article.id) }
      } catch FetchError.stopped {
      } catch IngestError.notFetched(_, .stopped) {
      } catch {
        mailbox.post(.articleFailed(request, "\(error)"))
      }
    }
  }

  private func recall(_ id: Article.ID) {
    let position = try? libraryWriter.store()?.position(of: id)
    mailbox.post(.placeRecalled(position ?? nil, id))
  }

  /// Hands all marks over, and says in the mailbox that they are there.
  func loadMarks(into marks: SessionMarks) {
    queue.async { [self] in
      do {
        guard let store = libraryWriter.store() else { return }
        marks.take(libraryWriter.withUnkept(try store.marks()))
        mailbox.post(.marksLoaded([]))
      } catch {
        mailbox.post(.message("\(error)"))
      }
    }
  }

  /// Hands over all that the library has.
  func loadLibrary() {
    queue.async { [self] in
      guard let all = try? libraryWriter.store()?.library() else { return }
      mailbox.post(all)
    }
  }

  /// Reads what articles are called, so that the list shows more than the names of files.
  func readHeadlines(of places: [(entry: Entry.ID, place: Ingest.Place)]) {
    headlineQueue.async { [self] in
      let ingest = Ingest(sizeLimit: Self.headlineLimit)
      var found: [Headline] = []
      for (entry, place) in places {
        guard place.isReadAgain, place.isAtHand, let article = try? ingest.article(at: place) else {
          continue
        }
        found.append(
          Headline(
            entry: entry, title: article.title, publisher: article.publisher,
            published: article.published, article: article.id,
            known: (try? libraryWriter.store(within: 1)?.entry(of: article.id)) ?? nil))
        if found.count == Self.headlinesAtOnce {
          mailbox.post(found)
          found = []
        }
      }
      mailbox.post(found)
    }
  }

  private func read(
    _ source: ReadingList.Source, as version: Version, orElse file: String?,
    isStopped: @escaping @Sendable () -> Bool
  ) throws -> Article {
    switch source {
    case .place(let place):
      guard let address = place.address else { return try Ingest().article(at: place) }
      if case .before(let id) = version, let article = pageOpenBefore(id) { return article }
      var ingest = Ingest()
      ingest.isOffline = isOffline
      ingest.isStopped = isStopped
      let isNow = if case .now = version { true } else { false }
      return try page(at: place, address, by: ingest, isNow: isNow)
    case .library(let id):
      if let article = try libraryWriter.store()?.article(id) { return article }
      // A very long text is not kept, and a mark outlives its article: the file may still be there.
      let file = try file ?? libraryWriter.store()?.entry(of: id)?.path
      guard let file, sizeOfFile(file) != nil else { throw MissingArticle() }
      return try Ingest().article(at: .file(file))
    }
  }
}

extension ArticleLoader {
  /// A page of the web, or what the library has of it.
  private func page(
    at place: Ingest.Place, _ address: String, by ingest: Ingest, isNow: Bool
  ) throws -> Article {
    let store = libraryWriter.store()
    let kept = try store?.article(from: address)
    var article = place.prefersKept && !isNow || isOffline ? kept : nil
    if article == nil {
      do {
        article = try ingest.article(at: place)
      } catch {
        // Better what it said when it was read last than nothing.
        guard let kept, !isNow, !ingest.isStopped() else { throw error }
        article = kept
      }
    }
    guard let article else { throw MissingArticle() }
    if let kept, kept.id != article.id { newVersions.withLock { _ = $0.insert(article.id) } }
    libraryWriter.save(article)
    libraryWriter.perform { try $0.markRead(address, article: article.id) }
    let opened = article
    pages.withLock { pages in
      pages.removeAll { $0.id == opened.id }
      pages.append(opened)
      if pages.count > Self.keptPages { pages.removeFirst() }
    }
    return article
  }

  /// A page as it was when it was open.
  private func pageOpenBefore(_ id: Article.ID) -> Article? {
    if let article = pages.withLock({ pages in pages.last { $0.id == id } }) { return article }
    return (try? libraryWriter.store()?.article(id)) ?? nil
  }
}

/// An article of the list that the library has lost.
private struct MissingArticle: Error, CustomStringConvertible {
  var description: String { "The library no longer has this article." }
}
