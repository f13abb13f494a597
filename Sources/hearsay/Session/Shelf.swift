import Foundation
import HearsayIngest
import HearsayModel
import HearsayReader
import HearsayStore

/// The articles of a session, in the order of the list: files that were given, or the library.
struct Shelf {
  /// The list as the reader shows it.
  private(set) var entries: [Entry] = []
  private var places: [Entry.ID: Ingest.Place] = [:]

  /// An empty shelf.
  init() {}

  /// Files and standard input, none of them read yet.
  init(_ places: [Ingest.Place]) {
    for place in places {
      let (id, title) = Self.name(of: place)
      guard self.places.updateValue(place, forKey: id) == nil else { continue }
      entries.append(Entry(id: id, title: title))
    }
  }

  /// What was read before, the last first.
  init(_ library: [LibraryEntry], now: Date) {
    entries = library.map { known in
      Entry(
        id: known.id, title: known.title ?? known.path.map(Self.fileName) ?? "Untitled",
        publisher: known.publisher, published: known.published, article: known.id,
        lastRead: Self.words(for: known.lastRead, now: now))
    }
  }

  private static func name(of place: Ingest.Place) -> (id: Entry.ID, title: String) {
    switch place {
    case .file(let path): (path, fileName(path))
    case .standardInput: ("-", "standard input")
    }
  }

  private static func fileName(_ path: String) -> String {
    (path as NSString).lastPathComponent
  }
}

// MARK: - Finding

extension Shelf {
  /// Where an article is to be found.
  enum Source: Sendable {
    case place(Ingest.Place)
    case library(Article.ID)
  }

  /// The articles that nobody has opened yet, with where they are.
  var unopened: [(entry: Entry.ID, place: Ingest.Place)] {
    entries.filter { $0.article == nil }.compactMap { entry in
      places[entry.id].map { (entry.id, $0) }
    }
  }

  /// Where the article that is asked for is to be found; `nil` where nobody knows.
  func source(of request: Request) -> Source? {
    switch request {
    case .stored(let id): return .library(id)
    case .entry(let id):
      if let place = places[id] { return .place(place) }
      return entries.first { $0.id == id }?.article.map { .library($0) }
    }
  }
}

// MARK: - Learning

extension Shelf {
  /// Notes what an opened article says of itself.
  mutating func learn(_ article: Article, from request: Request) {
    guard case .entry(let id) = request, let index = entries.firstIndex(where: { $0.id == id })
    else { return }
    entries[index].article = article.id
    entries[index].title = article.title ?? entries[index].title
    entries[index].publisher = article.publisher
    entries[index].published = article.published
  }

  /// Notes what articles say of themselves that nobody has opened yet.
  mutating func learn(_ headlines: [Headline]) {
    let found = Dictionary(
      headlines.map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
    for index in entries.indices where entries[index].article == nil {
      guard let headline = found[entries[index].id] else { continue }
      entries[index].title = headline.title ?? entries[index].title
      entries[index].publisher = headline.publisher
      entries[index].published = headline.published
    }
  }

  /// Notes the sourcing of an analysed article.
  mutating func learn(_ analysis: Analysis) {
    for index in entries.indices where entries[index].article == analysis.article.id {
      entries[index].summary = analysis.summary
    }
  }
}

// MARK: - When

extension Shelf {
  /// "today", "yesterday", "13 June", "13 June 2024".
  static func words(for moment: Date, now: Date, calendar: Calendar = .current) -> String {
    let days =
      calendar.dateComponents(
        [.day], from: calendar.startOfDay(for: moment), to: calendar.startOfDay(for: now)
      ).day ?? 0
    switch days {
    case ...0: return "today"
    case 1: return "yesterday"
    case 2..<7: return "\(days) days ago"
    default:
      let date = calendar.dateComponents([.year, .month, .day], from: moment)
      let month = months[((date.month ?? 1) - 1) % 12]
      let isThisYear = date.year == calendar.component(.year, from: now)
      return "\(date.day ?? 1) \(month)" + (isThisYear ? "" : " \(date.year ?? 0)")
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
