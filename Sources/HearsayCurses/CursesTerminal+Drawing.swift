import CNcurses
import Glibc
public import HearsayScreen

extension CursesTerminal {
  /// Shows a screen, sending only what changed.
  public func show(_ screen: Screen) {
    guard !isAway else { return }
    set_term(handle)
    let window = hs_stdscr()
    let size = size
    let before = shown?.size == screen.size ? shown : nil
    var pen = Pen(terminal: self)
    if before == nil {
      hs_set_style(window, 0, 0)
      werase(window)
    }
    var changed: [Int32] = []
    for row in 0..<min(screen.size.rows, size.rows) {
      let cells = screen.cells(ofRow: row)
      let old = before?.cells(ofRow: row)
      if let old, old == cells { continue }
      changed.append(Int32(row))
      let start = cells.startIndex
      for index in cells.indices.prefix(size.columns) {
        let cell = cells[index]
        // Right halves are drawn with their left ones.
        if cell.text.isEmpty { continue }
        if let old { if old[index] == cell { continue } } else if cell == .blank { continue }
        pen.draw(cell, in: window, row: row, column: index - start, columns: size.columns)
      }
    }
    placeCursor(screen.cursor, in: window)
    if before != nil, changed.count > Self.fewRows {
      // Sent whole, these rows are not looked for elsewhere on the terminal: ncurses would move them there by
      // scrolling a part of it several rows at once, which some terminals promise and do not do.
      for row in changed { wredrawln(window, row, 1) }
    }
    wnoutrefresh(window)
    doupdate()
    shown = screen
  }

  /// So few rows are never worth scrolling.
  private static let fewRows = 2

  /// Makes the terminal's small noise, or its flash where it has none.
  public func ring() {
    guard !isAway else { return }
    set_term(handle)
    beep()
  }

  private func placeCursor(_ point: Point?, in window: UnsafeMutablePointer<WINDOW>?) {
    if let point, Rect(columns: size.columns, rows: size.rows).contains(point) {
      curs_set(1)
      wmove(window, Int32(point.row), Int32(point.column))
    } else {
      curs_set(0)
      wmove(window, 0, 0)
    }
  }
}

/// Draws cells, remembering how the last one looked.
private struct Pen {
  private let terminal: CursesTerminal
  private var style = Style.plain
  private var attributes: attr_t = 0
  private var pair: Int32 = 0
  /// A cell's code points and the zero at their end.
  private var letters: [wchar_t] = []

  init(terminal: CursesTerminal) { self.terminal = terminal }

  mutating func draw(
    _ cell: Screen.Cell, in window: UnsafeMutablePointer<WINDOW>?, row: Int, column: Int,
    columns: Int
  ) {
    take(cell.style)
    let width = spell(cell.text)
    let fits = column + width <= columns
    let row = Int32(row)
    let column = Int32(column)
    switch width {
    case 1...2 where fits && (width == 1 || wcwidth(letters[0]) == 2):
      hs_put_cell(window, row, column, letters, attributes, pair)
    case 2 where fits:
      // A flag: two letters of one column each, which ncurses keeps in two cells.
      for half in 0..<Int32(2) {
        hs_put_cell(window, row, column + half, [letters[Int(half)], 0], attributes, pair)
      }
    default:
      // ncurses counts otherwise than we do: something of the right width, or the rest of the row would move.
      letters = [terminal.abilities.unicode ? 0xFFFD : 0x3F, 0]
      if wcwidth(letters[0]) != 1 { letters[0] = 0x3F }
      hs_put_cell(window, row, column, letters, attributes, pair)
      if SafeText.width(of: cell.text) == 2, Int(column) + 1 < columns {
        hs_put_cell(window, row, column + 1, [0x20, 0], attributes, pair)
      }
    }
  }

  /// Spells a cell for ncurses.
  ///
  /// - Returns: its width, or 0 where ncurses and the grid do not agree on it.
  private mutating func spell(_ text: String) -> Int {
    letters.removeAll(keepingCapacity: true)
    for scalar in text.unicodeScalars { letters.append(wchar_t(bitPattern: scalar.value)) }
    letters.append(0)
    if letters.count == 2, 0x20 <= letters[0], letters[0] < 0x7F { return 1 }
    var width = 0
    for letter in letters.dropLast() {
      let columns = wcwidth(letter)
      if columns < 0 { return 0 }
      width += Int(columns)
    }
    return width == SafeText.width(of: text) ? width : 0
  }

  private mutating func take(_ new: Style) {
    guard new != style else { return }
    style = new
    pair = terminal.palette.pair(new.foreground, new.background)
    attributes = 0
    if new.attributes.contains(.bold) { attributes |= HS_BOLD }
    if new.attributes.contains(.dim) { attributes |= HS_DIM }
    if new.attributes.contains(.underline) { attributes |= HS_UNDERLINE }
    if new.attributes.contains(.reverse) { attributes |= HS_REVERSE }
    if new.attributes.contains(.italic), terminal.hasItalics { attributes |= HS_ITALIC }
  }
}
