/// What is left of a style: colours, sizes and their like.
struct StyleCleaner {
  var words: FeedWords.StyleWords
  var inDrawing: Bool

  /// The declarations that are known to be harmless; nothing where the style is written in an odd way.
  func cleaned(_ style: String) -> String {
    let style = withoutAddresses(Array(style.utf8))
    guard isPlain(style) else { return "" }
    let declarations = declarations(in: style)
    guard let declarations else { return "" }
    return declarations.filter { isHarmless($0.name, $0.value) }
      .map { "\($0.name): \($0.value);" }.joined(separator: " ")
  }

  /// Without `url(…)`.
  private func withoutAddresses(_ style: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < style.count {
      if style.has("url", at: index) {
        let open = style.end(of: \.isSpace, from: index + 3)
        if open < style.count, style[open] == 0x28 {
          let start = style.end(of: \.isSpace, from: open + 1)
          let end = style.end(of: { !$0.isSpace && $0 != 0x29 }, from: start)
          let close = style.end(of: \.isSpace, from: end)
          if end > start, close < style.count, style[close] == 0x29 {
            result.append(0x20)
            index = style.end(of: \.isSpace, from: close + 1)
            continue
          }
        }
      }
      result.append(style[index])
      index += 1
    }
    return result
  }

  /// Letters, digits, a few marks, words in quotation marks, numbers in brackets; a hyphen only within a word.
  private func isPlain(_ style: [UInt8]) -> Bool {
    let marks = Set(":,;#%.!".utf8)
    var index = 0
    while index < style.count {
      let byte = style[index]
      if byte.isLetter || byte.isDigit || byte.isSpace || marks.contains(byte) {
        index += 1
      } else if byte == 0x2D {
        guard index > 0, style[index - 1].isWord, index + 1 < style.count, style[index + 1].isWord
        else { return false }
        // Each word on either side belongs to one hyphen only.
        if index > 1, style[index - 2] == 0x2D { return false }
        index += 2
      } else if byte.isWord, index + 1 < style.count, style[index + 1] == 0x2D {
        index += 1
      } else if byte == 0x27 || byte == 0x22 {
        let end = style.end(of: { $0.isWord || $0.isSpace }, from: index + 1)
        guard end > index + 1, end < style.count, style[end] == byte else { return false }
        index = end + 1
      } else if byte == 0x28 {
        let end = style.end(
          of: { $0.isDigit || $0 == 0x2C || $0.isSpace }, from: index + 1)
        guard end > index + 1, end < style.count, style[end] == 0x29 else { return false }
        index = end + 1
      } else {
        return false
      }
    }
    return true
  }

  /// `name: value;` after each other; `nil` where anything else stands between.
  private func declarations(in style: [UInt8]) -> [(name: String, value: String)]? {
    var result: [(name: String, value: String)] = []
    var index = style.end(of: \.isSpace, from: 0)
    while index < style.count {
      let nameEnd = style.end(of: { $0.isWord || $0 == 0x2D }, from: index)
      let colon = style.end(of: \.isSpace, from: nameEnd)
      guard nameEnd > index, colon < style.count, style[colon] == 0x3A else { return nil }
      let start = style.end(of: \.isSpace, from: colon + 1)
      let end = style.end(of: { $0 != 0x3A && $0 != 0x3B }, from: start)
      if end > start { result.append((style[index..<nameEnd].string, style[start..<end].string)) }
      index = end < style.count && style[end] == 0x3B ? end + 1 : end
      index = style.end(of: \.isSpace, from: index)
    }
    return result
  }

  private func isHarmless(_ name: String, _ value: String) -> Bool {
    let small = name.lowercased()
    if words.properties.contains(small) { return true }
    if words.families.contains(String(small.prefix { $0 != "-" })) {
      return value.split(whereSeparator: \.isWhitespace).allSatisfy {
        words.words.contains(String($0)) || isMeasure(Array($0.utf8))
      }
    }
    return inDrawing && words.drawing.contains(small)
  }

  private static let units: Set<String> = [
    "", "cm", "em", "ex", "in", "mm", "pc", "pt", "px", "%", ",", ")",
  ]

  /// `#f00`, `rgb(1,2,3)`, `12.5px`.
  private func isMeasure(_ word: [UInt8]) -> Bool {
    if word.first == 0x23 {
      return word.count > 1
        && word.dropFirst().allSatisfy { $0.isDigit || (0x61...0x66).contains($0) }
    }
    if word.has("rgb(", at: 0) { return isColour(word) }
    var index = 0
    while index < 2, index < word.count, word[index].isDigit { index += 1 }
    if index < word.count, word[index] == 0x2E { index += 1 }
    let fraction = index
    while index < fraction + 2, index < word.count, word[index].isDigit { index += 1 }
    return Self.units.contains(word[index...].string)
  }

  /// `rgb(1,2%,3)`, also without its end.
  private func isColour(_ word: [UInt8]) -> Bool {
    var rest = word.dropFirst(4)
    func skip(_ fits: (UInt8) -> Bool) -> Int {
      let count = rest.prefix(while: fits).count
      rest = rest.dropFirst(count)
      return count
    }
    func skipOne(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest = rest.dropFirst()
      return true
    }
    guard skip(\.isDigit) > 0 else { return false }
    _ = skipOne(0x25)
    guard skipOne(0x2C) else { return false }
    _ = skip(\.isDigit)
    _ = skipOne(0x25)
    _ = skipOne(0x2C)
    _ = skip(\.isDigit)
    _ = skipOne(0x25)
    _ = skipOne(0x29)
    return rest.isEmpty
  }
}
