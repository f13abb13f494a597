package import HearsayFetching
package import HearsayModel

extension Ingest {
  /// The article on a page that somebody has read.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - path: the file it is from.
  ///   - address: where it was fetched from.
  /// - Throws: an error where there is no article on it.
  package func article(
    of page: Page, path: String?, address: String?
  ) throws(IngestError) -> Article {
    var (text, links) = PageText(page).joined
    var notes = page.notes
    if let sent = page.text {
      let mended = TextMending.mended(ArticleText(sent))
      text = mended.text
      if mended.hasChanged { notes.append(.lettersMended) }
    }
    if text.hasLostLetters { notes.append(.lettersLost) }
    guard !text.isBlank else {
      throw .notFetched(path: path ?? address ?? IngestError.standardInput, .notAnArticle)
    }
    var metadata = Metadata()
    metadata.title = page.title
    metadata.publisher = page.publisher
    metadata.byline = page.bylines.isEmpty ? nil : page.bylines.joined(separator: ", ")
    metadata.published = page.published
    metadata.url = page.address ?? address
    metadata.language = page.language
    metadata.fill(from: Metadata(of: text))
    return Article(
      id: Article.id(of: text), title: metadata.title, publisher: metadata.publisher,
      byline: metadata.byline, published: metadata.published, url: metadata.url, path: path,
      language: LanguageGuess(of: text)?.code ?? metadata.language ?? "en", text: text,
      updated: page.updated, links: links, notes: notes)
  }

  /// The article in a format of others: the bytes are read by a program of its own.
  func article(
    of format: ForeignFormat, _ bytes: [UInt8], path: String?, named name: String,
    sidecar: [UInt8]?
  ) throws(IngestError) -> Article {
    var article: Article
    do throws(FetchError) {
      let request = FetchRequest(.article, bytes: bytes, contentType: format.contentType)
      let answer = try FetchProgram.located().answer(to: request)
      guard case .page(let page) = answer.content else { throw .notAnArticle }
      do throws(IngestError) {
        article = try self.article(of: page, path: path, address: nil)
      } catch {
        throw .notAnArticle
      }
    } catch {
      throw .notFetched(path: name, error)
    }
    var known = sidecar.map(Metadata.init(sidecar:)) ?? Metadata()
    known.fill(
      from: Metadata(
        title: article.title, publisher: article.publisher, byline: article.byline,
        published: article.published, url: article.url, language: article.language))
    article.title = known.title
    article.publisher = known.publisher
    article.byline = known.byline
    article.published = known.published
    article.url = known.url
    return article
  }
}

/// The text of a page: its paragraphs apart by an empty line, without what stands under pictures. Before a quotation in a
/// block of its own stands `>`, as in mail: it is nobody's but whose words it gives.
private struct PageText {
  let joined: (text: ArticleText, links: [ArticleLink])

  init(_ page: Page) {
    var bytes: [UInt8] = []
    var links: [ArticleLink] = []
    let marksBlocks = Self.hasOtherWords(page)
    for paragraph in page.paragraphs where paragraph.kind != .caption && !paragraph.text.isEmpty {
      if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
      if marksBlocks, paragraph.kind == .quotation { bytes += [0x3E, 0x20] }
      let start = bytes.count
      bytes += Array(paragraph.text.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
      links += paragraph.links.compactMap { link in
        guard link.start >= 0, link.start < link.end, start + link.end <= bytes.count else {
          return nil
        }
        return ArticleLink(span: Span(start + link.start, start + link.end), address: link.address)
      }
    }
    joined = (ArticleText(String(decoding: bytes, as: UTF8.self)), links)
  }

  /// Whether most of the words stand outside of blocks; some pages set all they have in one.
  private static func hasOtherWords(_ page: Page) -> Bool {
    let (own, quoted) = page.paragraphs.reduce(into: (0, 0)) { counts, paragraph in
      if paragraph.kind == .quotation {
        counts.1 += paragraph.text.utf8.count
      } else if paragraph.kind != .caption {
        counts.0 += paragraph.text.utf8.count
      }
    }
    return own >= quoted
  }
}
