import HearsayFetching
import HearsayPages
import HearsayResources
import Testing

@Suite("A page is read")
struct PageReaderTests {
  private let reader: PageReader

  init() throws { reader = try PageReader(resources: .locate()) }

  @Test func `Bytes without a word are no page`() throws {
    #expect(throws: PageError.empty) { try reader.read(Array("<div></div>".utf8)) }
  }

  @Test(arguments: [("isAccessibleForFree\":false", true), ("isAccessibleForFree\":true", false)])
  func `A sentence before the gate of a paper's subscribers is no article`(
    access: String, isGated: Bool
  ) throws {
    let page = """
      <html><head><title>Ferry stops</title><script type="application/ld+json">{"@type":"NewsArticle",
      "headline":"Ferry stops","\(access)}</script></head><body><article><h1>Ferry stops</h1>
      <p>The ferry to Port Mercy stops at midnight, the operator said on Monday evening.</p></article></body></html>
      """
    func read() throws -> Page { try reader.read(Array(page.utf8)) }
    if isGated {
      #expect(throws: PageError.forSubscribers) { try read() }
    } else {
      #expect(try read().paragraphs.count > 0)
    }
  }

  @Test(arguments: [(2, false, false), (4, true, true), (9, true, true), (12, true, false)])
  func
    `What a paper shows of an article for subscribers is read from a few sentences on, and a short one may be a beginning`(
      sentences: Int, isRead: Bool, isBeginning: Bool
    ) throws
  {
    let paragraphs = (1...sentences).map { number in
      "<p>The ferry number \(number + 10) to Port Mercy stops at midnight, the operator said on Monday evening.</p>"
    }
    let page = """
      <html><head><title>Ferry stops</title><script type="application/ld+json">{"@type":"NewsArticle",
      "headline":"Ferry stops","isAccessibleForFree":false}</script></head><body><article><h1>Ferry stops</h1>
      \(paragraphs.joined())</article></body></html>
      """
    guard isRead else {
      #expect(throws: PageError.forSubscribers) { try reader.read(Array(page.utf8)) }
      return
    }
    let read = try reader.read(Array(page.utf8))
    #expect(read.paragraphs.count { $0.text.contains("ferry number") } == sentences)
    #expect(read.notes == (isBeginning ? [.beginningOnly] : []))
  }

  @Test func `Of a newspaper's page the article is left, its pictures' captions apart`() throws {
    let page = try read(Pages.ferry)
    #expect(
      page.paragraphs.filter { $0.kind != .caption }.map(\.text) == [
        Pages.first, Pages.second, Pages.third, Pages.fourth,
      ])
    #expect(
      page.paragraphs.filter { $0.kind == .caption }.map(\.text) == [
        "The ferry at Port Mercy. Photo: Jo Hale"
      ])
  }

  @Test func `Headline, outlet, names, days, section and language are those of JSON-LD`() throws {
    let page = try read(Pages.ferry)
    #expect(page.title == "Ferry to Port Mercy runs again after storm")
    #expect(page.publisher == "Valley Herald")
    #expect(page.bylines == ["Jane Doe", "Ali bin Said"])
    #expect(page.published == "2024-06-13T08:30:00Z")
    #expect(page.updated == "2024-06-13T11:05:00+02:00")
    #expect(page.address == "https://valley-herald.example/news/ferry")
    #expect(page.section == "Harbour")
    #expect(page.language == "en")
    #expect(page.feeds == ["https://valley-herald.example/feed.xml"])
  }

  @Test func `Links keep their words and get whole addresses`() throws {
    let page = try read(Pages.ferry)
    let links = page.paragraphs.flatMap { paragraph in
      paragraph.links.map { link in
        let bytes = Array(paragraph.text.utf8)
        return "\(String(decoding: bytes[link.start..<link.end], as: UTF8.self)) -> \(link.address)"
      }
    }
    #expect(
      links == [
        "told the Coast Gazette -> https://coast-gazette.example/interview?id=7",
        "a report -> https://valley-herald.example/reports/pier.html",
      ])
  }

  @Test(arguments: [
    (
      #"{"@graph": [{"@type": "WebSite", "name": "Valley Herald"}, {"@type": ["NewsArticle"], "author": {"name": "Jane Doe"}}]}"#,
      ["Jane Doe"]
    ),
    (
      #"[{"@type": "NewsArticle", "author": "By Jane Doe and Bill Smith"}]"#,
      ["Jane Doe", "Bill Smith"]
    ),
    (
      #"{"@type": "Article", "author": [{"@type": "Person", "name": ["Jane Doe"]}], "articleBody": "A line"#
        + "\n" + #"thatresumes" };"#, ["Jane Doe"]
    ),
    (
      "<!-- "
        + #"{"@type": "https://schema.org/BlogPosting", "author": [{"name": "Jane D&ouml;e"}]}"#
        + " -->", ["Jane Döe"]
    ),
    (
      #"{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Valley Herald"}}"#,
      ["Valley Herald"]
    ),
    (
      #"{"@graph": [{"@type": "Article", "author": {"@id": "/p/7"}}, {"@type": "Person", "@id": "/p/7", "name": "Jane Doe"}]}"#,
      ["Jane Doe"]
    ),
    (#"{"@type": "NewsArticle", "author": "#, []),
  ])
  func `Authors are found in every form of JSON-LD`(json: String, authors: [String]) throws {
    let page = try read(
      "<html><head><script type='application/ld+json'>\(json)</script></head><body><h1>Ferry runs again today</h1><p>\(Pages.first)</p></body></html>"
    )
    #expect(page.bylines == authors)
  }

  @Test func `What the page shows is taken where its head says nothing`() throws {
    let page = try read(
      """
      <html lang="en-GB"><head><title>Ferry to Port Mercy runs again | Valley Herald</title></head>
      <body><main><h1>Ferry to Port Mercy runs again</h1>
      <p class="byline">By Jane Doe and Bill Smith</p><p class="when">Posted on 13 June 2024</p>
      <p>\(Pages.first)</p><p>\(Pages.second)</p></main></body></html>
      """)
    #expect(page.title == "Ferry to Port Mercy runs again")
    #expect(page.publisher == "Valley Herald")
    #expect(page.bylines == ["Jane Doe", "Bill Smith"])
    #expect(page.published == "2024-06-13")
    #expect(page.paragraphs.map(\.text) == [Pages.first, Pages.second])
  }

  private func read(_ text: String) throws -> Page {
    try reader.read(Array(text.utf8), address: "https://valley-herald.example/news/ferry?ref=1")
  }
}
