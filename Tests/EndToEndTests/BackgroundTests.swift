import Foundation
import HearsayEngine
import HearsayIngest
import HearsayModel
import HearsayReader
import HearsayTestSupport
import Synchronization
import Testing

@testable import HearsayStore
@testable import hearsay

/// A mailbox, a libraryWriter on a library in memory, and what the libraryWriter said.
private final class Background: Sendable {
  let mailbox: Mailbox
  let store: Store
  let said = Mutex<[String]>([])
  /// Is signalled whenever something comes into the mailbox.
  private let news = DispatchSemaphore(value: 0)

  init() throws {
    store = try .inMemory()
    mailbox = Mailbox { [news] in news.signal() }
  }

  func libraryWriter(_ problem: String? = nil) -> LibraryWriter {
    LibraryWriter(opening: { [store] in
      if let problem { throw KeepingProblem(problem) }
      return store
    }) { sentence in self.said.withLock { $0.append(sentence) } }
  }

  /// The first event for which `pick` finds something.
  func event<Found>(_ pick: (Event) -> Found?) -> Found? {
    awaited { mailbox.take().lazy.compactMap(pick).first }
  }

  /// What is found in the mailbox, looked for whenever something comes into it.
  func awaited<Found>(_ look: () throws -> Found?) rethrows -> Found? {
    let end = DispatchTime.now() + 10
    repeat {
      if let found = try look() { return found }
    } while news.wait(timeout: end) == .success
    return nil
  }
}

private func article(_ text: String, id: String) -> Article {
  Article(id: "sha256:" + String(repeating: id, count: 64), text: ArticleText(text))
}

private func analysis(of article: Article, words: Int) -> Analysis {
  Analysis(
    engine: EngineVersion(version: "1", model: "test"), article: article, sources: [],
    attributions: [], claims: [], unattributed: [],
    summary: Summary(
      attributions: 0, sources: 0, namedPeople: 0, unnamed: 0, relayed: 0, sentences: 1,
      unattributedSentences: 1, unattributedWords: words, words: words, flags: []))
}

@Suite struct UnkeptTests {
  private func mark(_ number: Int, note: String = "") -> Mark {
    let text = ArticleText("Said \(number).")
    return Mark(
      article: "sha256:1", anchor: .init(Span(0, text.count), in: text),
      snapshot: .init(
        articleTitle: nil, publisher: nil, published: nil, location: nil, source: nil, cue: nil,
        manner: nil, kind: .none, naming: .implicit, chain: [], flags: [], engine: ""), note: note,
      created: Date(timeIntervalSince1970: Double(number)), modified: Date())
  }

  @Test func whatTheLibraryCouldNotTakeIsTriedAgainWithTheNextSave() throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(at: folder.path("library"))
    let again = Mutex(0)
    let libraryWriter = LibraryWriter(
      opening: { store }, kept: { again.withLock { $0 += 1 } }, tell: { _ in })
    let (first, second) = (mark(1, note: "ask"), mark(2))
    // As long as somebody else holds it.
    try store.waitForOthers(seconds: 0)
    let other = try Holder(of: folder.path("library"))
    #expect(libraryWriter.save(first)?.contains("the mark was not saved") == true)
    #expect(libraryWriter.unkeptMarks == [first.id])
    #expect(libraryWriter.withUnkept([second]) == [second, first])
    other.letGo()
    #expect(libraryWriter.save(second) == nil)
    libraryWriter.finish()
    #expect(libraryWriter.unkeptMarks == [] && again.withLock { $0 } == 1)
    #expect(try store.marks() == [first, second])
    #expect(libraryWriter.end() == [])
  }

  @Test func whatCouldNotBeKeptAtAllIsSaidInTheEnd() throws {
    let libraryWriter = try Background().libraryWriter("No home.")
    let mark = mark(1, note: "ask")
    #expect(libraryWriter.save(mark) == "No home. This mark is not kept.")
    #expect(libraryWriter.save(self.mark(2)) != nil)
    // The newest state of each, and nothing of what was taken off again.
    var changed = mark
    changed.status = .doing
    #expect(libraryWriter.save(changed) != nil)
    #expect(
      libraryWriter.end() == [
        "The mark on “Said 2.” was not kept.",
        "The mark on “Said 1.” with the note “ask” was not kept.",
        "No home. This mark is not kept.",
      ])
    #expect(libraryWriter.removeMark(mark.id) == nil)
    #expect(libraryWriter.end().count == 2)
  }

  @Test func anArticleIsKeptBeforeAnybodyHearsOfIt() throws {
    let background = try Background()
    let folder = try TemporaryFolder()
    let file = try folder.file("a.txt", Paper.harbour)
    let libraryWriter = background.libraryWriter()
    // The reader of the article is at another place as soon as it is there.
    let reader = Mutex<Mailbox?>(nil)
    let mailbox = Mailbox {
      for case .articleLoaded(let article, _, _) in reader.withLock({ $0 })?.take() ?? [] {
        libraryWriter.save(ReadingPosition(offset: 5), of: article.id)
      }
    }
    reader.withLock { $0 = mailbox }
    let loader = ArticleLoader(mailbox: mailbox, libraryWriter: libraryWriter)
    loader.open(.entry("a.txt"), from: .place(.file(file)))
    loader.finish()
    libraryWriter.finish()
    #expect(background.said.withLock { $0 } == [])
    let entry = try #require(try background.store.library().first)
    #expect(try background.store.position(of: entry.id)?.offset == 5)
  }
}

