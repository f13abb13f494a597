/// Whoever is told what stands in markup, piece by piece.
protocol MarkupReader: AnyObject {
  /// An element begins.
  func begin(_ name: String, _ attributes: [(name: String, value: String)])
  /// An element ends.
  func end(_ name: String)
  /// Words.
  func text(_ text: String)
  /// A character by its number, such as 160, or "xa0" in sixteens.
  func character(_ number: String)
  /// A character by its name.
  func entity(_ name: String)
  func comment(_ text: String)
  func instruction(_ text: String)
  func declaration(_ text: String)
  /// What begins with `<!`.
  ///
  /// - Returns: where to go on; `nil` where it has no end.
  func skipDeclaration(in bytes: [UInt8], at index: Int) -> Int?
  /// Where a comment without an end is taken to end.
  func endOfOpenComment(in bytes: [UInt8], at index: Int) -> Int?
}

extension MarkupReader {
  func comment(_ text: String) {}
  func instruction(_ text: String) {}
  func declaration(_ text: String) {}
  func endOfOpenComment(in bytes: [UInt8], at index: Int) -> Int? { nil }
}

/// Markup as people write it, read from front to back: nothing has to be well formed.
///
/// It reads what SGML readers of old read, in the way that feedparser (BSD-2-Clause) made the usual one of feeds: tags
/// are told one by one, as they stand, and nobody sees to it that they pair.
struct LooseMarkup {
  let reader: any MarkupReader
  /// Whether `/>` ends an element.
  var isXHTML: Bool
  /// Elements that have no end.
  var endless: Set<String>

  private var bytes: [UInt8] = []
  private var lastName = "???"

  init(_ reader: any MarkupReader, isXHTML: Bool, endless: Set<String>) {
    self.reader = reader
    self.isXHTML = isXHTML
    self.endless = endless
  }

  /// Tells what stands in a text.
  mutating func read(_ text: String) {
    bytes = prepared(text)
    var index = 0
    while index < bytes.count {
      let next = bytes[index...].firstIndex { $0 == 0x26 || $0 == 0x3C } ?? bytes.count
      if next > index { reader.text(bytes[index..<next].string) }
      guard next < bytes.count else { return }
      guard let end = bytes[next] == 0x3C ? readTag(at: next) : readReference(at: next) else {
        reader.text(bytes[next...].string)
        return
      }
      index = end
    }
  }
}

// MARK: - Before reading

extension LooseMarkup {
  /// `<!` that begins nothing is text, `<br/>` is `<br />`, `<b/>` is `<b></b>`, and quotation marks stand for themselves.
  private func prepared(_ text: String) -> [UInt8] {
    let source = Array(
      text.replacing("&#39;", by: "'").replacing("&#34;", by: "\"").utf8)
    var result: [UInt8] = []
    result.reserveCapacity(source.count + 64)
    var index = 0
    while index < source.count {
      guard source[index] == 0x3C else {
        result.append(source[index])
        index += 1
        continue
      }
      if source.has("<!", at: index), index + 2 < source.count, !isDeclaration(source, index + 2) {
        result += "&lt;!".utf8
        index += 2
      } else if let (name, end) = emptyTag(in: source, at: index) {
        result += (endless.contains(name) ? "<\(name) />" : "<\(name)></\(name)>").utf8
        index = end
      } else {
        result.append(0x3C)
        index += 1
      }
    }
    return result
  }

  private func isDeclaration(_ source: [UInt8], _ index: Int) -> Bool {
    source.has("--", at: index) || source[index] == 0x5B
      || source[index...].prefix(7).string.uppercased() == "DOCTYPE"
  }

  /// `<name/>` or `<name />`, where the name may be anything without spaces.
  private func emptyTag(in source: [UInt8], at index: Int) -> (name: String, end: Int)? {
    let nameEnd = source.end(of: { $0 != 0x3C && $0 != 0x3E && !$0.isSpace }, from: index + 1)
    guard nameEnd > index + 1 else { return nil }
    if nameEnd > index + 2, source[nameEnd - 1] == 0x2F, nameEnd < source.count,
      source[nameEnd] == 0x3E
    {
      return (source[index + 1..<nameEnd - 1].string, nameEnd + 1)
    }
    let slash = source.end(of: \.isSpace, from: nameEnd)
    guard source.has("/>", at: slash) else { return nil }
    return (source[index + 1..<nameEnd].string, slash + 2)
  }
}

