/// How large something is, in columns and rows.
public struct Size: Hashable, Sendable {
  /// Cells from left to right.
  public var columns: Int
  /// Cells from top to bottom.
  public var rows: Int

  /// A size, never negative.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A cell's place: row and column, from 0, top left first.
public struct Point: Hashable, Sendable {
  /// From the top.
  public var row: Int
  /// From the left.
  public var column: Int

  /// The cell at `row` and `column`.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells. An empty one holds nothing and draws nothing.
public struct Rect: Hashable, Sendable {
  /// The first row.
  public var top: Int
  /// The first column.
  public var left: Int
  /// How wide and high it is.
  public var size: Size

  /// A rectangle with its first cell at `top` and `left`.
  public init(top: Int = 0, left: Int = 0, columns: Int, rows: Int) {
    self.top = top
    self.left = left
    self.size = Size(columns: columns, rows: rows)
  }
}

extension Rect {
  /// Cells from left to right.
  public var columns: Int { size.columns }
  /// Cells from top to bottom.
  public var rows: Int { size.rows }
  /// One past the last row.
  public var bottom: Int { top + rows }
  /// One past the last column.
  public var right: Int { left + columns }
  /// Whether it holds no cell.
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  /// Whether the cell lies inside.
  public func contains(_ point: Point) -> Bool {
    top <= point.row && point.row < bottom && left <= point.column && point.column < right
  }

  /// The upper `rows` rows, and the rest.
  public func cutTop(_ rows: Int) -> (Rect, Rect) {
    let cut = min(max(0, rows), self.rows)
    return (
      Rect(top: top, left: left, columns: columns, rows: cut),
      Rect(top: top + cut, left: left, columns: columns, rows: self.rows - cut)
    )
  }

  /// The left `columns` columns, and the rest.
  public func cutLeft(_ columns: Int) -> (Rect, Rect) {
    let cut = min(max(0, columns), self.columns)
    return (
      Rect(top: top, left: left, columns: cut, rows: rows),
      Rect(top: top, left: left + cut, columns: self.columns - cut, rows: rows)
    )
  }
}
