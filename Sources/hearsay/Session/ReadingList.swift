import Foundation
import HearsayIngest
import HearsayModel
import HearsayReader
import HearsayStore

/// The articles of a session, in the order of the list: files that were given, or the library.
struct ReadingList {
  /// The list as the reader shows it.
  private(set) var entries: [Entry] = []
  private var places = Places()
  /// What was taken out, until it is put back.
  private var removed: Set<Entry.ID> = []

  /// Where the articles are, by their entries. Most of the time it is one.
  private struct Places {
    private var first: (id: Entry.ID, place: Ingest.Place)?
    private var others: [Entry.ID: Ingest.Place] = [:]

    subscript(id: Entry.ID) -> Ingest.Place? {
      get { first?.id == id ? first?.place : others[id] }
      set {
        // Every start waits for this, and a table costs it more than all that is done with one article.
        if first?.id == id || first == nil && others.isEmpty {
          first = newValue.map { (id, $0) }
        } else {
          others[id] = newValue
        }
      }
    }
  }

  /// An empty list.
  init() {}

  /// Files and standard input, none of them read yet.
  init(_ places: [Ingest.Place]) {
    for place in places {
      guard self.places[place.id] == nil else { continue }
      self.places[place.id] = place
      entries.append(Entry(id: place.id, title: place.name))
    }
  }

  /// What was read before, the last first.
  init(_ library: [LibraryEntry]) {
    entries = library.map { known in
      var entry = Entry(id: known.id, title: known.path.map(Self.fileName) ?? "Untitled")
      entry.take(known)
      return entry
    }
  }

  /// Takes articles that have come; those that are here already are not new.
  ///
  /// - Returns: the new ones.
  mutating func add(_ places: [Ingest.Place]) -> [(entry: Entry.ID, place: Ingest.Place)] {
    places.compactMap { place in
      guard self.places[place.id] == nil else { return nil }
      self.places[place.id] = place
      entries.append(Entry(id: place.id, title: place.name))
      return (place.id, place)
    }
  }

  /// Takes the rest of a library whose last articles are here; those stay as they are.
  mutating func add(_ library: [LibraryEntry]) {
    let known = Set(entries.map(\.id)).union(removed)
    entries += ReadingList(library.filter { !known.contains($0.id) }).entries
  }

  /// Takes an article that the library has again, where it is not in the list already.
  ///
  /// - Returns: what it is called.
  mutating func add(_ known: LibraryEntry) -> String? {
    guard let entry = ReadingList([known]).entries.first,
      !entries.contains(where: { $0.article == known.id })
    else { return nil }
    entries.append(entry)
    return entry.title
  }

  private static func fileName(_ path: String) -> String {
    (path as NSString).lastPathComponent
  }
}

// MARK: - Finding

extension ReadingList {
  /// Where an article is to be found.
  enum Source: Sendable {
    case place(Ingest.Place)
    case library(Article.ID)
  }

  /// The articles that nobody has opened yet, with where they are, but for one that is being opened.
  func unopened(but opening: Ingest.Place? = nil) -> [(entry: Entry.ID, place: Ingest.Place)] {
    entries.filter { $0.article == nil }.compactMap { entry in
      places[entry.id].flatMap { $0 == opening ? nil : (entry.id, $0) }
    }
  }

  /// Where the article that is asked for is to be found; `nil` where nobody knows.
  ///
  func source(of request: Request) -> Source? {
    switch request {
    case .page(let address): return .place(places[address.description] ?? .page(address))
    case .stored(let id): return .library(id)
    case .entry(let id):
      if let place = places[id] { return .place(place) }
      return entries.first { $0.id == id }?.article.map { .library($0) }
    }
  }
}

// MARK: - Learning

extension ReadingList {
  /// Notes where a page is that a link leads to.
  ///
  /// - Parameter page: the page that the link stands on.
  mutating func learn(_ address: WebAddress, linkedFrom page: Ingest.Place?) {
    guard places[address.description] == nil else { return }
    let isNear =
      page?.mayBeNear ?? false
      && page?.address.map(FeedFinder.host) == FeedFinder.host(of: address.description)
    places[address.description] = .page(address, isNear: isNear)
  }

  /// Notes what an opened article says of itself.
  mutating func learn(_ article: Article, from request: Request, now: Date) {
    let found =
      switch request {
      case .entry(let id): entries.firstIndex { $0.id == id }
      case .stored(let id): entries.firstIndex { $0.article == id }
      case .page(let address): listed(address)
      }
    guard let index = found else { return }
    entries[index].article = article.id
    entries[index].title = article.title ?? entries[index].title
    entries[index].publisher = article.publisher
    entries[index].published = article.published
    entries[index].lastRead = now
    if entries[index].progress == .new { entries[index].progress = .begun }
  }

  /// Notes where a page is that a feed tells of: one on the feed's own server may be in one's own network.
  mutating func learn(_ entry: NewsEntry) {
    guard let address = entry.link.flatMap(WebAddress.init), places[address.description] == nil
    else { return }
    let isNear = FeedFinder.host(of: entry.feed) == FeedFinder.host(of: address.description)
    places[address.description] = .page(address, isNear: isNear)
  }

  /// The entry of a page that a link led to, which is listed from now on.
  private mutating func listed(_ address: WebAddress) -> Int {
    let id = address.description
    if let index = entries.firstIndex(where: { $0.id == id }) { return index }
    entries.append(Entry(id: id, title: id))
    return entries.count - 1
  }

  /// Notes that the end of an article was seen.
  mutating func learnEnd(of article: Article.ID) {
    for index in entries.indices where entries[index].article == article {
      entries[index].progress = .readThrough
    }
  }

  /// Notes what articles say of themselves that nobody has opened yet.
  mutating func learn(_ headlines: [Headline]) {
    let found = Dictionary(
      headlines.map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
    for index in entries.indices {
      guard let headline = found[entries[index].id] else { continue }
      entries[index].title = headline.title ?? entries[index].title
      entries[index].publisher = headline.publisher
      entries[index].published = headline.published
      entries[index].article = headline.article
      if let known = headline.known { entries[index].take(known) }
    }
  }

  /// Notes the sourcing of an analysed article.
  mutating func learn(_ analysis: Analysis) {
    for index in entries.indices where entries[index].article == analysis.article.id {
      entries[index].figures = SourcingFigures(analysis)
    }
  }
}

// MARK: - Taking out

extension ReadingList {
  /// An article that was taken out, and where it stood.
  struct Removed {
    var entry: Entry
    var index: Int
    var place: Ingest.Place?
  }

  /// Takes an article out of the list; `nil` where there is none of that name.
  mutating func remove(_ id: Entry.ID) -> Removed? {
    guard let index = entries.firstIndex(where: { $0.id == id }) else { return nil }
    self.removed.insert(id)
    defer { places[id] = nil }
    return Removed(entry: entries.remove(at: index), index: index, place: places[id])
  }

  /// Puts an article back where it stood.
  mutating func restore(_ removed: Removed) {
    guard !entries.contains(where: { $0.id == removed.entry.id }) else { return }
    entries.insert(removed.entry, at: min(removed.index, entries.count))
    self.removed.remove(removed.entry.id)
    places[removed.entry.id] = removed.place
  }
}

extension Entry {
  /// Takes what the library knows of it.
  fileprivate mutating func take(_ known: LibraryEntry) {
    title = known.title ?? title
    publisher = known.publisher
    published = known.published
    article = known.id
    figures = known.figures
    lastRead = known.isOpened ? known.lastRead : nil
    progress = known.isReadThrough ? .readThrough : known.isOpened ? .begun : .new
  }
}
