import CXml2

/// A well-formed feed, read by libxml2: nothing is fetched, no entity is known, and nesting and texts have their limits.
///
/// It goes to the end or to the first mistake; then what was read counts for nothing.
final class StrictFeed {
  private let builder: FeedBuilder
  private var declared: [(name: String, value: String)] = []

  private init(_ builder: FeedBuilder) { self.builder = builder }

  /// Reads a feed.
  ///
  /// - Returns: whether it was well formed to its end.
  static func read(_ text: String, into builder: FeedBuilder) -> Bool {
    let feed = StrictFeed(builder)
    var handler = xmlSAXHandler()
    handler.initialized = 0xDEED_BEAF
    handler.startElementNs = {
      context, name, prefix, uri, count, namespaces, attributes, _, values in
      StrictFeed.from(context).begin(
        name, uri, StrictFeed.pairs(namespaces, count),
        StrictFeed.attributes(values, attributes))
    }
    handler.endElementNs = { context, name, _, uri in
      StrictFeed.from(context).end(name, uri)
    }
    handler.characters = { context, letters, count in StrictFeed.from(context).words(letters, count)
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.serror = { _, _ in }
    let bytes = Array(text.utf8)
    guard !hasEndlessTag(bytes) else { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { letters in
        guard
          let parser = xmlCreatePushParserCtxt(
            &handler, Unmanaged.passUnretained(feed).toOpaque(), nil, 0, nil)
        else { return false }
        defer { xmlFreeParserCtxt(parser) }
        xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
        let result = xmlParseChunk(parser, letters.baseAddress, Int32(letters.count), 1)
        if let document = parser.pointee.myDoc { xmlFreeDoc(document) }
        return result == 0 && parser.pointee.wellFormed == 1
          && parser.pointee.errNo != Int32(XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue)
      }
    }
  }

  /// Whether a tag has far more attributes than any element: libxml2 compares each with all the others.
  private static func hasEndlessTag(_ bytes: [UInt8]) -> Bool {
    var isInTag = false
    var quote: UInt8?
    var count = 0
    for (index, byte) in bytes.enumerated() {
      if byte == 0x3C {
        // None stands within a value, so that whatever was open has ended here.
        isInTag = index + 1 < bytes.count && (bytes[index + 1].isWord || bytes[index + 1] == 0x3A)
        (quote, count) = (nil, 0)
      } else if !isInTag {
        continue
      } else if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
        count += 1
        if count > 5 * FeedAttributes.most { return true }
      } else if byte == 0x3E {
        isInTag = false
      }
    }
    return false
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> StrictFeed {
    guard let context else { preconditionFailure("libxml2 lost its reader") }
    return Unmanaged<StrictFeed>.fromOpaque(context).takeUnretainedValue()
  }
}

// MARK: - What libxml2 tells

extension StrictFeed {
  private typealias Letters = UnsafePointer<xmlChar>

  private struct Attribute {
    var name: String
    var prefix: String?
    var namespace: String?
    var value: String
  }

  private static func string(_ letters: Letters?) -> String? {
    letters.map { String(cString: $0) }
  }

  private static func pairs(
    _ letters: UnsafeMutablePointer<Letters?>?, _ count: Int32
  ) -> [(prefix: String?, uri: String)] {
    (0..<Int(count)).map { index in
      (string(letters?[2 * index]), string(letters?[2 * index + 1]) ?? "")
    }
  }

  private static func attributes(
    _ letters: UnsafeMutablePointer<Letters?>?, _ count: Int32
  ) -> [Attribute] {
    (0..<min(Int(count), FeedAttributes.most)).compactMap { index in
      guard let letters, let start = letters[5 * index + 3], let end = letters[5 * index + 4]
      else { return nil }
      return Attribute(
        name: string(letters[5 * index]) ?? "", prefix: string(letters[5 * index + 1]),
        namespace: string(letters[5 * index + 2]),
        value: String(
          decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self))
    }
  }

  private func begin(
    _ name: Letters?, _ uri: Letters?, _ namespaces: [(prefix: String?, uri: String)],
    _ attributes: [Attribute]
  ) {
    for (prefix, uri) in namespaces where !uri.isEmpty {
      builder.track(prefix: prefix, uri: uri)
      if let prefix, uri == "http://www.w3.org/1999/xlink" {
        declared.append(("xmlns:\(prefix)", uri))
      }
    }
    let namespace = Self.string(uri)
    let name = (Self.string(name) ?? "").lowercased()
    var known = FeedAttributes(declared)
    declared = []
    if name == "math", namespace == "http://www.w3.org/1998/Math/MathML" {
      known["xmlns"] = namespace
    }
    if name == "svg", namespace == "http://www.w3.org/2000/svg" { known["xmlns"] = namespace }
    for attribute in attributes {
      let prefix = builder.words.prefixes[(attribute.namespace ?? "").lowercased()] ?? ""
      let name = attribute.name.lowercased()
      known[prefix.isEmpty ? name : "\(prefix):\(name)"] = attribute.value
    }
    for attribute in attributes {
      let prefix = attribute.prefix.map { "\($0.lowercased()):" } ?? ""
      known[prefix + attribute.name.lowercased()] = attribute.value
    }
    builder.begin(prefixed(name, namespace), known)
  }

  private func end(_ name: Letters?, _ uri: Letters?) {
    builder.end(prefixed((Self.string(name) ?? "").lowercased(), Self.string(uri)))
  }

  private func words(_ letters: Letters?, _ count: Int32) {
    let buffer = UnsafeBufferPointer(start: letters, count: Int(count))
    builder.text(String(decoding: buffer, as: UTF8.self), isMarkup: false)
  }

  private func prefixed(_ name: String, _ namespace: String?) -> String {
    var lower = (namespace ?? "").lowercased()
    if lower.contains("backend.userland.com/rss") { lower = "http://backend.userland.com/rss" }
    if let prefix = builder.words.prefixes[lower], !prefix.isEmpty {
      return "\(prefix.lowercased()):\(name)"
    }
    guard builder.words.prefixes[lower] == nil, let namespace,
      let prefix = builder.prefix(of: namespace)
    else { return name }
    return "\(prefix):\(name)".lowercased()
  }
}
