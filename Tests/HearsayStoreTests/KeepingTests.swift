import Foundation
import HearsayModel
import HearsayStore
import HearsayTestSupport
import Testing

@Suite("What is saved is there again")
struct KeepingTests {
  let store: Store
  let monday = Date(timeIntervalSinceReferenceDate: 768_000_000)

  init() throws { store = try Store.inMemory() }

  @Test("An article, with all that is known of it")
  func article() throws {
    let article = Analysis.sample.article
    try store.save(article, readAt: monday)
    #expect(try store.article(article.id) == article)
    #expect(try store.article("sha256:unknown") == nil)
  }

  @Test func `An article keeps its links, and learns those that a file without any did not have`()
    throws
  {
    var article = Analysis.sample.article
    article.updated = "2025-05-14"
    try store.save(article, readAt: monday)
    article.links = [ArticleLink(span: Span(3, 9), address: "https://daily.example/report")]
    try store.save(article, readAt: monday)
    #expect(try store.article(article.id) == article)
    var plain = article
    plain.links = []
    try store.save(plain, readAt: monday)
    #expect(try store.article(article.id)?.links == article.links)
  }

  @Test func `What is noted of how an article came is kept until it comes in another way`() throws {
    var article = Analysis.sample.article
    article.notes = [.layoutUncertain, .lettersLost]
    try store.save(article, readAt: monday)
    #expect(try store.article(article.id)?.notes == [.layoutUncertain, .lettersLost])
    article.notes = []
    try store.save(article, readAt: monday)
    #expect(try store.article(article.id)?.notes == [])
  }

  @Test("An article of odd bytes: NUL, controls, combining marks, nothing at all")
  func oddTexts() throws {
    for (number, text) in ["a\u{0}b", "\u{1B}[31mred", "e\u{301}\u{200D}🌉", ""].enumerated() {
      var article = Article.story(number, text)
      article.title = text
      try store.save(article, readAt: monday)
      #expect(try store.article(article.id) == article)
    }
  }

  @Test("Opened again, an article keeps what was known and learns what is new")
  func articleAgain() throws {
    var article = Article.story(1)
    article.byline = "Ida Strand"
    try store.save(article, readAt: monday)
    article.byline = nil
    article.path = "moved.txt"
    try store.save(article, readAt: monday.addingTimeInterval(60))

    let kept = try #require(try store.article(article.id))
    #expect(kept.byline == "Ida Strand")
    #expect(kept.path == "moved.txt")
    let entry = try #require(try store.library().first)
    #expect(entry.firstRead == monday)
    #expect(entry.lastRead == monday.addingTimeInterval(60))
  }

  @Test("An analysis by the same engine; another version is asked again")
  func analysis() throws {
    let analysis = Analysis.sample
    try store.save(analysis.article, readAt: monday)
    #expect(try store.analysis(of: analysis.article.id, by: analysis.engine) == nil)
    try store.save(analysis)
    #expect(try store.analysis(of: analysis.article.id, by: analysis.engine) == analysis)
    let newer = EngineVersion(version: "0.0.1", model: "by hand")
    #expect(try store.analysis(of: analysis.article.id, by: newer) == nil)
  }

  @Test("A mark, with priority, due day, dated notes and evidence; several at once")
  func fullMark() throws {
    var mark = Mark.sample()
    mark.priority = .high
    mark.due = "2025-06-02"
    mark.evidence = [
      Mark.Evidence("https://port.example/sale", added: monday),
      Mark.Evidence("Asked at the desk", added: monday.addingTimeInterval(0.25)),
    ]
    mark.notes = [
      Mark.Note("Who sold it?", written: monday),
      Mark.Note("They do not say.\nAsk again.", written: monday.addingTimeInterval(86_400)),
    ]
    mark.refusedIn = ["sha256:later"]
    mark.snapshot.subject = .claim
    mark.snapshot.otherSources = ["the port"]
    mark.snapshot.formerWords = "the quay"
    let other = Mark.sample(at: 0)
    try store.save([mark, other])
    #expect(Set(try store.marks()) == [mark, other])
    mark.priority = .low
    mark.due = nil
    mark.evidence = []
    mark.notes = []
    mark.refusedIn = []
    try store.save(mark)
    #expect(try store.marks().contains(mark))
  }

  @Test("The newest analysis takes the place of the one before")
  func newestAnalysis() throws {
    var analysis = Analysis.sample
    try store.save(analysis.article, readAt: monday)
    try store.save(analysis)
    let old = analysis.engine
    analysis.engine.version = "0.0.1"
    analysis.attributions.removeLast()
    try store.save(analysis)
    #expect(try store.analysis(of: analysis.article.id, by: old) == nil)
    #expect(try store.analysis(of: analysis.article.id, by: analysis.engine) == analysis)
  }

