import Foundation
import HearsayModel
import HearsayReader
import HearsayScreen
import HearsayTestSupport
import Testing

@Suite("The card of a mark")
struct MarkCardTests {
  private func kept(_ bench: Bench) -> Mark? {
    bench.effects.reversed().lazy.compactMap {
      if case .saveMark(let mark) = $0 { mark } else { nil }
    }
    .first
  }

  /// A mark on the fourth attribution, with something in every field.
  private func filled(_ columns: Int, _ rows: Int, colors: Int = 256, unicode: Bool = true) throws
    -> Bench
  {
    var bench = try Bench.reading(.sample, columns, rows, colors: colors, unicode: unicode)
    bench.press(": 4 Enter T D")
    bench.type("+3d")
    bench.press("Enter ! Hash")
    bench.type("tender, ask again")
    bench.press("Enter +")
    bench.type("Which of the two contracts?")
    bench.press("Enter E")
    bench.type("https://norrvik.example/tenders/17")
    bench.press("Enter")
    return bench
  }

  @Test(arguments: [
    (120, 40, 256, true, "card-120x40"), (80, 24, 256, true, "card-80x24"),
    (40, 12, 256, true, "card-40x12"), (80, 24, 0, false, "card-ascii-80x24"),
  ])
  func allThatIsKeptOfAMarkIsOnIt(
    columns: Int, rows: Int, colors: Int, unicode: Bool, name: String
  ) throws {
    let bench = try filled(columns, rows, colors: colors, unicode: unicode)
    expectSnapshot(bench.text, named: "\(name).screen")
  }

  @Test func oneKeyMarksAndASecondOpensTheCard() throws {
    var bench = try Bench.reading(.sample, 100, 30)
    bench.press("Tab T")
    #expect(kept(bench)?.status == .todo)
    #expect(bench.text.contains("status    todo"))
    #expect(bench.text.contains("said by   “● Mayor Ana Lund"))
    bench.press("T")
    #expect(bench.row(with: "▌ 1 “● Mayor Ana Lund")?.contains("✎") == true)
    // The mark is there: nothing is kept a second time.
    bench.forgetEffects()
    bench.press("T q")
    #expect(bench.deeds.isEmpty)
  }

  @Test func everyFieldIsChangedWithItsKeyOrWithEnterOnIt() throws {
    var bench = try filled(100, 30)
    let mark = try #require(kept(bench))
    #expect(mark.due == "2025-06-18" && mark.priority == .high)
    #expect(mark.tags == ["tender", "ask again"])
    #expect(mark.notes.map(\.text) == ["Which of the two contracts?"])
    #expect(mark.evidence.first?.isAddress == true)
    // Status, priority and due day with the arrows and Enter.
    bench.press("Enter 4 j Enter j Enter C-u")
    bench.type("1 dec")
    #expect(bench.text.contains("Monday 1 December 2025 · in 169 days"))
    bench.press("Enter")
    let changed = try #require(kept(bench))
    #expect(changed.status == .confirmed && changed.priority == .low)
    #expect(changed.due == "2025-12-01")
    // A note is changed in place, and goes when it is emptied.
    bench.press("j j Enter")
    #expect(bench.screen.text(ofRow: 29).hasPrefix("note: Which of the two contracts?"))
    bench.press("C-u Enter")
    #expect(kept(bench)?.notes == [])
  }

  @Test func evidenceThatIsAnAddressIsOpenedWhereItStands() throws {
    var bench = try filled(100, 30)
    bench.forgetEffects()
    // Down to the evidence: status, priority, due, tags, a note, a new one.
    bench.press("j j j j j j o")
    let address = WebAddress("https://norrvik.example/tenders/17")
    #expect(bench.deeds == [try .openAddress(#require(address))])
    // Elsewhere on the card it is the article's.
    bench.press("g o")
    let article = Analysis.sample.article.url.flatMap { WebAddress($0) }
    #expect(bench.deeds.last == (try .openAddress(#require(article))))
  }

  @Test func aDayThatIsNoneIsSaidAndAskedForAgain() throws {
    var bench = try Bench.reading(.sample, 80, 24)
    bench.press("Tab m")
    bench.forgetEffects()
    bench.press("D")
    #expect(bench.screen.text(ofRow: 22).contains("2026-12-01, tomorrow, fri, +3d"))
    bench.type("frx")
    bench.press("Enter")
    #expect(bench.screen.text(ofRow: 22).contains("“frx” is no day: type 2026-12-01"))
    #expect(bench.deeds == [.bell])
    bench.press("Backspace i Enter")
    #expect(kept(bench)?.due == "2025-06-20")
    #expect(bench.screen.text(ofRow: 23) == " due Friday 20 June 2025")
    bench.press("D C-u n o n e Enter")
    #expect(kept(bench)?.due == nil)
  }

