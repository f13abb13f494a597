import HearsayModel

/// The words and sentences of a text, as somebody sees them who selects a few of them with keys.
///
/// No more than a paragraph is looked at for each question, so it does not matter how long the text is. What the
/// engine takes for a sentence may differ after an odd abbreviation: here a wrong edge costs one more key.
struct TextUnits {
  private let bytes: [UInt8]
  private let layout: TextLayout

  /// The units of a text that is laid out so.
  init(_ text: ArticleText, layout: TextLayout) {
    bytes = text.bytes
    self.layout = layout
  }
}

// MARK: - Paragraphs

extension TextUnits {
  /// The paragraph with a byte, without white space at its end; `nil` in a text of nothing but white space.
  func paragraph(at offset: Int) -> Span? {
    let number = max(1, layout.paragraph(at: offset))
    guard layout.paragraphs.indices.contains(number - 1) else { return nil }
    return paragraph(number)
  }

  /// The `number`-th paragraph, from 1.
  private func paragraph(_ number: Int) -> Span {
    let start = Int(layout.paragraphs[number - 1])
    var end =
      layout.paragraphs.indices.contains(number) ? Int(layout.paragraphs[number]) : bytes.count
    while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
    return Span(start, max(start, end))
  }
}

// MARK: - Stepping

extension TextUnits {
  enum Unit: Hashable, Sendable {
    case word, sentence
  }

  /// The unit with a byte, or the next one in its paragraph where none has it; the last one behind them all.
  func unit(_ unit: Unit, at offset: Int) -> Span? {
    guard let paragraph = paragraph(at: offset) else { return nil }
    let all = units(unit, in: paragraph)
    return all.first { $0.end > offset } ?? all.last
  }

  /// The first unit that begins after a byte.
  func next(_ unit: Unit, after offset: Int) -> Span? {
    var number = max(1, layout.paragraph(at: offset))
    while layout.paragraphs.indices.contains(number - 1) {
      if let found = units(unit, in: paragraph(number)).first(where: { $0.start > offset }) {
        return found
      }
      number += 1
    }
    return nil
  }

  /// The last unit that begins before a byte.
  func previous(_ unit: Unit, before offset: Int) -> Span? {
    var number = min(layout.paragraphs.count, max(1, layout.paragraph(at: offset)))
    while number >= 1 {
      if let found = units(unit, in: paragraph(number)).last(where: { $0.start < offset }) {
        return found
      }
      number -= 1
    }
    return nil
  }

  private func units(_ unit: Unit, in paragraph: Span) -> [Span] {
    let words = words(in: paragraph)
    return unit == .word ? words : sentences(of: words)
  }
}

// MARK: - Words

extension TextUnits {
  private enum Letter {
    case space, word, ideograph, mark
  }

  /// Runs of letters and digits, with what joins them inside; every other sign by itself.
  private func words(in paragraph: Span) -> [Span] {
    var words: [Span] = []
    var last = Letter.space
    var position = paragraph.start
    while position < paragraph.end {
      let (letter, length) = letter(at: position)
      let end = min(paragraph.end, position + length)
      var isJoined = letter == .word && last == .word
      if letter == .mark, last == .word, isJoint(at: position), end < paragraph.end {
        // "Lund's", "co-operation", "3.5": a sign between two letters belongs to them.
        isJoined = self.letter(at: end).0 == .word
      }
      if isJoined, let word = words.last {
        words[words.count - 1] = Span(word.start, end)
        last = .word
      } else {
        if letter != .space { words.append(Span(position, end)) }
        last = letter
      }
      position = end
    }
    return words
  }

  private func letter(at position: Int) -> (Letter, Int) {
    let byte = bytes[position]
    if byte < 0x80 {
      if Self.isSpace(byte) { return (.space, 1) }
      return (Self.isASCIIWord(byte) ? .word : .mark, 1)
    }
    let (scalar, length) = scalar(at: position)
    let properties = scalar.properties
    if properties.isWhitespace { return (.space, length) }
    if properties.isIdeographic { return (.ideograph, length) }
    // Marks that stand on a letter and what joins emoji stay with what they stand on.
    let isPart =
      properties.isAlphabetic || properties.numericType != nil || properties.isGraphemeExtend
      || scalar.value == 0x200D || properties.isEmoji
    return (isPart ? .word : .mark, length)
  }

  private func scalar(at position: Int) -> (Unicode.Scalar, Int) {
    let length = bytes[position] >= 0xF0 ? 4 : bytes[position] >= 0xE0 ? 3 : 2
    let end = min(bytes.count, position + length)
    let text = String(decoding: bytes[position..<end], as: UTF8.self)
    return (text.unicodeScalars.first ?? "\u{FFFD}", max(1, end - position))
  }

  /// An apostrophe, a hyphen, a stop or a comma: what may stand between two letters of one word.
  private func isJoint(at position: Int) -> Bool {
    switch bytes[position] {
    case 0x27, 0x2D, 0x2E, 0x2C: true
    case 0xE2: scalar(at: position).0.value == 0x2019
    default: false
    }
  }

  private static func isASCIIWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}

// MARK: - Sentences

extension TextUnits {
  /// Words up to a stop with its closing marks, where what follows may begin a sentence.
  private func sentences(of words: [Span]) -> [Span] {
    var sentences: [Span] = []
    var start: Int?
    var index = 0
    while index < words.count {
      start = start ?? words[index].start
      guard endsSentence(index, of: words) else {
        index += 1
        continue
      }
      var last = index
      while last + 1 < words.count, words[last + 1].start == words[last].end,
        Self.closing.contains(text(words[last + 1]))
      {
        last += 1
      }
      let isLast = last + 1 == words.count
      if isLast || mayBegin(words[last + 1], after: words[last]) {
        sentences.append(Span(start ?? 0, words[last].end))
        start = nil
      }
      index = last + 1
    }
    if let start, let last = words.last { sentences.append(Span(start, last.end)) }
    return sentences
  }

  private func endsSentence(_ index: Int, of words: [Span]) -> Bool {
    let mark = text(words[index])
    guard Self.stops.contains(mark) else { return false }
    guard mark == ".", index > 0, words[index - 1].end == words[index].start else { return true }
    // "Mr. Hale", "J. Lund", "U.S. officials"
    let before = text(words[index - 1])
    return before.count > 1 && !before.contains(".") && !Self.titles.contains(before)
  }

  /// Whether a sentence may begin so: after white space, and not with a small letter.
  private func mayBegin(_ word: Span, after last: Span) -> Bool {
    guard word.start > last.end || Self.wideStops.contains(text(last)) else { return false }
    return !(text(word).first?.isLowercase ?? false)
  }

  private func text(_ span: Span) -> String {
    String(decoding: bytes[span.range].prefix(24), as: UTF8.self)
  }

  private static let wideStops: Set<String> = ["。", "！", "？"]
  private static let stops: Set<String> = [".", "!", "?", "…", "。", "！", "？"]
  private static let closing: Set<String> = [
    ".", "!", "?", "\"", "'", ")", "]", "”", "’", "»", "」", "』",
  ]
  private static let titles: Set<String> = [
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Col", "Capt", "Lt", "Sgt", "Rev",
    "Hon", "St", "Jr", "Sr", "No", "vs", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Oct", "Nov",
    "Dec",
  ]
}