// MARK: - Tags

extension LooseMarkup {
  private mutating func readTag(at index: Int) -> Int? {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    if next.isLetter || next == 0x3E { return readStart(at: index) }
    if next == 0x2F { return readEnd(at: index) }
    if bytes.has("<!--", at: index) { return readComment(at: index) }
    if next == 0x3F {
      guard let end = bytes[(index + 2)...].firstIndex(of: 0x3E) else { return nil }
      reader.instruction(bytes[(index + 2)..<end].string)
      return end + 1
    }
    if next == 0x21 { return reader.skipDeclaration(in: bytes, at: index) }
    guard index + 1 < bytes.count else { return nil }
    reader.text("<")
    return index + 1
  }

  private func readComment(at index: Int) -> Int? {
    var dashes = bytes.firstIndex(of: "--", from: index + 4)
    while let found = dashes {
      let end = bytes.end(of: \.isSpace, from: found + 2)
      if end < bytes.count, bytes[end] == 0x3E {
        reader.comment(bytes[(index + 4)..<found].string)
        return end + 1
      }
      dashes = bytes.firstIndex(of: "--", from: found + 1)
    }
    return reader.endOfOpenComment(in: bytes, at: index)
  }

  private mutating func readEnd(at index: Int) -> Int? {
    guard let end = endOfTag(from: index + 1) else { return nil }
    reader.end(bytes[(index + 2)..<max(end, index + 2)].string.stripped.lowercased())
    return bytes[end] == 0x3E ? end + 1 : end
  }

  private mutating func readStart(at index: Int) -> Int? {
    if let end = shorthand(at: index) { return end < 0 ? nil : end }
    guard let end = endOfTag(from: index + 1) else { return nil }
    var place = end
    if bytes[index + 1] != 0x3E {
      place = bytes.end(
        of: { $0.isLetter || $0.isDigit || [0x2D, 0x5F, 0x2E, 0x3A].contains($0) },
        from: index + 1)
      lastName = bytes[(index + 1)..<place].string.lowercased()
    }
    let name = lastName
    var attributes: [(name: String, value: String)] = []
    while place < end, attributes.count < FeedAttributes.most,
      let (attribute, next) = attribute(at: place)
    {
      attributes.append(attribute)
      place = next
    }
    let after = bytes[end] == 0x3E ? end + 1 : end
    reader.begin(name, attributes)
    if isXHTML, after > 2, bytes.has("/>", at: after - 2) { reader.end(name) }
    return after
  }

  /// `<b/words/`, which is short for `<b>words</b>`.
  ///
  /// - Returns: where it ends, -1 where it does not; `nil` where there is none.
  private mutating func shorthand(at index: Int) -> Int? {
    let isInName: (UInt8) -> Bool = { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x2E }
    guard index + 1 < bytes.count, bytes[index + 1].isLetter else { return nil }
    let nameEnd = bytes.end(of: isInName, from: index + 1)
    guard nameEnd < bytes.count, bytes[nameEnd] == 0x2F else { return nil }
    guard let close = bytes[(nameEnd + 1)...].firstIndex(of: 0x2F) else { return -1 }
    let name = bytes[(index + 1)..<nameEnd].string.lowercased()
    reader.begin(name, [])
    reader.text(bytes[(nameEnd + 1)..<close].string)
    reader.end(name)
    return close + 1
  }

  /// The place of the `<` or `>` that a tag goes to, past those in quotation marks.
  private func endOfTag(from start: Int) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] != 0x3C, bytes[index] != 0x3E {
      let byte = bytes[index]
      guard byte == 0x22 || byte == 0x27 else {
        index += 1
        continue
      }
      guard let close = bytes[(index + 1)...].firstIndex(of: byte),
        mayFollowValue(at: close + 1)
      else { break }
      index = close + 1
    }
    if index < bytes.count, bytes[index] == 0x3C || bytes[index] == 0x3E { return index }
    // The quotation marks do not pair: the first end on the same line.
    let end = bytes.end(of: { $0 != 0x3C && $0 != 0x3E && $0 != 0x0A }, from: start)
    return end < bytes.count && bytes[end] != 0x0A ? end : nil
  }

  private func mayFollowValue(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    if bytes[index] == 0x3E || bytes[index] == 0x2F || bytes[index].isSpace { return true }
    let end = bytes.end(of: \.isWord, from: index)
    return end > index && end < bytes.count && bytes[end] == 0x3D
  }
}

