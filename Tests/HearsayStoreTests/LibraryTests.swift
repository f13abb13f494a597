import Foundation
import GRDB
import HearsayModel
import HearsayStore
import HearsayTestSupport
import Testing

@Suite("The list of what was read")
struct LibraryTests {
  let monday = Date(timeIntervalSinceReferenceDate: 768_000_000)

  @Test("The last read comes first, with figures, marks and whether it was read through")
  func entries() throws {
    let store = try Store.inMemory()
    let analysis = Analysis.sample
    try store.save(analysis.article, readAt: monday)
    try store.save(analysis)
    try store.save(ReadingPosition(offset: 40, isReadThrough: true), of: analysis.article.id)
    try store.save(Mark.sample(on: analysis.article.id))
    try store.save(Article.story(2), readAt: monday.addingTimeInterval(60))

    let entries = try store.library()
    #expect(entries.map(\.title) == ["Story 2", "Norrvik closes its harbour bridge"])
    #expect(entries.map(\.isReadThrough) == [false, true])
    #expect(entries.map(\.marks) == [0, 1])
    #expect(entries[0].figures == nil)
    #expect(entries[0].words == 4)
    let figures = try #require(entries[1].figures)
    #expect(figures.attributions == 11)
    #expect(figures.unnamed == 5)
    #expect(figures.relayed == 2)
    #expect(figures.unattributed == 5)
    #expect(entries[1].words == analysis.summary.words)
    #expect(try store.library(limit: 1).map(\.title) == ["Story 2"])
  }

  @Test("Ten thousand articles are listed in no time")
  func tenThousandArticles() throws {
    let library = TemporaryLibrary()
    let store = try library.open()
    // Filled by hand: ten thousand saves, each on the disk, would take a minute.
    let database = try DatabaseQueue(path: library.file)
    let text = Data(repeating: UInt8(ascii: "x"), count: 3_000)
    try database.write { db in
      for number in 0..<10_000 {
        try db.execute(
          sql: """
            INSERT INTO article
              VALUES (?, ?, 'Norrvik Post', NULL, NULL, NULL, 'a', 'en', 500, ?, ?, 1, NULL, NULL);
            INSERT INTO articleText VALUES (?, ?, NULL);
            INSERT INTO analysis VALUES (?, 'hearsay', '1', 'rules', 9, 3, 1, 4, 0, 2, 1, '', NULL, NULL, NULL);
            INSERT INTO position VALUES (?, 0, NULL, 1)
            """,
          arguments: [
            "sha256:\(number)", "Story \(number)", Double(number), Double(number),
            "sha256:\(number)", text, "sha256:\(number)", "sha256:\(number)",
          ])
      }
    }
    let clock = ContinuousClock()
    var all: [LibraryEntry] = []
    let whole = try clock.measure { all = try store.library() }
    var screen: [LibraryEntry] = []
    let part = try clock.measure { screen = try store.library(limit: 60) }
    print("library: 10,000 entries in \(whole), the first 60 in \(part)")
    #expect(all.count == 10_000)
    #expect(all.first?.title == "Story 9999")
    #expect(screen == Array(all.prefix(60)))
    // Generous, because tests run beside others and unoptimised.
    #expect(part < .milliseconds(100))
    #expect(whole < .seconds(5))
  }
}
