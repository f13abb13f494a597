/// Markup made harmless for the parser: scripts, styles and comments are gone, and nothing in it is without end.
///
/// One pass over the bytes. Gumbo compares every attribute of a tag with all others, walks up all open elements at many
/// tags, and knows no limit to either: 200,000 attributes or 10,000 elements in one another would take it minutes.
/// Pictures written into addresses, megabytes in a saved page, are left out as well.
struct MarkupGuard {
  /// The most of each that goes to the parser. Real pages stay far below: among 276 of them the deepest had 64 elements
  /// in one another, and the widest tag 58 attributes.
  struct Limits {
    var depth = 250
    /// Bold, italic, links and the like that are open at once: each is opened anew in every paragraph that follows.
    var formatting = 40
    var tags = 150_000
    var attributes = 100
    /// Bytes of one attribute's value; a longer one is dropped.
    var value = 16_384
    var bytes = 12 << 20
  }

  private let limits: Limits
  private let source: [UInt8]
  private var position = 0
  private var output: [UInt8] = []
  /// Open elements that are not formatting, and how many were left out at the deepest.
  private var depth = 0
  private var dropped = 0
  private var formatting = 0
  private var tags = 0
  private(set) var isCut = false

  init(_ source: [UInt8], limits: Limits = Limits()) {
    self.limits = limits
    self.source = source
    output.reserveCapacity(min(source.count, limits.bytes))
  }

  /// The markup for the parser.
  static func harmless(_ source: [UInt8]) -> [UInt8] {
    var markup = MarkupGuard(source)
    markup.run()
    return markup.output
  }
}

// MARK: - The pass

extension MarkupGuard {
  private mutating func run() {
    while position < source.count {
      if output.count > limits.bytes || tags > limits.tags {
        isCut = true
        return
      }
      let start = position
      while position < source.count, source[position] != less { position += 1 }
      appendText(start..<position)
      guard position < source.count else { return }
      if starts(with: "<!--") {
        skipComment()
      } else if let next = byte(at: position + 1), isLetter(next) {
        startTag()
      } else if byte(at: position + 1) == slash, let next = byte(at: position + 2), isLetter(next) {
        endTag()
      } else if let next = byte(at: position + 1), next == bang || next == question || next == slash
      {
        copyDeclaration()
      } else {
        output += Array("&lt;".utf8)
        position += 1
      }
    }
  }

  /// Text without NULs, which the parser would turn into errors of their own.
  private mutating func appendText(_ range: Range<Int>) {
    for byte in source[range] where byte != 0 { output.append(byte) }
  }

  private mutating func skipComment() {
    position += 4
    // "<!-->" and "<!--->" are whole comments.
    if byte(at: position) == greater { position += 1; return }
    if byte(at: position) == hyphen, byte(at: position + 1) == greater { position += 2; return }
    while position < source.count {
      if source[position] == hyphen, starts(with: "-->") { position += 3; return }
      if source[position] == hyphen, starts(with: "--!>") { position += 4; return }
      position += 1
    }
  }

  private mutating func copyDeclaration() {
    let start = position
    while position < source.count, source[position] != greater { position += 1 }
    position = min(position + 1, source.count)
    if position - start < 1000 { output += source[start..<position] }
  }
}

// MARK: - Tags

extension MarkupGuard {
  private mutating func endTag() {
    let start = position
    let name = name(at: position + 2)
    while position < source.count, source[position] != greater { position += 1 }
    position = min(position + 1, source.count)
    if Self.formats.contains(name) {
      if formatting > limits.formatting { formatting -= 1; return }
      formatting = max(0, formatting - 1)
    } else if counts(name) {
      if dropped > 0 { dropped -= 1; return }
      depth = max(0, depth - 1)
    }
    if position - start < 1000 { output += source[start..<position] }
  }

  private mutating func startTag() {
    let start = position
    let name = name(at: position + 1)
    position += 1 + name.utf8.count
    while let byte = byte(at: position), !isBlank(byte), byte != slash, byte != greater {
      position += 1
    }
    var tag = Array(source[start..<min(position, start + 100)])
    let (isClosed, isData) = copyAttributes(to: &tag)
    tags += 1
    switch name {
    case "script", "style", "noscript", "template", "svg", "noembed", "noframes", "iframe":
      if isClosed, name == "svg" { return }
      let content = rawContent(of: name)
      guard isData, name == "script" else { return }
      output += tag + source[content] + Array("</script>".utf8)
      return
    case "textarea", "title", "xmp", "plaintext":
      output += tag
      return
    default: break
    }
    if Self.formats.contains(name) {
      formatting += 1
      if formatting > limits.formatting { return }
    } else if counts(name), !isClosed {
      if depth >= limits.depth { dropped += 1; return }
      depth += 1
    }
    output += tag
  }

