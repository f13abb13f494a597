import HearsayModel
import HearsayScreen

// The mouse: wheel, clicks, borders and words that are dragged over.
extension Reader {
  mutating func point(_ mouse: Mouse) -> [Effect] {
    if let prompt { return point(mouse, at: prompt) }
    switch mouse.action {
    case .wheelDown: modes.top.turn(by: 3, at: mouse.point, in: &self)
    case .wheelUp: modes.top.turn(by: -3, at: mouse.point, in: &self)
    case .press:
      message = nil
      window.held = grip(at: mouse.point)
      if case .border? = window.held { return [] }
      if case .text? = window.held { dropTextSelection() }
      return modes.top.press(at: mouse.point, in: &self)
    case .drag: drag(to: mouse.point)
    case .release:
      defer { window.held = nil }
      if case .border? = window.held { return [.savePanes(window.panes)] }
    }
    return []
  }

  /// The mouse while something is asked for.
  private mutating func point(_ mouse: Mouse, at prompt: Prompt) -> [Effect] {
    switch mouse.action {
    case .wheelDown: prompt.question.turn(by: 1, prompt, in: &self)
    case .wheelUp: prompt.question.turn(by: -1, prompt, in: &self)
    case .press: prompt.question.press(at: mouse.point, prompt, in: &self)
    case .drag, .release: []
    }
  }

  private mutating func drag(to point: Point) {
    switch window.held {
    case .border(let border):
      // Kept once it is let go.
      _ = moveBorder(border, to: border == .beside ? point.column : point.row)
    case .text(let start, let place):
      // A hand that trembles selects nothing.
      if reading?.textSelection != nil || point != place { selectText(from: start, to: point) }
    case nil: break
    }
  }

  /// What a button that is pressed here takes hold of.
  private func grip(at point: Point) -> Grip? {
    guard modes.showsArticle, reading != nil else { return nil }
    let frame = frame
    if let border = frame.border(at: point) { return .border(border) }
    guard frame.article.contains(point), !frame.map.contains(point) else { return nil }
    return byte(under: point).map { .text(from: $0, at: point) }
  }
}

// MARK: - Words

extension Reader {
  /// Selects the words from a byte to the pointer; beyond the edge of the pane the text goes on below it.
  private mutating func selectText(from start: Int, to point: Point) {
    let text = frame.text
    if point.row < text.top { Focus.article.pane.scroll(by: -1, in: &self) }
    if point.row >= text.bottom { Focus.article.pane.scroll(by: 1, in: &self) }
    guard let end = byte(under: point) else { return }
    selectText(Span(min(start, end), max(start, end) + 1))
    // Keys go on where the pointer was.
    if end >= start { reading?.textSelection?.turn() }
  }

  /// The byte that is shown nearest to a place of the screen; `nil` where there is no text.
  private func byte(under point: Point) -> Int? {
    guard let reading, !reading.layout.lines.isEmpty else { return nil }
    let text = frame.text
    let row = min(max(point.row, text.top), text.bottom - 1) - text.top
    var index = min(reading.top + row, reading.layout.lines.count - 1)
    // An empty line belongs to what stands above it.
    while index > 0, reading.layout.lines[index].isBlank { index -= 1 }
    let line = reading.layout.lines[index].range
    guard !line.isEmpty else { return nil }
    if index < reading.top + row || point.column >= text.right { return line.upperBound - 1 }
    return reading.byte(inLine: index, column: point.column - text.left)
      ?? (point.column < text.left ? line.lowerBound : line.upperBound - 1)
  }
}
