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

  /// Everything that was left, in order; of what is known of an article so far, and of how far that is, only the last.
  func take() -> [Event] {
    let all = letters.withLock { letters in
      defer { letters = [] }
      return letters
    }
    var seen: Set<News> = []
    return all.reversed().filter { event in
      News(event).map { seen.insert($0).inserted } ?? true
    }.reversed()
  }

  /// What the next of its kind makes stale.
  private enum News: Hashable {
    case progress(Article.ID)
    case part(Article.ID)

    init?(_ event: Event) {
      switch event {
      case .analysisProgress(let id, _): self = .progress(id)
      case .analysisPart(let part): self = .part(part.analysis.article.id)
      default: return nil
      }
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

  /// Whether anything is left that nobody has taken.
  var hasMail: Bool {
    letters.withLock { !$0.isEmpty } || headlines.withLock { !$0.isEmpty }
      || arrivals.withLock { !$0.isEmpty } || library.withLock { !$0.isEmpty }
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
