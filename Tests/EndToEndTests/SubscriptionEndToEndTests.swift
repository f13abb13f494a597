import Foundation
import HearsayTestSupport
import Synchronization
import Testing

/// News from a server on this machine: subscribed to, read, and read again without it.
@Suite(
  "Pages and feeds", .enabled(if: Paper.isThere, Paper.missing), .timeLimit(.minutes(5)))
struct SubscriptionEndToEndTests {
  private let paper: Paper

  init() throws {
    paper = try Paper()
    try paper.home.file("config/hearsay/config.toml", "model = false\n")
  }

  /// An outlet with a front page that names its feed, and two articles.
  private func outlet() throws -> LoopbackServer {
    let words = Paper.harbour.split(separator: "\n", omittingEmptySubsequences: true)
    let paragraphs = words.dropFirst().map { "<p>\($0)</p>" }.joined()
    let page = """
      <!doctype html><html lang="en"><head><title>Harbour talks break off</title>
      <meta property="og:title" content="Harbour talks break off after third night"></head>
      <body><article><h1>Harbour talks break off after third night</h1>\(paragraphs)</article></body></html>
      """
    return try LoopbackServer.pages([
      "/": (
        "text/html",
        "<html><head><title>The Daily Courier</title><link rel='alternate' type='application/rss+xml' href='/feed.xml'></head><body><p>Front page of the day.</p></body></html>"
      ),
      "/feed.xml": (
        "application/rss+xml",
        """
        <rss version="2.0"><channel><title>The Daily Courier</title>
        <item><title>Harbour talks break off</title><link>/harbour</link><guid>1</guid></item>
        <item><title>Tunnel to close</title><link>/tunnel</link><guid>2</guid></item></channel></rss>
        """
      ),
      "/harbour": ("text/html; charset=utf-8", page),
      "/ferry": (
        "text/html",
        """
        <!doctype html><html lang="en"><head><title>Ferries stay</title></head><body><article>
        <h1>Ferries stay in port</h1>
        <p>Mayor Ana Lund told <a href="/harbour">The Daily Courier</a> that the talks had failed for the third time.</p>
        <p>The ferries will stay in the harbour until the end of the week, and the islands will be served by air.</p>
        </article></body></html>
        """
      ),
    ])
  }

