import HearsayFetching
public import HearsayModel

/// A page of the web, at the address that somebody typed or followed.
struct WebPage: ArticleOrigin {
  private let page: String
  /// Whether a person typed it, or came from there: only then it may be in one's own network.
  let isTyped: Bool
  /// Whether another text led there: what was typed is asked for anew.
  let prefersKept: Bool

  init(_ address: WebAddress, isTyped: Bool, isFollowed: Bool) {
    page = address.description
    self.isTyped = isTyped
    prefersKept = isFollowed
  }

  /// Whatever begins with `http://` or `https://`.
  init?(argument: String) {
    guard let address = WebAddress(argument) else { return nil }
    self.init(address, isTyped: true, isFollowed: false)
  }

  var id: String { page }
  var name: String { page }
  var address: String? { page }
  var mayBeNear: Bool { isTyped }
  let isAtHand = false

  func article(for ingest: Ingest) throws(IngestError) -> Article {
    do throws(FetchError) {
      guard !ingest.isOffline else { throw .offline }
      let request = FetchRequest(.article, at: page, isTyped: isTyped)
      let answer = try FetchProgram.located().answer(to: request, isStopped: ingest.isStopped)
      do throws(IngestError) {
        return try article(answer, for: ingest)
      } catch {
        throw .notAnArticle
      }
    } catch {
      throw .notFetched(path: page, error)
    }
  }

  private func article(
    _ answer: FetchAnswer, for ingest: Ingest
  ) throws(IngestError) -> Article {
    switch answer.content {
    case .page(let read): return try ingest.article(of: read, path: nil, address: page)
    case .text(let text):
      var article = try ingest.article(from: Array(text.utf8), path: nil)
      article.url = article.url ?? page
      return article
    case .feed, .news, .outline, .unchanged:
      throw IngestError.notFetched(path: page, .notAnArticle)
    }
  }
}

extension Ingest.Place {
  /// The page at an address that another text names.
  ///
  /// - Parameters:
  ///   - address: where the page is.
  ///   - isNear: whether that text is a page of the same server, which a person typed: then it may be in one's own network
  ///     as well.
  public static func page(_ address: WebAddress, isNear: Bool = false) -> Self {
    Self(WebPage(address, isTyped: isNear, isFollowed: true))
  }
}
