import HearsayModel
import HearsayScreen

/// What the mouse has taken hold of.
enum Grip: Hashable, Sendable {
  /// The border between two panes.
  case border(Border)
  /// Words of the article, from this byte on, which stands at this place of the screen.
  case text(from: Int, at: Point)
}

// The mouse: wheel, clicks, borders and words that are dragged over.
extension Reader {
  mutating func point(_ mouse: Mouse) -> [Effect] {
    guard prompt == nil else { return pointAtQuestion(mouse) }
    switch mouse.action {
    case .wheelDown: return wheel(3, at: mouse.point)
    case .wheelUp: return wheel(-3, at: mouse.point)
    case .press:
      message = nil
      held = grip(at: mouse.point)
      if case .border? = held { return [] }
      if case .text? = held { dropTextSelection() }
      return overlays.isEmpty ? click(mouse.point) : clickOverlay(mouse.point)
    case .drag:
      switch held {
      case .border(let border):
        // Kept once it is let go.
        _ = moveBorder(border, to: border == .beside ? mouse.point.column : mouse.point.row)
      case .text(let start, let place):
        // A hand that trembles selects nothing.
        if reading?.textSelection != nil || mouse.point != place {
          selectText(from: start, to: mouse.point)
        }
      case nil: break
      }
      return []
    case .release:
      defer { held = nil }
      if case .border? = held { return [.savePanes(panes)] }
      return []
    }
  }

  /// What a button that is pressed here takes hold of.
  private func grip(at point: Point) -> Grip? {
    guard overlays.isEmpty, reading != nil else { return nil }
    if let border = border(at: point) { return .border(border) }
    let frame = frame
    guard frame.article.contains(point), !frame.map.contains(point) else { return nil }
    return byte(under: point).map { .text(from: $0, at: point) }
  }

  /// The border under the pointer.
  private func border(at point: Point) -> Border? {
    let frame = frame
    if frame.rule?.contains(point) ?? false { return .beside }
    return frame.underRule?.contains(point) ?? false ? .under : nil
  }

  /// The wheel turns the pane below the pointer, wherever the keys go.
  private mutating func wheel(_ lines: Int, at point: Point) -> [Effect] {
    guard overlays.isEmpty else {
      turnOverlay(by: lines)
      return []
    }
    let frame = frame
    if frame.list.contains(point) {
      selectRow(by: lines.signum())
    } else if frame.detail.contains(point) {
      scrollDetail(by: lines)
    } else {
      scrollArticle(by: lines)
    }
    return []
  }

  private mutating func click(_ point: Point) -> [Effect] {
    let frame = frame
    guard let reading else { return [] }
    if frame.list.contains(point) {
      let row = reading.listTop + point.row - frame.list.top
      guard let rows = reading.rows, let block = rows.block(atRow: row),
        case .item(let index) = rows.blocks[block]
      else { return [] }
      select(index)
      return focus == .list ? [] : focus(on: .list)
    }
    if frame.detail.contains(point) || frame.card.contains(point) { return focus(on: .detail) }
    guard frame.article.contains(point) else { return [] }
    if focus != .article { focus = .article }
    if frame.map.contains(point), let map = reading.map {
      let row = point.row - frame.map.top
      guard map.cells.indices.contains(row) else { return [] }
      self.reading?.scroll(toByte: map.starts[row], below: frame.text.rows / 2)
      selectWhatIsInView()
      return []
    }
    let line = reading.top + point.row - frame.text.top
    if let offset = ArticlePane(reader: self).offset(inLine: line, column: point.column),
      let item = reading.sourcing?.item(at: offset)
    {
      setSelection(item)
    }
    return []
  }
}

// MARK: - Words

extension Reader {
  /// Selects the words from a byte to the pointer; beyond the edge of the pane the text goes on below it.
  private mutating func selectText(from start: Int, to point: Point) {
    let text = frame.text
    if point.row < text.top { scrollArticle(by: -1) }
    if point.row >= text.bottom { scrollArticle(by: 1) }
    guard let end = byte(under: point) else { return }
    selectText(Span(min(start, end), max(start, end) + 1))
    // Keys go on where the pointer was.
    if end >= start { reading?.textSelection?.turn() }
  }

  /// The byte that is shown nearest to a place of the screen; `nil` where there is no text.
  private func byte(under point: Point) -> Int? {
    guard let reading, !reading.layout.lines.isEmpty else { return nil }
    let frame = frame
    let row = min(max(point.row, frame.text.top), frame.text.bottom - 1) - frame.text.top
    var index = min(reading.top + row, reading.layout.lines.count - 1)
    // An empty line belongs to what stands above it.
    while index > 0, reading.layout.lines[index].isBlank { index -= 1 }
    let line = reading.layout.lines[index].range
    guard !line.isEmpty else { return nil }
    if index < reading.top + row || point.column >= frame.text.right { return line.upperBound - 1 }
    return ArticlePane(reader: self).offset(inLine: index, column: point.column)
      ?? (point.column < frame.text.left ? line.lowerBound : line.upperBound - 1)
  }
}

// MARK: - Questions

extension Reader {
  /// The mouse while something is asked for: a click on an answer gives it, the wheel goes through them.
  private mutating func pointAtQuestion(_ mouse: Mouse) -> [Effect] {
    guard let prompt else { return [] }
    switch mouse.action {
    case .wheelDown: return stepThroughAnswers(1, of: prompt)
    case .wheelUp: return stepThroughAnswers(-1, of: prompt)
    case .press:
      if prompt.question.isListFilter, OverlayView.body(in: size).contains(mouse.point) {
        return press(.enter) + clickOverlay(mouse.point)
      }
      switch PromptView(reader: self, prompt: prompt).answer(at: mouse.point, in: size) {
      case .choice(let index):
        self.prompt?.choice = index
        return press(.enter)
      case .candidate(let index):
        guard let offered = completions else { return [] }
        self.prompt?.complete(offered, choosing: index)
        typed()
        return []
      case nil: return []
      }
    case .drag, .release: return []
    }
  }

  private mutating func stepThroughAnswers(_ step: Int, of prompt: Prompt) -> [Effect] {
    switch prompt.question {
    case .status, .correction: return press(step > 0 ? .down : .up)
    case _ where prompt.question.isListFilter: turnOverlay(by: 3 * step)
    case _ where prompt.completing != nil: return press(step > 0 ? .tab : .backTab)
    default: break
    }
    return []
  }
}
