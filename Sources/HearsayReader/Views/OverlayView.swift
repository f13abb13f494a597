import HearsayModel
import HearsayScreen

/// A list over the whole screen: help, articles or the sheet. What is in a row is said by its own type.
struct OverlayView {
  let overlay: Overlay
  let reader: Reader
  private let rows: any OverlayRows
  /// The rows with the words of the filter, as places in the whole list.
  let shown: [Int]

  init(reader: Reader, overlay: Overlay) {
    self.reader = reader
    self.overlay = overlay
    let rows: any OverlayRows =
      switch overlay.subject {
      case .help:
        HelpRows(keys: reader.keys, view: reader.keyViewBelowHelp, look: reader.look)
      case .articles: ArticleRows(reader: reader)
      case .sheet: SheetRows(reader: reader)
      case .passages: PassageRows(reader: reader)
      case .voices: VoiceRows(reader: reader)
      case .corrections: CorrectionRows(reader: reader)
      // These draw themselves: see MarksView and MarkCardView.
      case .marks, .card: NoRows()
      }
    self.rows = rows
    shown =
      overlay.subject == .articles
      ? reader.articleList.shown
      : overlay.filter.isEmpty
        ? Array(0..<rows.count) : (0..<rows.count).filter { overlay.shows(rows.words(of: $0)) }
  }

  /// Whether a row can be selected.
  var isSelectable: Bool { rows.isSelectable }
  /// How many rows of the screen each row takes.
  var height: Int { rows.height }

  /// Where the rows stand.
  func body(in size: Size) -> Rect { Self.body(in: size) }

  /// Where the rows of any list over the article stand.
  static func body(in size: Size) -> Rect {
    let all = Rect(columns: size.columns, rows: size.rows)
    let (above, _) = all.cutTop(size.rows - (size.rows >= 3 ? 1 : 0))
    return above.cutTop(size.rows >= 6 ? 2 : size.rows >= 4 ? 1 : 0).1
  }

  /// How many rows of the screen they have.
  func rows(in size: Size) -> Int { body(in: size).rows }
}

/// What a list over the article consists of.
protocol OverlayRows {
  var title: String { get }
  /// What stands there when there is nothing.
  var emptyWords: String { get }
  var count: Int { get }
  var height: Int { get }
  var isSelectable: Bool { get }
  /// What the filter looks into.
  func words(of index: Int) -> String
  /// The row as lines, as many as its height.
  func lines(of index: Int) -> [Line]
}

private struct NoRows: OverlayRows {
  let title = ""
  let emptyWords = ""
  let count = 0
  let height = 1
  let isSelectable = false
  func words(of index: Int) -> String { "" }
  func lines(of index: Int) -> [Line] { [] }
}

// MARK: - Drawing

extension OverlayView {
  func draw(on screen: inout Screen) {
    let look = reader.look
    let body = body(in: screen.size)
    if body.top > 0 {
      let head = Rect(columns: screen.size.columns, rows: 1)
      heading.draw(on: &screen, row: 0, in: head, look: look)
    }
    guard !shown.isEmpty else {
      let words = overlay.filter.isEmpty ? rows.emptyWords : "Nothing here has these words."
      for (row, line) in Line.wrapped(
        words, look[.quiet], after: .init(text: " ", style: .plain), columns: body.columns
      ).enumerated() {
        line.draw(on: &screen, row: body.top + row, in: body, look: look)
      }
      return
    }
    let fitting = (body.rows + height - 1) / height
    let first = min(overlay.top, max(0, shown.count - 1))
    for (position, index) in shown[first...].prefix(fitting).enumerated() {
      let top = body.top + position * height
      for (offset, line) in rows.lines(of: index).prefix(height).enumerated() {
        line.draw(on: &screen, row: top + offset, in: body, look: look)
      }
      if isSelectable, first + position == overlay.selected {
        emphasise(top: top, in: body, on: &screen)
      }
    }
  }

  private var heading: Line {
    let look = reader.look
    var line = Line(" \(rows.title)", look[.title])
    if !overlay.filter.isEmpty {
      line = line.adding(" · with “\(overlay.filter)”", look[.quiet])
    }
    if isSelectable, !shown.isEmpty {
      line.right = [
        .init(text: " \(overlay.selected + 1) of \(shown.count) ", style: look[.quiet])
      ]
    }
    return line
  }

  private func emphasise(top: Int, in body: Rect, on screen: inout Screen) {
    let look = reader.look
    for row in top..<min(body.bottom, top + height) {
      screen.put(
        look.unicode ? "▌" : "|", at: Point(row: row, column: body.left), look[.selectedBar],
        clip: body)
    }
    screen.restyle(Rect(top: top, left: body.left + 1, columns: body.columns - 1, rows: 1)) {
      $0.with(look[.focusedRow])
    }
  }
}