/// Somebody else who holds a library.
private final class Holder {
  private let process = Process()
  private let input = Pipe()

  /// Holds it from now on.
  init(of folder: String) throws {
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      """
      import sqlite3, sys
      library = sqlite3.connect(sys.argv[1] + "/hearsay.sqlite", isolation_level=None)
      library.execute("BEGIN IMMEDIATE")
      print("held", flush=True)
      sys.stdin.read()
      """, folder,
    ]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    _ = output.fileHandleForReading.availableData
  }

  /// Lets it go.
  func letGo() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}

@Suite(.timeLimit(.minutes(40))) struct AnalysisQueueTests {
  @Test func anArticleIsAnalysedOnceAndKept() throws {
    let background = try Background()
    let runs = Mutex(0)
    let makeQueue = { (libraryWriter: LibraryWriter) in
      AnalysisQueue(mailbox: background.mailbox, libraryWriter: libraryWriter) {
        Engine(version: EngineVersion(version: "1", model: "test")) { article, _, watch in
          runs.withLock { $0 += 1 }
          return watch.stop.isSeen ? nil : analysis(of: article, words: 3)
        }
      }
    }
    let article = article("No one said.", id: "a")
    try background.store.save(article, readAt: Date())
    for _ in 0..<2 {
      let libraryWriter = background.libraryWriter()
      let analyses = makeQueue(libraryWriter)
      analyses.analyze(article)
      let words = background.event { event -> Int? in
        if case .analysisFinished(let analysis) = event { analysis.summary.words } else { nil }
      }
      #expect(words == 3)
      // The next queue, as the next session would, finds it in the library.
      analyses.finish()
      libraryWriter.finish()
      #expect(try background.store.library().first?.figures != nil)
    }
    #expect(runs.withLock { $0 } == 1)
  }

  @Test func anAnalysisThatNobodyWantsStopsAndTheNextOneRuns() throws {
    let background = try Background()
    let analyses = AnalysisQueue(
      mailbox: background.mailbox, libraryWriter: background.libraryWriter()
    ) {
      Engine(version: EngineVersion(version: "1", model: "test")) { article, _, watch in
        var part = 0.0
        // Never ends by itself.
        while article.text.count > 100 {
          part += 0.0001
          watch.progress(part)
          if watch.stop.isSeen { return nil }
          sched_yield()
        }
        return analysis(of: article, words: 1)
      }
    }
    let long = article(String(repeating: "a", count: 200), id: "b")
    let short = article("short", id: "c")
    analyses.analyze(long)
    let progress = background.event { event -> Double? in
      if case .analysisProgress(long.id, let part) = event { part } else { nil }
    }
    #expect((progress ?? 0) > 0)
    analyses.analyze(short)
    analyses.cancel(long.id)
    let finished = background.event { event -> Article.ID? in
      if case .analysisFinished(let analysis) = event { analysis.article.id } else { nil }
    }
    #expect(finished == short.id)
  }

  @Test func aStoppedReadingShowsWhatItFoundAndIsNotKeptAndGoesOn() throws {
    let background = try Background()
    let isHurried = Mutex(false)
    let analyses = AnalysisQueue(
      mailbox: background.mailbox, libraryWriter: background.libraryWriter()
    ) {
      Engine(version: EngineVersion(version: "1", model: "test")) { article, _, watch in
        watch.found?(PartialAnalysis(analysis(of: article, words: 1), of: [Span(0, 5)]))
        while !isHurried.withLock({ $0 }), !watch.stop.isSeen { sched_yield() }
        return watch.stop.isSeen ? nil : analysis(of: article, words: 2)
      }
    }
    let article = article("One said. Two said.", id: "e")
    try background.store.save(article, readAt: Date())
    analyses.analyze(article)
    let part = background.event { event -> AnalysisPart? in
      if case .analysisPart(let part) = event { part } else { nil }
    }
    #expect(part?.read == [Span(0, 5)])
    #expect(part?.analysis.summary.words == 1)
    analyses.cancel(article.id)
    #expect(try background.store.library().first?.figures == nil)
    isHurried.withLock { $0 = true }
    analyses.analyze(article)
    let words = background.event { event -> Int? in
      if case .analysisFinished(let analysis) = event { analysis.summary.words } else { nil }
    }
    #expect(words == 2)
  }

  @Test func aTextLongerThanCanBeKeptSaysThatTheReadingHasStopped() throws {
    let background = try Background()
    let analyses = AnalysisQueue(
      mailbox: background.mailbox, libraryWriter: background.libraryWriter()
    ) {
      Engine(version: EngineVersion(version: "1", model: "test")) { _, _, _ in nil }
    }
    let article = article("Much.", id: "f")
    analyses.analyze(article)
    let stopped = background.event { event -> Article.ID? in
      if case .analysisStopped(let id) = event { id } else { nil }
    }
    #expect(stopped == article.id)
    #expect(throws: AnalysisQueue.TooLong.self) {
      try analyses.analysis(of: article, until: StopSign())
    }
  }

  @Test func ofManyNewsInTheMailboxTheLastOfEachKindIsTaken() {
    let mailbox = Mailbox {}
    mailbox.post(.analysisProgress("a", 0.1))
    mailbox.post(.message("So."))
    mailbox.post(.analysisProgress("b", 0.2))
    mailbox.post(.analysisProgress("a", 0.3))
    #expect(
      mailbox.take() == [.message("So."), .analysisProgress("b", 0.2), .analysisProgress("a", 0.3)])
  }

  @Test func anEngineThatCannotBeMadeIsReported() throws {
    let background = try Background()
    let analyses = AnalysisQueue(
      mailbox: background.mailbox, libraryWriter: background.libraryWriter()
    ) {
      throw KeepingProblem("The word lists are missing.")
    }
    analyses.analyze(article("x", id: "d"))
    let sentence = background.event { event -> String? in
      if case .analysisFailed(_, let sentence) = event { sentence } else { nil }
    }
    #expect(sentence == "The word lists are missing.")
  }
}

