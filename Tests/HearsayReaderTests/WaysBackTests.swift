import Foundation
import HearsayModel
import HearsayScreen
import HearsayTestSupport
import Testing

@testable import HearsayReader

/// Through three views and back: each `q` is one step, and every view is found as it was left.
@Suite("The way back is the way there, step by step")
struct WaysBackTests {
  private static let sample = Analysis.sample.article

  private static let other = Article(
    id: "sha256:2", title: "The fair moves",
    text: ArticleText(
      "The fair moves\n\nThe fair is moving to the other bank.\n\n"
        + (1...40).map { "Line \($0) of it." }.joined(separator: "\n\n")
        + "\n\nThe town hall is shut."))

  private static let elsewhere = Passage(
    kind: .text, article: "sha256:2", title: "The fair moves",
    start: other.text.count - 22, words: "The town hall is shut.", matches: [4..<13])

  private static let here = Passage(
    kind: .statement, article: sample.id, title: sample.title,
    start: Analysis.sample.attributions[5].contentSpans[0].start,
    words: "Everybody at the town hall knew,", source: "a source at the town hall",
    naming: .bare, manner: .direct)

  /// Reading the first of two articles.
  private func bench(_ columns: Int = 112, _ rows: Int = 30) throws -> Bench {
    var bench = try Bench(
      columns, rows,
      entries: [
        Entry(id: "one", title: "one.txt", article: Self.sample.id),
        Entry(id: "two", title: "two.txt", article: "sha256:2"),
      ])
    answer(&bench)
    return bench
  }

  /// Brings every article that was asked for, with its analysis.
  private func answer(_ bench: inout Bench) {
    for effect in bench.effects {
      guard case .open(let request) = effect else { continue }
      let isOther = request == .entry("two") || request == .stored("sha256:2")
      bench.tell(.articleLoaded(isOther ? Self.other : Self.sample, from: request))
      if !isOther { bench.tell(.analysisFinished(.sample)) }
    }
    bench.forgetEffects()
  }

  /// Presses keys one after the other; what each asks for comes at once.
  private func go(_ bench: inout Bench, _ keys: String) {
    for key in keys.split(separator: " ") {
      bench.press(String(key))
      answer(&bench)
    }
  }

  private func find(_ bench: inout Bench, _ passages: [Passage]) {
    bench.press("F")
    bench.type("town hall")
    bench.press("Enter")
    bench.tell(.library(.found(Passages(.words("town hall"), passages))))
    bench.forgetEffects()
  }

  /// Whether the program wants to quit.
  private func quits(_ bench: inout Bench) -> Bool {
    bench.forgetEffects()
    bench.press("q")
    return bench.deeds == [.quit]
  }

  /// Keys that lead through three views, and how many steps lead back: the screen is the same then.
  @Test(arguments: [
    ("Tab Tab l Enter", 2), ("Tab i", 1), ("Tab Tab m T", 1), ("Tab m M", 1), ("Tab ? ", 1),
    ("Tab l L", 2), ("Tab Tab m M T", 2), ("Tab L M ?", 3), ("Tab i ? L", 3),
    ("Tab Tab m M Enter", 2),
  ])
  func isAsLongAsTheWayThere(keys: String, steps: Int) throws {
    var bench = try bench()
    let first = keys.split(separator: " ").prefix { $0 == "Tab" || $0 == "m" }
    go(&bench, first.joined(separator: " "))
    let rest = keys.split(separator: " ").dropFirst(first.count).joined(separator: " ")
    let before = bench.text.split(separator: "\n").dropLast().joined(separator: "\n")
    go(&bench, rest)
    for _ in 0..<steps { go(&bench, "q") }
    let after = bench.text.split(separator: "\n").dropLast().joined(separator: "\n")
    #expect(after == before)
    #expect(quits(&bench))
  }

  @Test
  func `From what was found in another article back to the list, to the article and its place`()
    throws
  {
    var bench = try bench(80, 16)
    go(&bench, "Tab Tab Tab")
    let place = bench.reader.place
    find(&bench, [Self.elsewhere, Self.here])
    bench.press("j k")
    go(&bench, "Enter")
    #expect(bench.text.contains("The fair moves"))
    #expect(bench.reader.reading?.article.id == "sha256:2")
    go(&bench, "q")
    #expect(bench.screen.text(ofRow: 0).hasPrefix(" Found · town hall"))
    go(&bench, "q")
    #expect(bench.reader.reading?.article.id == Self.sample.id)
    #expect(bench.reader.place == place)
    #expect(quits(&bench))
  }

