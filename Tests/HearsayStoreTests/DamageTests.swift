import Foundation
import GRDB
import HearsayModel
import HearsayStore
import HearsayTestSupport
import Testing

@Suite("A library with bad bytes in it")
struct DamageTests {
  /// A library with a little of everything, in one file.
  private static let whole: Data = {
    let library = TemporaryLibrary()
    guard let store = try? library.open() else { return Data() }
    let analysis = Analysis.sample
    try? store.save(analysis.article, readAt: Date())
    try? store.save(analysis)
    try? store.save(ReadingPosition(offset: 40), of: analysis.article.id)
    for mark in Mark.samples { try? store.save(mark) }
    for number in 1...30 { try? store.save(.story(number), readAt: Date()) }
    let database = try? DatabaseQueue(path: library.file)
    try? database?.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    try? database?.close()
    return (try? library.bytes()) ?? Data()
  }()

  @Test(
    "Whatever is damaged, it is read as far as it goes or refused in a sentence", arguments: 0..<60)
  func neverACrash(seed: UInt64) throws {
    try #require(Self.whole.count > 40_000)
    var dice = Dice(seed: seed)
    var bytes = Self.whole
    // From a single bit to a smashed page, anywhere in the file.
    for _ in 0..<Int.random(in: 1...20, using: &dice) {
      let start = Int.random(in: 0..<bytes.count, using: &dice)
      let length = [1, 1, 1, 40, 4_096].randomElement(using: &dice) ?? 1
      for index in start..<min(start + length, bytes.count) {
        bytes[index] = UInt8.random(in: 0...255, using: &dice)
      }
    }
    if Bool.random(using: &dice) { bytes.removeLast(Int.random(in: 1..<9_000, using: &dice)) }
    let library = TemporaryLibrary()
    try library.makeFile(bytes)
    do {
      let store = try library.open()
      let analysis = Analysis.sample
      for attempt: () throws -> Void in [
        { _ = try store.library() },
        { _ = try store.article(analysis.article.id) },
        { _ = try store.analysis(of: analysis.article.id, by: analysis.engine) },
        { _ = try store.position(of: analysis.article.id) },
        { _ = try store.marks() },
        { _ = try store.marks(on: analysis.article.id) },
        { try store.save(Mark.samples[0]) },
        { try store.save(.story(99), readAt: Date()) },
      ] {
        do { try attempt() } catch { try isSentence(error) }
      }
    } catch {
      try isSentence(error)
    }
  }

  @Test("Marks are listed whatever became of the texts, the indexes and the lists of articles")
  func marksOutliveEverythingElse() throws {
    let pages = try Self.pages(besides: "mark")
    try #require(pages.count > 10)
    for (name, numbers) in pages {
      let library = TemporaryLibrary()
      var bytes = Self.whole
      for page in numbers {
        bytes.replaceSubrange(
          (page - 1) * 4_096..<page * 4_096, with: Data(repeating: 0xA5, count: 4_096))
      }
      try library.makeFile(bytes)
      let store = try library.open(.readOnly)
      #expect(try Set(store.marks().map(\.id)) == Set(Mark.samples.map(\.id)), "\(name) is damaged")
    }
  }

  /// The pages of every table and index but the schema's and this one's, by its name.
  private static func pages(besides table: String) throws -> [(name: String, pages: [Int])] {
    let library = TemporaryLibrary()
    try library.makeFile(whole)
    return try DatabaseQueue(path: library.file).read { db in
      let roots = try Row.fetchAll(
        db, sql: "SELECT name, rootpage FROM sqlite_master WHERE rootpage > 1 AND name <> ?",
        arguments: [table])
      // What a library is told by at its opening is not asked for here.
      return roots.filter { !("\($0["name"] ?? "")".contains("grdb_migrations")) }.map {
        ($0["name"], [$0["rootpage"]])
      }
    }
  }

  private func isSentence(_ error: any Error) throws {
    let sentence = try #require(error as? StoreError).description
    #expect(sentence.hasSuffix("."))
    #expect(sentence.contains("hearsay.sqlite"))
  }
}
