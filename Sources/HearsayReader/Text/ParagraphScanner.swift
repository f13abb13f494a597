import HearsayModel
import HearsayText

/// Finds the paragraphs of a text, one after the other.
struct ParagraphScanner {
  let bytes: Wrapping.Bytes
  /// Where to look on.
  private var position = 0
  /// Up to here every line is known to be a paragraph of its own, so that no line is looked at again and again.
  private var singleUntil = 0

  init(bytes: Wrapping.Bytes) { self.bytes = bytes }

  /// The next paragraph; `nil` where nothing but white space is left.
  mutating func next() -> Range<Int>? {
    while position < bytes.count {
      let start = position
      let end = endOfLine(from: start)
      if isBlank(start..<end) {
        position = end + 1
        continue
      }
      let whole = start..<endOfParagraph(from: start, firstLine: end)
      guard whole.count > TextOutline.longestParagraph else {
        position = whole.upperBound + 1
        return whole
      }
      let cut = cut(whole)
      position = cut.next
      return start..<cut.end
    }
    return nil
  }
}

// MARK: - Lines

extension ParagraphScanner {
  private func endOfLine(from position: Int) -> Int {
    var end = position
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return end
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    for index in range where !isSpace(bytes[index]) { return false }
    return true
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  /// Whether paragraphs are long lines that follow each other at once: then they get air between them.
  var isWithoutBlankLines: Bool {
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
}

// MARK: - Long paragraphs

extension ParagraphScanner {
  /// Where a paragraph that is too long is cut, and where its next piece begins: at a space, or between two letters
  /// where there is none far and wide.
  private func cut(_ paragraph: Range<Int>) -> (end: Int, next: Int) {
    let limit = paragraph.lowerBound + TextOutline.longestParagraph
    let far = min(paragraph.upperBound, limit + 1024)
    if let space = (limit..<far).first(where: { bytes[$0] == 0x20 || bytes[$0] == 0x0A }) {
      return (space, space + 1)
    }
    // A letter that stands alone begins here, so nothing is torn apart that belongs together.
    let widths = ClusterWidth()
    let start = (limit..<far).first { widths.standsAlone(at: $0, before: far, in: bytes) }
    let end = min(paragraph.upperBound, bytes.characterStart(from: start ?? limit))
    return (end, end)
  }
}

// MARK: - Lines that were broken to a measure

extension ParagraphScanner {
  /// Where the paragraph ends: with its line, or, where the text came with lines broken to a measure
  /// (mails, agencies' files), with the block of lines, which are joined again.
  ///
  /// A block is joined where all lines but the last are about as long as each other, none begins like an
  /// entry of a list, and at least one breaks off in the middle of a sentence.
  private mutating func endOfParagraph(from start: Int, firstLine: Int) -> Int {
    let measure = 50...100
    guard start >= singleUntil, measure.contains(firstLine - start), !isEntry(at: start) else {
      return firstLine
    }
    var end = firstLine
    var breaksOff = false
    while end < bytes.count, end - start < TextOutline.longestParagraph - 2 * measure.upperBound {
      let next = endOfLine(from: end + 1)
      guard next > end + 1, !isBlank(end + 1..<next) else { break }
      let isLast = next + 1 >= bytes.count || bytes[next + 1] == 0x0A
      let length = next - end - 1
      guard isLast ? length <= measure.upperBound : measure.contains(length),
        !isEntry(at: end + 1)
      else {
        singleUntil = end + 1
        return firstLine
      }
      breaksOff = breaksOff || !endsSentence(before: end)
      end = next
    }
    if breaksOff { return end }
    singleUntil = end
    return firstLine
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
