import HearsayModel
import HearsayScreen

/// The card of one mark over the whole screen.
struct MarkCardView {
  let reader: Reader
  let card: MarkCard
  private let mark: Mark

  /// `nil` where there is no such mark.
  init?(reader: Reader, id: Mark.ID) {
    guard let mark = reader.marks.first(where: { $0.id == id }) else { return nil }
    self.reader = reader
    self.mark = mark
    card = MarkCard(
      mark, in: reader.reading, look: reader.look, keys: reader.keys,
      surroundings: reader.surroundings, columns: reader.size.columns - 1)
  }

  /// Where the rows stand.
  var body: Rect { OverlayView.body(in: reader.size) }

  func draw(_ overlay: Overlay, on screen: inout Screen) {
    let look = reader.look
    let body = body
    if body.top > 0 {
      let head = Rect(columns: screen.size.columns, rows: 1)
      heading.draw(on: &screen, row: 0, in: head, look: look)
    }
    var line = -overlay.top
    var field = -1
    for row in card.rows {
      if row.field != nil { field += 1 }
      for (offset, content) in row.lines.enumerated() {
        if (0..<body.rows).contains(line) {
          content.draw(on: &screen, row: body.top + line, in: body, look: look)
          if row.field != nil, field == overlay.selected {
            emphasise(body.top + line, isFirst: offset == 0, in: body, on: &screen)
          }
        }
        line += 1
      }
    }
  }

  private var heading: Line {
    let look = reader.look
    let words = MarkLines.flat(
      mark.snapshot.articleTitle ?? mark.snapshot.location ?? "", limit: 200)
    var line = Line(" Mark", look[.title])
    if !words.isEmpty { line = line.adding(" · \(words)", look[.quiet]) }
    let state = mark.dueWords(on: reader.surroundings.today()) ?? ""
    if mark.isOverdue(on: reader.surroundings.today()) {
      line.right = [.init(text: " \(look.signs.highFlag) \(state) ", style: look[.flag])]
    }
    return line
  }

  private func emphasise(_ row: Int, isFirst: Bool, in body: Rect, on screen: inout Screen) {
    let look = reader.look
    screen.put(
      look.unicode ? "▌" : "|", at: Point(row: row, column: body.left), look[.selectedBar],
      clip: body)
    guard isFirst else { return }
    screen.restyle(Rect(top: row, left: body.left + 1, columns: body.columns - 1, rows: 1)) {
      $0.with(look[.focusedRow])
    }
  }

  /// The first line to show so that a field is in view; before the first field everything is.
  func top(showing field: Int, from top: Int) -> Int {
    var line = 0
    var place = -1
    for row in card.rows {
      if row.field != nil { place += 1 }
      if place == field {
        if field == 0, line + row.lines.count <= body.rows { return 0 }
        if line < top { return line }
        return max(top, line + row.lines.count - body.rows)
      }
      line += row.lines.count
    }
    return top
  }

  /// The field of a line of the body.
  func field(atLine wanted: Int) -> Int? {
    var line = 0
    var place = -1
    for row in card.rows {
      if row.field != nil { place += 1 }
      if (line..<line + row.lines.count).contains(wanted) { return row.field == nil ? nil : place }
      line += row.lines.count
    }
    return nil
  }
}
