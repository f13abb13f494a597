import Foundation
import HearsayModel
import HearsayReader
import HearsayScreen
import HearsayTestSupport
import Testing

@Suite("Corrections")
struct CorrectingTests {
  /// The correction of the last effect that keeps one.
  private func kept(_ bench: Bench) -> Correction? {
    bench.effects.reversed().lazy.compactMap {
      if case .saveCorrection(let correction) = $0 { correction } else { nil }
    }
    .first
  }

  /// A reader with the fifth attribution selected: what officials expect.
  private func officials(_ columns: Int = 112, _ rows: Int = 30) throws -> Bench {
    var bench = try Bench.reading(.sample, columns, rows)
    bench.press("Tab Tab Tab Tab Tab")
    return bench
  }

  /// What comes from outside once the officials' words are the mayor's.
  private func answer(_ bench: inout Bench) throws {
    let correction = try #require(kept(bench))
    var analysis = Analysis.sample
    let mayor = try #require(analysis.sources.first { $0.name == "Mayor Ana Lund" })
    analysis.attributions[4].source = mayor.id
    bench.tell(.correctionsLoaded([correction], analysis.article.id))
    bench.tell(.analysisFinished(analysis))
  }

  private let bar = 29

  // MARK: - Wrong speaker

  @Test func afterXTheKeysSayHowTheyGoOn() throws {
    var bench = try officials()
    bench.press("x")
    #expect(
      bench.screen.text(ofRow: bar).hasPrefix(
        " x …  s speaker  d not an attribution  w what is said"))
  }

  @Test func whoeverElseSpeaksWhatIsSelectedStaysSelected() throws {
    var draft = AnalysisDraft(
      "{source:1 Redco} {cue:1 stated} {content:1 its intention to leave}, {source:2 Salmon} {cue:2 on Monday} {content:2 its intention to stay}.",
      title: nil, publisher: "Gazette")
    draft.source("redco", "Redco", .organisation, .named)
    draft.source("salmon", "Salmon", .organisation, .named)
    draft.attribute(to: "redco", .reported)
    draft.attribute(to: "salmon", .reported)
    let right = draft.analysis(sentences: 1)
    // The machine took the first one for the speaker of both, so that both begin at the same place.
    var wrong = right
    wrong.attributions[1].sourceSpans = right.attributions[0].sourceSpans
    var bench = try Bench.reading(wrong, 100, 24)
    bench.press(": a 2 Enter")
    #expect(bench.row(with: "▌ 2") != nil)
    bench.tell(.analysisFinished(right))
    #expect(bench.row(with: "▌ 2") != nil && bench.row(with: "▌ 1") == nil)
  }

  @Test func aWrongSpeakerIsThreeKeysAway() throws {
    var bench = try officials()
    bench.press("x s")
    expectSnapshot(bench.text, named: "who-speaks-112x30.screen")
    bench.press("3")
    let correction = try #require(kept(bench))
    guard case .speaker(let subject, .source(let party)) = correction.change else {
      Issue.record("\(correction.change)")
      return
    }
    #expect(subject.words == "the bridge to open again within six weeks")
    #expect(subject.cue?.exact == "expect")
    #expect(party.name != "officials")
    #expect(correction.snapshot.source == "officials")
    #expect(correction.article == Analysis.sample.article.id)
    #expect(
      bench.screen.text(ofRow: bar) == " speaker: \(party.name) · U undoes it")
  }

  @Test func theSpeakerIsFoundByTyping() throws {
    var bench = try officials()
    bench.press("x s")
    bench.type("mayor")
    #expect(bench.screen.text(ofRow: bar).hasPrefix("Who says #5? mayor"))
    #expect(bench.screen.text(ofRow: bar - 2).hasPrefix("   ● Mayor Ana Lund"))
    bench.press("Enter")
    #expect(kept(bench)?.words == "speaker: Mayor Ana Lund")
  }

  @Test func somebodyNewIsCalledAsTyped() throws {
    var bench = try officials()
    bench.press("x s")
    bench.type("Eva  Brandt ")
    #expect(bench.screen.text(ofRow: bar - 1).hasPrefix("   + Eva Brandt"))
    #expect(bench.screen.text(ofRow: bar - 1).hasSuffix("somebody new"))
    bench.press("Enter")
    #expect(kept(bench)?.words == "speaker: Eva Brandt")
    bench.press("x s")
    bench.type("nob")
    bench.press("Enter")
    #expect(kept(bench)?.words == "speaker: nobody")
  }

  @Test func whatIsCorrectedIsSeenToBeTheReadersOwn() throws {
    var bench = try officials()
    #expect(bench.row(with: "5 ~○ officials") != nil)
    bench.press("x s")
    bench.type("mayor")
    bench.press("Enter")
    try answer(&bench)
    // It stays selected, with the sign in the list and the words in the detail.
    #expect(bench.row(with: "▌ 5≠~● Mayor Ana Lund") != nil)
    #expect(bench.row(with: "≠ yours, 15 June 2025: speaker: Mayor") != nil)
    #expect(bench.text.contains("the machine said: officials"))
    expectSnapshot(bench.text, named: "corrected-112x30.screen")
    bench.press("i")
    #expect(bench.text.contains("≠ 1 correction of yours"))
    #expect(bench.row(with: "● Mayor Ana Lund ≠") != nil)
  }

  @Test func withoutUnicodeTheSignIsALetter() throws {
    var bench = try Bench.reading(.sample, 112, 30, colors: 0, unicode: false)
    bench.press("Tab Tab Tab Tab Tab x s")
    bench.type("mayor")
    bench.press("Enter")
    try answer(&bench)
    #expect(bench.row(with: "| 5x~N Mayor Ana Lund") != nil)
    #expect(bench.text.contains("x yours"))
    #expect(bench.text.allSatisfy { $0.isASCII || !"≠─▌●".contains($0) })
  }

  // MARK: - Attribution or not, and which words

  @Test func whatIsNoAttributionIsTwoKeysAway() throws {
    var bench = try officials()
    bench.press("x d")
    let correction = try #require(kept(bench))
    #expect(correction.change.subjects.first?.words == "the bridge to open again within six weeks")
    #expect(bench.screen.text(ofRow: bar) == " not an attribution · U undoes it")
  }

  @Test func wrongEdgesAreTheSelectedWords() throws {
    var bench = try officials()
    // The first time the keys begin with what the machine took.
    bench.press("x w")
    #expect(bench.screen.text(ofRow: bar) == " select the words, then press the same keys again")
    bench.press("V h h h x w")
    let correction = try #require(kept(bench))
    #expect(correction.words == "what is said: “the bridge to open again”")
    #expect(
      correction.machineWords == "the machine said: “the bridge to open again within six weeks”")
    // Nothing is selected any more.
    #expect(bench.screen.cursor == nil)
  }

  @Test func sourceAndCueAreSelectedWordsToo() throws {
    var bench = try officials()
    bench.press("V S-Tab x o")
    guard case .spans(let old, let new) = try #require(kept(bench)).change else { return }
    #expect(old.source?.exact == "Officials" && new.source?.exact != "Officials")
    #expect(new.cue == old.cue && new.content == old.content)
    bench.press("V S-Tab x c")
    guard case .spans(_, let cued) = try #require(kept(bench)).change else { return }
    #expect(cued.cue?.exact.isEmpty == false && cued.source?.exact == "Officials")
  }

  @Test func anotherPieceIsAddedToWhatIsSaid() throws {
    var bench = try officials()
    bench.press("V Tab x e")
    guard case .spans(let old, let new) = try #require(kept(bench)).change else { return }
    #expect(new.content.count == old.content.count + 1)
  }

  @Test func missedWordsAreSelectedAndGivenToSomebody() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("V x a")
    #expect(bench.screen.text(ofRow: bar).hasPrefix("Who says this?"))
    bench.press("1")
    guard case .addition(let subject, .source(let party)) = try #require(kept(bench)).change else {
      Issue.record("no addition")
      return
    }
    #expect(subject.content.count == 1 && subject.source == nil)
    #expect(!party.name.isEmpty)
  }

  @Test func anUnattributedSentenceNeedsNoSelecting() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("u x s")
    bench.type("mayor")
    bench.press("Enter")
    let correction = try #require(kept(bench))
    #expect(correction.words == "missed: said by Mayor Ana Lund")
    #expect(
      correction.subjectWords.hasSuffix("on Tuesday") || !correction.subjectWords.hasSuffix("."))
  }

  @Test func withNothingSelectedItIsSaidWhatToDo() throws {
    var bench = try officials()
    bench.press("x a")
    #expect(
      bench.screen.text(ofRow: bar) == " First select the words that were missed. V begins.")
    bench.press("u x d")
    #expect(
      bench.screen.text(ofRow: bar)
        == " Nobody is credited with this: there is nothing to correct.")
    #expect(kept(bench) == nil)
  }

  // MARK: - Who is who

  @Test func twoSourcesBecomeOne() throws {
    var bench = try officials()
    bench.press("x m")
    #expect(bench.screen.text(ofRow: bar).hasPrefix("Who is “officials”?"))
    bench.press("2")
    guard case .merger(let one, let other) = try #require(kept(bench)).change else { return }
    #expect(one.name == "officials" && other.name != "officials")
    #expect(other.mention != nil)
  }

  @Test func oneSourceBecomesTwo() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab x p")
    #expect(bench.row(with: " 1 only these words") != nil)
    bench.press("1")
    guard case .separation(let subjects, let party) = try #require(kept(bench)).change else {
      return
    }
    #expect(subjects.count == 1 && party.name == "Mayor Ana Lund")
  }

  @Test func kindAndNamingAreChosenByNumber() throws {
    var bench = try officials()
    bench.press("x k")
    expectSnapshot(bench.text, named: "what-kind-112x30.screen")
    bench.press("3")
    #expect(kept(bench)?.words == "“officials”: organisation")
    bench.press("x n 1")
    #expect(kept(bench)?.words == "“officials”: named")
    #expect(kept(bench)?.machineWords == "the machine said: neither named nor described")
  }

  @Test func arrowsChooseAndEscapeChangesNothing() throws {
    var bench = try officials()
    bench.press("x n Down Down Enter")
    #expect(kept(bench)?.words == "“officials”: neither named nor described")
    bench.forgetEffects()
    bench.press("x n Esc x s Backspace x k C-c x k 9")
    #expect(kept(bench) == nil)
  }

  // MARK: - Taking back

  @Test func uTakesTheLastCorrectionBackAndThenTheOneBefore() throws {
    var bench = try officials()
    bench.press("x d")
    let first = try #require(kept(bench))
    bench.press("x n 1")
    let second = try #require(kept(bench))
    bench.forgetEffects()
    bench.press("U U U")
    #expect(
      bench.deeds
        == [.removeCorrection(second.id), .removeCorrection(first.id), .bell])
    #expect(bench.screen.text(ofRow: bar) == " There is nothing to undo.")
  }

  @Test func marksAndCorrectionsAreTakenBackInTheOrderInWhichTheyWereMade() throws {
    var bench = try officials()
    bench.press("m x d m")
    let correction = try #require(kept(bench))
    bench.forgetEffects()
    bench.press("U")
    #expect(!bench.deeds.contains(.removeCorrection(correction.id)))
    bench.press("U")
    #expect(bench.deeds.last == .removeCorrection(correction.id))
    bench.press("U U")
    #expect(bench.screen.text(ofRow: bar) == " There is nothing to undo.")
  }

  @Test func theListOfCorrectionsLeadsToThemAndTakesThemBack() throws {
    var bench = try officials()
    bench.press("x l")
    #expect(bench.text.contains("Nothing is corrected in this article. x s says who"))
    bench.press("q x s")
    bench.type("mayor")
    bench.press("Enter")
    let correction = try #require(kept(bench))
    try answer(&bench)
    bench.press("g x l")
    expectSnapshot(bench.text, named: "corrections-112x30.screen")
    bench.press("Enter")
    #expect(bench.row(with: "▌ 5≠~● Mayor Ana Lund") != nil)
    bench.forgetEffects()
    bench.press("x l U")
    #expect(bench.deeds == [.removeCorrection(correction.id)])
  }

  @Test func oneWithoutAPlaceIsShownAsSuch() throws {
    var bench = try officials()
    bench.press("x d")
    var correction = try #require(kept(bench))
    let elsewhere = ArticleText("The ferry left at noon, the harbour master said on Friday.")
    correction.change = .dismissal(
      of: .init(source: nil, cue: Span(42, 46), content: [Span(0, 22)], in: elsewhere))
    bench.tell(.correctionsLoaded([correction], Analysis.sample.article.id))
    bench.tell(.analysisFinished(.sample))
    bench.press("x l")
    #expect(bench.row(with: "not an attribution · its words are not in this text") != nil)
    bench.press("Enter")
    #expect(bench.screen.text(ofRow: bar) == " Its words are not in this text.")
  }

  // MARK: - Filtering

  @Test func whatWasSetRightIsListedByAFilter() throws {
    var bench = try officials()
    bench.press("x s 1")
    try answer(&bench)
    bench.press("f")
    bench.type("corr")
    bench.press("Tab")
    bench.type("y")
    bench.press("Tab Enter")
    // The mayor's three: the one that was set right, and no other.
    #expect(bench.screen.text(ofRow: 1).contains("filter: corrected:yes"))
    #expect(bench.screen.text(ofRow: 1).hasSuffix("1 of 16"))
    bench.press("f C-u")
    bench.type("corrected:no")
    bench.press("Enter")
    #expect(bench.screen.text(ofRow: 1).hasSuffix("15 of 16"))
  }

  // MARK: - Small screens

  @Test(arguments: [(80, 24), (40, 12), (20, 5), (1, 1)])
  func onEveryScreenItCanBeAnswered(columns: Int, rows: Int) throws {
    var bench = try Bench.reading(.sample, columns, rows)
    bench.press("Tab x s")
    _ = bench.text
    bench.press("1")
    #expect(kept(bench) != nil)
    bench.press("x l x n q q q")
    _ = bench.text
  }

  @Test func beforeTheAnalysisThereIsNothingToCorrect() throws {
    var bench = try Bench(80, 24, entries: [Entry(id: "one", title: "one.txt")])
    bench.press("x s U")
    bench.tell(.articleLoaded(Analysis.sample.article, from: .entry("one")))
    bench.press("x d")
    #expect(bench.screen.text(ofRow: 23) == " Who said what is not known yet.")
  }
}
