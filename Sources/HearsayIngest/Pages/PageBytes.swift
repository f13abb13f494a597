/// Tells saved pages by what is in them, and only then by their names.
enum PageBytes {
  /// Whether bytes are a page of the web: HTML, or MHTML with one inside.
  static func are(_ bytes: [UInt8], path: String?) -> Bool {
    if BinaryKind(openingOf: bytes) != nil { return false }
    // UTF-16 has a zero beside each letter of a tag.
    let opening = String(decoding: bytes.prefix(4096).filter { $0 != 0 }, as: UTF8.self)
      .lowercased()
    if isMHTML(opening) { return true }
    let rest = withoutPrologue(opening[...])
    if rest.hasPrefix("<!doctype html") || isTag(rest, "html") { return true }
    return Format(path: path) == .html && !opening.isEmpty
  }

  /// Mail of which one part is a page.
  private static func isMHTML(_ opening: String) -> Bool {
    guard let head = opening.split(separator: "\n", maxSplits: 1).first, head.contains(":"),
      !head.contains("<!")
    else { return false }
    return opening.contains("content-type: multipart/related")
      && (opening.contains("mime-version:") || opening.hasPrefix("from: <saved by"))
  }

  /// Without the marks, blanks, comments and `<?xml …?>` that may stand before the first element.
  private static func withoutPrologue(_ opening: Substring) -> Substring {
    var rest = opening.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
    while true {
      guard let end = rest.hasPrefix("<!--") ? "-->" : rest.hasPrefix("<?xml") ? "?>" : nil,
        let found = rest.firstRange(of: end)
      else { return rest }
      rest = rest[found.upperBound...].drop { $0.isWhitespace }
    }
  }

  private static func isTag(_ text: Substring, _ name: String) -> Bool {
    guard text.hasPrefix("<" + name) else { return false }
    let next = text.dropFirst(name.count + 1).first
    return next == nil || next == ">" || next?.isWhitespace == true
  }
}