  @Test("A reading position; an article that was read through stays so")
  func position() throws {
    let article = Article.story(1)
    try store.save(article, readAt: monday)
    #expect(try store.position(of: article.id) == nil)
    let end = ReadingPosition(
      offset: 9, selected: .attribution(Attribution.ID(3)), isReadThrough: true)
    try store.save(end, of: article.id)
    #expect(try store.position(of: article.id) == end)
    try store.save(
      ReadingPosition(offset: 0, selected: .sentence(UnattributedSentence.ID(2))), of: article.id)
    #expect(
      try store.position(of: article.id)
        == ReadingPosition(
          offset: 0, selected: .sentence(UnattributedSentence.ID(2)), isReadThrough: true))
  }

  @Test(
    "A position lies in the text and never inside a character",
    arguments: [(-5, 0), (3, 2), (5, 2), (6, 6), (7, 7), (1_000, 7)])
  func positionIsClamped(saved: Int, found: Int) throws {
    let article = Article.story(1, "a 🌉.")
    try store.save(article, readAt: monday)
    try store.save(ReadingPosition(offset: saved), of: article.id)
    #expect(try store.position(of: article.id)?.offset == found)
  }

  @Test("What belongs to an article needs the article")
  func unknownArticle() throws {
    #expect(throws: StoreError.self) { try store.save(ReadingPosition(offset: 0), of: "sha256:9") }
    let error = #expect(throws: StoreError.self) { try store.save(Analysis.sample) }
    #expect(
      error?.description
        == "The library does not have this article: the analysis was not saved.")
  }

  @Test("A mark with all its fields, and each later state of it")
  func mark() throws {
    var mark = Mark.sample(note: "Who?\nAsk – \u{0} – again ☎")
    try store.save(mark)
    #expect(try store.marks() == [mark])
    mark.status = .refuted
    mark.tags = []
    mark.snapshot.source = nil
    mark.snapshot.manner = nil
    try store.save(mark)
    #expect(try store.marks() == [mark])
  }

  @Test("A removed mark is gone, and back when it is saved again")
  func removedMark() throws {
    let mark = Mark.sample()
    try store.save(mark)
    try store.removeMark(mark.id)
    #expect(try store.marks() == [])
    try store.save(mark)
    #expect(try store.marks() == [mark])
  }

  @Test("Marks of an article in order of reading; all marks in the order they were made")
  func orderOfMarks() throws {
    let late = Mark.sample(on: "sha256:1", at: 10, created: monday)
    let other = Mark.sample(on: "sha256:2", at: 0, created: monday.addingTimeInterval(1))
    let early = Mark.sample(on: "sha256:1", at: 2, created: monday.addingTimeInterval(2))
    for mark in [other, early, late] { try store.save(mark) }
    #expect(try store.marks(on: "sha256:1") == [early, late])
    #expect(try store.marks() == [late, other, early])
    #expect(try store.marks(on: "sha256:3") == [])
  }

  @Test("An article is forgotten with its analysis and position; its marks stay")
  func forgottenArticle() throws {
    let analysis = Analysis.sample
    let id = analysis.article.id
    try store.save(analysis.article, readAt: monday)
    try store.save(analysis)
    try store.save(ReadingPosition(offset: 3), of: id)
    try store.save(Mark.sample(on: id))
    try store.removeArticle(id)
    #expect(try store.article(id) == nil)
    #expect(try store.analysis(of: id, by: analysis.engine) == nil)
    #expect(try store.position(of: id) == nil)
    #expect(try store.library() == [])
    #expect(try store.marks(on: id).count == 1)
  }

  @Test("An article that was taken out comes back with everything that belonged to it")
  func restoredArticle() throws {
    let analysis = Analysis.sample
    let id = analysis.article.id
    try store.save(analysis.article, readAt: monday)
    try store.save(analysis)
    try store.save(ReadingPosition(offset: 3, isReadThrough: true), of: id)
    let before = try store.library()
    let removed = try #require(try store.removeArticle(id))
    try store.restore(removed)
    #expect(try store.library() == before)
    #expect(try store.article(id) == analysis.article)
    #expect(try store.analysis(of: id, by: analysis.engine) == analysis)
    #expect(try store.position(of: id)?.offset == 3)
    #expect(try store.removeArticle("sha256:9") == nil)
    // It was opened again from its file in the meantime.
    let again = try #require(try store.removeArticle(id))
    try store.save(analysis.article, readAt: monday.addingTimeInterval(9))
    try store.restore(again)
    #expect(try store.library().map(\.lastRead) == [monday.addingTimeInterval(9)])
  }

  @Test("An article that nobody has opened is new until somebody does, and read through at its end")
  func progress() throws {
    let article = Article.story(1)
    try store.add(article, at: monday)
    #expect(try store.library().map(\.isOpened) == [false])
    try store.save(article, readAt: monday.addingTimeInterval(60))
    try store.add(article, at: monday.addingTimeInterval(120))
    let entry = try #require(try store.entry(of: article.id))
    #expect(entry.isOpened && !entry.isReadThrough)
    #expect(entry.firstRead == monday && entry.lastRead == monday.addingTimeInterval(60))
    try store.noteEnd(of: article.id)
    try store.save(ReadingPosition(offset: 2), of: article.id)
    #expect(try store.entry(of: article.id)?.isReadThrough == true)
    #expect(try store.entry(of: "sha256:9") == nil)
  }
}
