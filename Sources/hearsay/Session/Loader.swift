import Dispatch
import Foundation
import HearsayIngest
import HearsayModel
import HearsayReader
import HearsayStore
import Synchronization

/// Reads articles in the background, from files or from the library, and leaves them in the mailbox.
final class Loader: Sendable {
  private let queue = DispatchQueue(label: "hearsay.loader", qos: .userInitiated)
  /// Headlines may wait for everything else.
  private let headlineQueue = DispatchQueue(label: "hearsay.headlines", qos: .utility)
  private let mailbox: Mailbox
  private let keeper: Keeper
  /// What was selected when an article was left, until its analysis says where that is.
  private let selections = Mutex<[Article.ID: ReadingPosition.Item]>([:])
  /// How long the text waits for the library to say where its reader was, in seconds.
  private static let patience = 0.05
  /// A longer file is not read for its headline, in bytes.
  private static let headlineLimit = 1 << 20
  /// How many headlines are handed over at once.
  private static let headlinesAtOnce = 16

  init(mailbox: Mailbox, keeper: Keeper) {
    self.mailbox = mailbox
    self.keeper = keeper
  }
}

extension Loader {
  /// Waits until everything that was asked for is in the mailbox.
  func finish() {
    queue.sync {}
    headlineQueue.sync {}
  }

  /// Reads an article and leaves it in the mailbox, or a sentence that says why not.
  ///
  /// - Parameter file: where to look for one that the library does not have any more.
  func open(_ request: Request, from source: Shelf.Source, orElse file: String? = nil) {
    queue.async { [self] in
      do {
        let article = try read(source, orElse: file)
        mailbox.post(.articleLoaded(article, from: request, place: place(in: article)))
        keeper.save(article)
      } catch {
        mailbox.post(.articleFailed(request, "\(error)"))
      }
    }
  }

  /// Hands all marks over, and says in the mailbox that they are there.
  func loadMarks(into followUp: FollowUp) {
    queue.async { [self] in
      do {
        guard let store = keeper.store() else { return }
        followUp.take(try store.marks())
        mailbox.post(.marksLoaded([]))
      } catch {
        mailbox.post(.message("\(error)"))
      }
    }
  }

  /// Reads what articles are called, so that the list shows more than the names of files.
  func readHeadlines(of places: [(entry: Entry.ID, place: Ingest.Place)]) {
    headlineQueue.async { [self] in
      let ingest = Ingest(sizeLimit: Self.headlineLimit)
      var found: [Headline] = []
      for (entry, place) in places {
        // Standard input can be read only once.
        guard case .file = place, let article = try? ingest.article(at: place) else { continue }
        found.append(
          Headline(
            entry: entry, title: article.title, publisher: article.publisher,
            published: article.published, article: article.id,
            known: (try? keeper.store(within: 1)?.entry(of: article.id)) ?? nil))
        if found.count == Self.headlinesAtOnce {
          mailbox.post(found)
          found = []
        }
      }
      mailbox.post(found)
    }
  }

  private func read(_ source: Shelf.Source, orElse file: String?) throws -> Article {
    switch source {
    case .place(let place): return try Ingest().article(at: place)
    case .library(let id):
      if let article = try keeper.store()?.article(id) { return article }
      guard let file, FileManager.default.fileExists(atPath: file) else { throw MissingArticle() }
      return try Ingest().article(at: .file(file))
    }
  }

  private func place(in article: Article) -> Place? {
    guard let store = keeper.store(within: Self.patience),
      let position = try? store.position(of: article.id)
    else { return nil }
    selections.withLock { $0[article.id] = position.selected }
    return Place(top: position.offset)
  }

  /// What was selected when an article was left in an earlier session.
  func selection(in article: Article.ID) -> ReadingPosition.Item? {
    selections.withLock { $0[article] }
  }
}

/// An article of the list that the library has lost.
private struct MissingArticle: Error, CustomStringConvertible {
  var description: String { "The library does not have this article any more." }
}
