import HearsayScreen
import HearsayTestSupport
import Testing

@Suite struct ScreenTests {
  @Test func `Text stands where it was put`() {
    var screen = Screen(Size(columns: 12, rows: 3))
    let after = screen.put("The MP", at: Point(row: 1, column: 2))
    #expect(screen.text == "\n  The MP\n")
    #expect(after == 8)
  }

  @Test func `What does not fit is not drawn`() {
    var screen = Screen(Size(columns: 5, rows: 1))
    screen.put("said", at: Point(row: 0, column: 3))
    screen.put("above", at: Point(row: -1, column: 0))
    screen.put("below", at: Point(row: 1, column: 0))
    screen.put("right", at: Point(row: 0, column: 5))
    screen.put("left", at: Point(row: 0, column: -2))
    #expect(screen.text == "ftsa" || screen.text == "ft sa")
    #expect(screen.text == "ft sa")
  }

  @Test func `Text stays inside its clip`() {
    var screen = Screen(Size(columns: 10, rows: 2))
    let clip = Rect(top: 0, left: 2, columns: 4, rows: 1)
    screen.put("0123456789", at: Point(row: 0, column: 0), clip: clip)
    screen.put("0123456789", at: Point(row: 1, column: 0), clip: clip)
    #expect(screen.text == "  2345\n")
  }

  @Test func `A wide character over an edge is a space`() {
    var screen = Screen(Size(columns: 5, rows: 3))
    screen.put("a作者b", at: Point(row: 0, column: -2), Style(attributes: .bold))
    screen.put("ab作者", at: Point(row: 1, column: 1))
    screen.put("作者作", at: Point(row: 2, column: 0), clip: Rect(left: 1, columns: 3, rows: 3))
    #expect(screen.text == " 者b\n ab作\n  者")
    #expect(screen[Point(row: 0, column: 0)] == Screen.Cell(" ", Style(attributes: .bold)))
  }

  @Test func `Half of a wide character is never left standing`() {
    var screen = Screen(Size(columns: 6, rows: 1))
    screen.put("作者作", at: Point(row: 0, column: 0))
    screen.put("x", at: Point(row: 0, column: 1))
    #expect(screen.text == " x者作")
    screen.put("y", at: Point(row: 0, column: 2))
    #expect(screen.text == " xy 作")
    screen.put("者", at: Point(row: 0, column: 3))
    #expect(screen.text == " xy者")
  }

  @Test func `Arabic stays in the order of reading`() {
    var screen = Screen(Size(columns: 10, rows: 1))
    screen.put("قال: نعم", at: Point(row: 0, column: 0))
    #expect(screen.text == "قال: نعم")
    #expect(screen[Point(row: 0, column: 0)].text == "ق")
  }

  @Test func `Filling erases and restyling does not`() {
    var screen = Screen(Size(columns: 4, rows: 1))
    screen.put("news", at: Point(row: 0, column: 0))
    screen.restyle(Rect(left: 1, columns: 9, rows: 9)) { $0.with(Style(attributes: .reverse)) }
    screen.fill(Rect(left: 2, columns: 1, rows: 1), .plain)
    #expect(screen.text == "ne s")
    #expect(
      (0..<4).map { screen[Point(row: 0, column: $0)].style.attributes } == [
        [], .reverse, [], .reverse,
      ])
  }

  @Test func `A screen without cells takes everything, and shows nothing`() {
    for size in [Size(columns: 0, rows: 0), Size(columns: 0, rows: 3), Size(columns: 3, rows: 0)] {
      var screen = Screen(size)
      screen.put("作者 said", at: Point(row: 0, column: 0))
      screen.fill(Rect(columns: 9, rows: 9), .plain)
      screen.restyle(Rect(top: -2, left: -2, columns: 9, rows: 9)) { $0 }
      #expect(screen.text.allSatisfy { $0.isNewline })
    }
  }

  @Test func `Noise put anywhere leaves safe cells and full rows`() {
    var random = Dice(seed: 2024)
    var screen = Screen(Size(columns: 23, rows: 4))
    for round in 0..<3000 {
      let text: String
      if round.isMultiple(of: 2) {
        let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
        text = String(decoding: bytes, as: UTF8.self)
      } else {
        text = String(String.UnicodeScalarView(random.scalars(count: 20)))
      }
      let place = Point(
        row: Int.random(in: -1...4, using: &random), column: Int.random(in: -6...25, using: &random)
      )
      let clip = Rect(
        top: 0, left: Int.random(in: -2...20, using: &random),
        columns: Int.random(in: 0...25, using: &random), rows: 4)
      screen.put(text, at: place, clip: round.isMultiple(of: 3) ? clip : nil)
      if let problem = problem(of: screen) {
        Issue.record("\(problem) after \(text.unicodeScalars.map(\.value)) at \(place)")
        return
      }
    }
  }

  /// What is wrong with a screen: a cell that could steer a terminal, or a row that is not as wide as it says.
  private func problem(of screen: Screen) -> String? {
    for row in 0..<screen.size.rows {
      var columns = 0
      var isRightHalf = false
      for column in 0..<screen.size.columns {
        let text = screen[Point(row: row, column: column)].text
        if isRightHalf {
          if !text.isEmpty { return "a wide character without its right half" }
          isRightHalf = false
          continue
        }
        if text.isEmpty { return "a right half alone" }
        for scalar in text.unicodeScalars {
          switch scalar.properties.generalCategory {
          case .control,
            .format where SafeText.columns(of: scalar) == 0 && !isLetterlike(scalar),
            .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
            return "U+\(String(scalar.value, radix: 16)) in a cell"
          default: break
          }
        }
        let width = SafeText.width(of: text)
        if !(1...2).contains(width) { return "a cell of width \(width)" }
        columns += width
        isRightHalf = width == 2
      }
      if isRightHalf || columns != screen.size.columns { return "row \(row) is \(columns) wide" }
    }
    return nil
  }

  /// Format characters that are seen: signs over Arabic, Syriac and Kaithi numbers, Egyptian joiners, shorthand.
  private func isLetterlike(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD, 0x13430...0x1343F:
      true
    default: false
    }
  }
}
