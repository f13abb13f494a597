import HearsayModel

/// What kind of text an article comes in.
///
/// A further format gets its case here, its reader in a file of its own, and its place in
/// `Ingest.article(from:path:sidecar:)`.
enum Format: Hashable, CaseIterable {
  case plainText
  /// Read by `hearsay-fetch`, so that marks are gone and links are links. Where that is not there, and where no file's name
  /// says that it is Markdown, the text stays as it is, marks and all.
  case markdown
  case html
  case mail
  case mailbox
  case pdf

  /// Whether its text is the article's; of the others `hearsay-fetch` makes one.
  /// Nor is a text that is only named like mail anything but text.
  var isText: Bool { self != .html }

  /// What a person calls it.
  var name: String {
    switch self {
    case .plainText: "plain text"
    case .markdown: "Markdown"
    case .html: "HTML"
    case .mail: "mail"
    case .mailbox: "a mailbox"
    case .pdf: "PDF"
    }
  }

  /// The ends of file names that say so, the usual one first.
  var extensions: [String] {
    switch self {
    case .plainText: ["txt", "text"]
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm", "xhtml", "mhtml", "mht"]
    case .mail: ["eml"]
    case .mailbox: ["mbox"]
    case .pdf: ["pdf"]
    }
  }
}

// MARK: - Recognising

extension Format {
  /// The format that a file's name speaks of, plain text where it speaks of none.
  init(path: String?) {
    self =
      Self.allCases.first { $0.extensions.contains(fileExtension(of: path ?? "")) } ?? .plainText
  }

  /// The format by name and by the first words, for a page saved as `article.txt`.
  init(path: String?, opening text: ArticleText) {
    let start = text.opening(1000).drop { $0.isWhitespace }.prefix(15).lowercased()
    self =
      start.hasPrefix("<!doctype html") || start.hasPrefix("<html") ? .html : Format(path: path)
  }

  /// Whether a file of that name in a folder counts as an article.
  ///
  /// A name without an extension may be one; what is in it decides.
  static func mayBeArticle(name: String) -> Bool {
    let ending = fileExtension(of: name)
    let stem = name.prefix { $0 != "." }.uppercased()
    return !notesOnTheFolder.contains(stem)
      && (ending.isEmpty || allCases.contains { $0.extensions.contains(ending) })
  }

  /// Files that speak of the folder they are in; named on the command line they open like any other.
  private static let notesOnTheFolder: Set<String> = [
    "README", "LICENSE", "LICENCE", "COPYING", "NOTICE", "CHANGELOG", "CONTRIBUTING", "AUTHORS",
    "MAKEFILE", "DOCKERFILE",
  ]

  /// ".txt, .text, .md or .markdown"
  static var listOfExtensions: String {
    let all = allCases.flatMap(\.extensions).map { "." + $0 }
    return all.dropLast().joined(separator: ", ") + " or " + (all.last ?? "")
  }
}

/// "txt" for "inbox/Fire.TXT", and nothing for "inbox.old/LICENSE" or ".profile".
func fileExtension(of path: String) -> String {
  let name = path.split(separator: "/").last ?? ""
  guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
  return name[name.index(after: dot)...].lowercased()
}

extension ArticleText {
  /// The first bytes of the text as a string.
  func opening(_ count: Int) -> String { self[Span(0, min(count, self.count))] }

  /// Whether nothing in it can be read.
  var isBlank: Bool {
    // Nearly every text shows within a byte or two that it is not.
    guard let first = bytes.first(where: { $0 > 0x20 }) else { return true }
    return first >= 0x80 && count < 4096
      && string.allSatisfy { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
  }
}
