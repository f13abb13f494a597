import HearsayModel
import HearsayScreen

/// The lowest row: what can be done now, what is said, what is asked.
struct HintBar {
  let reader: Reader

  private var look: Look { reader.look }

  func draw(on screen: inout Screen, in rect: Rect) {
    guard !rect.isEmpty else { return }
    if let message = reader.message { return draw(message, on: &screen, in: rect) }
    if !reader.overlays.isEmpty, reader.pending.isEmpty, let batch = reader.batch {
      let key = reader.keys.name(of: .cancel).map { " · \($0) stops it" } ?? ""
      return Line(" \(batch.words)\(key)", look[.progress]).draw(
        on: &screen, row: rect.top, in: rect, look: look)
    }
    let line = reader.pending.isEmpty ? hints(columns: rect.columns) : begun(columns: rect.columns)
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

  /// As many hints as fit; none is cut.
  private func hints(columns: Int) -> Line {
    var line = Line()
    let counter = status
    line.right = counter.isEmpty ? [] : [.init(text: " \(counter) ", style: look[.hint])]
    let room = columns - (counter.isEmpty ? 0 : counter.count + 3)
    let hints = hintedActions.compactMap { action, words in
      reader.keys.name(of: action, in: reader.keyView).map { (key: $0, words: words) }
    }
    fill(&line, with: hints, room: room, columns: columns)
    if let first = line.left.first, first.text == "  " { line.left[0].text = " " }
    return line
  }

  /// The keys typed so far, and how they can go on.
  private func begun(columns: Int) -> Line {
    var line = Line(" \(reader.pending.written) …", look[.hintKey])
    let hints = reader.keys.table(in: reader.keyView).continuations(of: reader.pending)
      .map { (key: $0.rest.written, words: $0.deed.hint) }
    let room = columns - SafeText.width(of: line.text)
    fill(&line, with: hints, room: room, columns: columns)
    return line
  }

  private func fill(
    _ line: inout Line, with hints: [(key: String, words: String)], room: Int, columns: Int
  ) {
    var left = room
    for hint in hints {
      // Where there is hardly any room the keys alone stand there.
      let words = columns < 40 ? "" : " \(hint.words)"
      let width = SafeText.width(of: hint.key + words) + (columns < 40 ? 1 : 2)
      guard width <= left else { break }
      left -= width
      line = line.adding(columns < 40 ? " " : "  ").adding(hint.key, look[.hintKey])
        .adding(words, look[.hint])
    }
  }

  /// What to hint at, and in which words.
  private var hintedActions: [(Action, String)] {
    if reader.selectedText != nil, reader.overlays.isEmpty { return Self.whileSelecting }
    return actions.map { ($0, $0 == .openDetail ? opening : $0.hint) }
  }

  /// What the key that opens does where the keys go.
  private var opening: String {
    switch reader.overlays.last?.subject {
    case .card: "change"
    case .some: "open"
    case nil: Action.openDetail.hint
    }
  }

  /// What keys do while words of the text are selected.
  private static let whileSelecting: [(Action, String)] = [
    (.focusSources, "word"), (.focusArticle, "word back"), (.lineDown, "line"),
    (.nextAttribution, "sentence"), (.selectText, "other end"), (.cancel, "leave"),
  ]

  /// What matters most in the pane that has the keys, in order.
  private var actions: [Action] {
    if let overlay = reader.overlays.last {
      switch overlay.subject {
      case .help: return [.search, .back]
      case .sheet: return [.pageDown, .search, .back, .help]
      case .corrections: return [.openDetail, .undo, .search, .back]
      case .articles:
        return
          [
            .openDetail, .group, .search, .filter, .find, .help, .listMarks, .removeArticle,
            .analyseAll, .back,
          ]
      case .passages: return [.openDetail, .find, .search, .back, .help]
      case .voices:
        return [.openDetail, .mark, .editNote, .removeArticle, .undo, .search, .back, .help]
      case .marks:
        let changed = reader.marksList.selectedMark?.isOnChangedWords ?? false
        return (changed ? [.openCard, .confirmWords, .loseWords] : [])
          + [.openDetail, .openCard, .setStatus, .setDue, .addNote, .group, .filter, .back, .help]
          + [.setPriority, .setTags, .addEvidence, .mark, .undo]
      case .card(let id):
        let mark = reader.marks.first { $0.id == id }
        return (mark?.isOnChangedWords ?? false ? [.confirmWords, .loseWords] : []) + [
          .openDetail, .setStatus, .setDue, .addNote, .addEvidence, .back, .help,
        ]
          + [.setPriority, .setTags, .editNote, .mark, .undo]
      }
    }
    guard let reading = reader.reading else { return [.listArticles, .help, .quit] }
    let goOn: [Action] = reader.isStopped ? [.goOn] : []
    guard reading.sourcing != nil else {
      return goOn + [.pageDown, .search, .listArticles, .help, .back]
    }
    let panes: [Action] = reader.frame.border != nil ? [.zen] : [.turn]
    switch reader.focus {
    case .article:
      let matches: [Action] =
        reader.search != nil ? [.nextMatch, .cancel] : reader.filter != nil ? [.cancel] : []
      return matches + goOn
        + [.nextAttribution, .mark, .help, .nextSameSource, .nextUnattributed, .openDetail] + panes
        + [.filter, .sheet, .search]
    case .list:
      return [.openDetail, .group, .mark, .help, .filter, .nextSameSource, .focusArticle] + panes
    case .detail: return [.back, .mark, .setStatus, .editNote, .nextAttribution, .help]
    }
  }

  /// `3/14` while something is searched for; else which attribution is selected, and how sure it is.
  private var status: String {
    if reader.recording != nil { return "recording" }
    if let playing = reader.playing { return "\(playing.name) waits" }
    guard reader.overlays.isEmpty, let reading = reader.reading else { return "" }
    if let search = reader.search { return search.counter }
    guard let sourcing = reading.sourcing else {
      return reader.size.rows < 16 ? reader.readingNews ?? "" : ""
    }
    guard reader.selectedText == nil, let item = reader.selectedItem else { return "" }
    guard let attribution = sourcing.attribution(of: item) else { return "" }
    let place = "\(attribution.id.number)/\(sourcing.analysis.attributions.count)"
    guard reader.size.columns >= 60 else { return place }
    return "\(place) · \(Int((attribution.confidence * 100).rounded())) % sure"
  }
}
