/// A feed that is not well formed, read all the same.
final class LooseFeed: MarkupReader {
  private let builder: FeedBuilder
  private let entities: [String: String]

  private init(_ builder: FeedBuilder, entities: [String: String]) {
    self.builder = builder
    self.entities = entities
  }

  /// Reads what can be read of a feed.
  static func read(_ prolog: FeedProlog, into builder: FeedBuilder) {
    var markup = LooseMarkup(
      LooseFeed(builder, entities: prolog.entities), isXHTML: true, endless: builder.words.endless)
    markup.read(prolog.text)
  }

  func begin(_ name: String, _ attributes: [(name: String, value: String)]) {
    builder.begin(
      name, FeedAttributes(attributes.map { ($0.name, $0.value.replacing("&amp;", by: "&")) }))
  }

  func end(_ name: String) { builder.end(name) }

  func text(_ text: String) { builder.text(text, isMarkup: false) }

  /// The characters that would be markup are left as numbers.
  private static let marks: Set<String> = [
    "34", "38", "39", "60", "62", "x22", "x26", "x27", "x3c", "x3e",
  ]

  func character(_ number: String) {
    let number = number.lowercased()
    guard !Self.marks.contains(number) else { return builder.append("&#\(number);") }
    let value = number.hasPrefix("x") ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
    builder.append(String(value.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"))
  }

  func entity(_ name: String) {
    if ["lt", "gt", "quot", "amp", "apos"].contains(name) {
      builder.append("&\(name);")
    } else if let text = entities[name] {
      builder.append(text)
    } else {
      builder.append(HTMLEntity.character(named: name).map { String($0) } ?? "&\(name);")
    }
  }

  func skipDeclaration(in bytes: [UInt8], at index: Int) -> Int? {
    guard bytes.has("<![CDATA[", at: index) else {
      return bytes[index...].firstIndex(of: 0x3E).map { $0 + 1 }
    }
    guard let end = bytes.firstIndex(of: "]]>", from: index) else { return bytes.count }
    builder.append(XMLText.escaped(bytes[(index + 9)..<end].string))
    return end + 3
  }
}

/// Words as XML writes them.
enum XMLText {
  static func escaped(_ text: String) -> String {
    text.replacing("&", by: "&amp;").replacing("<", by: "&lt;").replacing(">", by: "&gt;")
  }
}
