import Foundation
import HearsayFetching

/// What a page says of itself in its head, as it stands there.
struct PageHead {
  /// What `meta` elements say, by name, property or itemprop in small letters, in their order.
  private(set) var metas: [String: [String]] = [:]
  /// The objects of all JSON-LD, graphs and lists opened up.
  private(set) var objects: [JSONValue] = []

  /// The names of people and organisations that other objects mention by a mark, by that mark.
  private(set) var named: [String: String] = [:]

  /// The page as it came, for what stands in none of its elements.
  private let source: [UInt8]

  /// What a page says.
  ///
  /// - Parameters:
  ///   - tree: its elements.
  ///   - source: its bytes, programs and all.
  init(_ tree: PageTree, source: [UInt8] = []) {
    self.source = source
    for node in tree.elements(.meta) {
      guard let content = tree.value(.content, of: node)?.tidy, !content.isEmpty else { continue }
      for attribute in [PageTree.Attribute.property, .name, .itemprop] {
        for name in (tree.value(attribute, of: node) ?? "").lowercased().split(separator: " ") {
          metas[String(name), default: []].append(content)
        }
      }
    }
    for node in tree.elements(.script)
    where tree.value(.type, of: node)?.lowercased().contains("ld+json") == true {
      if let value = Self.json(tree.text(of: node)) { open(value, depth: 0) }
    }
    for object in objects {
      guard let mark = object["@id"]?.string, let name = object["name"]?.string?.tidy else {
        continue
      }
      named[mark] = name
    }
  }

  /// The first that a `meta` of one of these names says.
  func meta(_ names: [String]) -> String? {
    names.lazy.compactMap { metas[$0]?.first }.first
  }
}

// MARK: - Who may read it

extension PageHead {
  /// Whether the page says that it is not for everybody.
  func isForSubscribers(_ names: FactNames) -> Bool {
    let isLocked = names.access.contains { name in
      metas[name]?.contains { names.locked.contains($0.lowercased()) } == true
    }
    return isLocked
      || objects.contains { object in
        names.types.contains { object.types.contains($0) }
          && object["isAccessibleForFree"].map { value in
            value == .number(0) || value.string?.lowercased() == "false"
          } == true
      }
  }
}

extension Page {
  /// Whether it has no more than a sentence or two: a longer beginning is worth reading.
  var isStub: Bool {
    paragraphs.filter { $0.kind != .caption }.reduce(0) { $0 + $1.text.utf8.count } < 250
  }
}

// MARK: - JSON-LD

extension PageHead {
  /// JSON as pages have it: with line ends inside strings, in comments or sections of characters, with a semicolon behind it.
  static func json(_ text: String) -> JSONValue? {
    json(Array(text.utf8))
  }

  /// The same of bytes.
  static func json(_ text: [UInt8]) -> JSONValue? {
    var bytes = text.map { $0 < 0x20 ? 0x20 : $0 }
    // "[CDATA[" opens no list, and "]]" before an angle closes none.
    let section = Array("<![CDATA[".utf8)
    if let start = bytes.prefix(200).firstRange(of: section)?.upperBound {
      bytes.removeFirst(start)
    }
    if let end = bytes.suffix(200).firstRange(of: Array("]]>".utf8))?.lowerBound {
      bytes.removeSubrange(end...)
    }
    let begins: Set<UInt8> = [0x7B, 0x5B]
    let ends: Set<UInt8> = [0x7D, 0x5D]
    guard let start = bytes.firstIndex(where: begins.contains),
      let end = bytes.lastIndex(where: ends.contains), start < end
    else { return nil }
    bytes = Array(bytes[start...end])
    guard bytes.count < 2 << 20, depth(of: bytes) < 100 else { return nil }
    let data = Data(bytes)
    return (try? JSONSerialization.jsonObject(with: data)).flatMap {
      JSONValue(plain: $0, depth: 0)
    }
  }

  private static func depth(of bytes: [UInt8]) -> Int {
    var depth = 0
    var most = 0
    for byte in bytes {
      if byte == 0x7B || byte == 0x5B { depth += 1 }
      if byte == 0x7D || byte == 0x5D { depth -= 1 }
      most = max(most, depth)
    }
    return most
  }

