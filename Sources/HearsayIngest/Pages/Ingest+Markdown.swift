import HearsayFetching
import HearsayModel

extension Ingest {
  /// The article in a text in Markdown, without its marks and with its links.
  ///
  /// - Returns: `nil` where the program that reads it is not there, or has found nothing; then the text is read as it stands.
  func article(
    ofMarkdown text: ArticleText, path: String, sidecar: [UInt8]?, notes: [ArticleNote]
  ) -> Article? {
    guard text.count <= Self.longestMarkdown else { return nil }
    let front = FrontMatter(openingOf: text)
    let request = FetchRequest(
      .article, bytes: Array(text.bytes[(front?.end ?? 0)...]),
      contentType: "text/markdown; charset=utf-8")
    guard let answer = try? FetchProgram.located().answer(to: request),
      case .page(var page) = answer.content
    else { return nil }
    page.notes = notes
    var known = sidecar.map(Metadata.init(sidecar:)) ?? Metadata()
    known.fill(from: front?.metadata)
    page.title =
      known.title ?? page.paragraphs.first.flatMap { $0.kind == .heading ? $0.text : nil }
    page.publisher = known.publisher
    page.bylines = known.byline.map { [$0] } ?? []
    page.published = known.published
    page.address = known.url
    page.language = known.language
    return try? article(of: page, path: path, address: nil)
  }

  /// In bytes; nothing longer is an article.
  private static let longestMarkdown = 4 << 20
}
