import HearsayModel

/// A file with an article in it, and perhaps a file of facts beside it.
struct ArticleFile: ArticleOrigin {
  let path: String

  init(_ path: String) { self.path = path }

  /// Sooner than opening up folders, for the start of a program: `nil` for everything but a file.
  init?(argument: String) {
    guard sizeOfFile(argument) != nil, !Mailbox.opens(argument) else { return nil }
    path = argument
  }

  var id: String { path }
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  func article(for ingest: Ingest) throws(IngestError) -> Article {
    let bytes = try ingest.bytes(ofFile: path)
    return try ingest.article(from: bytes, path: path, sidecar: sidecar(for: ingest))
  }

  func beginning(for ingest: Ingest) -> ArticleText? {
    guard let size = sizeOfFile(path), size <= ingest.sizeLimit,
      let bytes = openingBytes(ofFile: path, count: Self.opening),
      let end = bytes.lastIndex(where: { $0 == lineFeed || $0 == 0x20 })
    else { return nil }
    let opening = Array(bytes[...end])
    guard Format(path: path) != .markdown, ForeignFormat(opening, path: path) == nil,
      !TextBrowserDump.opens(opening)
    else { return nil }
    guard TextDecoder().encoding(of: opening)?.0 == .utf8 else { return nil }
    return (try? ingest.text(of: opening, path: path, named: path).0)
      .map(TextMending.withoutLinkNumbers)
  }

  /// How much of a file is its beginning, in bytes.
  private static let opening = 1 << 15

  /// The bytes of `fire.meta.json` for `fire.txt`, where there is such a file.
  private func sidecar(for ingest: Ingest) -> [UInt8]? {
    let ending = fileExtension(of: path)
    let stem = ending.isEmpty ? path : String(path.dropLast(ending.count + 1))
    return try? ingest.bytes(ofFile: stem + ".meta.json")
  }
}

extension Ingest.Place {
  /// The file at a path, whether or not there is one.
  public static func file(_ path: String) -> Self { Self(ArticleFile(path)) }

  /// The file at a path; `nil` where there is none, or something else.
  ///
  /// Sooner than ``Ingest/places(at:)``, for the start of a program.
  public init?(file path: String) {
    guard !Ingest.origins.contains(where: { $0.init(argument: path) != nil }),
      let file = ArticleFile(argument: path)
    else { return nil }
    self.init(file)
  }
}
