import HearsayScreen

/// The lowest row: what can be done now, or what is said.
struct HintBar {
  let content: Content
  /// What stands at the right edge.
  let status: String
  let look: Look

  /// A key, and what it does in a word or two.
  typealias KeyHint = (key: String, words: String)

  enum Content {
    /// Something to tell.
    case message(String)
    /// What goes on in the background.
    case progress(String)
    /// The keys typed so far, and how they can go on.
    case begun(String, [KeyHint])
    /// What keys do now.
    case hints([KeyHint])
  }

  func draw(on screen: inout Screen, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let line: Line
    switch content {
    case .message(let message): return draw(message, on: &screen, in: rect)
    case .progress(let words): line = Line(" \(words)", look[.progress])
    case .begun(let keys, let hints): line = begun(keys, hints, columns: rect.columns)
    case .hints(let hints): line = self.hints(hints, columns: rect.columns)
    }
    line.draw(on: &screen, row: rect.top, in: rect, look: look)
  }

  /// What is said, in as many rows from below as it takes: what went wrong often stands at its end.
  private func draw(_ message: String, on screen: inout Screen, in rect: Rect) {
    let style = look[.message]
    let most = max(1, min(4, screen.size.rows / 4))
    let lines = Line.wrapped(
      message, style, after: .init(text: " ", style: style), columns: rect.columns)
    guard lines.count > 1, most > 1 else {
      return Line(" \(message)", style).draw(on: &screen, row: rect.top, in: rect, look: look)
    }
    var shown = Array(lines.prefix(most))
    // The last row is cut with an ellipsis where there is still more.
    if lines.count > most {
      let rest = lines[(most - 1)...].map { $0.left.last?.text ?? "" }
      shown[most - 1] = Line(" " + rest.joined(separator: " "), style)
    }
    let area = Rect(
      top: rect.bottom - shown.count, left: rect.left, columns: rect.columns, rows: shown.count)
    screen.fill(area, look[.text])
    for (row, line) in shown.enumerated() {
      line.draw(on: &screen, row: area.top + row, in: area, look: look)
    }
  }

  /// As many hints as fit; none is cut, and dots say that there are more.
  private func hints(_ hints: [KeyHint], columns: Int) -> Line {
    var line = Line()
    line.right = status.isEmpty ? [] : [.init(text: " \(status) ", style: look[.hint])]
    let room = columns - (status.isEmpty ? 0 : status.count + 3)
    let empty = line
    let fitting = fill(&line, with: hints, room: room, columns: columns)
    if fitting < hints.count, columns >= 40 {
      line = empty
      _ = fill(&line, with: hints, room: room - 2, columns: columns)
      line = line.adding(" \(look.signs.ellipsis)", look[.hint])
    }
    if let first = line.left.first, first.text == "  " { line.left[0].text = " " }
    return line
  }

  private func begun(_ keys: String, _ hints: [KeyHint], columns: Int) -> Line {
    var line = Line(" \(keys) …", look[.hintKey])
    _ = fill(&line, with: hints, room: columns - SafeText.width(of: line.text), columns: columns)
    return line
  }

  /// - Returns: how many fit.
  private func fill(_ line: inout Line, with hints: [KeyHint], room: Int, columns: Int) -> Int {
    var left = room
    var shown = 0
    for hint in hints {
      // Where there is hardly any room the keys alone stand there.
      let words = columns < 40 ? "" : " \(hint.words)"
      let width = SafeText.width(of: hint.key + words) + (columns < 40 ? 1 : 2)
      guard width <= left else { break }
      left -= width
      shown += 1
      line = line.adding(columns < 40 ? " " : "  ").adding(hint.key, look[.hintKey])
        .adding(words, look[.hint])
    }
    return shown
  }
}
