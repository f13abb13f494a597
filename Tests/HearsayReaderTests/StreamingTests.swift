import HearsayModel
import HearsayScreen
import HearsayTestSupport
import Testing

@testable import HearsayReader

/// A reader of an article that is still being read for sources.
@Suite struct `Who said what comes part by part` {
  private let whole = Analysis.sample

  /// What is known when only the text before the n-th attribution was read.
  private func part(before count: Int) -> AnalysisPart {
    let end = whole.attributions[count].extent.start
    return part(of: Span(0, end))
  }

  /// What is known of a stretch.
  private func part(of span: Span) -> AnalysisPart {
    var known = whole
    known.attributions = whole.attributions.filter {
      span.contains($0.extent) && $0.within == nil
    }
    known.unattributed = whole.unattributed.filter { span.contains($0.span) }
    return AnalysisPart(known, of: [span])
  }

  private func bench(_ columns: Int = 112, _ rows: Int = 30) throws -> Bench {
    var bench = try Bench(
      columns, rows, entries: [Entry(id: "one", title: "one.txt", article: whole.article.id)])
    bench.tell(.articleLoaded(whole.article, from: .entry("one")))
    return bench
  }

  @Test func theHeadSaysHowFarItIsBesideWhatIsKnown() throws {
    var bench = try bench()
    bench.tell(.analysisPart(part(before: 3)))
    bench.tell(.analysisProgress(whole.article.id, 0.84))
    #expect(bench.screen.text(ofRow: 1).hasSuffix(" reading… 84 %"))
    #expect(bench.text.contains("Mayor Ana Lund"))
    bench.tell(.analysisFinished(whole))
    #expect(!bench.screen.text(ofRow: 1).contains("%"))
  }

  @Test func whatWasNotReadIsNotSaidToBeNobodys() throws {
    var bench = try bench(120, 40)
    let part = part(before: 3)
    bench.tell(.analysisPart(part))
    let map = try #require(bench.reader.reading?.map)
    let end = part.read[0].end
    for (row, cell) in map.cells.enumerated() {
      #expect((cell == .unread) == (map.starts[row] >= end) || map.starts[row + 1] > end)
    }
    #expect(map.cells.contains(.unread))
    bench.press("u u u u u u u u u u u u u u u u u u")
    #expect(bench.screen.text(ofRow: 39).contains("read so far"))
    bench.tell(.analysisFinished(whole))
    #expect(bench.reader.reading?.map?.cells.contains(.unread) == false)
  }

  @Test func theSelectionAndThePlaceStayWhenMoreArrives() throws {
    var bench = try bench(120, 24)
    let middle = whole.attributions[4].extent.start
    bench.tell(.analysisPart(part(of: Span(middle, whole.article.text.count))))
    bench.press("Tab Tab Tab")
    let place = bench.reader.place
    let selected = try #require(bench.reader.selectedItem?.extent)
    let top = try #require(bench.reader.reading).top
    let row = selectedRow(of: bench)
    bench.tell(.analysisFinished(whole))
    #expect(bench.reader.selectedItem?.extent == selected)
    #expect(bench.reader.place == place)
    #expect(bench.reader.reading?.top == top)
    #expect(selectedRow(of: bench) == row)
  }

  /// In which row of the list the selected item begins.
  private func selectedRow(of bench: Bench) -> Int? {
    guard let reading = bench.reader.reading, let selected = reading.selected else { return nil }
    return reading.rows?.rows(ofItem: selected).map { $0.lowerBound - reading.listTop }
  }

  @Test func whatWasSelectedTheLastTimeIsSelectedOnceItWasRead() throws {
    var bench = try Bench(
      112, 30, entries: [Entry(id: "one", title: "one.txt", article: whole.article.id)])
    let last = whole.attributions[10].extent.start
    bench.tell(
      .articleLoaded(
        whole.article, from: .entry("one"), place: ArticlePlace(top: 0, selection: last)))
    bench.tell(.analysisPart(part(before: 3)))
    #expect(bench.keptPlace?.selection == nil || bench.keptPlace?.selection == last)
    bench.tell(.analysisFinished(whole))
    #expect(bench.reader.selectedItem?.extent.start == last)
  }