  @Test func moreThanAHundredTagsAreRefused() throws {
    var bench = try filled(100, 30)
    bench.press("Hash C-u")
    bench.forgetEffects()
    bench.type((1...101).map { "t\($0)" }.joined(separator: ","))
    bench.press("Enter")
    #expect(bench.screen.text(ofRow: 28) == " A mark has at most 100 tags.")
    #expect(bench.deeds == [.bell])
    bench.press("Backspace Backspace Backspace Backspace Enter")
    #expect(kept(bench)?.tags.count == 100)
  }

  @Test func tabOffersDaysAndTheTagsOfOtherMarks() throws {
    var bench = try filled(80, 24)
    bench.press("q Tab Hash")
    #expect(bench.screen.text(ofRow: 22) == " ask again  tender")
    bench.press("t Tab Enter")
    #expect(kept(bench)?.tags == ["tender"])
    bench.press("D t o Tab Tab Enter")
    #expect(kept(bench)?.due == "2025-06-16")
  }

  @Test func whatIsAddedIsInViewHoweverMuchThereIs() throws {
    var bench = try Bench.reading(.sample, 80, 24)
    bench.press("Tab T")
    for number in 0..<30 {
      bench.press("+")
      bench.type("Call number \(number) again.")
      bench.press("Enter")
      #expect(bench.text.contains("Call number \(number) again."))
    }
  }

  @Test func theLastChangesAreTakenBackOneByOne() throws {
    var bench = try Bench.reading(.sample, 80, 24)
    bench.press("Tab m t 3 !")
    #expect(kept(bench)?.priority == .high)
    bench.press("U")
    #expect(kept(bench)?.priority == .normal && kept(bench)?.status == .waiting)
    #expect(bench.screen.text(ofRow: 23) == " undone: priority: high")
    bench.press("U")
    #expect(kept(bench)?.status == .todo)
    let mark = try #require(kept(bench))
    bench.forgetEffects()
    bench.press("U")
    #expect(bench.effects == [.removeMark(mark.id)])
    bench.press("U")
    #expect(bench.screen.text(ofRow: 23) == " There is nothing to undo.")
    // A mark that was taken off comes back with all that was on it.
    bench.press("+ h i Enter m y")
    #expect(!bench.text.contains("✎"))
    bench.press("U")
    #expect(kept(bench)?.note == "hi")
  }

  @Test func theEditorsNotesKeepTheirDays() throws {
    var bench = try filled(100, 30)
    var mark = try #require(kept(bench))
    mark.notes = [
      Mark.Note("Rang the agency.", written: Date(timeIntervalSince1970: 1_749_000_000))
    ]
    bench.tell(.marksLoaded([mark]))
    bench.press("W")
    #expect(bench.deeds.last == .editNote(mark))
    bench.tell(.noteEdited(mark.id, "Rang the agency.\nThey say no.\n"))
    let notes = try #require(kept(bench)?.notes)
    #expect(notes.map(\.text) == ["Rang the agency.", "They say no."])
    #expect(bench.text.contains("notes     4 Jun   Rang the agency."))
    #expect(bench.text.contains("          15 Jun  They say no."))
  }

  @Test func theCardOfTheNextMarkIsOneKeyAway() throws {
    var bench = try Bench.reading(.sample, 80, 24)
    bench.press("Tab m Tab m T")
    #expect(bench.text.contains("a report by the Road Agency"))
    bench.press("`")
    #expect(bench.text.contains("“● Mayor Ana Lund"))
    bench.press("`")
    #expect(bench.screen.text(ofRow: 23) == " There is no earlier mark.")
  }

  @Test func aClaimIsMarkedWhereverItIsSaid() throws {
    var bench = try Bench.reading(.sample, 112, 40)
    bench.press("w w")
    bench.press("Tab m")
    let mark = try #require(kept(bench))
    #expect(mark.snapshot.subject == .claim)
    #expect(mark.snapshot.otherSources == ["Mayor Ana Lund"])
    #expect(bench.row(with: " 1 “● Mayor Ana Lund")?.contains("✎") == true)
    #expect(bench.row(with: " 9 ~● Mayor Ana Lund")?.contains("✎") == true)
  }

  @Test func aSentenceThatNobodyIsCreditedWithIsMarked() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("u m")
    let mark = try #require(kept(bench))
    #expect(mark.snapshot.subject == .sentence)
    #expect(mark.snapshot.source == nil && mark.snapshot.naming == .implicit)
    bench.press("T")
    #expect(bench.text.contains("said by   ◌ nobody"))
  }

  @Test func selectedWordsAreMarkedAsTheyAreWithWhoSaidThem() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    // The other edge moves, back over the last word.
    bench.press(": 4 Enter V V h m")
    let mark = try #require(kept(bench))
    #expect(mark.anchor.exact == "The repair will take two years and cost 40 million")
    #expect(mark.snapshot.subject == .selection)
    #expect(mark.snapshot.source == "a source at the town hall")
    let rows = bench.text.split(separator: "\n")
    #expect(rows.contains { $0.contains("✎") && $0.contains("▐The repair will take") })
    // The card of what is selected is that of the words in it.
    bench.press("D t o m o r r o w Enter")
    #expect(kept(bench)?.id == mark.id && kept(bench)?.due == "2025-06-16")
    bench.press("t 5")
    #expect(kept(bench)?.id == mark.id && kept(bench)?.status == .refuted)
  }

  @Test func wordsThatNobodySaidAreMarkedToo() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("u V l T")
    let mark = try #require(kept(bench))
    #expect(mark.snapshot.subject == .selection && !mark.anchor.exact.isEmpty)
    #expect(bench.text.contains(mark.anchor.exact.prefix(30)))
    #expect(bench.text.contains("◌ nobody"))
  }

  @Test(arguments: [(1, 1), (2, 3), (5, 2), (20, 5), (200, 60)])
  func onEverySize(columns: Int, rows: Int) throws {
    var bench = try filled(columns, rows)
    bench.press("j j j j j k Space b G g ? q M w w w w w w T j Enter Esc q q")
    bench.press("Tab T Tab Tab Tab d t 3 m U M m f a Enter Esc C-c")
    _ = bench.screen
  }
}

