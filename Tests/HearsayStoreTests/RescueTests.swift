import Foundation
import GRDB
import HearsayModel
import HearsayStore
import HearsayTestSupport
import Testing

@Suite("Rescuing a damaged library")
struct RescueTests {
  /// A library of some size, in one file.
  private static let whole: Data = {
    let library = TemporaryLibrary()
    guard let store = try? library.open() else { return Data() }
    for number in 1...30 {
      let text = String(repeating: "The quay was closed, a source said. ", count: number * 4)
      try? store.save(.story(number, text), readAt: Date())
      try? store.save(ReadingPosition(offset: number), of: "sha256:\(number)")
    }
    for number in 1...60 {
      let note = String(repeating: "Ask the harbour master. ", count: number)
      try? store.save(Mark.sample(on: "sha256:\(number % 30 + 1)", note: note))
    }
    try? store.save(Analysis.sample.article, readAt: Date())
    try? store.save(Analysis.sample)
    for correction in Correction.samples { try? store.save(correction) }
    for number in 1...3 {
      let feed = "https://post\(number).example/feed"
      try? store.save(Subscription(address: feed, title: "Post \(number)"))
      let entries = (1...20).map {
        NewsEntry(
          NewsItem(
            guid: "\(number)-\($0)", link: "https://post\(number).example/\($0)",
            title: "Story \($0)"),
          of: feed)
      }
      _ = try? store.add(entries, at: Date())
    }
    for (id, state) in [(4, NewsEntry.State.later), (9, .read)] { try? store.mark(id, as: state) }
    try? store.markFetched("https://post1.example/1", article: "sha256:1")
    let database = try? DatabaseQueue(path: library.file)
    try? database?.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    try? database?.close()
    return (try? library.bytes()) ?? Data()
  }()

  private func rescue(_ bytes: Data) throws -> (rescued: RescuedLibrary, store: Store) {
    let (library, other) = (TemporaryLibrary(), TemporaryLibrary())
    try library.makeFile(bytes)
    let rescued = try RescuedLibrary.copy(of: library.folder, into: other.folder)
    #expect(try library.bytes() == bytes, "the damaged one is as it was")
    let files = try FileManager.default.contentsOfDirectory(atPath: library.folder)
    #expect(files == ["hearsay.sqlite"])
    return (rescued, try other.open())
  }

  @Test("Of a whole library everything is copied")
  func whole() throws {
    let (rescued, store) = try rescue(Self.whole)
    #expect(rescued.parts.allSatisfy { $0.lost == 0 && !$0.isUnknown })
    let library = TemporaryLibrary()
    try library.makeFile(Self.whole)
    let original = try library.open()
    #expect(try store.marks() == original.marks())
    #expect(try store.corrections() == original.corrections())
    #expect(try store.library().map(\.id) == original.library().map(\.id))
    for entry in try original.library() {
      #expect(try store.article(entry.id) == original.article(entry.id))
      #expect(try store.position(of: entry.id) == original.position(of: entry.id))
    }
    #expect(try store.subscriptions() == original.subscriptions())
    #expect(try store.entries() == original.entries())
    #expect(try store.entries(in: [.later]).map(\.guid) == ["1-4"])
    #expect(try store.article(from: "https://post1.example/1")?.id == "sha256:1")
    let analysis = Analysis.sample
    #expect(try store.analysis(of: analysis.article.id, by: analysis.engine) == analysis)
    while try store.catchUp() > 0 {}
    #expect(try store.search("quay").passages == original.search("quay").passages)
  }

  @Test("Of a library of the first version, too")
  func firstVersion() throws {
    let library = TemporaryLibrary()
    try library.makeDatabase(sql: FirstVersion.sql)
    let (rescued, store) = try rescue(try library.bytes())
    let marks = try #require(rescued.parts.first)
    #expect(marks.kind == .mark && marks.copied == 1 && marks.lost == 0)
    #expect(try store.marks().first?.anchor.exact == "quay")
    #expect(try store.article("sha256:1")?.text.string == "The quay was closed. 🌉")
  }

  @Test("What is lost is counted, what is not is copied, wherever a page is smashed")
  func onePageEach() throws {
    let pages = Self.whole.count / 4_096
    try #require(pages > 40)
    for page in 2...pages {
      var bytes = Self.whole
      bytes.replaceSubrange(
        (page - 1) * 4_096..<page * 4_096, with: Data(repeating: 0xA5, count: 4_096))
      let (rescued, store) = try rescue(bytes)
      let marks = try #require(rescued.parts.first)
      #expect(try store.marks().count == marks.copied)
      #expect(marks.copied + marks.lost == 60 || marks.isUnknown, "page \(page): \(marks)")
      #expect(marks.copied >= 30, "page \(page): \(marks)")
      let articles = try store.library().count
      #expect(articles >= 20, "page \(page): \(articles) articles")
    }
  }

  @Test("Whatever is damaged, nothing stops it", arguments: 0..<40)
  func neverACrash(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var bytes = Self.whole
    for _ in 0..<Int.random(in: 1...20, using: &dice) {
      let start = Int.random(in: 0..<bytes.count, using: &dice)
      let length = [1, 1, 1, 40, 4_096].randomElement(using: &dice) ?? 1
      for index in start..<min(start + length, bytes.count) {
        bytes[index] = UInt8.random(in: 0...255, using: &dice)
      }
    }
    if Bool.random(using: &dice) { bytes.removeLast(Int.random(in: 1..<40_000, using: &dice)) }
    do {
      let (rescued, store) = try rescue(bytes)
      #expect(try store.marks().count == rescued.parts.first?.copied)
    } catch let error as StoreError {
      #expect(error.description.hasSuffix("."))
    }
  }

  @Test func `An entry of a feed outlives its feed, and one in no known state is new`() throws {
    let library = TemporaryLibrary()
    try library.makeFile(Self.whole)
    let database = try DatabaseQueue(path: library.file)
    try database.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          PRAGMA foreign_keys = OFF; DELETE FROM feed WHERE address = 'https://post1.example/feed';
          UPDATE feedEntry SET state = 'smashed' WHERE guid = '2-1';
          PRAGMA journal_mode = DELETE;
          """)
    }
    try database.close()
    let (rescued, store) = try rescue(try library.bytes())
    #expect(rescued.parts.first { $0.kind == .newsEntry }?.copied == 60)
    #expect(
      try store.entries(of: "https://post1.example/feed", in: [.later]).map(\.guid) == ["1-4"])
    #expect(try store.subscriptions().map(\.entries) == [20, 20, 20])
    #expect(try store.entries().first { $0.guid == "2-1" }?.state == .unread)
  }

  @Test("A header that is gone is put back")
  func header() throws {
    var bytes = Self.whole
    bytes.replaceSubrange(0..<24, with: Data(repeating: 0, count: 24))
    #expect(try rescue(bytes).store.marks().count == 60)
  }

  @Test("Nothing is overwritten, and where there is nothing it says so")
  func refusals() throws {
    let (library, other) = (TemporaryLibrary(), TemporaryLibrary())
    #expect(throws: StoreError.self) {
      try RescuedLibrary.copy(of: library.folder, into: other.folder)
    }
    try library.open().save(Mark.sample())
    try other.makeFile(Data("Dear diary, today the bridge was closed again. ".utf8))
    #expect(throws: StoreError.self) {
      try RescuedLibrary.copy(of: library.folder, into: other.folder)
    }
    #expect(try other.bytes().count == 47)
    #expect(throws: StoreError.self) {
      try RescuedLibrary.copy(of: library.folder, into: library.folder)
    }
  }
}