  private mutating func open(_ value: JSONValue, depth: Int) {
    guard depth < 6, objects.count < 500 else { return }
    switch value {
    case .array(let values): for value in values { open(value, depth: depth + 1) }
    case .object(let object):
      objects.append(value)
      for key in ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"] {
        if let inner = object[key] { open(inner, depth: depth + 1) }
      }
    default: break
    }
  }
}

extension JSONValue {
  /// The value that Foundation's reader made of JSON.
  fileprivate init?(plain value: Any, depth: Int) {
    switch value {
    case let string as String: self = .string(string)
    case let array as [Any]:
      self = .array(array.compactMap { JSONValue(plain: $0, depth: depth + 1) })
    case let object as [String: Any]:
      self = .object(object.compactMapValues { JSONValue(plain: $0, depth: depth + 1) })
    case let number as NSNumber: self = .number(number.doubleValue)
    default: self = .null
    }
  }

  /// The types of an object, in small letters.
  var types: [String] {
    let values = self["@type"].map { $0.array ?? [$0] } ?? []
    return values.compactMap(\.string).map { name in
      (name.split(separator: "/").last.map(String.init) ?? name).lowercased()
    }
  }
}

extension String {
  /// Entities read, tags taken out, blanks collapsed.
  var tidy: String {
    var text = self
    if text.contains("&") || text.contains("<") {
      let tree = PageTree(MarkupGuard.harmless(Array(text.utf8)))
      text = tree.text(of: 0)
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

// MARK: - Programs

extension PageHead {
  /// What programs on the page, or attributes of its elements, keep under one of these names, the first name first.
  ///
  /// - Parameters:
  ///   - names: in small letters.
  ///   - isMeant: whether a value may be what is looked for.
  func scriptValue(_ names: [String], where isMeant: (String) -> Bool) -> String? {
    var found: [String: String] = [:]
    var index = 0
    while index < source.count {
      let start = index
      while index < source.count, Self.isOfName(source[index]) { index += 1 }
      if index - start > 4, index - start < 30 {
        let word = String(decoding: source[start..<index].map(Self.small), as: UTF8.self)
        if names.contains(word), found[word] == nil, let value = value(after: index), isMeant(value)
        {
          found[word] = value
        }
      }
      index += 1
    }
    return names.lazy.compactMap { found[$0] }.first
  }

  /// The value behind `":"`, however its marks are written, as far as the next mark.
  private func value(after start: Int) -> String? {
    var rest = source[start...].prefix(120)
    var marks = 0
    var mark: UInt8 = 0x22
    var hasColon = false
    while let byte = rest.first {
      if rest.starts(with: Array("&quot;".utf8)) {
        marks += 1
        rest = rest.dropFirst(6)
      } else if byte == 0x22 || byte == 0x27 {
        marks += 1
        mark = byte
        rest = rest.dropFirst()
      } else if byte == 0x3A {
        hasColon = true
        rest = rest.dropFirst()
      } else if byte == 0x5C || byte == 0x20 {
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    let value = rest.prefix { $0 >= 0x20 && $0 != mark && !"\"\\&<".utf8.contains($0) }
    guard hasColon, marks >= 1, marks <= 3, value.count > 3, value.count < 80 else { return nil }
    return String(decoding: value, as: UTF8.self)
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return small >= 0x61 && small <= 0x7A || byte == 0x5F
  }

  /// The data that programs on the page are given: scripts that hold JSON and nothing else.
  var scriptData: [JSONValue] {
    let (opening, closing) = (Array("application/json".utf8), Array("</script".utf8))
    var values: [JSONValue] = []
    var rest = source[...]
    var size = 0
    while values.count < 20, size < 4 << 20, let found = rest.firstRange(of: opening) {
      rest = rest[found.upperBound...]
      guard let start = rest.firstIndex(of: 0x3E),
        let end = rest.firstRange(of: closing)?.lowerBound,
        start < end
      else { break }
      size += end - start
      if let value = Self.json(Array(rest[rest.index(after: start)..<end])) { values.append(value) }
      rest = rest[end...]
    }
    return values
  }
}
