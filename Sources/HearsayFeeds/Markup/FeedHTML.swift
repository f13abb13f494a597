/// HTML in a feed, written anew: with addresses made whole, or without what could do harm.
///
/// What it keeps, and how it writes it, is what feedparser (BSD-2-Clause) does, so that a feed says here what it says
/// in other readers.
class FeedHTML: MarkupReader {
  let words: FeedWords
  let isXHTML: Bool
  private var pieces: [String] = []

  init(_ words: FeedWords, type: String) {
    self.words = words
    isXHTML = type == "application/xhtml+xml"
  }

  /// The HTML anew.
  final func rewritten(_ html: String) -> String {
    var markup = LooseMarkup(self, isXHTML: isXHTML, endless: words.endless)
    markup.read(html)
    return pieces.joined()
  }

  func begin(_ name: String, _ attributes: [(name: String, value: String)]) {
    write(name, attributes)
  }

  func end(_ name: String) {
    if !words.endless.contains(name) { pieces.append("</\(name)>") }
  }

  func text(_ text: String) { pieces.append(text) }

  func comment(_ text: String) { pieces.append("<!--\(text)-->") }

  func instruction(_ text: String) { pieces.append("<?\(text)>") }

  func declaration(_ text: String) { pieces.append("<!\(text)>") }

  final func character(_ number: String) {
    let number = number.lowercased()
    let value = number.hasPrefix("x") ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
    if let value, let letter = Windows1252.letter(value) {
      pieces.append("&#x\(String(letter.value, radix: 16));")
    } else {
      pieces.append("&#\(number);")
    }
  }

  final func entity(_ name: String) {
    let isKnown = name == "apos" || HTMLEntity.character(named: name) != nil
    pieces.append(isKnown ? "&\(name);" : "&amp;\(name)")
  }

  func skipDeclaration(in bytes: [UInt8], at index: Int) -> Int? {
    if bytes.has("<![", at: index) { return skipSection(in: bytes, at: index) }
    let marks = Set(" \t\r\n\"'=[]-_.:".utf8)
    let end = bytes.end(
      of: { $0.isLetter || $0.isDigit || marks.contains($0) || $0 == 0x2F }, from: index + 2)
    guard end < bytes.count, bytes[end] == 0x3E else {
      text("&lt;")
      return index + 1
    }
    declaration(bytes[(index + 2)..<end].string)
    return end + 1
  }

  /// `<![if …]>` and its like say nothing.
  private func skipSection(in bytes: [UInt8], at index: Int) -> Int? {
    let nameEnd = bytes.end(of: { $0.isLetter }, from: index + 3)
    let isOffice = ["if", "else", "endif"].contains(
      bytes[(index + 3)..<nameEnd].string.lowercased())
    let isMarked = ["temp", "cdata", "ignore", "include", "rcdata"].contains(
      bytes[(index + 3)..<nameEnd].string.lowercased())
    guard isOffice || isMarked else {
      text("&lt;")
      return index + 1
    }
    guard let end = bytes.firstIndex(of: isOffice ? "]>" : "]]>", from: nameEnd) else {
      return nil
    }
    return end + (isOffice ? 2 : 3)
  }

  func endOfOpenComment(in bytes: [UInt8], at index: Int) -> Int? { nil }

  /// Writes a tag.
  final func write(_ name: String, _ attributes: [(name: String, value: String)]) {
    let written = attributes.map { " \($0.name)=\"\(Self.escaped($0.value))\"" }.joined()
    pieces.append(
      words.endless.contains(name) ? "<\(name)\(written) />" : "<\(name)\(written)>")
  }

  /// Each name once, the last value counting; in order.
  final func sorted(
    _ attributes: [(name: String, value: String)]
  ) -> [(name: String, value: String)] {
    var values: [String: String] = [:]
    for (name, value) in attributes { values[name.lowercased()] = value }
    return values.map { name, value in
      (name, name == "rel" || name == "type" ? value.lowercased() : value)
    }.sorted { $0.name < $1.name }
  }

