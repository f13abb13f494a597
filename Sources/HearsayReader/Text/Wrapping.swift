import HearsayModel

/// Breaks a text into lines: at spaces, after dashes, between Han characters, and inside a word only where
/// the word alone is wider than the line. Clusters stay whole.
enum Wrapping {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The lines of some paragraphs of a text.
  static func lines(
    of text: ArticleText, paragraphs: Range<Int>, in outline: TextOutline, columns: Int
  ) -> [TextLayout.Line] {
    text.bytes.withUnsafeBufferPointer { bytes in
      var wrapper = Wrapper(bytes: bytes, columns: columns)
      wrapper.run(over: paragraphs, in: outline)
      return wrapper.lines
    }
  }
}

private struct Wrapper {
  let bytes: Wrapping.Bytes
  let columns: Int
  let widths = ClusterWidth()
  var lines: [TextLayout.Line] = []

  init(bytes: Wrapping.Bytes, columns: Int) {
    self.bytes = bytes
    self.columns = columns
  }

  /// Paragraph by paragraph; between two of them one empty line, however many the text has.
  mutating func run(over paragraphs: Range<Int>, in outline: TextOutline) {
    guard let last = paragraphs.last else { return }
    let length = Int(outline.ends[last]) - Int(outline.starts[paragraphs.lowerBound])
    lines.reserveCapacity(length / max(1, columns) * 5 / 4 + 16)
    for index in paragraphs {
      if index > paragraphs.lowerBound, let gap = outline.gap(before: index, in: bytes),
        let last = lines.last, !last.isBlank
      {
        append(gap, gap)
      }
      wrap(outline.range(of: index))
    }
    while let last = lines.last, last.isBlank { lines.removeLast() }
  }

  private mutating func append(_ start: Int, _ end: Int) {
    lines.append(.init(start: Int32(start), end: Int32(end)))
  }
}

// MARK: - Lines

extension Wrapper {
  /// Wraps one paragraph.
  private mutating func wrap(_ paragraph: Range<Int>) {
    let end = paragraph.upperBound
    var start = paragraph.lowerBound  // of the line
    var position = start
    var column = 0
    var printed = start  // one past the last byte that is no space
    var breakEnd = -1  // where the line would end if it were broken at the last opportunity
    var breakNext = -1  // where the next one would begin

    while position < end {
      let byte = bytes[position]
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        breakEnd = printed
        position += 1
        breakNext = position
        column += byte == 0x09 ? ClusterWidth.tab - column % ClusterWidth.tab : 1
        continue
      }
      let cluster = widths.extent(at: position, before: end, in: bytes)
      let isWide = cluster.columns == 2 && byte >= 0xE3
      if isWide, printed == position, position > start, !closes(at: position) {
        breakEnd = printed
        breakNext = position
      }
      if column + cluster.columns > columns, position > start {
        if breakNext > start {
          if breakEnd > start { append(start, breakEnd) }
          start = breakNext
        } else {
          append(start, printed)
          start = position
        }
        // The rest of the word is measured again on the new line.
        position = start
        column = 0
        printed = start
        breakEnd = -1
        breakNext = -1
        continue
      }
      column += cluster.columns
      position += cluster.bytes
      printed = position
      if breaksAfter(byte, endingAt: position, before: end) {
        breakEnd = printed
        breakNext = position
      }
    }
    append(start, printed)
  }

  /// Whether a line may end after this hyphen or dash.
  private func breaksAfter(_ byte: UInt8, endingAt position: Int, before end: Int) -> Bool {
    if byte == 0x2D {
      return position >= 2 && position < end && bytes[position - 2] > 0x40
        && (bytes[position] | 0x20 >= 0x61 && bytes[position] < 0x80 || bytes[position] >= 0x80)
    }
    // U+2013 and U+2014; what follows must not be a closing mark.
    guard byte == 0xE2, position < end, position >= 3, bytes[position - 2] == 0x80 else {
      return false
    }
    let isDash = bytes[position - 1] == 0x93 || bytes[position - 1] == 0x94
    return isDash && (bytes[position] | 0x20 >= 0x61 && bytes[position] < 0x80)
  }

  /// Whether a wide character here ends something and so may not begin a line.
  private func closes(at position: Int) -> Bool {
    guard position + 2 < bytes.count else { return false }
    switch (bytes[position], bytes[position + 1], bytes[position + 2]) {
    case (0xE3, 0x80, 0x81), (0xE3, 0x80, 0x82),  // 、 。
      (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F), (0xE3, 0x80, 0x8B),  // 」 』 》
      (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x89):  // ， ！ ？ ）
      return true
    default: return false
    }
  }
}