  /// Copies what may stay of the attributes and goes behind the tag's end.
  ///
  /// - Returns: whether the tag closes itself, and whether it is a script that holds data.
  private mutating func copyAttributes(to tag: inout [UInt8]) -> (isClosed: Bool, isData: Bool) {
    var count = 0
    var isData = false
    var isClosed = false
    while let byte = byte(at: position) {
      if byte == greater { position += 1; break }
      if byte == slash || isBlank(byte) {
        isClosed = byte == slash
        position += 1
        continue
      }
      isClosed = false
      let start = position
      position += 1
      while let byte = self.byte(at: position), byte != equals, byte != greater, byte != slash,
        !isBlank(byte)
      { position += 1 }
      let value = attributeValue()
      count += 1
      guard count <= limits.attributes, position - start <= limits.value else { continue }
      if !value.isEmpty, isPicture(value) { continue }
      if isDataType(value) { isData = true }
      tag.append(0x20)
      for byte in source[start..<position] where byte != 0 { tag.append(byte) }
    }
    // A tag that never ends is no tag.
    if isClosed { tag.append(slash) }
    tag.append(greater)
    return (isClosed, isData)
  }

  /// Where an attribute's value stands, without its marks; empty where it has none.
  private mutating func attributeValue() -> Range<Int> {
    var next = position
    while let byte = byte(at: next), isBlank(byte) { next += 1 }
    guard byte(at: next) == equals else { return position..<position }
    next += 1
    while let byte = byte(at: next), isBlank(byte) { next += 1 }
    guard let mark = byte(at: next), mark == 0x22 || mark == 0x27 else {
      let start = next
      while let byte = byte(at: next), !isBlank(byte), byte != greater { next += 1 }
      position = next
      return start..<next
    }
    next += 1
    let start = next
    while next < source.count, source[next] != mark { next += 1 }
    position = min(next + 1, source.count)
    return start..<next
  }

  /// `data:image/png;base64,…`: a picture, a font or a film that a saved page has inside.
  private func isPicture(_ value: Range<Int>) -> Bool {
    value.count > 200 && starts(with: "data:", at: value.lowerBound)
  }

  private func isDataType(_ value: Range<Int>) -> Bool {
    value.count >= 19 && starts(with: "application/ld+json", at: value.lowerBound)
  }

  /// Goes behind the end tag of an element whose content is no markup.
  private mutating func rawContent(of name: String) -> Range<Int> {
    let start = position
    var isEscaped = false
    var isNested = false
    while position < source.count {
      if name == "script" {
        if starts(with: "<!--") { isEscaped = true }
        if isEscaped, starts(with: "-->") { (isEscaped, isNested) = (false, false) }
        if isEscaped, starts(with: "<script") { isNested = true }
      }
      if starts(with: "</"), starts(with: name, at: position + 2) {
        let end = position
        position += 2 + name.utf8.count
        if isNested { isNested = false; continue }
        while position < source.count, source[position] != greater { position += 1 }
        position = min(position + 1, source.count)
        return start..<end
      }
      position += 1
      while position < source.count, source[position] != less,
        source[position] != hyphen || !isEscaped
      { position += 1 }
    }
    return start..<position
  }
}

// MARK: - Elements and bytes

extension MarkupGuard {
  /// Whether an element stands open until it is closed.
  private func counts(_ name: String) -> Bool { !Self.endsByItself.contains(name) }

  /// Void elements, and those that the next one of their kind closes.
  private static let endsByItself: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option",
    "optgroup", "html", "head", "body", "script", "style", "noscript", "template", "svg", "iframe",
    "textarea", "title",
  ]

  private static let formats: Set<String> = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
  ]

  private func name(at start: Int) -> String {
    var end = start
    while end < source.count, end - start < 40,
      isLetter(source[end]) || isDigit(source[end]) || source[end] == hyphen
    {
      end += 1
    }
    return String(decoding: source[start..<end].map { $0 | 0x20 }, as: UTF8.self)
  }

  private func byte(at index: Int) -> UInt8? { index < source.count ? source[index] : nil }

  /// Whether these letters stand there, in either case.
  private func starts(with text: StaticString, at start: Int? = nil) -> Bool {
    text.withUTF8Buffer { starts(with: $0, at: start ?? position) }
  }

  private func starts(with text: String, at start: Int) -> Bool {
    var text = text
    return text.withUTF8 { starts(with: $0, at: start) }
  }

  private func starts(with text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start + text.count <= source.count else { return false }
    for index in 0..<text.count {
      let byte = source[start + index]
      if (isLetter(byte) ? byte | 0x20 : byte) != text[index] { return false }
    }
    return true
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return small >= 0x61 && small <= 0x7A
  }
  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C
  }
  private var less: UInt8 { 0x3C }
  private var greater: UInt8 { 0x3E }
  private var slash: UInt8 { 0x2F }
  private var bang: UInt8 { 0x21 }
  private var question: UInt8 { 0x3F }
  private var hyphen: UInt8 { 0x2D }
  private var equals: UInt8 { 0x3D }
}
