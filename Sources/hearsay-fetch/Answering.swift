import Foundation
import HearsayFeeds
import HearsayFetching
import HearsayMail
import HearsayMarkdown
import HearsayPages
import HearsayResources
import HearsayWeb

/// Answers requests: fetches what is asked for, and reads it as what it is.
struct Answering {
  /// What is at an address, or what bytes are.
  func answer(to request: FetchRequest) throws -> FetchAnswer {
    var document = FetchedDocument(
      bytes: request.bytes ?? [], contentType: request.contentType, address: request.address)
    var retrieval = FetchAnswer.Retrieval()
    if request.bytes == nil {
      let response = try WebClient(agent: Self.agent).response(to: request)
      retrieval = response.retrieval
      if response.isUnchanged { return FetchAnswer(.unchanged, retrieval) }
      document = FetchedDocument(
        bytes: response.bytes, contentType: response.contentType, address: retrieval.address)
    }
    guard !document.bytes.isEmpty else { throw FetchError.empty }
    return FetchAnswer(try document.content(wanted: request.wanted), retrieval)
  }

  /// How it introduces itself to servers.
  private static let agent = "hearsay/0.2 (a reader for the terminal)"
}

/// Bytes, and what was said of them.
struct FetchedDocument {
  var bytes: [UInt8]
  var contentType: String?
  var address: String?

  /// What they are.
  func content(wanted: FetchRequest.Wanted) throws -> FetchAnswer.Content {
    if contentType == "message/rfc822" { return .page(try letter) }
    if contentType.map({ MediaType($0).name }) == "text/markdown" { return .page(try markdown) }
    var kind = DocumentKind(bytes)
    if kind == .other, wanted == .article, contentType?.hasPrefix("text/html") == true {
      kind = .page
    }
    if kind == .pdf { return .page(try PDFDocument(bytes).page) }
    if wanted == .outline {
      let feeds = OutlineReader.feeds(in: bytes, contentType: contentType)
      guard !feeds.isEmpty else { throw FetchError.notAFeed }
      return .outline(feeds)
    }
    if kind == .feed || [.feed, .news].contains(wanted) && kind != .page {
      let reader = FeedReader(try FeedWords(try Resources.locate()))
      if let feed = reader.read(bytes, contentType: contentType, address: address) {
        return wanted == .news ? .news(FeedNews(of: feed)) : .feed(feed)
      }
    }
    if kind == .page {
      let charset = contentType.flatMap { MediaType($0).charset }
      do {
        let reader = try PageReader(resources: .locate())
        return .page(try reader.read(bytes, charset: charset, address: address))
      } catch let error as PageError {
        throw error == .forSubscribers ? FetchError.paywall : .notAnArticle
      }
    }
    if wanted == .feed || wanted == .news { throw FetchError.notAFeed }
    guard let text else { throw FetchError.notReadable("no text") }
    return .text(text)
  }
}

extension FetchedDocument {
  /// The bytes as a message of mail.
  private var letter: Page {
    get throws {
      let reader = MailReader(pages: try PageReader(resources: .locate()))
      guard let page = reader.read(bytes) else { throw FetchError.notAnArticle }
      return page
    }
  }

  /// The bytes as Markdown.
  private var markdown: Page {
    get throws {
      let reader = MarkdownReader(pages: try PageReader(resources: .locate()))
      guard let text, let page = reader.read(Array(text.utf8), from: address) else {
        throw FetchError.notAnArticle
      }
      return page
    }
  }

  /// The bytes as plain text; `nil` where they are none.
  private var text: String? {
    guard
      !bytes.contains(0) || bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
    else { return nil }
    let declared = contentType.flatMap { MediaType($0).charset }
    return ([declared].compactMap(\.self) + ["utf-8", "windows-1252"])
      .lazy.compactMap { Iconv.text(of: bytes, in: $0) }.first
  }
}

/// What bytes look like.
enum DocumentKind {
  case feed, page, pdf, other

  init(_ bytes: [UInt8]) {
    if bytes.starts(with: Array("%PDF-".utf8)) {
      self = .pdf
      return
    }
    // UTF-16 and UTF-32 have a zero beside each letter of a tag.
    let opening = String(decoding: bytes.prefix(4096).filter { $0 != 0 }, as: UTF8.self)
      .lowercased()
    self = Self.kind(ofOpening: opening[...])
  }

  private static func kind(ofOpening opening: Substring) -> DocumentKind {
    var rest = opening.drop { $0 != "<" && $0 != "{" }
    if rest.hasPrefix("{") { return rest.contains("jsonfeed.org/version/") ? .feed : .other }
    // Some feeds say to be HTML, and are not.
    var other = DocumentKind.other
    while rest.hasPrefix("<?") || rest.hasPrefix("<!") {
      if rest.hasPrefix("<!doctype html") { other = .page }
      let end: Substring =
        rest.hasPrefix("<!--") ? "-->" : rest.hasPrefix("<?") ? "?>" : ">"
      guard let found = rest.range(of: end) else { return other }
      rest = rest[found.upperBound...].drop { $0 != "<" }
    }
    let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "-" }
    switch name.split(separator: ":").last ?? "" {
    case "rss", "feed", "rdf", "channel": return .feed
    case "html", "head", "body", "meta", "title", "div", "p": return .page
    default: return other
    }
  }
}
