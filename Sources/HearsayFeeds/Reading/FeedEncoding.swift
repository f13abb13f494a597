import Foundation

/// How the bytes of a feed stand for letters.
///
/// A feed says it in up to three places, which often disagree: the header, its first line, and its first bytes. They are
/// believed in the order that RFC 3023 gives them, as long as the bytes can be read that way.
struct FeedEncoding {
  /// The text, after a first line that speaks of UTF-8.
  var text: String
  /// What it was read as.
  var name: String
  /// Whether anything contradicted anything.
  var isOdd: Bool

  /// Reads bytes as text; `nil` where no encoding fits.
  ///
  /// - Parameter contentType: the header, where there was one.
  init?(_ bytes: [UInt8], contentType: String?) {
    let (mark, body) = Self.byteOrderMark(of: bytes)
    let stated = Self.statement(in: body, mark: mark)
    let header = ContentType(contentType ?? "")
    let first = Self.latest(of: header, stated: stated.nonEmpty ?? mark)
    isOdd = contentType != nil && !header.isXML
    var tried: Set<String> = []
    for proposed in [first, stated, mark, Self.guess(body), "utf-8", "windows-1252", "iso-8859-2"] {
      guard !proposed.isEmpty, tried.insert(proposed).inserted,
        let decoded = Iconv.text(of: body, in: proposed)
      else { continue }
      name = proposed
      isOdd = isOdd || proposed != first
      text = Self.withoutStatement(decoded)
      return
    }
    return nil
  }

  /// What the order of RFC 3023 says.
  private static func latest(of header: ContentType, stated: String) -> String {
    let name: String
    switch header.family {
    case .application: name = header.charset.nonEmpty ?? stated.nonEmpty ?? "utf-8"
    case .text: name = header.charset.nonEmpty ?? "us-ascii"
    case .none: name = stated.nonEmpty ?? "utf-8"
    }
    // The larger set of the two, which the smaller one is often mistaken for.
    return name.lowercased() == "gb2312" ? "gb18030" : name
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

// MARK: - The first bytes

extension FeedEncoding {
  private static func byteOrderMark(of bytes: [UInt8]) -> (name: String, body: [UInt8]) {
    func begins(_ mark: [UInt8]) -> Bool { bytes.starts(with: mark) }
    let isWide = bytes.count >= 4 && bytes[2] == 0 && bytes[3] == 0
    if begins([0, 0, 0xFE, 0xFF]) { return ("utf-32be", Array(bytes.dropFirst(4))) }
    if begins([0xFF, 0xFE, 0, 0]) { return ("utf-32le", Array(bytes.dropFirst(4))) }
    if begins([0xFE, 0xFF]), !isWide { return ("utf-16be", Array(bytes.dropFirst(2))) }
    if begins([0xFF, 0xFE]), !isWide { return ("utf-16le", Array(bytes.dropFirst(2))) }
    if begins([0xEF, 0xBB, 0xBF]) { return ("utf-8", Array(bytes.dropFirst(3))) }
    // `<?xm` as it looks in each.
    if begins([0x4C, 0x6F, 0xA7, 0x94]) { return ("cp037", bytes) }
    if begins([0, 0x3C, 0, 0x3F]) { return ("utf-16be", bytes) }
    if begins([0x3C, 0, 0x3F, 0]) { return ("utf-16le", bytes) }
    if begins([0, 0, 0, 0x3C]) { return ("utf-32be", bytes) }
    if begins([0x3C, 0, 0, 0]) { return ("utf-32le", bytes) }
    return ("", bytes)
  }

  /// Names that say how wide a letter is, but not in which order its bytes stand.
  private static let wide: Set<String> = [
    "u16", "utf-16", "utf16", "utf_16", "u32", "utf-32", "utf32", "utf_32", "iso-10646-ucs-2",
    "iso-10646-ucs-4", "csucs4", "csunicode", "ucs-2", "ucs-4",
  ]

  /// What the first line says.
  private static func statement(in body: [UInt8], mark: String) -> String {
    let opening: [UInt8]
    if mark.isEmpty || mark == "utf-8" {
      opening = Array(body.prefix(1024))
    } else {
      guard let text = Iconv.text(of: Array(body.prefix(2048 / 4 * 4)), in: mark) else { return "" }
      opening = Array(text.utf8)
    }
    guard opening.has("<?", at: 0) else { return "" }
    let line = opening[..<(opening.firstIndex(of: 0x0A) ?? opening.count)]
    let start = Array(line)
    guard let end = start.lastIndexOf("?>"),
      let found = start.lastValue(of: "encoding=", before: end)
    else { return "" }
    let name = found.lowercased()
    if !mark.isEmpty, wide.contains(name) { return mark }
    return name == "gb2312" ? "gb18030" : name
  }

  private static func withoutStatement(_ text: String) -> String {
    let declaration = "<?xml version='1.0' encoding='utf-8'?>"
    guard text.hasPrefix("<?xml"), let end = text.utf8.firstIndex(of: 0x3E) else {
      return declaration + "\n" + text
    }
    return declaration + text[text.utf8.index(after: end)...]
  }

  /// What the bytes look like where nothing that was said of them holds.
  private static func guess(_ body: [UInt8]) -> String { EncodingGuess(body).name }
}

extension [UInt8] {
  fileprivate func lastIndexOf(_ needle: StaticString) -> Int? {
    indices.reversed().first { has(needle, at: $0) }
  }

  /// The value in quotation marks after the last such name.
  fileprivate func lastValue(of name: StaticString, before end: Int) -> String? {
    for index in self[..<end].indices.reversed() where has(name, at: index) {
      let start = index + name.utf8CodeUnitCount
      guard start < end, self[start] == 0x22 || self[start] == 0x27 else { continue }
      let close = self.end(of: { $0 != 0x22 && $0 != 0x27 }, from: start + 1)
      if close < end { return self[(start + 1)..<close].string }
    }
    return nil
  }
}

/// The header that says what something is.
struct ContentType {
  /// "text/html", in small letters.
  var type: String
  /// "utf-8"; empty where nothing is said.
  var charset = ""

  init(_ header: String) {
    let parts = header.split(separator: ";", omittingEmptySubsequences: false)
    type = (parts.first ?? "").stripped.lowercased()
    for part in parts.dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, sides[0].stripped.lowercased() == "charset" else { continue }
      charset = sides[1].stripped.filter { $0 != "\"" && $0 != "'" }
    }
  }

  /// Which of the rules for XML holds.
  enum Family { case application, text, none }

  var family: Family {
    if ["application/xml", "application/xml-dtd", "application/xml-external-parsed-entity"]
      .contains(type) || type.hasPrefix("application/") && type.hasSuffix("+xml")
    {
      return .application
    }
    return type.hasPrefix("text/") ? .text : .none
  }

  /// Whether it is one of XML's own.
  var isXML: Bool {
    family == .application || ["text/xml", "text/xml-external-parsed-entity"].contains(type)
      || type.hasPrefix("text/") && type.hasSuffix("+xml")
  }
}