@Suite("Marks whose words have changed")
struct ChangedMarkTests {
  private func kept(_ bench: Bench) -> Mark? {
    bench.effects.reversed().lazy.compactMap {
      if case .saveMark(let mark) = $0 { mark } else { nil }
    }
    .first
  }

  /// A reader of the sample with a mark of an earlier version on its fourth attribution.
  private func bench(_ columns: Int, _ rows: Int, isLost: Bool = false) throws -> (Bench, Mark) {
    let analysis = Analysis.sample
    let span = try #require(analysis.attributions[3].contentSpans.first)
    var mark = Mark.samples[0]
    mark.article = "sha256:earlier"
    mark.anchor.exact = "The repair will take one year and cost 40 million crowns"
    mark.anchor.start = 7
    mark.anchor.end = 63
    mark.drift = Mark.Drift(
      isLost ? .lost(.gone) : .changed(span, score: 0.9), in: analysis.article.id)
    var bench = try Bench.reading(analysis, columns, rows)
    bench.tell(.marksLoaded([mark]))
    return (bench, mark)
  }

  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  func bothWordingsStandBesideEachOther(columns: Int, rows: Int) throws {
    var (bench, _) = try bench(columns, rows)
    bench.press("M T")
    expectSnapshot(bench.text, named: "changed-\(columns)x\(rows).screen")
  }

  @Test func whatDiffersStandsOut() throws {
    var (bench, _) = try bench(120, 40)
    bench.press("M T")
    #expect(bench.style(of: "one")?.attributes.contains(.underline) == true)
    #expect(bench.style(of: "two")?.attributes.contains(.bold) == true)
    #expect(bench.style(of: "million")?.attributes.contains(.underline) == false)
  }

  @Test func theSameClaimIsMarkedAnewAndItsFirstWordsAreKept() throws {
    var (bench, mark) = try bench(120, 40)
    bench.press("M")
    #expect(bench.screen.text(ofRow: 0).contains("! 1 on changed words"))
    #expect(bench.text.contains("now: The repair will take two years"))
    bench.press("T Enter")
    let settled = try #require(kept(bench))
    #expect(settled.article == Analysis.sample.article.id && settled.drift == nil)
    #expect(settled.anchor.exact.contains("two years"))
    #expect(settled.snapshot.formerWords == mark.anchor.exact)
    #expect(!bench.text.contains("The words have changed"))
    bench.press("U")
    #expect(kept(bench) == mark)
    #expect(bench.text.contains("The words have changed"))
  }

  @Test func anotherClaimIsPutDownAsLostAndStaysInTheList() throws {
    var (bench, _) = try bench(120, 40)
    bench.press("M -")
    let refused = try #require(kept(bench))
    #expect(refused.refusedIn == [Analysis.sample.article.id])
    #expect(bench.screen.text(ofRow: 0).contains("! 1 lost"))
    #expect(bench.text.contains("! lost: you said so"))
    bench.press("q")
    #expect(!bench.text.contains("✎"))
    bench.press("M =")
    #expect(bench.screen.text(ofRow: 39).contains("It has no place here."))
  }

  @Test func aLostMarkIsShownWithWhatStoodAroundItAndOpensTheVersionItWasMadeOn() throws {
    var (bench, _) = try bench(120, 40, isLost: true)
    bench.press("M")
    #expect(bench.text.contains("! lost: its words are gone"))
    bench.press("f")
    bench.type("marked:lost")
    bench.press("Enter T")
    #expect(bench.text.contains("[The repair will take one year and cost 40 million crowns]"))
    #expect(bench.text.contains("without a place: its words are gone"))
    bench.forgetEffects()
    bench.press("q Enter")
    #expect(bench.deeds == [.open(.stored("sha256:earlier"))])
  }

  @Test func wordsThatAreAsTheyWereHaveNothingToSettle() throws {
    var bench = try Bench.reading(.sample, 80, 24)
    bench.press("Tab m =")
    #expect(bench.screen.text(ofRow: 23) == " The words of this mark have not changed.")
  }
}
