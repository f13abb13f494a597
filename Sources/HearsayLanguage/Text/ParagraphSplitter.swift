import HearsayModel

/// Cuts a text into paragraphs: one for each line, or for each block of lines where lines were wrapped by hand.
struct ParagraphSplitter {
  let bytes: [UInt8]

  init(_ text: ArticleText) {
    bytes = text.bytes
  }

  /// The paragraphs of a section, without blank lines and without white space around them.
  ///
  /// Each says whether a blank line (or nothing at all) stands before it.
  func blocks(in section: Span) -> [Block] {
    var blocks: [Block] = []
    var lines: [Span] = []
    var start = section.start
    while start <= section.end {
      var end = start
      while end < section.end, bytes[end] != 0x0A { end += 1 }
      let line = trimmed(Span(start, end))
      if line.isEmpty {
        append(lines, to: &blocks)
        lines.removeAll(keepingCapacity: true)
      } else {
        lines.append(line)
      }
      start = end + 1
    }
    append(lines, to: &blocks)
    return blocks
  }

  /// A paragraph before anything is known of it.
  struct Block {
    var span: Span
    var isAfterBlank: Bool
    var isBeforeBlank: Bool
  }
}

// MARK: - Wrapped lines

extension ParagraphSplitter {
  private func append(_ lines: [Span], to blocks: inout [Block]) {
    guard let first = lines.first, let last = lines.last else { return }
    if isWrapped(lines) {
      blocks.append(Block(span: first.union(last), isAfterBlank: true, isBeforeBlank: true))
      return
    }
    for (index, line) in lines.enumerated() {
      blocks.append(
        Block(
          span: line, isAfterBlank: index == 0, isBeforeBlank: index == lines.count - 1))
    }
  }

  /// Whether lines were broken to fit a page: all about as long as each other, and most of them cut in mid-sentence.
  private func isWrapped(_ lines: [Span]) -> Bool {
    guard lines.count > 1 else { return false }
    var cut = 0
    for line in lines.dropLast() {
      guard line.count >= 40, line.count <= 100, !startsItem(line) else { return false }
      let last = Scalars.at(Scalars.before(line.end, in: bytes), in: bytes).value
      let kind = Scalars.classOf(last)
      if kind == .letter || kind == .digit || last == 0x2C { cut += 1 }
    }
    return cut * 2 > lines.count - 1
  }

  /// Whether a line starts an item of a list: a bullet, a dash, "1.".
  private func startsItem(_ line: Span) -> Bool {
    let (value, length) = Scalars.at(line.start, in: bytes)
    if value == 0x3E { return true }  // quoted mail
    let isBullet = [0x2A, 0x2D, 0x2022, 0x25CF, 0x25AA, 0xB7, 0x2013].contains(value)
    let next = line.start + length
    if isBullet { return next < line.end && bytes[next] == 0x20 }
    return Scalars.classOf(value) == .digit && next < line.end
      && (bytes[next] == 0x2E || bytes[next] == 0x29)
  }

  private func trimmed(_ line: Span) -> Span {
    var (start, end) = (line.start, line.end)
    while start < end {
      let (value, length) = Scalars.at(start, in: bytes)
      guard Scalars.classOf(value) == .space else { break }
      start += length
    }
    while end > start {
      let last = Scalars.before(end, in: bytes)
      guard Scalars.classOf(Scalars.at(last, in: bytes).value) == .space else { break }
      end = last
    }
    return Span(start, end)
  }
}
