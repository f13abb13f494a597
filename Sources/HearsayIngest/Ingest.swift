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
  /// Whether nothing is fetched from the web.
  public var isOffline = false
  /// Asked ten times a second while something is fetched; nobody waits any more once it is true.
  public var isStopped: @Sendable () -> Bool = { false }

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
  /// The files that the paths stand for, folders opened up; nothing is read yet.
  ///
  /// For a reader that shows the first article before it has read the last.
  public func places(at paths: [String]) -> [Result<Place, IngestError>] {
    var listing = Listing(fileLimit: fileLimit)
    return paths.flatMap { path in
      let origin = Self.origins.lazy.compactMap { $0.init(argument: path) }.first
      return origin.map { [.success(Place($0))] } ?? listing.places(at: path)
    }
  }

  /// The article at one place.
  public func article(at place: Place) throws(IngestError) -> Article {
    try place.origin.article(for: self)
  }

  /// The beginning of an article, for whoever shows it before the rest is read and anything is known of it.
  ///
  /// - Returns: `nil` where its beginning does not tell for certain how to read it.
  public func beginning(of place: Place) -> ArticleText? { place.origin.beginning(for: self) }

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
    if let format = ForeignFormat(bytes, path: path) {
      return try article(of: format, bytes, path: path, named: name, sidecar: sidecar)
    }
    let (whole, notes) = try text(of: bytes, path: path, named: name)
    if let path, Format(path: path) == .markdown,
      let article = article(ofMarkdown: whole, path: path, sidecar: sidecar, notes: notes)
    {
      return article
    }
    let dump = TextBrowserDump(whole)
    let text = TextMending.withoutLinkNumbers(dump?.text ?? whole)
    guard !text.isBlank else { throw .empty(path: name) }
    var metadata = sidecar.map(Metadata.init(sidecar:)) ?? Metadata()
    metadata.fill(from: dump?.metadata)
    metadata.fill(from: Metadata(of: text, sidecar: sidecar))
    return Article(
      id: Article.id(of: text), title: metadata.title, publisher: metadata.publisher,
      byline: metadata.byline, published: metadata.published, url: metadata.url, path: path,
      language: LanguageGuess(of: text)?.code ?? metadata.language ?? "en", text: text,
      links: text == dump?.text ? dump?.links ?? [] : [], notes: notes)
  }

  /// The text of bytes with all that stands around the article, broken letters mended, and what should be known of that.
  func text(
    of bytes: [UInt8], path: String?, named name: String
  ) throws(IngestError) -> (ArticleText, [ArticleNote]) {
    if bytes.isEmpty { throw .empty(path: name) }
    if let kind = BinaryKind(openingOf: bytes) { throw .notText(path: name, kind: kind.name) }
    guard let (text, encoding) = TextDecoder().decoded(bytes) else {
      throw .notText(path: name, kind: nil)
    }
    if text.isBlank { throw .empty(path: name) }
    let format = Format(path: path, opening: text)
    guard format.isText else { throw .notReadableYet(path: name, format: format.name) }
    let mended = TextMending.mended(text)
    return (mended.text, mended.notes(isDamaged: encoding == .damagedUTF8))
  }
}
