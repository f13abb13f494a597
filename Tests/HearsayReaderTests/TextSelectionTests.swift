import HearsayModel
import HearsayScreen
import HearsayTestSupport
import Testing

@testable import HearsayReader

@Suite("Selecting words of the text")
struct TextSelectionTests {
  /// A reader in the article of the tests, with the text given, nothing analysed.
  private func bench(_ text: String, _ columns: Int = 60, _ rows: Int = 12) throws -> Bench {
    let article = Article(id: "sha256:one", text: ArticleText(text))
    var bench = try Bench(columns, rows, entries: [Entry(id: "one", title: "one.txt")])
    bench.tell(.articleLoaded(article, from: .entry("one")))
    return bench
  }

  /// The words that are selected.
  private func selected(_ bench: Bench) -> String? {
    guard let text = bench.reader.reading?.article.text else { return nil }
    return bench.reader.selectedText.map { text[$0] }
  }

  private let wreck = """
    Divers found the wreck on Monday. "It lies on its side," Mr. Hale said. Nobody had looked there.

    The harbour was closed for a day.
    """

  @Test func aSentenceIsTwoKeysAway() throws {
    var bench = try bench(wreck)
    bench.press("V")
    #expect(selected(bench) == "Divers found the wreck on Monday.")
    bench.press("Tab")
    #expect(selected(bench) == "\"It lies on its side,\" Mr. Hale said.")
    bench.press("Tab Tab")
    #expect(selected(bench) == "The harbour was closed for a day.")
    bench.press("S-Tab")
    #expect(selected(bench) == "Nobody had looked there.")
  }

  @Test func eachEndIsMovedByWordsAndTakesTheOtherAlong() throws {
    var bench = try bench(wreck)
    bench.press("V l l")
    #expect(selected(bench) == "the wreck on Monday.")
    bench.press("V h h h")
    #expect(selected(bench) == "the wreck")
    bench.press("h h")
    #expect(selected(bench) == "found")
    bench.press("Tab")
    #expect(selected(bench) == "found the wreck on Monday.")
    bench.press("Tab")
    #expect(selected(bench) == "found the wreck on Monday. \"It lies on its side,\" Mr. Hale said.")
    bench.press("v G")
    #expect(selected(bench) == ".")
    bench.press("h")
    #expect(selected(bench) == "day.")
    bench.press("g")
    #expect(selected(bench)?.hasPrefix("Divers found") == true)
    #expect(selected(bench)?.hasSuffix("for a day.") == true)
  }

  @Test func linesKeepTheColumn() throws {
    var bench = try bench("one two three\nfour five six\n\nsix seven eight")
    bench.press("V l")
    #expect(selected(bench) == "two three")
    bench.press("j")
    #expect(selected(bench) == "five")
    bench.press("j")
    #expect(selected(bench) == "seven")
    bench.press("k k")
    #expect(selected(bench) == "two three\nfour five six\n\nsix seven")
  }

  @Test func wordsKeepTheirApostrophesAndSignsStandAlone() throws {
    var bench = try bench("\"Lund’s co-operation cost 3.5 million,\" said 北方建設.")
    // Down to the first word, and then on word by word.
    bench.press("V V h h h h h h h h h h h h h h h h V")
    var words: [String] = []
    for _ in 0..<13 {
      words.append(selected(bench) ?? "")
      bench.press("l")
    }
    #expect(words.prefix(6) == ["\"", "Lund’s", "co-operation", "cost", "3.5", "million"])
    #expect(words.dropFirst(6) == [",", "\"", "said", "北", "方", "建", "設"])
  }

  @Test func whatIsSelectedInTheListIsWhereItBegins() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab Tab Tab V")
    #expect(selected(bench) == "the town was warned twice")
    // It is lit up, the bars stand at its ends and the terminal's cursor at the end that moves.
    let cursor = try #require(bench.screen.cursor)
    #expect(bench.screen[cursor].text == "t")
    #expect(bench.screen[cursor].style == bench.style(of: "twice."))
    #expect(bench.screen[Point(row: cursor.row, column: cursor.column - 1)].text == "▐")
    bench.press("V")
    let end = try #require(bench.screen.cursor)
    #expect(bench.screen[end].text == "e" && bench.screen[end].style == bench.screen[cursor].style)
    #expect(
      bench.screen.text(ofRow: 29)
        == " l word  h word back  j line  Tab sentence  V other end  Esc leave")
    bench.press("Esc")
    #expect(selected(bench) == nil)
    #expect(bench.screen.cursor == nil)
    // The keys mean what they always do.
    bench.press("Tab")
    #expect(bench.row(with: "▌ 4 ~○ a source at the town hall") != nil)
  }

  @Test func whatIsSearchedForIsWhereItBegins() throws {
    var bench = try bench(wreck)
    bench.press("/")
    bench.type("lies on")
    bench.press("Enter V")
    #expect(selected(bench) == "lies on")
  }

  @Test func aStretchThatCutsWordsTakesThemWhole() throws {
    let bench = try bench(wreck)
    var reader = bench.reader
    reader.selectText(Span(9, 20))
    let text = try #require(reader.reading?.article.text)
    #expect(reader.selectedText.map { text[$0] } == "found the wreck")
    reader.selectText(Span(6, 13))
    #expect(reader.selectedText.map { text[$0] } == "found")
  }

  @Test func anotherWindowAndAnotherArticleDoNoHarm() throws {
    var bench = try bench(wreck)
    bench.press("V Tab")
    for (columns, rows) in [(20, 5), (3, 2), (1, 1), (200, 60)] {
      bench.receive(.resize(Size(columns: columns, rows: rows)))
      bench.press("l h j k v v")
      _ = bench.text
    }
    #expect(selected(bench) != nil)
    var empty = try self.bench("  \n\n ")
    empty.press("V")
    #expect(empty.screen.text(ofRow: 11) == " There are no words here.")
  }
}
