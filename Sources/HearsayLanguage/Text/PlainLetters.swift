import HearsayModel

/// A text without the marks that are there for a program and not for a reader, byte for byte as long as before.
///
/// In `**"We lost it all,"** *said* **Ann Roe**` asterisks stand between a quotation and its speaker. With spaces in their
/// place every span stays true, and whoever reads sees what a reader of the page saw.
enum PlainLetters {
  /// The text with spaces for the marks of Markdown and the numbers of notes; the text itself where a section has none.
  static func text(of text: ArticleText, in section: Span) -> ArticleText {
    guard text.count <= longest, text.bytes[section.range].contains(where: isMark) else {
      return text
    }
    var plain = Plain(bytes: text.bytes, section: section)
    plain.blankLinks()
    plain.blankEmphasis()
    plain.spellLigatures()
    return plain.hasChanged ? ArticleText(validUTF8: plain.bytes) : text
  }

  /// In bytes; nothing longer is an article, and each of its sections would be a copy of the whole.
  private static let longest = 8 << 20

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "[")
      || byte == UInt8(ascii: "~") || byte == 0xEF
  }
}

/// The bytes of a text while marks are taken out of one section.
private struct Plain {
  var bytes: [UInt8]
  let section: Span
  var hasChanged = false

  init(bytes: [UInt8], section: Span) {
    self.bytes = bytes
    self.section = section
  }

  mutating func blank(_ range: Range<Int>) {
    for index in range where bytes[index] != 0x0A { bytes[index] = 0x20 }
    hasChanged = hasChanged || !range.isEmpty
  }

  func byte(_ index: Int) -> UInt8? {
    index >= section.start && index < section.end ? bytes[index] : nil
  }
}

// MARK: - Ligatures

extension Plain {
  /// The letters of a ligature in its three bytes; where there are two, something that nobody sees stands between them.
  mutating func spellLigatures() {
    var index = section.start
    while index + 2 < section.end {
      if bytes[index] == 0xEF, bytes[index + 1] == 0xAC, (0x80...0x86).contains(bytes[index + 2]),
        let letters = Typesetting.letters(ofLigature: 0xFB00 + UInt32(bytes[index + 2] - 0x80))
      {
        let spelt = Array(letters.utf8)
        bytes[index] = spelt[0]
        bytes[index + 1] = spelt.count > 2 ? spelt[1] : Typesetting.filler
        bytes[index + 2] = spelt[spelt.count - 1]
        hasChanged = true
        index += 2
      }
      index += 1
    }
  }
}

// MARK: - Links and notes

extension Plain {
  /// `[Ann Roe](https://…)` and the number of a note, `the sea froze.[7]`.
  mutating func blankLinks() {
    var index = section.start
    while index < section.end {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "[") else { continue }
      if let end = endOfNote(from: index) {
        blank(index..<end)
      } else if let (closing, end) = link(from: index) {
        let isPicture = byte(index - 1) == UInt8(ascii: "!")
        blank((isPicture ? index - 1 : index)..<index + 1)
        blank(closing..<end)
      }
    }
  }

  /// One past "[7]" right after a word or a stop; "[2019]" is a year that somebody has put in.
  private func endOfNote(from start: Int) -> Int? {
    var end = start + 1
    while let next = byte(end), isDigit(next), end - start <= 3 { end += 1 }
    guard end > start + 1, byte(end) == UInt8(ascii: "]"), let before = byte(start - 1),
      before > 0x20, before != UInt8(ascii: "("), before != UInt8(ascii: "[")
    else { return nil }
    return end + 1
  }

  /// Where the words of a link end, and where its address does.
  private func link(from start: Int) -> (closing: Int, end: Int)? {
    var closing = start + 1
    while let next = byte(closing), next != UInt8(ascii: "]") {
      guard next != UInt8(ascii: "["), next != 0x0A || byte(closing + 1) != 0x0A,
        closing - start < 300
      else { return nil }
      closing += 1
    }
    guard byte(closing + 1) == UInt8(ascii: "("), closing > start + 1 else { return nil }
    var end = closing + 2
    var depth = 1
    while let next = byte(end), depth > 0 {
      guard next != 0x0A, end - closing < 1000 else { return nil }
      if next == UInt8(ascii: "(") { depth += 1 }
      if next == UInt8(ascii: ")") { depth -= 1 }
      end += 1
    }
    guard depth == 0, isAddress(bytes[(closing + 2)..<(end - 1)]) else { return nil }
    return (closing, end)
  }

  private func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
    let starts = ["http://", "https://", "mailto:", "/", "#", "www.", "./", "../", "<http"]
    return starts.contains { bytes.starts(with: $0.utf8) }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

// MARK: - Emphasis

extension Plain {
  /// A row of asterisks, underscores or tildes.
  private struct Delimiter {
    var range: Range<Int>
    var mark: UInt8
    var opens: Bool
    var closes: Bool
  }

  /// The marks round *a word* or **more of them**, where they stand in pairs in one paragraph.
  mutating func blankEmphasis() {
    var open: [Delimiter] = []
    var pairs: [Range<Int>] = []
    var index = section.start
    while index < section.end {
      if bytes[index] == 0x0A, byte(index + 1) == 0x0A { open.removeAll(keepingCapacity: true) }
      guard let delimiter = delimiter(at: index) else {
        index += 1
        continue
      }
      index = delimiter.range.upperBound
      let partner = open.lastIndex {
        $0.mark == delimiter.mark && $0.range.count == delimiter.range.count
      }
      if delimiter.closes, let partner {
        pairs += [open[partner].range, delimiter.range]
        open.removeSubrange(partner...)
      } else if delimiter.opens, open.count < 16 {
        open.append(delimiter)
      }
    }
    for range in pairs { blank(range) }
  }

  private func delimiter(at index: Int) -> Delimiter? {
    let mark = bytes[index]
    guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") || mark == UInt8(ascii: "~") else {
      return nil
    }
    var end = index + 1
    while byte(end) == mark { end += 1 }
    let range = index..<end
    guard range.count <= 3, mark != UInt8(ascii: "~") || range.count == 2 else {
      return Delimiter(range: range, mark: mark, opens: false, closes: false)
    }
    let (before, after) = (kind(byte(index - 1)), kind(byte(end)))
    // Inside a word they are no emphasis: 5*3, snake_case.
    guard before != .letter || after != .letter else {
      return Delimiter(range: range, mark: mark, opens: false, closes: false)
    }
    return Delimiter(
      range: range, mark: mark, opens: after != .space && (after == .letter || before != .letter),
      closes: before != .space && (before == .letter || after != .letter))
  }

  private enum Kind { case space, mark, letter }

  private func kind(_ byte: UInt8?) -> Kind {
    guard let byte, byte > 0x20 else { return .space }
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return .letter
    // Of a character beyond ASCII only one byte is seen; curly quotation marks begin with 0xE2 and end here.
    case 0x80...0xBF, 0xC3...0xDF: return byte >= 0x98 && byte <= 0x9F ? .mark : .letter
    case 0xE2: return .mark
    case 0xE0...0xFF: return .letter
    default: return .mark
    }
  }
}
