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

  private func read(_ rest: String) throws -> Page {
    try reader.read(Array("<!doctype html><html lang=en><head>\(rest)</body></html>".utf8))
  }
}
