import Foundation

// What stands in an element: taken in, cleaned, and put under its name.
extension FeedBuilder {
  func push(_ name: String, isKept: Bool) { open.append(Open(name: name, isKept: isKept)) }

  /// An element with words begins, which say of themselves what they are.
  func pushContent(_ name: String, _ attributes: FeedAttributes, type: String, isKept: Bool = true)
  {
    isIn.content += 1
    language = language?.replacing("_", by: "-")
    content = ContentKind(
      type: Self.mimeType(attributes["type"] ?? type), language: language, base: base)
    content.isBase64 = isBase64(attributes)
    push(name, isKept: isKept)
  }

  @discardableResult
  func popContent(_ name: String) -> String? {
    let value = pop(name)
    isIn.content -= 1
    content = ContentKind()
    return value
  }

  /// "text/html" for "html".
  static func mimeType(_ type: String) -> String {
    switch type.lowercased() {
    case "text", "plain": "text/plain"
    case "html": "text/html"
    case "xhtml": xhtml
    case let other: other
    }
  }

  private func isBase64(_ attributes: FeedAttributes) -> Bool {
    if attributes["mode"] == "base64" { return true }
    let type = content.type ?? ""
    return !(type.hasPrefix("text/") || type.hasSuffix("+xml") || type.hasSuffix("/xml"))
  }

  static let canBeRelative: Set<String> = [
    "comments", "docs", "href", "icon", "id", "link", "logo", "url", "wfw_comment",
    "wfw_commentrss",
  ]
  /// Elements in which there may be HTML.
  static let canBeHTML: Set<String> = [
    "content", "copyright", "description", "info", "rights", "subtitle", "summary", "tagline",
    "title",
  ]

  /// An element ends: what stood in it is cleaned and kept.
  ///
  /// - Returns: what stood in it; `nil` where it is not the one that is open.
  @discardableResult
  func pop(_ name: String, strips: Bool = true) -> String? {
    guard open.last?.name == name, let element = open.popLast() else { return nil }
    var output = unwrapped(element.pieces).joined()
    if strips { output = output.stripped }
    guard element.isKept else { return output }
    if content.isBase64 { output = Self.decoded(output) }
    if Self.canBeRelative.contains(name), !output.isEmpty, name != "id" || idIsLink {
      output = WebReference.joined(base, output)
    }
    if !content.isBase64, !isWellFormed { output = withoutEscapes(output) }
    if !version.hasPrefix("atom"), content.type == "text/plain", looksLikeHTML(output) {
      content.type = "text/html"
    }
    content.isBase64 = false
    if Self.canBeHTML.contains(name) { output = cleaned(output) }
    output = Windows1252.letters(in: Self.repaired(output))
    if ["category", "tags", "itunes_keywords"].contains(name) { return output }
    if name == "title", titleDepth > -1, titleDepth <= depth { return output }
    keep(output, as: name)
    return output
  }

  /// Without the `<div>` that Atom puts around XHTML.
  private func unwrapped(_ pieces: [String]) -> [String] {
    guard version == "atom10", content.type == Self.xhtml else { return pieces }
    var pieces = pieces[...]
    while pieces.count > 1, pieces.last?.stripped.isEmpty == true { pieces.removeLast() }
    while pieces.count > 1, pieces.first?.stripped.isEmpty == true { pieces.removeFirst() }
    guard let first = pieces.first, first == "<div>" || first.hasPrefix("<div "),
      pieces.last == "</div>"
    else { return Array(pieces) }
    var depth = 0
    for piece in pieces.dropLast() {
      if piece.hasPrefix("</") {
        depth -= 1
        if depth == 0 { return Array(pieces) }
      } else if piece.hasPrefix("<"), !piece.hasSuffix("/>") {
        depth += 1
      }
    }
    return Array(pieces.dropFirst().dropLast())
  }

  private static func decoded(_ output: String) -> String {
    guard let data = Data(base64Encoded: output, options: .ignoreUnknownCharacters) else {
      return output
    }
    return String(validating: data, as: UTF8.self) ?? output
  }

