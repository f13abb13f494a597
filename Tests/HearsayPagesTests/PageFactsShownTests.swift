import HearsayFetching
import HearsayPages
import HearsayResources
import Testing

@Suite("What a page shows of its article")
struct PageFactsShownTests {
  private let reader: PageReader

  init() throws { reader = try PageReader(resources: .locate()) }

  @Test func `A byline is looked for at the headline, and not at the outlet's name`() throws {
    let menu = (1...20).map { "<p><a href='/\($0)'>Desk number \($0)</a></p>" }.joined()
    let page = try read(
      """
      <title>Ferry to Port Mercy runs again - Valley Herald</title></head>
      <body><h1><a href="/">Valley Herald</a></h1>\(menu)
      <article><h2>Ferry to Port Mercy runs again</h2>
      <p class="signed"><span class="byauthor">by Jane Doe</span><span>13 June 2024</span></p>
      <p>\(Pages.first)</p><p>\(Pages.second)</p></article>
      """)
    #expect(page.title == "Ferry to Port Mercy runs again")
    #expect(page.bylines == ["Jane Doe"])
    #expect(page.published == "2024-06-13")
  }

  @Test func `A heading that the window's title ends with is the headline`() throws {
    let page = try read(
      """
      <title>Valley Diary: A pier for the islands at last</title></head>
      <body><h1><a href="/">Valley Diary</a></h1><h3>A pier for the islands at last</h3>
      <p>\(Pages.first)</p><p>\(Pages.second)</p>
      """)
    #expect(page.title == "A pier for the islands at last")
  }

  @Test(arguments: ["–", "|", "·", "»", "-"])
  func `The outlet's name goes from a window's title where no heading says the headline`(
    mark: String
  ) throws {
    let page = try read(
      """
      <title>Ferry to Port Mercy runs again \(mark) Island Notes</title></head>
      <body><p>\(Pages.first)</p><p>\(Pages.second)</p>
      """)
    #expect(page.title == "Ferry to Port Mercy runs again")
  }

  @Test func `A short title keeps what stands behind a dash`() throws {
    let page = try read(
      "<title>Port Mercy – a portrait</title></head><body><p>\(Pages.first)</p><p>\(Pages.second)</p>"
    )
    #expect(page.title == "Port Mercy – a portrait")
  }

  @Test func `Of several first headings the one that the window is named after is the headline`()
    throws
  {
    let page = try read(
      """
      <title>The pier that the islands waited for - Valley Herald</title>
      <meta property="og:title" content="You will not believe what these islanders built"></head>
      <body><h1>The pier that the islands waited for</h1><p>\(Pages.first)</p><p>\(Pages.second)</p>
      <h1>Become a member</h1>
      """)
    #expect(page.title == "The pier that the islands waited for")
  }

  @Test func `An author who is only the outlet gives way to the people whom the page names`()
    throws
  {
    let page = try read(
      """
      <title>Ferry to Port Mercy runs again</title>
      <meta property="og:site_name" content="Valley Herald Online">
      <meta name="author" content="Valley Herald"></head>
      <body><h1>Ferry to Port Mercy runs again</h1><p><em>Written by: Jane Doe</em></p>
      <p>\(Pages.first)</p><p>\(Pages.second)</p>
      """)
    #expect(page.bylines == ["Jane Doe"])
  }

  @Test
  func `The one headline of an article is its headline, whatever the page is called elsewhere`()
    throws
  {
    let page = try read(
      """
      <title>This pier took ten years - Valley Herald</title><meta property="og:title" content="This pier took ten years"></head>
      <body><main><h1 class="headline">A harbour without a pier waits no longer</h1>
      <p>\(Pages.first)</p><p>\(Pages.second)</p></main>
      """)
    #expect(page.title == "A harbour without a pier waits no longer")
  }

  @Test(arguments: [
    ("Ferry runs again | The Valley Herald", "Valley Herald"),
    ("Ferry runs again - VALLEY HERALD", "Valley Herald"),
    ("Ferry runs again – Valley Herald", "The Valley Herald"),
  ])
  func `The outlet's name goes from a title with or without an article and in any letters`(
    title: String, outlet: String
  )
    throws
  {
    let page = try read(
      """
      <title>\(title)</title><meta property="og:site_name" content="\(outlet)"></head>
      <body><p>\(Pages.first)</p><p>\(Pages.second)</p>
      """)
    #expect(page.title == "Ferry runs again")
    #expect(page.publisher == outlet)
  }

  @Test(
    arguments: [
      (
        "https://www.valley-herald.example/ferry", "Ferry runs again today | Valley Herald | News",
        nil, "Valley Herald"
      ),
      (
        "https://valleyherald.example/ferry", "Ferry runs again today - Valley Herald",
        "ValleyHerald.example", "Valley Herald"
      ),
      ("https://valleyherald.example/ferry", "Ferry runs again today", nil, "valleyherald.example"),
      (
        "https://en.wikinews.org/wiki/Ferry", "Ferry runs again today", "Harbour Foundation, Inc.",
        "Wikinews"
      ),
    ] as [(String, String, String?, String)])
  func `An outlet is called what readers call it`(
    address: String, title: String, told: String?, outlet: String
  ) throws {
    let meta = told.map { "<meta property='og:site_name' content='\($0)'>" } ?? ""
    let page = try read(
      """
      <title>\(title)</title><link rel=canonical href="\(address)">\(meta)</head>
      <body><p>\(Pages.first)</p><p>\(Pages.second)</p>
      """)
    #expect(page.publisher == outlet)
  }

  @Test func `What stands behind a bar is the outlet where nothing else names it`() throws {
    let page = try read(
      "<title>Ferry runs again | Island Notes</title></head><body><p>\(Pages.first)</p><p>\(Pages.second)</p>"
    )
    #expect(page.title == "Ferry runs again")
    #expect(page.publisher == "Island Notes")
  }

  @Test func `The day that a paper shows is its day, and not the one in Greenwich`() throws {
    let page = try read(
      """
      <title>Ferry runs again today</title><meta property="article:published_time" content="2024-06-14T02:15:00Z"></head>
      <body><h1>Ferry runs again today</h1><p>June 13, 2024</p><p>\(Pages.first)</p><p>\(Pages.second)</p>
      """)
    #expect(page.published == "2024-06-13")
  }

  @Test func `Of several articles in a page's data the one that the page is called after is read`()
    throws
  {
    let page = try read(
      """
      <title>Ferry to Port Mercy runs again</title><script type="application/ld+json">[
      {"@type":"NewsArticle","headline":"Council meets on Monday night","author":"Bill Smith","datePublished":"2024-01-01"},
      {"@type":"Article","headline":"Ferry to Port Mercy runs again","author":"Jane Doe","datePublished":"2024-06-13"}]</script></head>
      <body><h1>Ferry to Port Mercy runs again</h1><p>\(Pages.first)</p><p>\(Pages.second)</p>
      """)
    #expect(page.title == "Ferry to Port Mercy runs again")
    #expect(page.bylines == ["Jane Doe"])
    #expect(page.published == "2024-06-13")
  }

  private func read(_ rest: String) throws -> Page {
    try reader.read(Array("<!doctype html><html lang=en><head>\(rest)</body></html>".utf8))
  }
}
