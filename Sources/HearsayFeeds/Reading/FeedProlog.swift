/// What stands before the first element of a feed, made harmless.
///
/// A document type can make a reader fetch files, or name the same word a billion times. It is taken out; names for a
/// single text are kept, and written out where they stand.
struct FeedProlog {
  /// The feed without it.
  var text: String
  /// Whether it said to be the RSS of Netscape.
  var isNetscape = false
  /// Names for texts that were declared.
  var entities: [String: String] = [:]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    guard
      let start = bytes.indices.first(where: {
        bytes[$0] == 0x3C && $0 + 1 < bytes.count && bytes[$0 + 1].isWord
      })
    else {
      self.text = text
      return
    }
    var head: [UInt8] = []
    var declared: [String: String] = [:]
    var types: [ArraySlice<UInt8>] = []
    var index = 0
    while index < start {
      if let end = Self.declaration("<!ENTITY", in: bytes, at: index, before: start) {
        if let (name, value) = Self.entity(in: Array(bytes[(index + 8)..<end])) {
          declared[name] = value
        }
        index = end + 1
      } else if bytes.has("<!DOCTYPE", at: index) {
        let end = Self.endOfType(in: bytes, from: index, before: start)
        types.append(bytes[index..<end])
        // What is declared within it is read next, and left out where it stands.
        declared.merge(Self.entities(within: bytes[index..<end])) { first, _ in first }
        index = end
      } else {
        head.append(bytes[index])
        index += 1
      }
    }
    isNetscape = types.first?.string.lowercased().contains("netscape") ?? false
    if types.count == 1 { entities = declared }
    self.text = String(decoding: head + bytes[start...], as: UTF8.self)
  }

  private static func declaration(
    _ opening: StaticString, in bytes: [UInt8], at index: Int, before limit: Int
  ) -> Int? {
    guard bytes.has(opening, at: index) else { return nil }
    return bytes[index..<limit].firstIndex(of: 0x3E)
  }

  /// After the `>` of a document type, past the brackets in it.
  private static func endOfType(in bytes: [UInt8], from index: Int, before limit: Int) -> Int {
    var place = index
    var isInside = false
    while place < limit {
      if bytes[place] == 0x5B { isInside = true }
      if bytes[place] == 0x5D { isInside = false }
      place += 1
      if bytes[place - 1] == 0x3E, !isInside { return place }
    }
    return limit
  }

  private static func entities(within type: ArraySlice<UInt8>) -> [String: String] {
    let bytes = Array(type)
    var found: [String: String] = [:]
    var index = 0
    while let start = bytes.firstIndex(of: "<!ENTITY", from: index) {
      let end = bytes[start...].firstIndex(of: 0x3E) ?? bytes.count
      if let (name, value) = entity(in: Array(bytes[(start + 8)..<end])) { found[name] = value }
      index = end
    }
    return found
  }

  /// ` name "text"`, where the text names nothing but perhaps one character by its number.
  private static func entity(in bytes: [UInt8]) -> (name: String, value: String)? {
    let start = bytes.end(of: \.isSpace, from: 0)
    let end = bytes.end(of: \.isWord, from: start)
    let quote = bytes.end(of: \.isSpace, from: end)
    guard start > 0, end > start, quote > end, quote < bytes.count, bytes[quote] == 0x22,
      let close = bytes[(quote + 1)...].firstIndex(of: 0x22)
    else { return nil }
    let value = bytes[(quote + 1)..<close]
    if value.contains(0x26) {
      guard value.starts(with: [0x26, 0x23]), value.last == 0x3B,
        value.dropFirst(2).dropLast().allSatisfy(\.isWord)
      else { return nil }
    }
    return (bytes[start..<end].string, value.string)
  }

  /// The feed with declared names written out, but for those within `<![CDATA[`.
  var expanded: String {
    guard !entities.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes.has("<![CDATA[", at: index) {
        let end = bytes.firstIndex(of: "]]>", from: index) ?? bytes.count
        result += bytes[index..<end]
        index = end
        continue
      }
      if bytes[index] == 0x26 {
        let end = bytes.end(of: \.isWord, from: index + 1)
        if end < bytes.count, bytes[end] == 0x3B,
          let value = entities[bytes[(index + 1)..<end].string]
        {
          result += value.utf8
          index = end + 1
          continue
        }
      }
      if index < bytes.count {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
