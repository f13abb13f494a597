import HearsayModel
import HearsayScreen
import HearsayTestSupport
import Testing

@testable import HearsayReader

@Suite("Selecting words of the text")
struct TextSelectionTests {
  private let wreck = """
    Divers found the wreck on Monday. "It lies on its side," Mr. Hale said. Nobody had looked there.

    The harbour was closed for a day.
    """

  @Test func aSentenceIsTwoKeysAway() throws {
    var bench = try Bench.opening(wreck)
    bench.press("V")
    #expect(bench.selectedWords == "Divers found the wreck on Monday.")
    bench.press("Tab")
    #expect(bench.selectedWords == "\"It lies on its side,\" Mr. Hale said.")
    bench.press("Tab Tab")
    #expect(bench.selectedWords == "The harbour was closed for a day.")
    bench.press("S-Tab")
    #expect(bench.selectedWords == "Nobody had looked there.")
  }

  @Test func eachEndIsMovedByWordsAndTakesTheOtherAlong() throws {
    var bench = try Bench.opening(wreck)
    bench.press("V l l")
    #expect(bench.selectedWords == "the wreck on Monday.")
    bench.press("V h h h")
    #expect(bench.selectedWords == "the wreck")
    bench.press("h h")
    #expect(bench.selectedWords == "found")
    bench.press("Tab")
    #expect(bench.selectedWords == "found the wreck on Monday.")
    bench.press("Tab")
    #expect(
      bench.selectedWords == "found the wreck on Monday. \"It lies on its side,\" Mr. Hale said.")
    bench.press("v G")
    #expect(bench.selectedWords == ".")
    bench.press("h")
    #expect(bench.selectedWords == "day.")
    bench.press("g")
    #expect(bench.selectedWords?.hasPrefix("Divers found") == true)
    #expect(bench.selectedWords?.hasSuffix("for a day.") == true)
  }

  @Test func linesKeepTheColumn() throws {
    var bench = try Bench.opening("one two three\nfour five six\n\nsix seven eight")
    bench.press("V l")
    #expect(bench.selectedWords == "two three")
    bench.press("j")
    #expect(bench.selectedWords == "five")
    bench.press("j")
    #expect(bench.selectedWords == "seven")
    bench.press("k k")
    #expect(bench.selectedWords == "two three\nfour five six\n\nsix seven")
  }

  @Test func wordsKeepTheirApostrophesAndSignsStandAlone() throws {
    var bench = try Bench.opening("\"Lund’s co-operation cost 3.5 million,\" said 北方建設.")
    // Down to the first word, and then on word by word.
    bench.press("V V h h h h h h h h h h h h h h h h V")
    var words: [String] = []
    for _ in 0..<13 {
      words.append(bench.selectedWords ?? "")
      bench.press("l")
    }
    #expect(words.prefix(6) == ["\"", "Lund’s", "co-operation", "cost", "3.5", "million"])
    #expect(words.dropFirst(6) == [",", "\"", "said", "北", "方", "建", "設"])
  }

  @Test func whatIsSelectedInTheListIsWhereItBegins() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab Tab Tab V")
    #expect(bench.selectedWords == "the town was warned twice")
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
    #expect(bench.selectedWords == nil)
    #expect(bench.screen.cursor == nil)
    // The keys mean what they always do.
    bench.press("Tab")
    #expect(bench.row(with: "▌ 4 ~○ a source at the town hall") != nil)
  }

  @Test func whatIsSearchedForIsWhereItBegins() throws {
    var bench = try Bench.opening(wreck)
    bench.press("/")
    bench.type("lies on")
    bench.press("Enter V")
    #expect(bench.selectedWords == "lies on")
  }

  @Test func aStretchThatCutsWordsTakesThemWhole() throws {
    let bench = try Bench.opening(wreck)
    var reader = bench.reader
    reader.selectText(Span(9, 20))
    let text = try #require(reader.reading?.article.text)
    #expect(reader.selectedText.map { text[$0] } == "found the wreck")
    reader.selectText(Span(6, 13))
    #expect(reader.selectedText.map { text[$0] } == "found")
  }

  @Test func anotherWindowAndAnotherArticleDoNoHarm() throws {
    var bench = try Bench.opening(wreck)
    bench.press("V Tab")
    for (columns, rows) in [(20, 5), (3, 2), (1, 1), (200, 60)] {
      bench.receive(.resize(Size(columns: columns, rows: rows)))
      bench.press("l h j k v v")
      _ = bench.text
    }
    #expect(bench.selectedWords != nil)
    var empty = try Bench.opening("  \n\n ")
    empty.press("V")
    #expect(empty.screen.text(ofRow: 11) == " There are no words here.")
  }
}