  @Test func `Esc is one step back as well, and never quits`() throws {
    var bench = try bench()
    find(&bench, [Self.here])
    go(&bench, "Enter Esc")
    #expect(bench.screen.text(ofRow: 0).hasPrefix(" Found · town hall"))
    go(&bench, "Esc Esc Esc")
    #expect(bench.deeds.isEmpty)
    #expect(bench.reader.modes.showsArticle)
  }

  @Test
  func `The list of articles that one came from is come back to, with what was read last selected`()
    throws
  {
    var bench = try Bench(
      80, 16,
      entries: [
        Entry(id: "one", title: "one.txt", article: Self.sample.id),
        Entry(id: "two", title: "two.txt", article: "sha256:2"),
      ], showing: .list)
    go(&bench, "Enter J")
    #expect(bench.reader.reading?.article.id == "sha256:2")
    go(&bench, "q")
    #expect(bench.row(with: "▌")?.contains("two.txt") == true)
    #expect(quits(&bench))
  }

  @Test func `Jumps go back and forth across articles`() throws {
    var bench = try bench()
    go(&bench, "Tab Tab s")
    let place = bench.reader.place
    go(&bench, "J")
    #expect(bench.reader.reading?.article.id == "sha256:2")
    go(&bench, "C-o")
    #expect(bench.reader.reading?.article.id == Self.sample.id)
    #expect(bench.reader.place == place)
    go(&bench, "C-n")
    #expect(bench.reader.reading?.article.id == "sha256:2")
  }

  @Test
  func
    `After an article that is none of the list, the next one is that after the last of the list`()
    throws
  {
    var bench = try bench()
    find(
      &bench,
      [
        Passage(
          kind: .text, article: "sha256:9", title: "Old", start: 0, words: "town hall", matches: [])
      ])
    bench.press("Enter")
    bench.tell(
      .articleLoaded(
        Article(id: "sha256:9", text: ArticleText("The town hall was new then.")),
        from: .stored("sha256:9")))
    bench.forgetEffects()
    go(&bench, "J")
    #expect(bench.reader.reading?.article.id == "sha256:2")
    #expect(bench.text.contains("2 of 2"))
  }

  @Test func `A jump to what a filter hides takes the filter off, and says so`() throws {
    var bench = try bench()
    go(&bench, "Tab m f")
    bench.type("naming:bare")
    go(&bench, "Enter")
    go(&bench, "M Enter")
    #expect(bench.reader.listing.filter == nil)
    #expect(bench.text.contains("filter lifted: it was hiding this"))
  }

  @Test func `After a prefix key a box shows every way on`() throws {
    var bench = try bench(80, 24)
    bench.press("Tab x")
    for words in ["speaker", "not an attribution", "merge", "split", "kind", "naming", "list"] {
      #expect(bench.text.contains(words), "\(words)")
    }
    bench.press("Esc")
    #expect(bench.row(with: "not an attribution") == nil)
  }

  @Test func `After x only corrections are listed that do something here`() throws {
    var bench = try bench(80, 24)
    bench.press("Tab x")
    for words in ["rename", "add"] { #expect(!bench.text.contains(" \(words)"), "\(words)") }
    bench.press("Esc V x")
    #expect(bench.row(with: "a add") != nil)
  }

  @Test func `While who said what is not known, x offers no correction of it`() throws {
    var bench = try Bench.opening("Nobody has read this yet.", 80, 24)
    bench.press("x")
    #expect(bench.screen.text(ofRow: 23).contains("l list"))
    #expect(bench.row(with: "merge") == nil)
  }

  @Test func `The help begins with the view one is in, then the signs`() throws {
    var bench = try bench(80, 60)
    bench.press("?")
    let text = bench.text
    let here = try #require(text.range(of: "In the article"))
    let signs = try #require(text.range(of: "How a source is named"))
    #expect(here.lowerBound < signs.lowerBound)
  }

  @Test func `Searching in the help starts empty each time`() throws {
    var bench = try bench(80, 24)
    bench.press("? /")
    bench.type("zen")
    bench.press("Enter /")
    #expect(bench.screen.text(ofRow: 23) == "only with:")
  }

  @Test func `A file that has changed is told of, and a key reads it again`() throws {
    var bench = try bench()
    bench.tell(.fileChanged(Self.sample.id))
    #expect(bench.text.contains("The file has changed; C-r reloads it."))
    bench.forgetEffects()
    bench.press("C-r")
    #expect(bench.deeds == [.open(.entry("one"))])
  }
}
