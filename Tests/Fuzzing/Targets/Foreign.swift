import Foundation
import HearsayFeeds
import HearsayFetching
import HearsayIngest
import HearsayMail
import HearsayPages
import HearsayResources

// What only `hearsay-fetch` reads.
extension FuzzTarget {
  /// A page of the web, saved or fetched, becomes an article.
  static let page = FuzzTarget("page", dictionaries: ["pages", "articles"]) { bytes in
    let page: HearsayFetching.Page
    do {
      page = try readers.get().pages.read(bytes, address: "https://valley-herald.example/a/b")
    } catch is PageError {
      return
    }
    try check(page)
  }

  /// A feed becomes entries.
  static let feed = FuzzTarget("feed", dictionaries: ["pages"]) { bytes in
    guard
      let feed = try readers.get().feeds.read(
        bytes, contentType: nil, address: "https://valley-herald.example/feed")
    else { return }
    _ = try JSONEncoder().encode(feed)
    for entry in FeedNews(of: feed).entries {
      try require(!entry.guid.isEmpty, "An entry cannot be told from others")
    }
  }

  /// A message of mail becomes an article.
  static let mail = FuzzTarget("mail", dictionaries: ["mail", "pages"]) { bytes in
    guard let page = try readers.get().mail.read(bytes) else { return }
    try check(page)
    try require(page.text != nil || !page.paragraphs.isEmpty, "A letter without words")
  }

  private static let readers = Result {
    let resources = try Resources.locate()
    let pages = try PageReader(resources: resources)
    return (
      pages: pages, feeds: FeedReader(try FeedWords(resources)), mail: MailReader(pages: pages)
    )
  }

  /// Links stand in order inside their paragraphs and lead to the web, and an article comes of it or a sentence.
  private static func check(_ page: HearsayFetching.Page) throws {
    for paragraph in page.paragraphs {
      try require(!paragraph.text.contains("\n"), "A paragraph has two lines")
      var end = 0
      for link in paragraph.links {
        try require(
          end <= link.start && link.start < link.end && link.end <= paragraph.text.utf8.count,
          "A link stands outside of its paragraph")
        try require(link.address.hasPrefix("http"), "A link leads to \(link.address)")
        end = link.end
      }
    }
    do throws(IngestError) {
      _ = try Ingest().article(of: page, path: nil, address: nil)
    } catch {
      try requireSentence("\(error)")
    }
  }
}
