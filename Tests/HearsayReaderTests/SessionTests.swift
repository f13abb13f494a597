import HearsayModel
import HearsayReader
import HearsayScreen
import HearsayTestSupport
import Testing

@Suite("Sessions")
struct SessionTests {
  @Test func tabGoesFromAttributionToAttributionAndBothPanesFollow() throws {
    var bench = try Bench.reading(.sample, 112, 24)
    bench.press("Tab")
    #expect(bench.row(with: "▌ 1 “● Mayor Ana Lund") != nil)
    #expect(bench.text.contains("▐\"We had no choice but to close it,\"▌"))
    bench.press("Tab Tab Tab Tab Tab")
    #expect(bench.row(with: "▌ 6 “○ a source at the town hall") != nil)
    #expect(bench.text.contains("▐\"Everybody at the town hall knew,\"▌"))
    bench.press("S-Tab")
    #expect(bench.row(with: "▌ 5 ~○ officials") != nil)
  }

  @Test func afterTheLastAttributionItSaysSo() throws {
    var bench = try Bench.reading(.sample, 112, 24)
    bench.press("Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab")
    bench.forgetEffects()
    bench.press("Tab")
    #expect(bench.effects == [.bell])
    #expect(bench.screen.text(ofRow: 23) == " There is no further attribution.")
  }

  @Test func sFollowsOneSourceAndUTheSentencesOfNobody() throws {
    var bench = try Bench.reading(.sample, 112, 24)
    bench.press("Tab s")
    #expect(bench.row(with: "▌ 9 ~● Mayor Ana Lund") != nil)
    bench.press("s")
    #expect(bench.screen.text(ofRow: 23) == " No further words of Mayor Ana Lund.")
    bench.press("S")
    #expect(bench.row(with: "▌ 1 “● Mayor Ana Lund") != nil)
    bench.press("u")
    #expect(bench.row(with: "▌ –  ◌ leads into") != nil)
    bench.press("p")
    #expect(bench.row(with: "▌ –  ◌ news with") != nil)
  }

  @Test func scrollingTheTextSelectsWhatComesIntoView() throws {
    var bench = try Bench.reading(.sample, 112, 12)
    bench.press("Tab G")
    let selected = try #require(bench.row(with: "│▌"))
    #expect(!selected.contains("  1 “●"))
    bench.press("g")
    #expect(bench.row(with: "│▌") != selected)
  }

  @Test func movingInTheListScrollsTheText() throws {
    var bench = try Bench.reading(.sample, 112, 14)
    bench.press("l G")
    #expect(bench.text.contains("If the ferry cannot cope"))
    bench.press("k k k")
    #expect(bench.row(with: "▌11 ~◌ nobody") != nil)
    bench.press("g")
    #expect(bench.text.contains("Norrvik Post/"))
  }

  @Test func thePlaceIsKeptWithEveryMoveAndInBytes() throws {
    var bench = try Bench.reading(.sample, 40, 12)
    bench.press("Tab Tab")
    let attribution = Analysis.sample.attributions[1]
    #expect(bench.keptPlace?.selection == attribution.extent.start)
    bench.press("Space")
    let place = try #require(bench.keptPlace)
    bench.forgetEffects()
    bench.receive(.resize(Size(columns: 20, rows: 12)))
    bench.receive(.resize(Size(columns: 200, rows: 12)))
    bench.receive(.resize(Size(columns: 40, rows: 12)))
    #expect(bench.reader.place == place)
    #expect(bench.effects.isEmpty)
  }

  @Test func anArticleOpensWhereItWasLeft() throws {
    let analysis = Analysis.sample
    let place = ArticlePlace(
      top: analysis.attributions[5].extent.start, selection: analysis.attributions[7].extent.start)
    var bench = try Bench(60, 10, entries: [Entry(id: "one", title: "one.txt")])
    #expect(bench.effects == [.open(.entry("one"))])
    bench.tell(.articleLoaded(analysis.article, from: .entry("one"), place: place))
    #expect(bench.effects.contains(.analyse(analysis.article.id)))
    #expect(bench.screen.text(ofRow: 1).contains("Everybody at the town hall"))
    bench.tell(.analysisFinished(analysis))
    #expect(bench.screen.text(ofRow: 1).contains("Everybody at the town hall"))
    #expect(bench.reader.place == place)
    #expect(bench.deeds.count == 2)
  }

