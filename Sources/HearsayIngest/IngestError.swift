public import HearsayFetching

/// Why there is no article.
///
/// Each case carries the facts; ``description`` is the sentence for the person who gave the path.
public enum IngestError: Error, Hashable, Sendable {
  /// Nothing is there.
  case missing(path: String)
  /// It is there, and the system does not let it be read.
  case unreadable(path: String, reason: String)
  /// A pipe, a socket or a device: reading it might never end.
  case notAFile(path: String, kind: String)
  /// No words in it.
  case empty(path: String)
  /// Not text; `kind` says what it is, where its first bytes tell.
  case notText(path: String, kind: String?)
  /// Text in a format that is not understood so far.
  case notReadableYet(path: String, format: String)
  /// More than `limit` bytes.
  case tooLarge(path: String, limit: Int)
  /// A folder in which no text was found.
  case folderWithoutArticles(path: String)
  /// A folder with more than `limit` texts; the first ones are opened.
  case tooManyFiles(path: String, limit: Int)
  /// Something of the web, or in one of its formats, that could not be had or read.
  case notFetched(path: String, FetchError)

  /// How standard input is called where a path would stand.
  public static let standardInput = "standard input"
}

extension IngestError {
  /// The path that was given or found.
  public var path: String {
    switch self {
    case .missing(let path), .unreadable(let path, _), .notAFile(let path, _), .empty(let path),
      .notText(let path, _), .notReadableYet(let path, _), .tooLarge(let path, _),
      .folderWithoutArticles(let path), .tooManyFiles(let path, _), .notFetched(let path, _):
      path
    }
  }
}

// MARK: - In words

extension IngestError: CustomStringConvertible {
  /// What went wrong, in one sentence, and what can be done about it where something can.
  public var description: String { "\(shownPath) \(problem)." }

  private var problem: String {
    switch self {
    case .missing: "does not exist"
    case .unreadable(_, let reason): "cannot be read: \(reason)"
    case .notAFile(_, let kind): "is \(kind), not a file"
    case .empty: "is empty"
    case .notText(_, let kind?): "is not text: it is \(kind)"
    case .notText(_, nil): "is not text: too many of its bytes stand for no letter"
    case .notReadableYet(_, let format):
      "is \(format), which hearsay cannot read yet; save it as text"
    case .tooLarge(_, let limit): "is larger than \(Self.size(limit))"
    case .folderWithoutArticles: "holds no articles: no \(Format.listOfExtensions) files"
    case .tooManyFiles(_, let limit):
      "holds more than \(limit) texts; only the first \(limit) are opened"
    case .notFetched(_, let error): "\(error)"
    }
  }

  /// The path with what would move a terminal's cursor made visible.
  private var shownPath: String {
    if path.isEmpty { return "\"\"" }
    return String(
      String.UnicodeScalarView(
        path.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }

  private static func size(_ bytes: Int) -> String {
    for (unit, name) in [(1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "kB")]
    where bytes >= unit && bytes % unit == 0 {
      return "\(bytes / unit) \(name)"
    }
    return "\(bytes) bytes"
  }
}
