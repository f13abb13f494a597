import HearsayModel
import HearsayReader
import HearsayScreen
import HearsayTestSupport
import Testing

@Suite("The sourcing sheet")
struct SheetTests {
  @Test(arguments: [(112, 40), (80, 60), (40, 70)])
  func theWholeArticleOnOneScreen(columns: Int, rows: Int) throws {
    var bench = try Bench.reading(.sample, columns, rows)
    bench.press("i")
    expectSnapshot(bench.text, named: "sheet-\(columns)x\(rows).screen")
  }

  @Test func `What should be known of how an article came is said when it opens, and in the sheet`()
    throws
  {
    var analysis = Analysis.sample
    analysis.article.notes = [.layoutUncertain]
    var bench = try Bench.reading(analysis, 112, 40)
    #expect(bench.text.contains("The layout is uncertain: lines of columns or of a table"))
    bench.press("j i")
    #expect(bench.text.contains("· The layout is uncertain: lines of columns or of a table"))
  }

  @Test func withoutUnicodeItsSignsAreASCII() throws {
    var bench = try Bench.reading(.sample, 80, 60, unicode: false)
    bench.press("i")
    expectSnapshot(bench.text, named: "sheet-ascii-80x60.screen")
  }

  @Test func itScrollsAndIsLeftWithTheKeyThatOpenedIt() throws {
    var bench = try Bench.reading(.sample, 60, 16)
    let before = bench.text
    bench.press("i")
    #expect(bench.text.contains("Who speaks, and how much"))
    bench.press("G")
    #expect(bench.text.contains("Claims that differ"))
    bench.press("i")
    #expect(bench.text == before)
  }

  @Test func aBarIsAsLongAsItsShare() throws {
    var bench = try Bench.reading(.sample, 80, 60)
    bench.press("i")
    let rows = bench.text.split(separator: "\n").filter { $0.contains("%") && $0.contains("█") }
    let lengths = rows.map { row in row.count { $0 == "█" } }
    #expect(lengths.count > 3 && lengths == lengths.sorted(by: >))
  }

  @Test(arguments: [(20, 5), (1, 1), (5, 3), (500, 10)])
  func noScreenIsTooSmall(columns: Int, rows: Int) throws {
    var bench = try Bench.reading(.sample, columns, rows)
    bench.press("i j Space G g / b a r Enter Esc ? i q")
    _ = bench.screen
    if columns == 20 {
      bench.press("i")
      #expect(bench.text.contains("Norrvik closes its"))
    }
  }

  @Test func beforeTheAnalysisItSaysSo() throws {
    var bench = try Bench(80, 24, entries: [Entry(id: "one", title: "one.txt")])
    bench.tell(.articleLoaded(Analysis.sample.article, from: .entry("one")))
    bench.press("i")
    #expect(bench.screen.text(ofRow: 23) == " Who said what is not known yet.")
  }
}
