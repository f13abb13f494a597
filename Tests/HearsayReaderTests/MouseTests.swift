import HearsayModel
import HearsayScreen
import HearsayTestSupport
import Testing

@testable import HearsayReader

@Suite("The mouse")
struct MouseTests {
  private let wreck = """
    Divers found the wreck on Monday. "It lies on its side," Mr. Hale said.

    The harbour was closed for a day.
    """

  /// Where a text stands on the screen, from a row on and in the first columns.
  private func place(
    of text: String, in bench: Bench, from first: Int = 0, columns: Int = 200
  ) throws -> Point {
    for row in first..<bench.screen.size.rows {
      let line = bench.screen.text(ofRow: row).prefix(columns)
      if let range = line.range(of: text) {
        let column = line.distance(from: line.startIndex, to: range.lowerBound)
        return Point(row: row, column: column)
      }
    }
    throw NotShown(text: text)
  }

  private struct NotShown: Error {
    var text: String
  }

  // MARK: Words

  @Test func wordsAreSelectedByDraggingOverThem() throws {
    var bench = try Bench.opening(wreck)
    let start = try place(of: "wreck", in: bench)
    let end = try place(of: "Monday", in: bench)
    bench.receive(.mouse(Mouse(.press, at: start)))
    #expect(bench.selectedWords == nil)
    bench.receive(.mouse(Mouse(.drag, at: end)))
    #expect(bench.selectedWords == "wreck on Monday")
    bench.receive(.mouse(Mouse(.release, at: end)))
    bench.press("y")
    #expect(
      bench.effects.contains {
        if case .copy(let text) = $0 { text.contains("wreck on Monday") } else { false }
      })
  }

  @Test func draggingBackwardsSelectsTheSameWords() throws {
    var bench = try Bench.opening(wreck)
    bench.receive(.mouse(Mouse(.press, at: try place(of: "Monday", in: bench))))
    bench.receive(.mouse(Mouse(.drag, at: try place(of: "found", in: bench))))
    #expect(bench.selectedWords == "found the wreck on Monday")
    // Keys go on where the pointer was.
    bench.press("h")
    #expect(bench.selectedWords == "Divers found the wreck on Monday")
  }

  @Test func betweenParagraphsAndBesideTheTextTheNearestWordsAreMeant() throws {
    var bench = try Bench.opening(wreck)
    let last = try place(of: "The harbour", in: bench)
    bench.receive(.mouse(Mouse(.press, at: try place(of: "side", in: bench))))
    bench.receive(.mouse(Mouse(.drag, at: Point(row: last.row - 1, column: 30))))
    #expect(bench.selectedWords == "side,\" Mr. Hale said.")
    bench.receive(.mouse(Mouse(.drag, at: Point(row: last.row, column: 500))))
    #expect(bench.selectedWords?.hasSuffix("closed for a day.") == true)
  }

  @Test func aClickAloneSelectsNoWordsAndEndsASelection() throws {
    var bench = try Bench.opening(wreck)
    let point = try place(of: "wreck", in: bench)
    bench.press("V")
    bench.receive(.mouse(Mouse(.press, at: point)))
    bench.receive(.mouse(Mouse(.drag, at: point)))
    bench.receive(.mouse(Mouse(.release, at: point)))
    #expect(bench.selectedWords == nil)
  }

  @Test func belowThePaneTheTextGoesOn() throws {
    var bench = try Bench.opening((1...40).map { "Line \($0).\n" }.joined(separator: "\n"))
    let start = try place(of: "Line 1.", in: bench)
    bench.receive(.mouse(Mouse(.press, at: start)))
    for _ in 0..<6 { bench.receive(.mouse(Mouse(.drag, at: Point(row: 11, column: 8)))) }
    #expect((bench.reader.reading?.top ?? 0) == 6)
    #expect(bench.selectedWords?.hasPrefix("Line 1.") == true)
    for _ in 0..<9 { bench.receive(.mouse(Mouse(.drag, at: Point(row: 0, column: 0)))) }
    #expect(bench.reader.reading?.top == 0)
  }

  @Test func draggedWordsBecomeAnAttributionOrAMark() throws {
    var bench = try Bench.reading(.sample, 112, 40)
    bench.receive(.mouse(Mouse(.press, at: try place(of: "forty centimetres", in: bench))))
    bench.receive(.mouse(Mouse(.drag, at: try place(of: "centimetres", in: bench, columns: 60))))
    bench.press("m")
    let mark = bench.effects.compactMap { effect -> Mark? in
      if case .saveMark(let mark) = effect { mark } else { nil }
    }.first
    #expect(mark?.anchor.exact == "forty centimetres")
  }

  // MARK: Answers

  @Test func aStatusIsClickedOn() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab t")
    bench.receive(.mouse(Mouse(.press, at: try place(of: "3 waiting", in: bench))))
    #expect(bench.reader.prompt == nil)
    #expect(bench.reader.marks.first?.status == .waiting)
  }

  @Test func aSpeakerIsChosenWithWheelOrClick() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab Tab x s")
    let before = try #require(bench.reader.prompt?.choice)
    bench.receive(.mouse(Mouse(.wheelDown, at: Point(row: 5, column: 5))))
    #expect(bench.reader.prompt?.choice == before + 1)
    bench.receive(.mouse(Mouse(.press, at: Point(row: 2, column: 5))))
    #expect(bench.reader.prompt != nil)
    let wanted = try #require(
      (15..<29).last { bench.screen.text(ofRow: $0).contains("officials") })
    bench.receive(.mouse(Mouse(.press, at: Point(row: wanted, column: 6))))
    #expect(bench.reader.prompt == nil)
    #expect(
      bench.effects.contains {
        if case .saveCorrection(let correction) = $0 {
          correction.words.contains("officials")
        } else {
          false
        }
      })
  }

  @Test func aWayToGoOnIsClickedOn() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("f")
    bench.type("naming:")
    bench.receive(.mouse(Mouse(.press, at: try place(of: "bare", in: bench, from: 28))))
    #expect(bench.reader.prompt?.line.text == "naming:bare")
    bench.receive(.mouse(Mouse(.wheelDown, at: Point(row: 5, column: 5))))
    #expect(bench.reader.prompt?.line.text == "naming:withheld")
  }

  @Test func aListIsScrolledAndClickedWhileItsFilterIsTyped() throws {
    let entries = (1...40).map { Entry(id: "\($0)", title: "Story number \($0)") }
    var bench = try Bench(80, 20, entries: entries, showing: .list)
    bench.press("/")
    bench.type("story")
    let top = bench.reader.modes.last(ArticlesMode.self)?.place.top ?? 0
    bench.receive(.mouse(Mouse(.wheelDown, at: Point(row: 5, column: 5))))
    #expect((bench.reader.modes.last(ArticlesMode.self)?.place.top ?? 0) > top)
    let other = try place(of: "number 8", in: bench)
    bench.receive(.mouse(Mouse(.press, at: other)))
    #expect(bench.reader.prompt == nil)
    #expect(bench.reader.modes.last(ArticlesMode.self)?.place.filter == "story")
    bench.receive(.mouse(Mouse(.press, at: other)))
    #expect(bench.effects.contains(.open(.entry("8"))))
  }
}
