import HearsayModel

// Selecting some of the article's words: with keys, or by dragging.
extension Reader {
  /// The words that are selected in the text; `nil` where none are.
  var selectedText: Span? { reading?.selectedText }

  /// Selects words of the article, as the mouse does; a stretch that cuts words in two takes them whole.
  mutating func selectText(_ span: Span) {
    guard let units = textUnits else { return }
    reading?.textSelection = TextSelection(span, in: units)
    focusArticle()
  }

  /// Selects no words any more.
  mutating func dropTextSelection() { reading?.textSelection = nil }

  private var textUnits: TextUnits? {
    reading.map { TextUnits($0.article.text, layout: $0.layout) }
  }
}

// MARK: - Keys

extension Reader {
  /// Begins with the words that are searched for, or with those of what is selected in the list, or with the first
  /// words on the screen.
  mutating func beginSelectingText() -> [Effect] {
    guard let reading else { return refuse("There is no article yet.") }
    let visible = reading.visible
    var span = Span(visible.lowerBound, visible.lowerBound)
    if let match = search?.current.flatMap({ search?.matches[$0] }),
      visible.overlaps(Int(match.lowerBound)..<Int(match.upperBound))
    {
      span = Span(Int(match.lowerBound), Int(match.upperBound))
    } else if let item = selectedItem, visible.contains(item.said.start) {
      span = item.said
    } else if let sentence = textUnits?.unit(.sentence, at: visible.lowerBound) {
      span = sentence
    }
    selectText(span)
    guard self.reading?.textSelection != nil else { return refuse("There are no words here.") }
    return []
  }

  /// What an action means while words are selected; `nil` where it means the same as always.
  mutating func actOnTextSelection(_ action: Action) -> [Effect]? {
    guard let reading, var selection = reading.textSelection, let units = textUnits
    else { return nil }
    let page = max(1, frame.text.rows - 1)
    switch action {
    case .focusSources: selection.move(words: 1, in: units)
    case .focusArticle: selection.move(words: -1, in: units)
    case .nextAttribution: selection.move(sentences: 1, in: units)
    case .previousAttribution: selection.move(sentences: -1, in: units)
    case .lineDown: move(&selection, lines: 1, in: units)
    case .lineUp: move(&selection, lines: -1, in: units)
    case .pageDown: move(&selection, lines: page, in: units)
    case .pageUp: move(&selection, lines: -page, in: units)
    case .halfPageDown: move(&selection, lines: max(1, page / 2), in: units)
    case .halfPageUp: move(&selection, lines: -max(1, page / 2), in: units)
    case .top: selection.move(toByte: 0, in: units)
    case .end: selection.move(toByte: reading.article.text.count, in: units)
    case .selectText, .turn: selection.turn()
    case .back, .cancel:
      dropTextSelection()
      return []
    default: return nil
    }
    if selection == reading.textSelection { return [.bell] }
    self.reading?.textSelection = selection
    let edge = max(0, selection.moving == .start ? selection.edge : selection.edge - 1)
    self.reading?.reveal(Span(edge, edge + 1).clipped(to: reading.article.text.count))
    return []
  }

  /// Moves the edge to what stands some lines below it, or above, in the same column.
  private func move(_ selection: inout TextSelection, lines count: Int, in units: TextUnits) {
    guard let reading else { return }
    let layout = reading.layout
    let offset = selection.moving == .start ? selection.edge : selection.edge - 1
    let line = layout.line(showing: offset)
    let column = reading.column(of: offset, inLine: line)
    var target = line
    var left = abs(count)
    // Empty lines are no place for an edge.
    while left > 0, layout.lines.indices.contains(target + count.signum()) {
      target += count.signum()
      if !layout.lines[target].isBlank { left -= 1 }
    }
    guard target != line, !layout.lines[target].isBlank else { return }
    let found = reading.byte(inLine: target, column: column)
    selection.move(toByte: found ?? max(0, Int(layout.lines[target].end) - 1), in: units)
  }
}
