import HearsayIngest
import HearsayModel
import HearsayReader
import HearsayStore
import Synchronization

/// Where threads leave what they found, for the one that draws.
final class Mailbox: Sendable {
  private let wake: @Sendable () -> Void
  private let letters = Mutex<[Event]>([])
  private let headlines = Mutex<[Headline]>([])
  private let arrivals = Mutex<[Ingest.Place]>([])
  private let library = Mutex<[LibraryEntry]>([])

  /// An empty mailbox; `wake` tells the drawing thread that there is something in it.
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Leaves an event and wakes the drawing thread.
  func post(_ event: Event) {
    letters.withLock { $0.append(event) }
    wake()
  }

  /// Everything that was left, in order; of several figures of progress only the last.
  func take() -> [Event] {
    let all = letters.withLock { letters in
      defer { letters = [] }
      return letters
    }
    return all.enumerated().compactMap { index, event in
      if case .analysisProgress = event, index + 1 < all.count,
        case .analysisProgress = all[index + 1]
      {
        return nil
      }
      return event
    }
  }

  /// Leaves what articles are called, and wakes the drawing thread.
  func post(_ found: [Headline]) {
    guard !found.isEmpty else { return }
    headlines.withLock { $0 += found }
    wake()
  }

  /// Leaves what the library has, and wakes the drawing thread.
  func post(_ entries: [LibraryEntry]) {
    library.withLock { $0 += entries }
    wake()
  }

  /// What the library has, once it was left.
  func takeLibrary() -> [LibraryEntry] {
    library.withLock { library in
      defer { library = [] }
      return library
    }
  }

  /// Leaves articles that have come into a watched folder, and wakes the drawing thread.
  func post(_ arrived: [Ingest.Place]) {
    guard !arrived.isEmpty else { return }
    arrivals.withLock { $0 += arrived }
    wake()
  }

  /// All articles that have come.
  func takeArrivals() -> [Ingest.Place] {
    arrivals.withLock { arrivals in
      defer { arrivals = [] }
      return arrivals
    }
  }

  /// All headlines that were left.
  func takeHeadlines() -> [Headline] {
    headlines.withLock { headlines in
      defer { headlines = [] }
      return headlines
    }
  }
}

/// What an article of the list says of itself, before anybody opens it.
struct Headline: Hashable, Sendable {
  /// Its place in the list.
  var entry: Entry.ID
  var title: String?
  var publisher: String?
  var published: String?
  var article: Article.ID?
  /// What the library knows of it, where it was read before.
  var known: LibraryEntry?
}
