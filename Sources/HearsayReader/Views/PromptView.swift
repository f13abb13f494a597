import HearsayModel
import HearsayScreen

/// What is asked for in the lowest row, and what was typed.
struct PromptView {
  let reader: Reader
  let prompt: Prompt

  private var look: Look { reader.look }

  func draw(on screen: inout Screen) {
    let bounds = screen.bounds
    guard bounds.rows > 0 else { return }
    let rect = Rect(top: bounds.rows - 1, columns: bounds.columns, rows: 1)
    screen.fill(rect, .plain)
    switch prompt.question {
    case .search: drawLine("/", status: reader.search?.counter ?? "", on: &screen, in: rect)
    case .filter: drawLine("only with: ", status: "", on: &screen, in: rect)
    case .removal:
      Line(" Take the mark and its note off? y/n", look[.prompt])
        .draw(on: &screen, row: rect.top, in: rect, look: look)
    case .status: drawStatuses(on: &screen)
    }
  }

  /// What was typed, as much of it as fits before the cursor.
  private func drawLine(
    _ lead: String, status: String, on screen: inout Screen, in rect: Rect
  ) {
    let right = status.isEmpty ? 0 : status.count + 2
    let before = prompt.line.characters.prefix(prompt.line.cursor)
    let room = max(1, rect.columns - right - SafeText.width(of: lead) - 1)
    var skipped = 0
    while skipped < before.count, SafeText.width(of: String(before.dropFirst(skipped))) > room {
      skipped += 1
    }
    var line = Line(lead, look[.prompt])
      .adding(String(prompt.line.characters.dropFirst(skipped)), look[.text])
    if right > 0 { line.right = [.init(text: " \(status) ", style: look[.hint])] }
    line.draw(on: &screen, row: rect.top, in: rect, look: look)
    let column =
      SafeText.width(of: lead) + SafeText.width(of: String(before.dropFirst(skipped)))
    screen.cursor = Point(row: rect.top, column: min(column, rect.columns - 1))
  }

  /// All statuses in one row, or, where that is too narrow, one above the other.
  private func drawStatuses(on screen: inout Screen) {
    let names = Mark.Status.allCases.enumerated().map { "\($0 + 1) \($1.rawValue)" }
    let bounds = screen.bounds
    let width = names.reduce(2) { $0 + $1.count + 2 }
    if width <= bounds.columns {
      var line = Line(" ", look[.prompt])
      for (index, name) in names.enumerated() {
        line = line.adding(" \(name) ", style(of: index))
      }
      let rect = Rect(top: bounds.rows - 1, columns: bounds.columns, rows: 1)
      return line.draw(on: &screen, row: rect.top, in: rect, look: look)
    }
    let rows = min(names.count, bounds.rows)
    let first = min(max(0, prompt.choice - rows + 1), names.count - rows)
    let rect = Rect(top: bounds.rows - rows, columns: bounds.columns, rows: rows)
    screen.fill(rect, .plain)
    for row in 0..<rows {
      Line(" \(names[first + row]) ", style(of: first + row))
        .draw(on: &screen, row: rect.top + row, in: rect, look: look)
    }
  }

  private func style(of index: Int) -> Style {
    index == prompt.choice ? look[.focusedRow].with(Style(attributes: .reverse)) : look[.text]
  }
}
