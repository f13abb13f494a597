import HearsayModel

// Which byte of the article stands in which column of a line.
extension Reading {
  /// The column of a byte in a line of the article, from 0.
  func column(of offset: Int, inLine index: Int) -> Int {
    guard layout.lines.indices.contains(index) else { return 0 }
    return column(of: offset, in: layout.lines[index].range)
  }

  /// The column of a byte in its line, from 0.
  func column(of offset: Int, in line: Range<Int>) -> Int {
    var result = 0
    walk(line) { position, columns, width in
      guard position < offset else { return false }
      result = columns + width
      return true
    }
    return result
  }

  /// The byte in a column of a line; `nil` beside the text.
  func byte(inLine index: Int, column wanted: Int) -> Int? {
    guard layout.lines.indices.contains(index), wanted >= 0 else { return nil }
    var found: Int?
    walk(layout.lines[index].range) { position, columns, width in
      if columns <= wanted, wanted < columns + width { found = position }
      return found == nil
    }
    return found
  }

  /// Goes through the clusters of a line: first byte, column and width of each, until `visit` says stop.
  private func walk(_ line: Range<Int>, visit: (Int, Int, Int) -> Bool) {
    let widths = ClusterWidth()
    article.text.bytes.withUnsafeBufferPointer { bytes in
      var position = line.lowerBound
      var column = 0
      while position < line.upperBound {
        let byte = bytes[position]
        var cluster = widths.extent(at: position, before: line.upperBound, in: bytes)
        if byte == 0x09 { cluster.columns = ClusterWidth.tab - column % ClusterWidth.tab }
        if byte == 0x0A || byte == 0x0D { cluster.columns = 1 }
        guard visit(position, column, cluster.columns) else { return }
        column += cluster.columns
        position += max(1, cluster.bytes)
      }
    }
  }
}