  private static func escaped(_ value: String) -> String {
    let value = value.replacing(">", by: "&gt;").replacing("<", by: "&lt;")
      .replacing("\"", by: "&quot;")
    guard value.utf8.contains(0x26) else { return value }
    let bytes = Array(value.utf8)
    var result: [UInt8] = []
    for index in bytes.indices {
      result.append(bytes[index])
      if bytes[index] == 0x26, !isReference(bytes, at: index) { result += "amp;".utf8 }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isReference(_ bytes: [UInt8], at index: Int) -> Bool {
    let start: Int
    let end: Int
    if bytes.has("&#x", at: index) {
      start = index + 3
      end = bytes.end(of: \.isHexDigit, from: start)
    } else if bytes.has("&#", at: index) {
      start = index + 2
      end = bytes.end(of: \.isDigit, from: start)
    } else {
      start = index + 1
      end = bytes.end(of: \.isWord, from: start)
    }
    return end > start && end < bytes.count && bytes[end] == 0x3B
  }
}

// MARK: - Whole addresses

/// Makes the addresses in HTML whole.
final class AddressResolver: FeedHTML {
  private let base: String

  init(_ words: FeedWords, type: String, base: String) {
    self.base = base
    super.init(words, type: type)
  }

  override func begin(_ name: String, _ attributes: [(name: String, value: String)]) {
    write(
      name,
      sorted(attributes).map { attribute in
        guard words.addresses.contains("\(name)/\(attribute.name)") else { return attribute }
        let whole = WebReference.safe(
          base, attribute.value.stripped, schemes: words.schemes)
        return (attribute.name, whole.isEmpty ? attribute.value : whole)
      })
  }
}

// MARK: - Without harm

/// Leaves out of HTML what is not known to be harmless.
final class HTMLSanitizer: FeedHTML {
  private let type: String
  /// How many elements are open whose words are left out.
  private var silent = 0
  private var drawings = 0
  private var formulas = 0

  override init(_ words: FeedWords, type: String) {
    self.type = type
    super.init(words, type: type)
  }

  private static let mathML = "http://www.w3.org/1998/Math/MathML"
  private static let svg = "http://www.w3.org/2000/svg"
  private static let xlink = "http://www.w3.org/1999/xlink"

  /// Harmless HTML.
  static func sanitized(_ html: String, type: String, words: FeedWords) -> String {
    HTMLSanitizer(words, type: type)
      .rewritten(html.replacing("<![CDATA[", by: "&lt;![CDATA[")).stripped
      .replacing("\r\n", by: "\n")
  }

  override func begin(_ name: String, _ attributes: [(name: String, value: String)]) {
    var (name, attributes) = (name, attributes)
    var kept = words.attributes
    var spelling: [String: String] = [:]
    if !words.elements.contains(name) || drawings > 0 {
      if words.silenced.contains(name) { silent += 1 }
      if type.hasSuffix("html"), (attributes.last { $0.name == "xmlns" }?.value ?? "").isEmpty {
        if name == "svg" { attributes.append(("xmlns", Self.svg)) }
        if name == "math" { attributes.append(("xmlns", Self.mathML)) }
      }
      if name == "math", attributes.contains(where: { $0 == ("xmlns", Self.mathML) }) {
        formulas += 1
      }
      if name == "svg", attributes.contains(where: { $0 == ("xmlns", Self.svg) }) { drawings += 1 }
      if formulas > 0, words.formulaElements.contains(name) {
        kept = words.formulaAttributes
      } else if drawings > 0, let written = words.drawingElements[name] {
        kept = Set(words.drawingAttributes.keys)
        spelling = words.drawingAttributes
        name = written
      } else if !words.elements.contains(name) {
        return
      }
    }
    if formulas + drawings > 0, attributes.contains(where: { $0.name.hasPrefix("xlink:") }),
      !attributes.contains(where: { $0 == ("xmlns:xlink", Self.xlink) })
    {
      attributes.append(("xmlns:xlink", Self.xlink))
    }
    write(name, sorted(attributes).compactMap { cleaned($0, keeping: kept, spelling: spelling) })
  }

  private func cleaned(
    _ attribute: (name: String, value: String), keeping kept: Set<String>,
    spelling: [String: String]
  ) -> (name: String, value: String)? {
    let (name, value) = attribute
    if name == "style", kept.contains("style") {
      let clean = StyleCleaner(words: words.style, inDrawing: drawings > 0).cleaned(value)
      return clean.isEmpty ? nil : (name, clean)
    }
    guard kept.contains(name) else { return nil }
    let written = spelling[name] ?? name
    return (
      written, written == "href" ? WebReference.safe(value, nil, schemes: words.schemes) : value
    )
  }

  override func end(_ name: String) {
    guard !words.elements.contains(name) else { return super.end(name) }
    if words.silenced.contains(name) { silent -= 1 }
    if formulas > 0, words.formulaElements.contains(name) {
      if name == "math" { formulas -= 1 }
      super.end(name)
    } else if drawings > 0, let written = words.drawingElements[name] {
      if name == "svg" { drawings -= 1 }
      super.end(written)
    }
  }

  override func text(_ text: String) {
    if silent == 0 { super.text(text) }
  }

  override func instruction(_ text: String) {}
  override func declaration(_ text: String) {}

  /// A comment that does not end may hide something: all up to the next end of one, or all.
  override func endOfOpenComment(in bytes: [UInt8], at index: Int) -> Int? {
    var dashes = bytes.firstIndex(of: "--", from: index + 4)
    while let found = dashes {
      if let close = bytes[(found + 2)...].firstIndex(of: 0x3E) { return close + 1 }
      dashes = bytes.firstIndex(of: "--", from: found + 1)
    }
    return bytes.count
  }
}
