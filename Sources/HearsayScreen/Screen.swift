/// A terminal's paper: a grid of cells that views draw on and tests read.
///
/// Nothing here knows a terminal. Drawing outside the grid is not an error: what does not fit is not drawn.
/// A wide character that would be cut in two at an edge is drawn as a space.
public struct Screen: Hashable, Sendable {
  /// Its columns and rows.
  public let size: Size
  /// Row by row.
  private var cells: [Cell]
  /// Where the terminal's cursor stands, if it is to be seen.
  public var cursor: Point?

  /// An empty screen.
  public init(_ size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// One cell.
  public struct Cell: Hashable, Sendable {
    /// The grapheme cluster it shows; empty for the right half of a wide one.
    public var text: String
    /// How it looks.
    public var style: Style

    /// A cell that shows `text`.
    public init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }

    /// A space.
    public static let blank = Cell(" ")
  }
}

// MARK: - Reading

extension Screen {
  /// All of it.
  public var bounds: Rect { Rect(columns: size.columns, rows: size.rows) }

  /// The cell at a place; a blank outside the grid.
  public subscript(point: Point) -> Cell {
    bounds.contains(point) ? cells[point.row * size.columns + point.column] : .blank
  }

  /// A row's cells from left to right.
  package func cells(ofRow row: Int) -> ArraySlice<Cell> {
    guard 0 <= row, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The letters of a row, without spaces at its end.
  public func text(ofRow row: Int) -> String {
    var line = ""
    for column in 0..<size.columns { line += self[Point(row: row, column: column)].text }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// All rows, one to a line: what a test compares.
  public var text: String {
    (0..<size.rows).map(text(ofRow:)).joined(separator: "\n")
  }
}

// MARK: - Drawing

extension Screen {
  /// Writes `text` from `point` on, inside `clip`, and no further than the row.
  ///
  /// Text is made safe first: control and bidi characters never reach a cell (see ``SafeText``).
  ///
  /// - Returns: the column after the last one written.
  @discardableResult
  public mutating func put(
    _ text: some StringProtocol, at point: Point, _ style: Style = .plain, clip: Rect? = nil
  ) -> Int {
    let area = clip ?? bounds
    var column = point.column
    guard point.row >= area.top, point.row < area.bottom, point.row >= 0, point.row < size.rows
    else { return column }
    let right = min(area.right, size.columns)
    let left = max(area.left, 0)
    SafeText.forEachCell(of: text) { cell, width in
      guard column < right else { return false }
      if column >= left, column + width <= right {
        set(cell, width: width, row: point.row, column: column, style)
      } else {
        // A wide character over an edge: its visible half is a space.
        for half in max(column, left)..<max(max(column, left), min(column + width, right)) {
          set(" ", width: 1, row: point.row, column: half, style)
        }
      }
      column += width
      return true
    }
    return column
  }

  /// Fills a rectangle with spaces of one style.
  public mutating func fill(_ rect: Rect, _ style: Style) {
    for row in max(0, rect.top)..<max(max(0, rect.top), min(rect.bottom, size.rows)) {
      for column in max(0, rect.left)..<max(max(0, rect.left), min(rect.right, size.columns)) {
        set(" ", width: 1, row: row, column: column, style)
      }
    }
  }

  /// Changes how a rectangle looks, leaving its letters.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    for row in max(0, rect.top)..<max(max(0, rect.top), min(rect.bottom, size.rows)) {
      for column in max(0, rect.left)..<max(max(0, rect.left), min(rect.right, size.columns)) {
        let index = row * size.columns + column
        cells[index].style = change(cells[index].style)
      }
    }
  }

  /// Puts one cluster, and blanks what is left of a wide one that it cuts.
  private mutating func set(_ text: String, width: Int, row: Int, column: Int, _ style: Style) {
    let start = row * size.columns
    let index = start + column
    if cells[index].text.isEmpty, column > 0 { cells[index - 1].text = " " }
    let last = column + width - 1
    if last + 1 < size.columns, cells[start + last + 1].text.isEmpty {
      cells[start + last + 1].text = " "
    }
    cells[index] = Cell(text, style)
    if width == 2 { cells[index + 1] = Cell("", style) }
  }
}
