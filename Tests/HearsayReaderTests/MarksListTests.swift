import Foundation
import HearsayModel
import HearsayReader
import HearsayScreen
import HearsayTestSupport
import Testing

@Suite("The list of marks")
struct MarksListTests {
  private func kept(_ bench: Bench) -> Mark? {
    bench.effects.reversed().lazy.compactMap {
      if case .saveMark(let mark) = $0 { mark } else { nil }
    }
    .first
  }

  /// Marks on two articles: overdue, due soon, done, on changed words, lost.
  private static func marks() throws -> [Mark] {
    let article = Analysis.sample.article
    var marks = Mark.samples
    marks[0].due = "2025-06-12"
    marks[0].priority = .high
    marks[2].due = "2025-06-15"
    func another(_ number: UInt8, _ words: String, source: String?) -> Mark {
      var mark = Mark.samples[1]
      mark.id = UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 2, number))
      mark.article = "sha256:ferry"
      mark.anchor.exact = words
      mark.anchor.start = Int(number) * 100
      mark.snapshot.articleTitle = "Ferry fares to rise in autumn"
      mark.snapshot.source = source
      mark.status = .waiting
      return mark
    }
    var fares = another(
      1, "Fares will rise by a fifth from October", source: "a person close to the board")
    fares.tags = ["fares", "money"]
    fares.due = "2025-07-01"
    let ministry = another(2, "No decision has been taken", source: "the Ministry of Transport")
    var lost = another(3, "Two of the boats are for sale", source: nil)
    lost.status = .todo
    lost.drift = Mark.Drift(.lost(.gone), in: article.id)
    return marks + [fares, ministry, lost]
  }

  private static func list(_ columns: Int, _ rows: Int, colors: Int = 256, unicode: Bool = true)
    throws -> Bench
  {
    var bench = try Bench.reading(.sample, columns, rows, colors: colors, unicode: unicode)
    bench.tell(.marksLoaded(try marks()))
    bench.press("M")
    return bench
  }

  @Test(arguments: [
    (120, 40, 256, true, "marks-120x40"), (80, 24, 256, true, "marks-80x24"),
    (40, 12, 256, true, "marks-40x12"), (80, 24, 0, false, "marks-ascii-80x24"),
  ])
  func allMarksOfAllArticlesStandInGroups(
    columns: Int, rows: Int, colors: Int, unicode: Bool, name: String
  ) throws {
    let bench = try Self.list(columns, rows, colors: colors, unicode: unicode)
    expectSnapshot(bench.text, named: "\(name).screen")
  }

  @Test func wArrangesThemByDayPrioritySourceTagAndArticle() throws {
    var bench = try Self.list(120, 40)
    let firsts = [
      " overdue (1)", " high priority (1)", " a person close to the board (1)", " ask again (1)",
      " Ferry fares to rise in autumn · Norrvik Post (3)", " todo (3)",
    ]
    for first in firsts {
      bench.press("w")
      #expect(bench.screen.text(ofRow: 2) == first)
    }
    bench.press("w")
    expectSnapshot(bench.text, named: "marks-by-day-120x40.screen")
  }

  @Test func theTitleCountsWhatIsOpenOverdueAndLost() throws {
    var bench = try Self.list(120, 40)
    #expect(
      bench.screen.text(ofRow: 0).hasPrefix(" Marks · 5 open of 6 · ! 1 overdue · ! 1 lost"))
    bench.press("D")
    bench.press("C-u + 1 d Enter")
    #expect(!bench.screen.text(ofRow: 0).contains("overdue"))
  }

  @Test func fTakesTheFilterLanguage() throws {
    var bench = try Self.list(120, 40)
    bench.press("f")
    bench.type("marked:open not due:none")
    #expect(bench.screen.text(ofRow: 39).hasSuffix("3 of 6"))
    bench.press("Enter")
    #expect(bench.screen.text(ofRow: 0).contains("filter: marked:open not due:none"))
    #expect(!bench.text.contains("No decision"))
    bench.press("/ C-u")
    bench.type("tag:f")
    bench.press("Tab Enter")
    #expect(bench.text.contains("#fares"))
    #expect(bench.text.contains("1 of 1"))
    bench.press("f C-u")
    bench.type("due:frx")
    bench.press("Enter")
    #expect(bench.screen.text(ofRow: 38).contains("“frx” is no day"))
    bench.press("Esc Esc")
    #expect(bench.screen.text(ofRow: 39) == " all marks are listed again")
    #expect(bench.text.contains("1 of 6") || bench.text.contains("of 6"))
    bench.press("f")
    bench.type("nobody-at-all")
    bench.press("Enter")
    #expect(bench.text.contains("No mark passes the filter."))
  }

  @Test func aMarkIsChangedInPlaceAndStaysSelectedWhereverItGoes() throws {
    var bench = try Self.list(120, 40)
    bench.press("g t 4")
    let mark = try #require(kept(bench))
    #expect(mark.status == .confirmed)
    #expect(bench.row(with: "▌ confirmed")?.contains("a source at the town hall") == true)
    // What is typed next is about the same mark.
    bench.press("+ o k Enter")
    #expect(kept(bench)?.id == mark.id)
    #expect(bench.text.contains("✎ 15 Jun: ok"))
    bench.press("U U")
    #expect(kept(bench)?.status == .todo)
    #expect(bench.row(with: "▌ todo") != nil)
  }

  @Test func enterGoesToThePlaceInWhateverArticleItIs() throws {
    var bench = try Self.list(112, 30)
    bench.press("f")
    bench.type("tender")
    bench.press("Enter Enter")
    #expect(bench.row(with: "▌ 4 ~○ a source at the town hall") != nil)
    bench.press("M f C-u")
    bench.type("board")
    bench.press("Enter")
    bench.forgetEffects()
    bench.press("Enter")
    #expect(bench.deeds == [.open(.stored("sha256:ferry"))])
  }

  @Test func aClickSelectsAndASecondOpens() throws {
    var bench = try Self.list(120, 40)
    let row = try #require(
      (0..<40).first { bench.screen.text(ofRow: $0).contains("No decision has been taken") })
    bench.receive(.mouse(Mouse(.press, at: Point(row: row, column: 30))))
    #expect(bench.row(with: "▌ waiting")?.contains("the Ministry of Transport") == true)
    bench.forgetEffects()
    bench.receive(.mouse(Mouse(.press, at: Point(row: row, column: 30))))
    #expect(bench.deeds == [.open(.stored("sha256:ferry"))])
    bench.receive(.mouse(Mouse(.wheelDown, at: Point(row: 5, column: 5))))
    bench.receive(.mouse(Mouse(.press, at: Point(row: 0, column: 5))))
  }

  @Test func inAShortListEveryMarkComesIntoView() throws {
    for (columns, rows) in [(80, 24), (40, 12), (20, 5), (60, 8)] {
      var bench = try Self.list(columns, rows)
      bench.press("g")
      for _ in 0..<6 {
        #expect(bench.text.contains("▌"))
        bench.press("j")
      }
    }
  }
}
