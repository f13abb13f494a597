import HearsayModel
import HearsayReader
import HearsayScreen
import HearsayTestSupport
import Testing

@Suite("Panes and preferences")
struct PanesTests {
  /// The column of the line between article and list.
  private func border(of bench: Bench) -> Int? {
    let screen = bench.screen
    return (0..<screen.size.columns).first { screen[Point(row: 10, column: $0)].text == "│" }
  }

  @Test func theBorderMovesWithKeysAndIsKept() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    let before = try #require(border(of: bench))
    bench.press("( (")
    #expect(border(of: bench) == before - 8)
    bench.press(")")
    #expect(border(of: bench) == before - 4)
    let kept = bench.keptPanes.compactMap(\.width)
    #expect(kept.count == 3 && kept[0] < kept[1] && kept[2] == kept[0])
  }

  @Test func theBorderIsDraggedWithTheMouse() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    let before = try #require(border(of: bench))
    bench.receive(.mouse(Mouse(.press, at: Point(row: 8, column: before))))
    bench.receive(.mouse(Mouse(.drag, at: Point(row: 9, column: 50))))
    #expect(border(of: bench) == 50)
    #expect(bench.keptPanes.isEmpty)
    bench.receive(.mouse(Mouse(.release, at: Point(row: 9, column: 50))))
    #expect(bench.keptPanes.count == 1)
    bench.receive(.mouse(Mouse(.drag, at: Point(row: 9, column: 60))))
    #expect(border(of: bench) == 50)
  }

  @Test func neitherPaneIsEverSqueezedAway() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    for _ in 0..<40 { bench.press("(") }
    #expect((border(of: bench) ?? 0) >= 20)
    for _ in 0..<40 { bench.press(")") }
    #expect((border(of: bench) ?? 112) <= 112 - 17)
  }

  @Test func inANarrowWindowTheListIsInPlaceUnderTheArticleOrHidden() throws {
    var bench = try Bench.reading(.sample, 80, 24)
    bench.press("Tab z")
    expectSnapshot(bench.text, named: "panes.under.screen")
    let rule = try #require((0..<24).first { bench.screen.text(ofRow: $0).hasPrefix("──") })
    bench.press("(")
    #expect(bench.screen.text(ofRow: rule - 2).hasPrefix("──"))
    bench.press("l Enter")
    #expect(bench.row(with: " Norrvik Post") != nil)
    bench.press("z")
    #expect(bench.row(with: "──") == nil)
    bench.press("z")
    #expect(bench.keptPanes.map(\.side) == [.under, .under, .hidden, .place])
    bench.press("v")
    #expect(bench.row(with: "▌ 1 “● Mayor Ana Lund") != nil)
  }

  @Test func whatWasChosenTheLastTimeIsThereAgain() throws {
    var preferences = Preferences()
    preferences.panes = Panes(width: 0.3)
    let first = try Bench.reading(.sample, 100, 30, preferences: preferences)
    #expect(border(of: first) == 70)
    let again = try Bench.reading(
      .sample, 100, 30, preferences: preferences, panes: Panes(width: 0.5))
    #expect(border(of: again) == 50)
  }

  @Test func noLineIsLongerThanTheMeasure() throws {
    var preferences = Preferences()
    preferences.measure = 30
    preferences.panes = Panes(side: .hidden)
    let bench = try Bench.reading(.sample, 120, 40, preferences: preferences)
    let screen = bench.screen
    let used = (0..<110).filter { column in
      (3..<38).contains { screen[Point(row: $0, column: column)].text.first?.isLetter ?? false }
    }
    #expect(used.last.map { $0 - (used.first ?? 0) < 30 } == true)
    #expect(used.count > 20)
  }

  @Test func asciiSignsAreDrawnWhereTheyAreWanted() throws {
    var preferences = Preferences()
    preferences.signs = .ascii
    let bench = try Bench.reading(.sample, 112, 30, preferences: preferences)
    #expect(try bench.text == Bench.reading(.sample, 112, 30, unicode: false).text)
  }

  @Test func aNewMarkBeginsAsItIsWanted() throws {
    var preferences = Preferences()
    preferences.newMark.status = .doing
    preferences.newMark.priority = .high
    preferences.newMark.tags = ["desk"]
    var bench = try Bench.reading(.sample, 112, 30, preferences: preferences)
    bench.press("Tab m")
    let mark = bench.deeds.lazy.compactMap { effect -> Mark? in
      if case .saveMark(let mark) = effect { mark } else { nil }
    }.first
    #expect(mark?.status == .doing && mark?.priority == .high && mark?.tags == ["desk"])
  }
}
