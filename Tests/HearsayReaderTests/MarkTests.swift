import Foundation
import HearsayModel
import HearsayReader
import HearsayScreen
import HearsayTestSupport
import Testing

@Suite("Marks")
struct MarkTests {
  /// The mark of the first effect that keeps one.
  private func kept(_ bench: Bench) -> Mark? {
    bench.effects.reversed().lazy.compactMap {
      if case .saveMark(let mark) = $0 { mark } else { nil }
    }
    .first
  }

  @Test func mMarksWhatIsSelectedWithItsWordsAndItsSourcing() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab Tab Tab Tab m")
    let mark = try #require(kept(bench))
    #expect(mark.status == .todo)
    #expect(mark.anchor.exact == "The repair will take two years and cost 40 million crowns")
    #expect(mark.snapshot.source == "a source at the town hall")
    #expect(mark.snapshot.cue == "told")
    #expect(mark.snapshot.chain == ["Norrvik Post", "Kustbladet", "a source at the town hall"])
    #expect(mark.snapshot.flags.first?.level == .high)
    #expect(mark.created == Date(timeIntervalSince1970: 1_750_000_000))
    #expect(bench.row(with: "✎! ▐The repair") != nil)
    #expect(bench.row(with: "a source at the town hall")?.contains("P ✎ ⇠") == true)
  }

  @Test func `U takes back what an earlier session changed on a mark`() throws {
    var before = try Bench.reading(.sample, 112, 30)
    before.press("Tab m")
    let mark = try #require(kept(before))
    var bench = try Bench.reading(.sample, 112, 30)
    bench.recall(before.reader.markChanges)
    bench.tell(.marksLoaded([mark]))
    bench.press("U")
    #expect(bench.deeds.last == .removeMark(mark.id))
    #expect(bench.text.contains("undone: marked: todo"))
    bench.press("U")
    #expect(bench.text.contains("There is nothing to undo."))
  }

  @Test func `U leaves alone what somebody else has changed since`() throws {
    var before = try Bench.reading(.sample, 112, 30)
    before.press("Tab m")
    var mark = try #require(kept(before))
    mark.status = .waiting
    mark.modified += 60
    var bench = try Bench.reading(.sample, 112, 30)
    bench.recall(before.reader.markChanges)
    bench.tell(.marksLoaded([mark]))
    bench.press("U")
    #expect(bench.text.contains("There is nothing to undo."))
  }

  @Test(arguments: [false, true])
  func `Two verbs or two sources that hand over the same words have a mark each`(isOneSource: Bool)
    throws
  {
    var analysis = Analysis.sample
    let first = analysis.attributions[2]
    analysis.attributions[3].contentSpans = first.contentSpans
    if isOneSource { analysis.attributions[3].source = first.source }
    var bench = try Bench.reading(analysis, 112, 30)
    for _ in analysis.attributions { bench.press("Tab m") }
    let marks = bench.effects.compactMap { if case .saveMark(let mark) = $0 { mark } else { nil } }
    #expect(marks.count == analysis.attributions.count)
    #expect(!bench.effects.contains { if case .removeMark = $0 { true } else { false } })
  }

  @Test func mTakesTheMarkOffAgain() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab m")
    let mark = try #require(kept(bench))
    bench.forgetEffects()
    bench.press("m")
    #expect(bench.effects == [.removeMark(mark.id)])
    #expect(!bench.text.contains("✎"))
  }

  @Test func aMarkWithANoteGoesOnlyAfterAQuestion() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab m")
    let mark = try #require(kept(bench))
    bench.tell(.noteEdited(mark.id, "Ask her which day.\n"))
    bench.forgetEffects()
    bench.press("m")
    #expect(bench.screen.text(ofRow: 29) == " Remove the mark and its note? y/n")
    bench.press("n")
    #expect(bench.effects.isEmpty)
    bench.press("m y")
    #expect(bench.effects == [.removeMark(mark.id)])
  }

  @Test func aStatusIsChosenByNumberOrWithArrows() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab t")
    #expect(
      bench.screen.text(ofRow: 29)
        == "  1 todo  2 doing  3 waiting  4 confirmed  5 refuted  6 inconclusive  7 dropped")
    bench.press("3")
    #expect(kept(bench)?.status == .waiting)
    bench.press("t Right Enter")
    #expect(kept(bench)?.status == .confirmed)
    bench.forgetEffects()
    bench.press("t j Esc t C-c")
    #expect(bench.effects.isEmpty)
  }

  @Test func onANarrowScreenStatusesStandOneAboveTheOther() throws {
    var bench = try Bench.reading(.sample, 20, 5)
    bench.press("Tab t")
    #expect(bench.screen.text(ofRow: 4) == " 5 refuted")
    bench.press("k")
    #expect(bench.screen.text(ofRow: 4) == " 7 dropped")
  }

  @Test func wWritesANoteInTheEditorAndMarksWhatWasNot() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab W")
    let mark = try #require(kept(bench))
    #expect(bench.deeds == [.saveMark(mark), .editNote(mark)])
    bench.tell(.noteEdited(mark.id, "Ask her.\nTwice.\n"))
    #expect(kept(bench)?.note == "Ask her.\nTwice.")
    #expect(bench.text.contains("✎ todo: Ask her. Twice."))
    bench.forgetEffects()
    bench.tell(.noteEdited(mark.id, "Ask her.\nTwice."))
    #expect(bench.effects.isEmpty)
  }

  @Test func marksOfAnEarlierTimeAreFoundAgainByTheirWords() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab Tab m")
    let mark = try #require(kept(bench))
    var later = try Bench.reading(.sample, 112, 30)
    later.tell(.marksLoaded([mark]))
    later.press("'")
    #expect(later.row(with: "▌ 2 ‘● a report by the Road")?.contains("✎") == true)
    later.press("'")
    #expect(later.screen.text(ofRow: 29) == " There is no further mark.")
  }

  @Test func theListOfMarksLeadsToOtherArticlesToo() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab m")
    let here = try #require(kept(bench))
    var there = here
    there.id = UUID()
    there.article = "sha256:other"
    there.note = "Call the ministry."
    there.snapshot.articleTitle = "Ferry fares to rise"
    bench.tell(.marksLoaded([there, here]))
    bench.press("G M")
    #expect(bench.screen.text(ofRow: 2) == " todo (2)")
    #expect(
      bench.screen.text(ofRow: 3).hasPrefix("▌ todo         “● Mayor Ana Lund"))
    #expect(bench.text.contains("✎ 15 Jun: Call the ministry."))
    bench.press("Enter")
    #expect(bench.row(with: "▌ 1 “● Mayor Ana Lund") != nil)
    bench.forgetEffects()
    bench.press("M j Enter")
    #expect(bench.deeds == [.open(.stored("sha256:other"))])
    bench.press("/ f e r r y Enter")
    #expect(bench.row(with: "Mayor Ana Lund")?.contains("Ferry fares") == true)
    #expect(bench.text.contains("1 of 1"))
  }

  @Test func inTheListOfMarksAMarkIsSetAndTakenOff() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab m M t 5")
    #expect(kept(bench)?.status == .refuted)
    bench.forgetEffects()
    bench.press("m")
    #expect(bench.deeds.count == 1)
    #expect(bench.text.contains("Nothing is marked yet. m marks what is selected."))
  }
}
