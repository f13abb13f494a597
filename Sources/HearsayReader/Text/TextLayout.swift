import HearsayModel

/// An article's text in lines of a certain width. Lines are stretches of bytes; nothing is copied.
struct TextLayout: Hashable, Sendable {
  /// One line on the screen.
  struct Line: Hashable, Sendable {
    /// The first byte.
    var start: Int32
    /// One past the last byte that is drawn; the white space after it belongs to no line.
    var end: Int32

    var range: Range<Int> { Int(start)..<Int(end) }
    var isBlank: Bool { start == end }
  }

  /// How wide lines may be.
  let columns: Int
  /// From top to bottom.
  private(set) var lines: [Line]
  /// The first byte of every paragraph, in order.
  private(set) var paragraphs: [Int32]

  init(_ text: ArticleText, columns: Int) {
    self.columns = max(1, columns)
    (lines, paragraphs) = Wrapping.wrap(text, columns: self.columns)
  }
}

// MARK: - Finding

extension TextLayout {
  /// The line that shows a byte: the last one that begins at it or before.
  func line(showing offset: Int) -> Int {
    max(0, lines.firstPast { Int($0.start) > offset } - 1)
  }

  /// The number of the paragraph with a byte, from 1; 0 where there is none.
  func paragraph(at offset: Int) -> Int {
    paragraphs.firstPast { Int($0) > offset }
  }

  /// The first byte of a line; the end of the text past the last one.
  func start(ofLine line: Int) -> Int {
    lines.indices.contains(line) ? Int(lines[line].start) : Int(lines.last?.end ?? 0)
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element fulfils a condition that, once true, stays true; by halving.
  func firstPast(where isPast: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
