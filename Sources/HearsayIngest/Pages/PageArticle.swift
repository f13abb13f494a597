package import HearsayFetching
package import HearsayModel

extension Ingest {
  /// The article on a page: its paragraphs, apart by an empty line, without what stands under pictures.
  ///
  /// - Parameters:
  ///   - path: the file it is from.
  ///   - address: where it was found; where the page calls another address its own, that counts.
  package func article(
    of page: Page, path: String?, address: String?
  ) throws(IngestError) -> Article {
    let paragraphs = page.paragraphs.filter { $0.kind != .caption }.map(\.text)
    let text = ArticleText(paragraphs.joined(separator: "\n\n") + "\n")
    guard !paragraphs.isEmpty, !text.isBlank else {
      throw .notFetched(path: path ?? address ?? "", .notAnArticle)
    }
    return Article(
      id: Article.id(of: text), title: page.title, publisher: page.publisher,
      byline: page.bylines.isEmpty ? nil : page.bylines.joined(separator: ", "),
      published: page.published, url: page.address ?? address, path: path,
      language: page.language ?? "en", text: text)
  }
}