  @Test func aClickSelectsInTheTextAndInTheListAndTheWheelTurnsThePaneBelowIt() throws {
    var bench = try Bench.reading(.sample, 112, 24)
    let row = try #require(
      (0..<24).first { bench.screen.text(ofRow: $0).contains("According to a report") })
    bench.receive(.mouse(Mouse(.press, at: Point(row: row, column: 20))))
    #expect(bench.row(with: "▌ 2 ‘● a report by the") != nil)
    let other = try #require(
      (0..<24).first { bench.screen.text(ofRow: $0).contains("3 ~⊘ an engineer") })
    bench.receive(.mouse(Mouse(.press, at: Point(row: other, column: 100))))
    #expect(bench.row(with: "▌ 3 ~⊘ an engineer") != nil)
    let before = bench.screen.text(ofRow: 2)
    bench.receive(.mouse(Mouse(.wheelDown, at: Point(row: 5, column: 5))))
    #expect(bench.screen.text(ofRow: 2) != before)
    bench.receive(.mouse(Mouse(.press, at: Point(row: 500, column: -3))))
  }

  @Test func anArticleInWhichNobodySaysAnythingIsStillRead() throws {
    var analysis = Analysis.sample
    analysis.attributions = []
    analysis.unattributed = []
    analysis.sources = []
    analysis.claims = []
    var bench = try Bench.reading(analysis, 112, 24)
    bench.press("Tab u s m W t ' l v Enter Space G w z / b r i Enter n")
    #expect(bench.text.contains("bridge"))
    #expect(bench.deeds.allSatisfy { $0 == .bell })
  }

  @Test(arguments: ["", "\n", "x"])
  func anEmptyArticleTakesEveryKey(text: String) throws {
    let article = Article(id: "sha256:0", text: ArticleText(text))
    let analysis = Analysis(
      engine: EngineVersion(version: "0", model: "none"), article: article, sources: [],
      attributions: [], claims: [], unattributed: [],
      summary: Summary(
        attributions: 0, sources: 0, namedPeople: 0, unnamed: 0, relayed: 0, sentences: 0,
        unattributedSentences: 0, unattributedWords: 0, words: 0))
    var bench = try Bench.reading(analysis, 112, 24)
    for action in Action.allCases {
      bench.perform(action)
      _ = bench.screen
      bench.press("Esc")
    }
  }

  @Test func tenThousandAttributionsAreNoBurden() throws {
    var text = ""
    var analysis = Analysis.sample
    analysis.attributions = (1...10_000).map { number in
      let start = text.utf8.count
      text += "Person \(number) said so.\n"
      return Attribution(
        id: Attribution.ID(number), source: Source.ID(2),
        sourceSpans: [Span(start, start + 7)], cueSpans: [],
        contentSpans: [Span(start + 7, text.utf8.count - 1)], manner: .indirect, claim: Claim.ID(1))
    }
    analysis.unattributed = []
    analysis.article.text = ArticleText(text)
    var bench = try Bench.reading(analysis, 112, 24)
    bench.press("G")
    #expect(bench.text.contains("Person 10000"))
    bench.press("S-Tab l g G w G")
    #expect(bench.row(with: "▌10000 ~● Mayor") != nil)
    bench.press("f")
    bench.type("text:\"said so\" -marked:yes")
    bench.press("Enter")
    #expect(bench.screen.text(ofRow: 1).hasSuffix("10000 of 10000"))
    bench.press(": 5 0 0 0 Enter")
    #expect(bench.row(with: "▌ 5000 ~● Mayor") != nil)
  }

  @Test func keysThatWaitForNothingLeaveTheProgramInOneWay() throws {
    var bench = try Bench.reading(.sample, 112, 24)
    bench.press("Esc C-c C-g")
    #expect(bench.deeds.isEmpty)
    bench.press("l Enter q q q")
    #expect(bench.deeds == [.quit])
    bench.forgetEffects()
    bench.press("C-z C-l Q")
    #expect(bench.deeds == [.suspend, .redraw, .quit])
  }

  @Test func pastedTextIsNeverACommand() throws {
    var bench = try Bench.reading(.sample, 112, 24)
    bench.receive(.paste("Q\nm"))
    #expect(bench.deeds == [.bell])
    bench.press("/")
    bench.receive(.paste("town\nhall"))
    #expect(bench.screen.text(ofRow: 23).hasPrefix("/town hall"))
  }
}