  /// In a feed that is not well formed, escapes are still what they were.
  private func withoutEscapes(_ output: String) -> String {
    guard output.utf8.contains(0x26) else { return output }
    var output = output
    for (code, name) in [
      ("&#60;", "&lt;"), ("&#x3c;", "&lt;"), ("&#x3C;", "&lt;"), ("&#62;", "&gt;"),
      ("&#x3e;", "&gt;"), ("&#x3E;", "&gt;"), ("&#38;", "&amp;"), ("&#x26;", "&amp;"),
      ("&#34;", "&quot;"), ("&#x22;", "&quot;"), ("&#39;", "&apos;"), ("&#x27;", "&apos;"),
    ] {
      output = output.replacing(code, by: name)
    }
    guard let type = content.type, !type.hasSuffix("xml") else { return output }
    for (name, letter) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&apos;", "'"),
      ("&#x2f;", "/"), ("&#x2F;", "/"),
    ] {
      output = output.replacing(name, by: letter)
    }
    return output
  }

  /// HTML with whole addresses, and without what could do harm.
  private func cleaned(_ output: String) -> String {
    let type = content.type ?? "text/html"
    guard [Self.xhtml, "text/html"].contains(Self.mimeType(type)) else { return output }
    let resolved = AddressResolver(words, type: type, base: base).rewritten(output)
    return HTMLSanitizer.sanitized(resolved, type: type, words: words)
  }

  /// UTF-8 that somebody took for Latin-1 and encoded again.
  private static func repaired(_ output: String) -> String {
    guard output.utf8.contains(where: { $0 >= 0x80 }) else { return output }
    var bytes: [UInt8] = []
    for scalar in output.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) else { return output }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self) ?? output
  }
}

// MARK: - Keeping

extension FeedBuilder {
  private func keep(_ output: String, as name: String) {
    if isIn.entry, !isIn.source, let entry = entries.last {
      keep(output, as: name, in: entry)
    } else if isIn.feed || isIn.source {
      let context = self.context
      let name = name == "description" ? "subtitle" : name
      if name != "link" { context[name] = .string(output) }
      if name == "link" {
        keepLink(Self.withoutLooseEntities(output), in: context)
      } else if isIn.content > 0 {
        context[name + "_detail"] = content.detail(output)
      }
    }
  }

  private func keep(_ output: String, as name: String, in entry: FeedRecord) {
    switch name {
    case "content":
      if case .record(let detail) = content.detail(output) { entry.append(detail, to: name) }
    case "link":
      guard !isIn.image else { return }
      keepLink(Self.withoutLooseEntities(output.replacing("&amp;", by: "&")), in: entry)
    default:
      let name = name == "description" ? "summary" : name
      if depth <= entry.depths[name] ?? depth {
        entry.depths[name] = depth
        entry[name] = .string(output)
      }
      if isIn.content > 0 { entry[name + "_detail"] = content.detail(output) }
    }
  }

  /// An address in words: it is the article's only where nothing else is said of it.
  private func keepLink(_ address: String, in context: FeedRecord) {
    let link = context.list("links").last
    if link?.string("rel") ?? "alternate" == "alternate" { context["link"] = .string(address) }
    if !address.isEmpty { link?["href"] = .string(address) }
  }

  /// In addresses `&b;` is `&b`: somebody took it for the name of a character.
  private static func withoutLooseEntities(_ address: String) -> String {
    let bytes = Array(address.utf8)
    guard bytes.contains(0x26) else { return address }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let end = bytes.end(
        of: { $0.isLetter || $0.isDigit || $0 == 0x5F }, from: index + 1)
      if bytes[index] == 0x26, end > index + 1, end < bytes.count, bytes[end] == 0x3B {
        result += bytes[index..<end]
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

// MARK: - Guessing

extension FeedBuilder {
  /// Whether what should be plain text has tags or names of characters, and only known ones.
  private func looksLikeHTML(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var hasSign = false
    for index in bytes.indices where bytes[index] == 0x3C || bytes[index] == 0x26 {
      let isTag = bytes[index] == 0x3C
      let isEnd = isTag && bytes.has("</", at: index)
      let isNumber = !isTag && bytes.has("&#", at: index)
      let start = index + (isEnd || isNumber ? 2 : 1)
      let end = bytes.end(of: \.isWord, from: start)
      guard end > start else { continue }
      let name = bytes[start..<end].string
      let isClosed = end < bytes.count && bytes[end] == (isTag ? 0x3E : 0x3B)
      if isTag {
        guard words.elements.contains(name.lowercased()) else { return false }
        if isEnd, isClosed { hasSign = true }
      } else if isClosed {
        guard isNumber || HTMLEntity.character(named: name) != nil, name != "apos" else {
          return false
        }
        hasSign = true
      }
    }
    return hasSign
  }
}
