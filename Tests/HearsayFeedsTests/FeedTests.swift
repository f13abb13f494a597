import Foundation
import HearsayFetching
import HearsayModel
import HearsayResources
import Testing

@testable import HearsayFeeds

/// Feeds in, one shape out.
@Suite("Feeds")
struct FeedTests {
  private let reader: FeedReader

  init() throws { reader = FeedReader(try FeedWords(try Resources.locate())) }

  private func read(_ feed: String, at address: String? = nil) throws -> JSONValue {
    try #require(reader.read(Array(feed.utf8), address: address))
  }

  private func entry(_ inner: String) throws -> JSONValue {
    let feed = try read("<rss version='2.0'><channel><item>\(inner)</item></channel></rss>")
    return try #require(feed["entries"]?.array?.first)
  }

  /// The same news as each format tells it.
  static let formats = [
    (
      "rss20",
      """
      <rss version="2.0"><channel><title>The Harbour Post</title><link>https://post.example/</link>
      <item><title>Ferry late</title><link>https://post.example/ferry</link><guid>a1</guid>
      <description>Two hours, says the captain.</description>
      <pubDate>Thu, 13 Jun 2024 10:14:55 +0200</pubDate></item></channel></rss>
      """
    ),
    (
      "rss10",
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dublin="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://post.example/feed">
      <title>The Harbour Post</title><link>https://post.example/</link></channel>
      <item rdf:about="a1"><title>Ferry late</title><link>https://post.example/ferry</link>
      <description>Two hours, says the captain.</description>
      <dublin:date>2024-06-13T08:14:55Z</dublin:date></item></rdf:RDF>
      """
    ),
    (
      "atom10",
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Post</title>
      <link href="https://post.example/"/><entry><title>Ferry late</title><id>a1</id>
      <link href="https://post.example/ferry"/><summary>Two hours, says the captain.</summary>
      <published>2024-06-13T10:14:55+02:00</published></entry></feed>
      """
    ),
    (
      "atom03",
      """
      <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>The Harbour Post</title>
      <link rel="alternate" type="text/html" href="https://post.example/"/><entry><title>Ferry late</title>
      <id>a1</id><link rel="alternate" type="text/html" href="https://post.example/ferry"/>
      <summary>Two hours, says the captain.</summary><issued>2024-06-13T10:14:55+02:00</issued></entry></feed>
      """
    ),
    (
      "json11",
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "The Harbour Post",
      "home_page_url": "https://post.example/", "items": [{"id": "a1", "title": "Ferry late",
      "url": "https://post.example/ferry", "content_text": "Two hours, says the captain.",
      "date_published": "2024-06-13T10:14:55+02:00"}]}
      """
    ),
  ]

  @Test("Every format tells the same news", arguments: formats)
  func same(version: String, feed: String) throws {
    let feed = try read(feed)
    #expect(feed["version"]?.string == version)
    #expect(feed["bozo"] == .bool(false))
    #expect(
      FeedNews(of: feed)
        == FeedNews(
          title: "The Harbour Post", site: "https://post.example/",
          entries: [
            NewsItem(
              guid: "a1", link: "https://post.example/ferry", title: "Ferry late",
              published: "2024-06-13T08:14:55Z", summary: "Two hours, says the captain.")
          ]))
  }

  @Test("A feed that is not well formed is read as far as it goes, and said to be odd")
  func illFormed() throws {
    let feed = try read(
      """
      <rss version="2.0"><channel><title>Fish & Chips</title>
      <item><title>Mayor&nbsp;says "no"</title><link>https://post.example/?a=1&b=2</link>
      <description><![CDATA[<p>Nothing <b>else</p>]]></description>
      <item><title>Second</channel>
      """)
    #expect(feed["bozo"] == .bool(true))
    let entries = try #require(feed["entries"]?.array)
    #expect(feed["feed"]?["title"]?.string == "Fish & Chips")
    #expect(entries.count == 2)
    #expect(entries[0]["title"]?.string == "Mayor\u{A0}says \"no\"")
    #expect(entries[0]["link"]?.string == "https://post.example/?a=1&b=2")
  }

  @Test("HTML in a title is told as words where news are listed")
  func titles() throws {
    let feed = try read(
      "<rss version='2.0'><channel><item><title>&lt;b&gt;Q&amp;amp;A&lt;/b&gt; with the &lt;i&gt;mayor&lt;/i&gt;</title><guid>1</guid></item></channel></rss>"
    )
    #expect(FeedNews(of: feed).entries.first?.title == "Q&A with the mayor")
  }

  @Test("What could do harm is left out of HTML")
  func harm() throws {
    let entry = try entry(
      "<description>&lt;p onclick='x()'&gt;Safe&lt;script&gt;alert(1)&lt;/script&gt; &lt;a href='javascript:x()'&gt;words&lt;/a&gt;&lt;/p&gt;</description>"
    )
    #expect(entry["description"]?.string == "<p>Safe <a href=\"\">words</a></p>")
  }

  @Test("Relative addresses are made whole, from xml:base and from where the feed was")
  func relative() throws {
    let feed = try read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="/news/"><entry><title>x</title>
      <link href="ferry?id=1"/><content type="html">&lt;a href="../map"&gt;map&lt;/a&gt;</content></entry></feed>
      """, at: "https://post.example/feeds/all.xml")
    let entry = try #require(feed["entries"]?.array?.first)
    #expect(entry["link"]?.string == "https://post.example/news/ferry?id=1")
    #expect(
      entry["content"]?.array?.first?["value"]?.string
        == "<a href=\"https://post.example/map\">map</a>")
  }

  @Test(
    "Days are read however they are written",
    arguments: [
      ("2024-06-13T10:14:55-08:00", [2024, 6, 13, 18, 14, 55, 3, 165, 0]),
      ("2024-06-13", [2024, 6, 13, 0, 0, 0, 3, 165, 0]),
      ("20240613", [2024, 6, 13, 0, 0, 0, 3, 165, 0]),
      ("2024-165", [2024, 6, 13, 0, 0, 0, 3, 165, 0]),
      ("Thu, 13 Jun 2024 10:14:55 GMT", [2024, 6, 13, 10, 14, 55, 3, 165, 0]),
      ("13 June 24 10:14 EST", [2024, 6, 13, 15, 14, 0, 3, 165, 0]),
      ("Jun 13 2024 10:14:55 +0200", [2024, 6, 13, 8, 14, 55, 3, 165, 0]),
      ("Thu Jun 13 10:14:55 2024", [2024, 6, 13, 10, 14, 55, 3, 165, 0]),
      ("Thu, 2024/06/13 10:14:55 EDT", [2024, 6, 13, 14, 14, 55, 3, 165, 0]),
      ("2024-június-13T10:14+02:00", [2024, 6, 13, 8, 14, 0, 3, 165, 0]),
      ("Πεμ, 13 Ιούν 2024 10:14:55 GMT", [2024, 6, 13, 10, 14, 55, 3, 165, 0]),
      ("2024년 06월 13일 10:14:55", [2024, 6, 13, 1, 14, 55, 3, 165, 0]),
      ("2024-06-13 오후 10:14:55", [2024, 6, 13, 13, 14, 55, 3, 165, 0]),
    ])
  func days(text: String, parts: [Int]) throws {
    #expect(
      try entry("<pubDate>\(text)</pubDate>")["published_parsed"]
        == .array(parts.map { .integer($0) }))
  }

  @Test(
    "What is no day is none", arguments: ["soon", "32 Jun 2024 10:00:00 GMT", "2024-13-01", ""])
  func noDays(text: String) throws {
    let parsed = try entry("<pubDate>\(text)</pubDate>")["published_parsed"]
    #expect(parsed == .null || parsed == nil)
  }

  @Test("Letters are right whatever the encoding, and what is said wrongly of it is found out")
  func encodings() throws {
    let latin =
      [UInt8]("<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>Caf".utf8)
      + [0xE9] + [UInt8]("</title></channel></rss>".utf8)
    let feed = try #require(reader.read(latin))
    #expect(feed["feed"]?["title"]?.string == "Café")
    #expect(feed["encoding"]?.string == "iso-8859-1")
    let wrong =
      [UInt8]("<?xml version='1.0' encoding='utf-8'?><rss><channel><title>Caf".utf8)
      + [0xE9] + [UInt8]("</title></channel></rss>".utf8)
    let repaired = try #require(reader.read(wrong))
    #expect(repaired["feed"]?["title"]?.string == "Café")
    #expect(repaired["bozo"] == .bool(true))
  }

  @Test("Names that grow without end are not written out, and nothing is fetched for a feed")
  func entities() throws {
    let feed = try read(
      """
      <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY file SYSTEM "file:///etc/passwd">]>
      <rss version="2.0"><channel><title>&b;&file;</title><description>&a;</description></channel></rss>
      """)
    #expect(feed["feed"]?["description"]?.string == "ha")
    #expect(feed["feed"]?["title"]?.string?.contains("root:") == false)
  }

  @Test(
    "Depth and size do no harm",
    arguments: [
      String(repeating: "<a>", count: 20_000),
      "<item\(numbered(20_000) { " a\($0)='1'" })></item>",
      "<item\(numbered(20_000) { " xmlns:a\($0)='1'" })></item>",
      "<item>\(numbered(20_000) { "<a\($0):b xmlns:a\($0)='http://a.example/\($0)'/>" })</item>",
      "<item>\(numbered(20_000) { "<category>\($0)</category>" })</item>",
      "<item>\(numbered(20_000) { "<link>http://a.example/\($0)</link>" })</item>",
      "<item>\(numbered(20_000) { "<author>A \($0)</author>" })</item>",
      "<item>\(numbered(20_000) { "<name\($0)>x</name\($0)>" })</item>",
      "<item><description>\(numbered(20_000) { "&lt;a\($0) b='" })</description></item>",
      "<item><description>\(String(repeating: "&lt;!--", count: 20_000))</description></item>",
      String(repeating: "<item/>", count: 20_000), String(repeating: "&a", count: 20_000),
      String(repeating: "<!--", count: 20_000), String(repeating: "<![CDATA[", count: 20_000),
    ])
  func size(of channel: String) throws {
    let start = processorTime
    // Both ways to read: the second is not well formed at its end.
    for end in ["</channel></rss>", "</channel></rss"] {
      _ = reader.read(Array("<rss><channel><title>x</title>\(channel)\(end)".utf8))
    }
    let seconds = processorTime - start
    #expect(seconds < 2, "\(seconds) s")
  }

  /// The processor time of this thread in seconds.
  private var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func numbered(_ count: Int, _ piece: (Int) -> String) -> String {
    (0..<count).map(piece).joined()
  }

  @Test("What is no feed is none", arguments: ["", "Just words.", "{\"a\": 1}", "<html><p>Hello"])
  func none(text: String) {
    #expect(reader.read(Array(text.utf8)) == nil)
  }

  @Test("A list of feeds is read in folders, too, and each feed once")
  func outline() {
    let opml = """
      <opml version="2.0"><body><outline text="Harbours"><outline type="rss" text="The &quot;Post&quot;"
      xmlUrl="https://post.example/feed?a=1&amp;b=2"/></outline>
      <outline text="again" xmlUrl="https://post.example/feed?a=1&amp;b=2"/></body></opml>
      """
    #expect(
      OutlineReader.feeds(in: Array(opml.utf8)) == [
        FeedOutline(address: "https://post.example/feed?a=1&b=2", title: "The \"Post\"")
      ])
  }
}
