import HearsayModel
import HearsayReader
import HearsayScreen
import HearsayTestSupport
import Testing

@Suite("Screens")
struct DrawingTests {
  @Test(arguments: [(200, 60), (112, 30), (100, 24), (80, 24), (40, 12)])
  func theSampleOnScreensOfEverySize(columns: Int, rows: Int) throws {
    var bench = try Bench.reading(.sample, columns, rows)
    bench.press("Tab Tab Tab Tab m")
    bench.press("Esc")
    expectSnapshot(bench.text, named: "sample-\(columns)x\(rows).screen")
  }

  @Test func `An article in another language is said to be that, and no figure is claimed of it`()
    throws
  {
    var analysis = Analysis.sample
    analysis.article.language = "de"
    let bench = try Bench.reading(analysis)
    #expect(
      bench.text.contains(
        "This article is not in English: its quotations are marked, and nobody is credited."))
    #expect(!bench.screen.text(ofRow: 1).contains("unattributed"))
    #expect(try Bench.reading(analysis, 80, 24).text.contains("Not in English"))
  }

  @Test func theListGroupedBySource() throws {
    var bench = try Bench.reading(.sample, 112, 40)
    bench.press("w l")
    expectSnapshot(bench.text, named: "grouped-112x40.screen")
  }

  @Test func theListByClaimAndByTheWeightOfItsFlags() throws {
    var bench = try Bench.reading(.sample, 112, 40)
    bench.press("w w l g")
    expectSnapshot(bench.text, named: "by-claim-112x40.screen")
    bench.press("w g")
    expectSnapshot(bench.text, named: "by-weight-112x40.screen")
    bench.press("w")
    #expect(bench.screen.text(ofRow: 39) == " in order of reading")
  }

  @Test func theListAndTheDetailAlone() throws {
    var bench = try Bench.reading(.sample, 80, 24)
    bench.press("Tab Tab Tab Tab v")
    expectSnapshot(bench.text, named: "list-80x24.screen")
    bench.press("Enter")
    expectSnapshot(bench.text, named: "detail-80x24.screen")
  }

  @Test func lettersBeyondASCIIAreNeverNeededForASign() throws {
    var bench = try Bench.reading(.sample, 112, 30, unicode: false)
    bench.press("Tab Tab Tab Tab m Esc")
    expectSnapshot(bench.text, named: "ascii-112x30.screen")
  }

  @Test func twentyColumnsAndFiveRowsAreEnough() throws {
    var bench = try Bench.reading(.sample, 20, 5)
    bench.press("Tab")
    #expect(
      bench.text == """
        "We had no choice
        but to close it,"▌
        Mayor Ana Lund told
        “● Mayor Ana Lund
         Tab m ? s u   1/11
        """)
    bench.press("v")
    #expect(
      bench.text == """
        ▌ 1 “● Mayor Ana Lu…
        ▌     "We had no ch…
        ▌     told twice
          2 ‘● a report by…
         Enter w m ?   1/11
        """)
  }

  @Test(arguments: [(1, 1), (1, 24), (80, 1), (2, 2), (0, 0), (0, 24), (80, 0), (3, 3), (500, 3)])
  func noScreenIsTooSmallForAnyKey(columns: Int, rows: Int) throws {
    var bench = try Bench.reading(.sample, columns, rows)
    for action in Action.allCases where action != .quit {
      _ = bench.screen
      bench.perform(action)
      #expect(bench.screen.size == Size(columns: columns, rows: rows))
      bench.press("Esc")
    }
    bench.press("/ a b Enter n t j Enter M t Enter q ? / m Enter q")
    _ = bench.screen
  }

  @Test func inOneColumnTheTextIsStillThere() throws {
    var bench = try Bench.reading(.sample, 1, 3)
    bench.press("z")
    #expect(bench.text == "N\no\n")
  }

  @Test func wideCharactersKeepThePanesBorderInItsColumn() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab Tab Tab Tab Tab Tab Tab")
    let screen = bench.screen
    #expect(bench.text.contains("北方建設 (Hoppo Construction)"))
    for row in 3..<29 { #expect(screen[Point(row: row, column: 68)].text == "│") }
  }

  @Test func theMapShowsWhoseWordsEachStretchIs() throws {
    var bench = try Bench.reading(.sample, 112, 40)
    let rows = (3..<30).map { row in
      (66..<68).map { bench.screen[Point(row: row, column: $0)].text }.joined()
    }
    #expect(
      rows == [
        "▸▂", " ▂", " ·", " █", " █", " ·", " █", " █", " █", " ·", " ▒", " ▒", " ▒", " ·", " ▒",
        " ▒", " ▒", " ·", " █", " ·", " ▒", " ▒", " ·", " ▒", " ▒", " ·", " ▂",
      ])
    // The hue is that of the source: the mayor's words look like the mayor.
    let mayor = bench.style(of: "Mayor Ana Lund told")?.foreground
    #expect(bench.screen[Point(row: 6, column: 67)].style.foreground == mayor)
    bench.press("/ c r o w n s Enter")
    #expect(bench.screen[Point(row: 17, column: 67)].style.background != nil)
  }

  @Test func theMapShowsAllOfALongArticleAndWhatOfItIsSeen() throws {
    var bench = try Bench.reading(.sample, 80, 12)
    func strip() -> [String] {
      (1..<7).map { row in
        (78..<80).map { bench.screen[Point(row: row, column: $0)].text }.joined()
      }
    }
    #expect(strip().first?.hasPrefix("▸") == true && strip().last == " ▂")
    bench.press("G")
    #expect(strip().first?.hasPrefix(" ") == true && strip().contains { $0.hasPrefix("▕") })
    // A click goes there.
    bench.receive(.mouse(Mouse(.press, at: Point(row: 1, column: 79))))
    #expect(bench.text.contains("Norrvik Post/"))
    let narrow = try Bench.reading(.sample, 40, 12)
    #expect(!narrow.text.contains("▂"))
  }

  @Test(arguments: [
    (
      200,
      "1 named person · 5 of 11 attributions unnamed · 2 through Kustbladet · 7 sources",
      "5 of 16 sentences unattributed"
    ),
    (80, "1 named person · 5 of 11 unnamed · 2 through Kustbladet", "5 of 16 unattributed"),
    (50, "1 named person · 5 of 11 unnamed", "5/16 nobody"),
  ])
  func theSourcingOfTheArticleIsSaidInFewerWordsWhereThereIsLessRoom(
    columns: Int, start: String, end: String
  ) throws {
    let row = try Bench.reading(.sample, columns, 24).screen.text(ofRow: 1)
    #expect(row.hasPrefix(" " + start) && row.hasSuffix(end))
  }

  @Test func beforeTheAnalysisTheTextIsThereAndASignHowFarItIs() throws {
    var bench = try Bench(100, 24, entries: [Entry(id: "one", title: "one.txt")])
    #expect(bench.text.contains("opening…"))
    bench.tell(.articleLoaded(Analysis.sample.article, from: .entry("one")))
    #expect(bench.text.contains("The harbour bridge at Norrvik"))
    #expect(bench.screen.text(ofRow: 1) == " looking for sources… 0 %")
    bench.tell(.analysisProgress(Analysis.sample.article.id, 0.4))
    #expect(bench.screen.text(ofRow: 1) == " looking for sources… 40 %")
    bench.press("Tab")
    #expect(bench.screen.text(ofRow: 23).hasPrefix(" Who said what is not known yet."))
    bench.tell(.analysisFinished(.sample))
    #expect(
      bench.screen.text(ofRow: 1).hasPrefix(" 1 named person · 5 of 11 unnamed"))
  }

  @Test func whatAnArticleContainsNeverSteersTheTerminal() throws {
    let text = "He \u{1B}[31msaid\u{202E} so\u{9B}2J.\n\n\tA \u{0} tab\u{301}."
    let article = Article(id: "sha256:bad", title: "\u{1B}]0;x\u{7}", text: ArticleText(text))
    var bench = try Bench(60, 12, entries: [Entry(id: "one", title: "one.txt")])
    bench.tell(.articleLoaded(article, from: .entry("one")))
    for scalar in bench.text.unicodeScalars {
      #expect(scalar == "\n" || (scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)))
      #expect(scalar != "\u{202E}")
    }
    #expect(bench.text.contains("␛[31msaid"))
  }
}
