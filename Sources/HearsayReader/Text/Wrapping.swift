import HearsayModel

/// Breaks a text into lines: at spaces, after dashes, between Han characters, and inside a word only where
/// the word alone is wider than the line. Clusters stay whole.
enum Wrapping {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  static func wrap(_ text: ArticleText, columns: Int) -> (
    lines: [TextLayout.Line], paragraphs: [Int32]
  ) {
    text.bytes.withUnsafeBufferPointer { bytes in
      var wrapper = Wrapper(bytes: bytes, columns: columns)
      wrapper.run()
      return (wrapper.lines, wrapper.paragraphs)
    }
  }
}

private struct Wrapper {
  let bytes: Wrapping.Bytes
  let columns: Int
  let widths = ClusterWidth()
  var lines: [TextLayout.Line] = []
  var paragraphs: [Int32] = []

  init(bytes: Wrapping.Bytes, columns: Int) {
    self.bytes = bytes
    self.columns = columns
    lines.reserveCapacity(bytes.count / max(1, columns) * 5 / 4 + 16)
  }

  /// Paragraph by paragraph; between two of them one empty line, however many the text has.
  mutating func run() {
    let spaced = isWithoutBlankLines
    var position = 0
    var isFirst = true
    while position < bytes.count {
      let end = endOfLine(from: position)
      if isBlank(position..<end) {
        if !isFirst, let last = lines.last, !last.isBlank { append(position, position) }
        position = end + 1
        continue
      }
      if spaced, !isFirst { append(position - 1, position - 1) }
      let block = endOfParagraph(from: position, firstLine: end)
      paragraphs.append(Int32(position))
      wrap(position..<block)
      isFirst = false
      position = block + 1
    }
    while let last = lines.last, last.isBlank { lines.removeLast() }
  }

  private mutating func append(_ start: Int, _ end: Int) {
    lines.append(.init(start: Int32(start), end: Int32(end)))
  }
}

// MARK: - Paragraphs

extension Wrapper {
  private func endOfLine(from position: Int) -> Int {
    var end = position
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return end
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    range.allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x09 || bytes[$0] == 0x0D }
  }

  /// Whether paragraphs are long lines that follow each other at once: then they get air between them.
  private var isWithoutBlankLines: Bool {
    var longest = 0
    var position = 0
    while position < bytes.count {
      let end = endOfLine(from: position)
      if end > position, isBlank(position..<end) { return false }
      if end == position, position > 0, end < bytes.count - 1 { return false }
      longest = max(longest, end - position)
      position = end + 1
    }
    return longest > 120
  }

  /// Where the paragraph ends: with its line, or, where the text came with lines broken to a measure
  /// (mails, agencies' files), with the block of lines, which are joined again.
  ///
  /// A block is joined where all lines but the last are about as long as each other, none begins like an
  /// entry of a list, and at least one breaks off in the middle of a sentence.
  private func endOfParagraph(from start: Int, firstLine: Int) -> Int {
    let measure = 50...100
    guard measure.contains(firstLine - start), !isEntry(at: start) else { return firstLine }
    var end = firstLine
    var breaksOff = false
    while end < bytes.count {
      let next = endOfLine(from: end + 1)
      guard next > end + 1, !isBlank(end + 1..<next) else { break }
      let isLast = next + 1 >= bytes.count || bytes[next + 1] == 0x0A
      let length = next - end - 1
      guard isLast ? length <= measure.upperBound : measure.contains(length),
        !isEntry(at: end + 1)
      else { return firstLine }
      breaksOff = breaksOff || !endsSentence(before: end)
      end = next
    }
    return breaksOff ? end : firstLine
  }

  /// Whether a line begins like an entry of a list, a quoted mail or a heading.
  private func isEntry(at position: Int) -> Bool {
    switch bytes[position] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ">"),
      UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: " "), UInt8(ascii: "\t"):
      true
    case 0xE2:  // U+2022, a bullet
      position + 2 < bytes.count && bytes[position + 1] == 0x80 && bytes[position + 2] == 0xA2
    default: false
    }
  }

  private func endsSentence(before end: Int) -> Bool {
    guard end > 0 else { return false }
    switch bytes[end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""),
      UInt8(ascii: ":"), UInt8(ascii: ")"), 0x9D:
      return true
    default: return false
    }
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