  @Test("An address opens as a file does, and a page that is not there is one sentence")
  func address() throws {
    let outlet = try outlet()
    let words = try paper.words(after: "", "\(outlet.address)/harbour")
    #expect(words.contains("Harbour talks break off after third night"))
    let analysis = try paper.shell("hearsay analyze \(outlet.address)/harbour")
    #expect(analysis.output.contains("\"url\" : \"\(outlet.address)/harbour\""))
    let missing = try paper.shell("hearsay analyze \(outlet.address)/nowhere")
    #expect(
      missing.output
        == "hearsay: \(outlet.address)/nowhere is not there (404): check the address.\n")
    #expect(missing.status == 1)
  }

  @Test
  func `A link leads to the page it names and back, and the library keeps it with the article`()
    throws
  {
    var outlet: LoopbackServer? = try outlet()
    let address = try #require(outlet?.address)
    var words = try paper.words(after: "]", "\(address)/ferry")
    #expect(words.contains("\(address)/harbour · Enter opens it"))
    words = try paper.words(after: "] Enter", "\(address)/ferry")
    #expect(words.contains("Harbour talks break off after third night"))
    words = try paper.words(after: "] Enter q", "\(address)/ferry")
    #expect(words.contains("The ferries will stay in the harbour"))
    outlet = nil
    words = try paper.words(after: "& Enter", "--offline \(address)/ferry")
    #expect(words.contains("Harbour talks break off after third night"))
  }

  @Test
  func `The report that words came through is linked, and nobody is led into their own network`()
    throws
  {
    let reports = try LoopbackServer.pages([:])
    let outlet = try LoopbackServer.pages([
      "/ferry": (
        "text/html",
        """
        <!doctype html><html lang="en"><head><title>Ferries stay</title></head><body><article>
        <h1>Ferries stay in port</h1>
        <p>Mayor Ana Lund told <a href="http://localhost:\(reports.port)/talks">The Daily Courier</a> that the talks had failed.</p>
        <p>The ferries will stay in the harbour until the end of the week, and the islands will be served by air.</p>
        </article></body></html>
        """
      )
    ])
    let words = try paper.words(after: "Tab ^", "\(outlet.address)/ferry")
    #expect(words.contains("← The Daily Courier"))
    #expect(!words.contains("no link"))
    #expect(words.contains("which is only opened where you type it yourself"))
    #expect(reports.requests.isEmpty)
  }

  @Test("A page's feed is subscribed to, refreshed, listed, read, and read again offline")
  func reading() throws {
    var outlet: LoopbackServer? = try outlet()
    let address = try #require(outlet?.address)
    let subscribed = try paper.shell("hearsay subscribe \(address)/")
    #expect(subscribed.output == "The Daily Courier: 2 new, \(address)/feed.xml\n")
    #expect(try paper.shell("hearsay refresh").output == "0 new in 1 feeds\n")
    #expect(
      try paper.shell("hearsay feeds").output == "2/2  The Daily Courier  \(address)/feed.xml\n")
    #expect(
      try paper.shell("hearsay news").output
        == "Harbour talks break off  \(address)/harbour\nTunnel to close  \(address)/tunnel\n")
    _ = try paper.words(after: "", "\(address)/harbour")
    #expect(try paper.shell("hearsay news").output == "Tunnel to close  \(address)/tunnel\n")
    outlet = nil
    let words = try paper.words(after: "", "--offline \(address)/harbour")
    #expect(words.contains("Harbour talks break off after third night"))
    #expect(try paper.shell("hearsay unsubscribe 'the daily courier'").status == 0)
    #expect(try paper.shell("hearsay feeds").output == "")
  }

  @Test func `In the reader feeds are refreshed, an entry is read, marked, and read again offline`()
    throws
  {
    var outlet: LoopbackServer? = try outlet()
    let address = try #require(outlet?.address)
    let article = try paper.harbour()
    _ = try paper.shell("hearsay subscribe \(address)/")
    var words = try paper.words(after: "B *", article)
    #expect(words.contains("0 new in 1 feed"))
    #expect(words.contains("2 new of 2"))
    words = try paper.words(after: "H Enter", article)
    #expect(words.contains("Two warehouses burned down on Sunday night."))
    words = try paper.words(after: "H", article)
    #expect(words.contains("Tunnel to close"))
    #expect(!words.contains("Harbour talks break off The Daily Courier"))
    words = try paper.words(after: "H Enter", article)
    #expect(words.contains("\(address)/tunnel is not there (404): check the address."))
    outlet = nil
    words = try paper.words(after: "H v v", "--offline \(article)")
    #expect(words.contains("in the library · read"))
    words = try paper.words(after: "H v v / H a r b o u r Enter Enter", "--offline \(article)")
    #expect(words.contains("Two warehouses burned down on Sunday night."))
  }

  @Test func `With prefetch what is new is in the library before anybody opens it`() throws {
    var outlet: LoopbackServer? = try outlet()
    let address = try #require(outlet?.address)
    try paper.home.file("config/hearsay/config.toml", "model = false\nprefetch = true\n")
    let article = try paper.harbour()
    _ = try paper.shell("hearsay subscribe \(address)/")
    let asked = try #require(outlet?.requests.count)
    _ = try paper.screen(after: "H * *", article)
    // The feed, the page, and the one that is not there: neither page is asked for twice.
    for page in ["/harbour", "/tunnel"] {
      #expect(outlet?.requests.dropFirst(asked).filter { $0.contains(page) }.count == 1)
    }
    outlet = nil
    let words = try paper.words(after: "H / H a r b o u r Enter Enter", "--offline \(article)")
    #expect(words.contains("Two warehouses burned down on Sunday night."))
    #expect(try paper.shell("hearsay search warehouses").output.contains("warehouses"))
  }

  @Test func `A host that is asked too often is left alone by what fetches ahead`() throws {
    let server = try LoopbackServer { request, send in
      let items = (1...5).map { "<item><title>\($0)</title><link>/page\($0)</link></item>" }
      _ = send(
        request.hasPrefix("GET /feed ")
          ? LoopbackServer.reply(
            "200 OK", body: Array("<rss><channel>\(items.joined())</channel></rss>".utf8))
          : LoopbackServer.reply("429 Slow Down", headers: ["Retry-After: 60"], body: []))
    }
    try paper.home.file("config/hearsay/config.toml", "model = false\nprefetch = true\n")
    _ = try paper.shell("hearsay subscribe \(server.address)/feed")
    _ = try paper.screen(after: "H * *", try paper.harbour())
    #expect(server.requests.filter { $0.contains("/page") }.count == 1)
    // Neither that day's next session nor hearsay refresh asks it again.
    _ = try paper.screen(after: "H *", try paper.harbour())
    #expect(server.requests.filter { $0.contains("/page") }.count == 1)
    let refreshed = try paper.shell("hearsay refresh").output
    #expect(refreshed.contains("1 skipped, as their servers asked"))
  }

  @Test
  func
    `A page that has changed is a new version: marks are found again, and what changed is listed`()
    throws
  {
    let text = Mutex(
      "<p>Mayor Ana Lund said on Monday that ten ships would stay in the harbour of the old town.</p><p>The ferries will not sail before Friday, and nobody was hurt in the accident at the pier.</p>"
    )
    let server = try LoopbackServer { _, send in
      let body =
        "<html lang='en'><head><title>Ships</title></head><body><article><h1>Ships stay</h1>\(text.withLock { $0 })</article></body></html>"
      _ = send(LoopbackServer.reply("200 OK", body: Array(body.utf8)))
    }
    _ = try paper.screen(after: "", "\(server.address)/ships")
    text.withLock {
      $0 =
        $0.replacing("ten ships", with: "twelve ships")
        + "<p>The union said the talks had failed again on Tuesday night.</p>"
    }
    var words = try paper.words(after: "", "\(server.address)/ships")
    #expect(words.contains("This is a new version of the article; Z shows what has changed."))
    words = try paper.words(after: "Z", "--offline \(server.address)/ships")
    #expect(words.contains("What has changed"))
    #expect(words.contains("+ the union: said › the talks had failed again"))
    #expect(words.contains("+ Mayor Ana Lund said on Monday that twelve ships"))
    let compared = try paper.shell("hearsay compare \(server.address)/ships")
    #expect(compared.output.contains("added\n  + The union said the talks had failed again"))
    _ = try paper.screen(after: ": 1 Enter m", "\(server.address)/ships")
    text.withLock { $0 = $0.replacing("twelve ships", with: "thirteen ships") }
    words = try paper.words(after: "M", "\(server.address)/ships")
    #expect(words.contains("on changed words"))
  }

  @Test("A feed that fails says why and stops no other; the reason stays until it is there again")
  func failing() throws {
    let outlet = try outlet()
    try paper.home.file(
      "urls",
      "\(outlet.address)/gone.xml news\n\(outlet.address)/feed.xml \"~Courier\"\n# nothing\n")
    let subscribed = try paper.shell("cd '\(paper.home.path)'; hearsay subscribe urls")
    #expect(subscribed.output == "2 new subscriptions from urls\n")
    let refreshed = try paper.shell("hearsay refresh")
    #expect(refreshed.status == 1)
    #expect(
      refreshed.output
        == "hearsay: \(outlet.address)/gone.xml is not there (404): check the address.\n2 new in 2 feeds; 1 failed\n"
    )
    #expect(try paper.shell("hearsay feeds").output.contains("gone.xml  is not there (404)"))
  }

  @Test("A list of feeds goes out and comes in again")
  func lists() throws {
    let outlet = try outlet()
    _ = try paper.shell("hearsay subscribe \(outlet.address)/feed.xml")
    let before = try paper.shell("hearsay feeds --format opml").output
    let moved = try paper.shell(
      "cd '\(paper.home.path)'; hearsay feeds --format opml > list.opml; hearsay unsubscribe \(outlet.address)/feed.xml; hearsay subscribe list.opml"
    )
    #expect(moved.output == "1 new subscriptions from list.opml\n")
    #expect(try paper.shell("hearsay feeds --format opml").output == before)
  }

  @Test func `Of a list that others made only the web is taken, and nothing in one's own network`()
    throws
  {
    let outlet = try outlet()
    try paper.home.file(
      "list.opml",
      "<opml version='2.0'><body><outline xmlUrl='file:///etc/passwd'/><outline xmlUrl='\(outlet.address)/feed.xml'/></body></opml>"
    )
    let inHome = "cd '\(paper.home.path)'; "
    #expect(
      try paper.shell(inHome + "hearsay subscribe list.opml").output
        == "1 new subscriptions from list.opml; 1 are no addresses of the web\n")
    let refreshed = try paper.shell("hearsay refresh").output
    #expect(refreshed.contains("which is only opened where you type it yourself"))
    #expect(outlet.requests.isEmpty)
    _ = try paper.shell("hearsay subscribe \(outlet.address)/feed.xml")
    #expect(try paper.shell("hearsay refresh").output == "0 new in 1 feeds\n")
  }

  @Test func `A feed whose title would steer the terminal is subscribed to in plain words`() throws
  {
    let server = try LoopbackServer.pages([
      "/": (
        "application/rss+xml",
        "<rss><channel><title>Post&#27;]0;x&#7;</title><item><title>A</title></item></channel></rss>"
      )
    ])
    let said = try paper.shell("hearsay subscribe \(server.address)/").output
    #expect(said.contains(": 1 new, "))
    #expect(said.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
  }

  @Test("A server that asks to be left alone is")
  func politeness() throws {
    let server = try LoopbackServer { request, send in
      _ = send(
        request.contains("/first")
          ? LoopbackServer.reply("429 Slow Down", headers: ["Retry-After: 3600"], body: [])
          : LoopbackServer.reply("200 OK", body: Array("<rss><channel/></rss>".utf8)))
    }
    try paper.home.file("urls", "\(server.address)/first\n\(server.address)/second\n")
    _ = try paper.shell("cd '\(paper.home.path)'; hearsay subscribe urls; hearsay refresh")
    let asked = server.requests.count
    _ = try paper.shell("hearsay refresh \(server.address)/first")
    #expect(server.requests.count == asked)
  }

  @Test("What a feed says is printed in one shape, and one that is none stops nobody")
  func printing() throws {
    let outlet = try outlet()
    try paper.home.file("page.html", "<html><body><p>No feed.</p></body></html>")
    let printed = try paper.shell(
      "cd '\(paper.home.path)'; hearsay feed page.html \(outlet.address)/feed.xml")
    #expect(printed.status == 1)
    #expect(printed.output.contains("hearsay: page.html is no feed and names none.\n"))
    #expect(printed.output.contains("\"title\":\"The Daily Courier\""))
  }
}