@Suite(.timeLimit(.minutes(40))) struct LibraryWriterTests {
  @Test func ofManyPlacesTheLastIsKept() throws {
    let background = try Background()
    let libraryWriter = background.libraryWriter()
    let one = article("one two three four five", id: "e")
    let other = article("six seven eight", id: "f")
    libraryWriter.save(one)
    libraryWriter.save(other)
    for offset in 0..<20 { libraryWriter.save(ReadingPosition(offset: offset), of: one.id) }
    for offset in 0..<5 { libraryWriter.save(ReadingPosition(offset: offset), of: other.id) }
    libraryWriter.finish()
    #expect(try background.store.position(of: one.id)?.offset == 19)
    #expect(try background.store.position(of: other.id)?.offset == 4)
    #expect(background.said.withLock { $0 }.isEmpty)
  }

  @Test func aLibraryThatCannotBeOpenedIsSaidOnceAndForWhatIsNotKept() throws {
    let background = try Background()
    let libraryWriter = background.libraryWriter("The disk is full.")
    #expect(libraryWriter.store(within: 10) == nil)
    libraryWriter.save(article("x", id: "9"))
    libraryWriter.save(ReadingPosition(offset: 0), of: "x")
    libraryWriter.finish()
    #expect(background.said.withLock { $0 } == ["The disk is full."])
    #expect(
      libraryWriter.removeCorrection(UUID()) == "The disk is full. This correction is not kept.")
    // What was never kept can be let go of without a word.
    #expect(libraryWriter.removeMark(UUID()) == nil)
  }
}

@Suite(.timeLimit(.minutes(40))) struct LoaderTests {
  @Test func aFileIsReadAndKept() throws {
    let background = try Background()
    let libraryWriter = background.libraryWriter()
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).txt"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("A harbour burned, officials said.\n".utf8).write(to: URL(fileURLWithPath: path))
    let loader = ArticleLoader(mailbox: background.mailbox, libraryWriter: libraryWriter)
    loader.open(.entry(path), from: .place(.file(path)))
    let loaded = background.event { event -> Article? in
      if case .articleLoaded(let article, _, _) = event { article } else { nil }
    }
    #expect(loaded?.text.string == "A harbour burned, officials said.\n")
    libraryWriter.finish()
    let library = try background.store.library()
    #expect(library.map(\.path) == [path])

    loader.open(.entry("x"), from: .place(.file(path + ".missing")))
    let sentence = background.event { event -> String? in
      if case .articleFailed(_, let sentence) = event { sentence } else { nil }
    }
    #expect(sentence?.hasSuffix(".") == true)

    loader.open(.stored("sha256:none"), from: .library("sha256:none"))
    let missing = background.event { event -> String? in
      if case .articleFailed(_, let sentence) = event { sentence } else { nil }
    }
    #expect(missing == "The library no longer has this article.")
  }
}

@Suite(.timeLimit(.minutes(40))) struct HeadlineTests {
  @Test func articlesThatNobodyOpenedAreListedWithTheirHeadlines() throws {
    let background = try Background()
    let folder = try TemporaryFolder()
    let file = folder.path("ferry.txt")
    try
      "Ferry fares to rise in May\n\nTOLL, 3 March 2026 (Lund Press) — Fares rise in May, the line said.\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    var list = ReadingList([.file(file), .file(folder.path("missing.txt")), .standardInput])
    ArticleLoader(mailbox: background.mailbox, libraryWriter: background.libraryWriter())
      .readHeadlines(of: list.unopened())
    let found = background.awaited {
      let headlines = background.mailbox.takeHeadlines()
      return headlines.isEmpty ? nil : headlines
    }
    list.learn(found ?? [])
    #expect(
      list.entries.map(\.title) == ["Ferry fares to rise in May", "missing.txt", "standard input"])
    #expect(list.entries.map(\.publisher) == ["Lund Press", nil, nil])
  }
}
