/// A format of others that `hearsay-fetch` reads, told by what is in a file, and only then by its name.
enum ForeignFormat {
  /// A page of the web: HTML, or MHTML with one inside.
  case page
  /// A message of mail.
  case mail
  /// A document in PDF.
  case pdf

  /// What the program is told that the bytes are.
  var contentType: String {
    switch self {
    case .page: "text/html"
    case .mail: "message/rfc822"
    case .pdf: "application/pdf"
    }
  }

  /// `nil` where the bytes are read here.
  init?(_ bytes: [UInt8], path: String?) {
    if bytes.starts(with: Array("%PDF-".utf8)) {
      self = .pdf
      return
    }
    if BinaryKind(openingOf: bytes) != nil { return nil }
    // UTF-16 has a zero beside each letter of a tag.
    let opening = String(decoding: bytes.prefix(4096).filter { $0 != 0 }, as: UTF8.self)
      .lowercased()
    if Self.isMHTML(opening) {
      self = .page
    } else if MailHead.opens(bytes, isNamedSo: Format(path: path) == .mail) {
      self = .mail
    } else {
      let rest = Self.withoutPrologue(opening[...])
      let isPage =
        rest.hasPrefix("<!doctype html") || Self.isTag(rest, "html")
        || Format(path: path) == .html && !opening.isEmpty
      guard isPage else { return nil }
      self = .page
    }
  }

  /// Mail that a browser made of a page: nobody sent it.
  private static func isMHTML(_ opening: String) -> Bool {
    guard let head = opening.split(separator: "\n", maxSplits: 1).first, head.contains(":"),
      !head.contains("<!")
    else { return false }
    let isSaved =
      opening.contains("from: <saved by") || opening.contains("snapshot-content-location:")
    return opening.contains("content-type: multipart/related")
      && (isSaved || opening.contains("mime-version:") && !opening.contains("received: "))
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
