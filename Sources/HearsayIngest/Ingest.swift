public import HearsayModel

/// The way in: files, folders and standard input become articles.
///
/// ```swift
/// for result in Ingest().articles(at: ["inbox", "notes.txt", "-"]) {
///   switch result {
///   case .success(let article): show(article)
///   case .failure(let problem): print(problem)  // "notes.txt does not exist."
///   }
/// }
/// ```
///
/// A path is a file, a folder (every text in it and in the folders below, by name, hidden ones left
/// out) or `-` for standard input. A problem with one of them never keeps the others from opening.
public struct Ingest: Sendable {
  /// The most that a file may hold, in bytes; what is larger is refused in one sentence.
  public var sizeLimit: Int
  /// The most files that one folder may bring.
  public var fileLimit: Int

  /// An ingest that refuses files over 256 MB and folders of over 10,000 texts.
  public init(sizeLimit: Int = 256 << 20, fileLimit: Int = 10_000) {
    self.sizeLimit = sizeLimit
    self.fileLimit = fileLimit
  }
}

// MARK: - Reading everything

extension Ingest {
  /// What the paths hold, in their order: articles, and for each problem what went wrong.
  ///
  /// The same file given twice is read once.
  public func articles(at paths: [String]) -> [Result<Article, IngestError>] {
    places(at: paths).map { place in
      place.flatMap { place in
        Result { () throws(IngestError) in try article(at: place) }
      }
    }
  }
}

// MARK: - Reading one by one

extension Ingest {
  /// Where one article is.
  public enum Place: Hashable, Sendable {
    case file(String)
    case standardInput

    /// The file at a path; `nil` where there is none, or something else.
    ///
    /// Sooner than ``Ingest/places(at:)``, for the start of a program.
    public init?(file path: String) {
      guard path != "-", sizeOfFile(path) != nil else { return nil }
      self = .file(path)
    }
  }

  /// The files that the paths stand for, folders opened up; nothing is read yet.
  ///
  /// For a reader that shows the first article before it has read the last.
  public func places(at paths: [String]) -> [Result<Place, IngestError>] {
    var listing = Listing(fileLimit: fileLimit)
    return paths.flatMap { path in
      path == "-" ? [.success(.standardInput)] : listing.places(at: path)
    }
  }

  /// The article at one place.
  public func article(at place: Place) throws(IngestError) -> Article {
    switch place {
    case .standardInput:
      return try article(
        from: try bytes(ofDescriptor: 0, named: IngestError.standardInput), path: nil)
    case .file(let path):
      let bytes = try bytes(ofFile: path)
      return try article(from: bytes, path: path, sidecar: sidecar(beside: path))
    }
  }

  /// The beginning of a file, for whoever shows it before the rest is read and anything is known of it.
  ///
  /// - Returns: `nil` where its beginning does not tell for certain how to read it.
  public func beginning(of place: Place) -> ArticleText? {
    guard case .file(let path) = place, let size = sizeOfFile(path), size <= sizeLimit,
      let bytes = openingBytes(ofFile: path, count: Self.opening),
      let end = bytes.lastIndex(where: { $0 == lineFeed || $0 == 0x20 })
    else { return nil }
    let opening = Array(bytes[...end])
    guard TextDecoder().encoding(of: opening)?.0 == .utf8 else { return nil }
    return try? text(of: opening, path: path, named: path)
  }

  /// How much of a file is its beginning, in bytes.
  private static let opening = 1 << 15

  /// The article that these bytes are, whatever their encoding.
  ///
  /// - Parameters:
  ///   - bytes: all of the file.
  ///   - path: the file they are from, `nil` for standard input.
  ///   - sidecar: the bytes of the file of facts that lies beside it.
  public func article(
    from bytes: [UInt8], path: String?, sidecar: [UInt8]? = nil
  ) throws(IngestError) -> Article {
    let name = path ?? IngestError.standardInput
    let text = try text(of: bytes, path: path, named: name)
    let metadata = Metadata(of: text, sidecar: sidecar)
    return Article(
      id: Article.id(of: text), title: metadata.title, publisher: metadata.publisher,
      byline: metadata.byline, published: metadata.published, url: metadata.url, path: path,
      language: metadata.language ?? "en", text: text)
  }

  private func text(
    of bytes: [UInt8], path: String?, named name: String
  ) throws(IngestError) -> ArticleText {
    if bytes.isEmpty { throw .empty(path: name) }
    if let kind = BinaryKind(openingOf: bytes) { throw .notText(path: name, kind: kind.name) }
    guard let text = TextDecoder().text(of: bytes) else { throw .notText(path: name, kind: nil) }
    if text.isBlank { throw .empty(path: name) }
    let format = Format(path: path, opening: text)
    guard format.isReadable else { throw .notReadableYet(path: name, format: format.name) }
    return text
  }
}

// MARK: - Facts beside the file

extension Ingest {
  /// The bytes of `fire.meta.json` for `fire.txt`, where there is such a file.
  private func sidecar(beside path: String) -> [UInt8]? {
    let ending = fileExtension(of: path)
    let stem = ending.isEmpty ? path : String(path.dropLast(ending.count + 1))
    return try? bytes(ofFile: stem + ".meta.json")
  }
}
