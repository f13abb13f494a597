import Foundation
import HearsayModel
import HearsayTestSupport
import Synchronization
import Testing

@testable import hearsay

@Suite("Marks of an earlier version of an article")
struct SessionMarksTests {
  private let old = Article(
    id: "sha256:old", title: "Salt", publisher: "Herald", path: "salt.txt",
    text: ArticleText(
      """
      The port sold its salt in May, a source at the port said.

      "We will not sell the cranes," Ines Falk told reporters on Monday.

      Ships went on unloading until dusk, with nobody to sign for it.
      """))

  private func mark(_ words: String, in article: Article, source: String?) throws -> Mark {
    let text = article.text.string
    let range = try #require(text.firstRange(of: words))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    var mark = Mark.samples[0]
    mark.id = UUID()
    mark.article = article.id
    mark.anchor = Mark.Anchor(Span(start, start + words.utf8.count), in: article.text)
    mark.snapshot.source = source
    mark.snapshot.articleTitle = article.title
    mark.snapshot.publisher = article.publisher
    mark.snapshot.location = article.path
    return mark
  }

  /// Opens an article and waits for what becomes of the marks.
  private func shown(_ marks: [Mark], in article: Article) async -> (SessionMarks, [Mark]) {
    await withCheckedContinuation { continuation in
      let box = Mutex<CheckedContinuation<Void, Never>?>(nil)
      let followUp = SessionMarks { box.withLock { $0.take() }?.resume() }
      followUp.take(marks)
      let old = old
      Task {
        await withCheckedContinuation { inner in
          box.withLock { $0 = inner }
          followUp.open(article) { $0 == old.id ? old : nil }
        }
        continuation.resume(returning: (followUp, followUp.shown))
      }
    }
  }

  @Test("They are shown where their words are now, or as having no place")
  func shown() async throws {
    let marks = [
      try mark("The port sold its salt in May", in: old, source: "a source at the port"),
      try mark("\"We will not sell the cranes,\"", in: old, source: "Ines Falk"),
      try mark(
        "Ships went on unloading until dusk, with nobody to sign for it.", in: old, source: nil),
    ]
    var new = old
    new.id = "sha256:new"
    new.text = ArticleText(
      """
      Updated at noon.

      The port sold its salt in early May, a source at the port said.

      "We will not sell the cranes," Ines Falk told reporters on Monday.
      """)
    let (followUp, shown) = await shown(marks, in: new)
    #expect(shown.map(\.id) == marks.map(\.id))
    #expect(shown.map(\.article) == Array(repeating: "sha256:old", count: 3))
    let spans = shown.map { $0.span(in: "sha256:new") }
    #expect(spans[0].map { new.text[$0] } == "The port sold its salt in early May")
    #expect(spans[1].map { new.text[$0] } == "\"We will not sell the cranes,\"")
    #expect(spans[2] == nil)
    #expect(
      shown.map { $0.drift?.place.words } == [
        "on changed words", "moved", "without a place: its words are gone",
      ])
    #expect(
      followUp.sentence
        == "3 marks of an earlier version: 1 moved, 1 on changed words, 1 without a place")

    // What the reader changes is kept on the words it was made on.
    var changed = shown[0]
    changed.status = .confirmed
    let kept = followUp.keep(changed)
    #expect(kept.article == old.id && kept.anchor == marks[0].anchor && kept.drift == nil)
    #expect(kept.status == .confirmed)
    #expect(followUp.shown[0].status == .confirmed)
    #expect(followUp.shown[0].drift == shown[0].drift)
    followUp.remove(marks[1].id)
    #expect(followUp.shown.count == 2)

    // Changed words that are the same claim are marked from then on; what is refused is lost in this version.
    let settled = try #require(followUp.shown[0].settled(in: new.text))
    #expect(followUp.keep(settled).anchor.exact == "The port sold its salt in early May")
    #expect(followUp.shown[0].drift == nil)
    #expect(followUp.shown[0].snapshot.formerWords == "The port sold its salt in May")
    // Taken back, it is on changed words again.
    #expect(followUp.keep(changed) == kept)
    #expect(followUp.shown[0].isOnChangedWords)
    let refused = try #require(followUp.shown[0].refused)
    #expect(followUp.keep(refused).refusedIn == ["sha256:new"])
    #expect(followUp.shown[0].drift?.place == .lost(.refused))
  }
}

@Suite(
  "A marked article that was edited", .enabled(if: Tmux.isThere, Tmux.missing),
  .timeLimit(.minutes(40)))
struct EditedArticleTests {
  private let before = """
    Harbour talks break off after third night

    PORT ELMA (Daily Courier) — Harbour minister Anna Lind said on Monday that the port would stay closed until Friday.

    Two warehouses burned down on Sunday night.

    """

  @Test("The mark is on the changed words, and its first words are kept")
  func edited() throws {
    let terminal = try Tmux(columns: 120, rows: 30)
    defer { terminal.removeHome() }
    let article = URL(fileURLWithPath: terminal.home + "/harbour.txt")
    try Data(before.utf8).write(to: article)
    try terminal.start(article.path, showing: "unattributed")
    try terminal.wait(for: "●")
    try terminal.press("Tab", "m")
    try terminal.wait(for: "marked")
    try terminal.press("Q")
    try terminal.waitForEnd()

    let after = before.replacing("closed until Friday", with: "closed until late on Friday")
      .replacing("Two warehouses", with: "It was raining.\n\nTwo warehouses")
    try Data(after.utf8).write(to: article)
    try terminal.start(article.path, showing: "unattributed")
    try terminal.wait(for: "1 mark of an earlier version")
    try terminal.press("M")
    try terminal.wait(for: "on changed words")
    try terminal.press("Q")
    try terminal.waitForEnd()
    let kept = try terminal.shell("\(Tmux.program ?? "") marks --format jsonl")
    #expect(kept.filter { !$0.isWhitespace }.contains("closeduntilFriday"))
  }
}