// MARK: - Attributes

extension LooseMarkup {
  private typealias Attribute = (name: String, value: String)

  private func attribute(at index: Int) -> (Attribute, Int)? {
    let start = bytes.end(of: \.isSpace, from: index)
    guard start < bytes.count, bytes[start].isLetter || bytes[start] == 0x5F else { return nil }
    let nameEnd = bytes.end(
      of: { $0.isLetter || $0.isDigit || [0x2D, 0x5F, 0x2E, 0x3A].contains($0) }, from: start)
    let name = bytes[start..<nameEnd].string
    var end = nameEnd
    if end < bytes.count, bytes[end] == 0x24 { end += 1 }
    let equals = bytes.end(of: \.isSpace, from: end)
    guard equals < bytes.count, bytes[equals] == 0x3D else {
      return ((name.lowercased(), name), end)
    }
    let valueStart = bytes.end(of: \.isSpace, from: equals + 1)
    guard valueStart < bytes.count else { return ((name.lowercased(), ""), valueStart) }
    let quote = bytes[valueStart]
    if quote == 0x22 || quote == 0x27,
      let close = bytes[(valueStart + 1)...].firstIndex(of: quote)
    {
      let value = bytes[(valueStart + 1)..<close]
      return ((name.lowercased(), Self.closingReferences(in: value)), close + 1)
    }
    let valueEnd = bytes.end(of: Self.isInBareValue, from: valueStart)
    let value = bytes[valueStart..<valueEnd]
    return ((name.lowercased(), Self.closingReferences(in: value)), valueEnd)
  }

  private static let bareMarks = Set("][-./,:;+*%?!&$()_#=~'\"@".utf8)

  private static func isInBareValue(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || bareMarks.contains(byte)
  }

  /// `&#38` without its end gets it.
  private static func closingReferences(in value: ArraySlice<UInt8>) -> String {
    guard value.contains(0x26) else { return value.string }
    let bytes = Array(value)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      result.append(bytes[index])
      index += 1
      guard bytes[index - 1] == 0x26, index < bytes.count, bytes[index] == 0x23 else { continue }
      let end = bytes.end(of: \.isDigit, from: index + 1)
      guard end > index + 1 else { continue }
      result += bytes[index..<end]
      result.append(0x3B)
      index = end < bytes.count && bytes[end] == 0x3B ? end + 1 : end
    }
    return String(decoding: result, as: UTF8.self)
  }
}

// MARK: - Characters by number and name

extension LooseMarkup {
  private func readReference(at index: Int) -> Int? {
    if bytes.has("&#", at: index) {
      let isHex = index + 2 < bytes.count && bytes[index + 2] | 0x20 == 0x78
      let start = index + (isHex ? 3 : 2)
      let end = bytes.end(of: isHex ? \.isHexDigit : \.isDigit, from: start)
      if end > start, end < bytes.count, bytes[end] == 0x3B {
        reader.character(bytes[(index + 2)..<end].string)
        return end + 1
      }
      return unfinished(from: index, to: bytes.end(of: \.isDigit, from: index + 2))
    }
    guard index + 1 < bytes.count else { return nil }
    guard bytes[index + 1].isLetter else { return unfinished(from: index, to: index + 1) }
    let end = bytes.end(
      of: { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x2E }, from: index + 1)
    // A name may have points and hyphens, but what follows it is none of them.
    var last = end
    while last > index + 1, last >= bytes.count || bytes[last].isLetter || bytes[last].isDigit {
      last -= 1
    }
    guard last > index + 1 else {
      return unfinished(
        from: index, to: bytes.end(of: { $0.isLetter || $0.isDigit }, from: index + 1))
    }
    reader.entity(bytes[(index + 1)..<last].string)
    return bytes[last] == 0x3B ? last + 1 : last
  }

  /// What looked like a reference is text, if anything follows it.
  private func unfinished(from index: Int, to end: Int) -> Int? {
    guard end < bytes.count else { return nil }
    reader.text(bytes[index..<end].string)
    return end
  }
}
