import HearsayScreen

/// What a list over the article consists of.
protocol OverlayRows {
  var title: String { get }
  /// What stands there when there is nothing.
  var emptyWords: String { get }
  var count: Int { get }
  /// How many rows of the screen each row takes.
  var height: Int { get }
  var isSelectable: Bool { get }
  /// What the filter looks into.
  func words(of index: Int) -> String
  /// The row as lines, as many as its height.
  func lines(of index: Int) -> [Line]
}

/// A list over the whole screen. What is in a row is said by its own type.
struct ListView {
  let rows: any OverlayRows
  /// The rows that are shown, of all.
  let shown: [Int]
  let place: ListPlace
  let look: Look
  let size: Size

  /// Whether a row can be selected.
  var isSelectable: Bool { rows.isSelectable }

  /// Where the rows stand.
  var body: Rect { Frame.list(in: size) }

  /// How many rows of the list are seen at once.
  var seen: Int { max(1, body.rows / rows.height) }

  /// The row at a place of the screen, of those that are shown.
  func row(at point: Point) -> Int? {
    guard isSelectable, body.contains(point) else { return nil }
    let row = place.top + (point.row - body.top) / rows.height
    return row < shown.count ? row : nil
  }
}

// MARK: - Drawing

extension ListView {
  func draw(on screen: inout Screen) {
    let body = body
    screen.draw(heading, above: body, look: look)
    guard !shown.isEmpty else {
      let words = place.filter.isEmpty ? rows.emptyWords : "Nothing here has these words."
      return screen.draw(words, in: body, look: look)
    }
    let height = rows.height
    let fitting = (body.rows + height - 1) / height
    let first = min(place.top, max(0, shown.count - 1))
    for (position, index) in shown[first...].prefix(fitting).enumerated() {
      let top = body.top + position * height
      for (offset, line) in rows.lines(of: index).prefix(height).enumerated() {
        line.draw(on: &screen, row: top + offset, in: body, look: look)
      }
      if isSelectable, first + position == place.selected {
        screen.emphasise(rows: top..<top + height, in: body, as: .focusedRow, look: look)
      }
    }
  }

  private var heading: Line {
    var line = Line(" \(rows.title)", look[.title])
    if !place.filter.isEmpty { line = line.adding(" · with “\(place.filter)”", look[.quiet]) }
    if isSelectable, !shown.isEmpty {
      line.right = [
        .init(text: " \(place.selected + 1) of \(shown.count) ", style: look[.quiet])
      ]
    }
    return line
  }
}

// MARK: - As in every list

extension Screen {
  /// What is selected in a list: a bar before its rows, all of them tinted, and the first of them loud.
  mutating func emphasise(rows: Range<Int>, in rect: Rect, as role: Theme.Role, look: Look) {
    for row in rows where rect.top <= row && row < rect.bottom {
      put(
        look.unicode ? "▌" : "|", at: Point(row: row, column: rect.left), look[.selectedBar],
        clip: rect)
    }
    guard rows.lowerBound >= rect.top, rows.lowerBound < rect.bottom else { return }
    let style = look[role]
    for row in rows where row < rect.bottom {
      let area = Rect(top: row, left: rect.left + 1, columns: rect.columns - 1, rows: 1)
      // All of it is tinted, so that it is found at once wherever the keys are; its first row is loud.
      let change = row == rows.lowerBound ? style : style.tint
      restyle(area) { $0.on(change) }
    }
  }

  /// The heading in the first row, where there is one above the list.
  mutating func draw(_ heading: Line, above body: Rect, look: Look) {
    guard body.top > 0 else { return }
    heading.draw(on: &self, row: 0, in: Rect(columns: size.columns, rows: 1), look: look)
  }

  /// What stands where a list has no rows.
  mutating func draw(_ words: String, in body: Rect, look: Look) {
    let lines = Line.wrapped(
      words, look[.quiet], after: .init(text: " ", style: .plain), columns: body.columns)
    for (row, line) in lines.enumerated() {
      line.draw(on: &self, row: body.top + row, in: body, look: look)
    }
  }
}

extension Style {
  /// Only what fills the cells of a row.
  fileprivate var tint: Style {
    Style(background: background, attributes: attributes.intersection([.reverse, .dim]))
  }

  /// This style under a tint; exchanged for their ground, letters lose their own colours, which would be patches.
  fileprivate func on(_ tint: Style) -> Style {
    guard tint.attributes.contains(.reverse) else { return with(tint) }
    return Style(
      foreground: tint.foreground, background: tint.background,
      attributes: attributes.subtracting(.dim).union(tint.attributes))
  }
}

extension Frame {
  /// Where the rows of a list over the article stand.
  static func list(in size: Size) -> Rect {
    let all = Rect(columns: size.columns, rows: size.rows)
    let (above, _) = all.cutTop(size.rows - (size.rows >= 3 ? 1 : 0))
    return above.cutTop(size.rows >= 6 ? 2 : size.rows >= 4 ? 1 : 0).1
  }
}
