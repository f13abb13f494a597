import HearsayScreen

/// What is asked for in the lowest row, and what was typed.
struct PromptView {
  let line: PromptLine
  let prompt: Prompt
  /// The ways to complete what is typed.
  let candidates: [String]
  let look: Look
  let size: Size

  private var row: Rect { Rect(top: size.rows - 1, columns: size.columns, rows: 1) }

  func draw(on screen: inout Screen) {
    guard size.rows > 0 else { return }
    screen.fill(row, .plain)
    drawTyped(on: &screen)
    if line.offers, !candidates.isEmpty {
      drawAbove(offered, on: &screen)
    } else if let above = line.above, !above.text.allSatisfy(\.isWhitespace) {
      drawAbove(above, on: &screen)
    }
  }

  /// What was typed, as much of it as fits before the cursor.
  private func drawTyped(on screen: inout Screen) {
    let right = line.status.isEmpty ? 0 : line.status.count + 2
    let room = max(1, row.columns - right - SafeText.width(of: line.lead) - 1)
    let (seen, cursor) = prompt.line.seen(before: room, of: row.columns)
    let bad = (line.wrong ?? seen.lowerBound..<seen.lowerBound).clamped(to: seen)
    func text(_ range: Range<Int>) -> String { String(prompt.line.characters[range]) }
    var shown = Line(line.lead, look[.prompt])
      .adding(text(seen.lowerBound..<bad.lowerBound), look[.text])
      .adding(text(bad), look[.flag].with(Style(attributes: .underline)))
      .adding(text(bad.upperBound..<seen.upperBound), look[.text])
    if right > 0 { shown.right = [.init(text: " \(line.status) ", style: look[.hint])] }
    shown.draw(on: &screen, row: row.top, in: row, look: look)
    let column = SafeText.width(of: line.lead) + cursor
    screen.cursor = Point(row: row.top, column: min(column, row.columns - 1))
  }

  private func drawAbove(_ line: Line, on screen: inout Screen) {
    guard row.top >= 2 else { return }
    let above = Rect(top: row.top - 1, columns: row.columns, rows: 1)
    screen.fill(above, .plain)
    line.draw(on: &screen, row: above.top, in: above, look: look)
  }
}

// MARK: - Ways to complete it

extension PromptView {
  private var offered: Line {
    let first = firstOffered
    var line = Line(first > 0 ? look.signs.ellipsis : " ", look[.hint])
    for (index, candidate) in candidates.enumerated().dropFirst(first) {
      let style = index == prompt.completing?.chosen ? look[.focusedRow] : look[.hint]
      line = line.adding(candidate, style).adding("  ", look[.hint])
    }
    return line
  }

  /// The first that is shown: the chosen one is always in view.
  private var firstOffered: Int {
    guard let chosen = prompt.completing?.chosen else { return 0 }
    var first = 0
    var width = 1
    for index in stride(from: chosen, through: 0, by: -1) {
      width += SafeText.width(of: candidates[index]) + 2
      guard width <= row.columns else { break }
      first = index
    }
    return first
  }

  /// The way to complete what is typed that is shown at a place.
  func candidate(at point: Point) -> Int? {
    guard line.offers, point.row == size.rows - 2 else { return nil }
    let first = firstOffered
    var column = first > 0 ? SafeText.width(of: look.signs.ellipsis) : 1
    return candidates.indices.dropFirst(first).first { index in
      let left = column
      column += SafeText.width(of: candidates[index]) + 2
      return (left..<column - 2).contains(point.column)
    }
  }
}