  @Test func controlCStopsItAndAFullStopGoesOn() throws {
    var bench = try bench()
    bench.tell(.analysisPart(part(before: 3)))
    bench.tell(.analysisProgress(whole.article.id, 0.34))
    bench.forgetEffects()
    bench.press("C-c")
    #expect(bench.deeds == [.cancelAnalysis(whole.article.id)])
    let percent = try #require(bench.reader.reading?.read?.percent)
    #expect(bench.screen.text(ofRow: 29) == " \(percent) % analysed · . resumes")
    bench.press("j")
    #expect(bench.screen.text(ofRow: 1).hasSuffix("\(percent) % analysed · . resumes"))
    #expect(bench.text.contains("Mayor Ana Lund"))
    // What was on its way when it was stopped changes nothing of that.
    bench.tell(.analysisProgress(whole.article.id, 0.36))
    #expect(bench.screen.text(ofRow: 1).hasSuffix("resumes"))
    bench.forgetEffects()
    bench.press(".")
    #expect(bench.deeds == [.analyse(whole.article.id)])
    #expect(bench.screen.text(ofRow: 1).hasSuffix(" reading… \(percent) %"))
    bench.tell(.analysisFinished(whole))
    bench.press(".")
    #expect(bench.screen.text(ofRow: 29) == " All of the article has been analysed.")
  }

  @Test func escapeStopsItOnlyWhereThereIsNothingElseToLeave() throws {
    var bench = try bench()
    bench.press("/")
    bench.type("bridge")
    bench.press("Enter")
    bench.forgetEffects()
    bench.press("Esc")
    #expect(bench.deeds == [])
    bench.press("Esc")
    #expect(bench.deeds == [.cancelAnalysis(whole.article.id)])
    #expect(bench.screen.text(ofRow: 1) == " 0 % analysed · . resumes")
  }

  @Test func controlCStopsItUnderAnOverlayAndWithASearchToo() throws {
    var bench = try bench()
    bench.press("/")
    bench.type("bridge")
    bench.press("Enter ?")
    bench.forgetEffects()
    bench.press("C-c")
    #expect(bench.deeds == [.cancelAnalysis(whole.article.id)])
  }

  @Test func anAnswerIsAboutWhatWasOnTheScreenWhenItWasAsked() throws {
    var bench = try bench()
    bench.tell(.analysisPart(part(before: 3)))
    bench.press("Tab x s")
    let asked = bench.text
    bench.tell(.analysisFinished(whole))
    #expect(bench.text == asked)
    bench.press("Esc")
    #expect(bench.reader.reading?.analysis == .done)
    #expect(bench.reader.reading?.sourcing?.analysis == whole)
  }

  @Test func aTextTooLongToBeReadAtOnceSaysSo() throws {
    var bench = try bench()
    bench.tell(.analysisPart(part(before: 3)))
    bench.tell(.analysisStopped(whole.article.id))
    #expect(bench.screen.text(ofRow: 29).hasSuffix("resumes"))
    #expect(bench.reader.isStopped)
  }

  @Test func theSheetSaysThatItIsOfWhatWasRead() throws {
    var bench = try bench()
    bench.tell(.analysisPart(part(before: 3)))
    bench.press("i")
    #expect(bench.screen.text(ofRow: 0).contains("so far"))
    bench.tell(.analysisFinished(whole))
    #expect(!bench.screen.text(ofRow: 0).contains("so far"))
  }

  @Test(arguments: [(20, 3), (30, 8), (80, 24), (96, 15), (200, 60)])
  func itIsDrawnInAnyWindow(columns: Int, rows: Int) throws {
    var bench = try bench(columns, rows)
    for count in [0, 1, 3, 8] {
      bench.tell(.analysisPart(part(before: count)))
      bench.press("Tab l j v h u w")
      #expect(bench.screen.size == Size(columns: columns, rows: rows))
    }
    bench.press("C-c")
    #expect(!bench.text.isEmpty)
  }
}
