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

  private func isSentence(_ error: any Error) throws {
    let sentence = try #require(error as? StoreError).description
    #expect(sentence.hasSuffix("."))
    #expect(sentence.contains("hearsay.sqlite"))
  }
}
