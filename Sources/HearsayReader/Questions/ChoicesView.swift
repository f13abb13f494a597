import HearsayModel
import HearsayScreen

/// The answers that can be given, numbered, one above the other over the row with the question.
struct ChoicesView {
  let choices: [CorrectionChoice]
  /// The one that stands out.
  let chosen: Int
  /// Whether the first nine have a key of their own.
  let hasKeys: Bool
  /// For the hues of the sources.
  let sourcing: Sourcing?
  let look: Look

  /// How many of the answers are shown: something of the article is always seen, where there is room for both.
  static func rows(for choices: Int, above row: Int) -> Int {
    min(choices, row >= 8 ? min(12, row / 2) : max(0, row - 1))
  }

  /// Draws the answers right above `row`.
  func draw(on screen: inout Screen, above row: Int) {
    let bounds = screen.bounds
    let (first, count) = shown(above: row)
    guard count > 0 else { return }
    let top = row - count
    let rect = Rect(top: top, left: bounds.left, columns: bounds.columns, rows: count)
    screen.fill(rect, .plain)
    if top > 1 {
      let rule = String(repeating: look.unicode ? "─" : "-", count: bounds.columns)
      screen.put(rule, at: Point(row: top - 1, column: 0), look[.rule], clip: bounds)
    }
    for offset in 0..<count {
      line(at: first + offset).draw(on: &screen, row: top + offset, in: rect, look: look)
    }
  }

  /// The first answer that is shown, and how many are.
  private func shown(above row: Int) -> (first: Int, count: Int) {
    let count = Self.rows(for: choices.count, above: row)
    return (min(max(0, chosen - count + 1), choices.count - count), count)
  }

  /// The answer at a place of the screen, where the answers stand above `row`.
  func choice(at point: Point, above row: Int) -> Int? {
    let (first, count) = shown(above: row)
    let index = first + point.row - (row - count)
    return (first..<first + count).contains(index) ? index : nil
  }

  /// ` 2 ● Mayor Ana Lund            person, speaks 3 times `
  private func line(at index: Int) -> Line {
    let choice = choices[index]
    var hue = look[.row]
    if let sourcing { hue = hue.with(look.hue(of: choice.source, in: sourcing)) }
    if index == chosen { hue = look[.focusedRow].with(Style(attributes: .reverse)) }
    let key = hasKeys && index < 9 ? "\(index + 1)" : " "
    let sign = choice.sign.isEmpty ? "" : "\(choice.sign) "
    var line = Line(" \(key) ", look[.hintKey]).adding("\(sign)\(choice.words) ", hue)
    if !choice.aside.isEmpty {
      line.right = [.init(text: "\(choice.aside) ", style: look[.quiet])]
    }
    return line
  }
}
