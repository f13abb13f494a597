import HearsayFetching
import HearsayPages
import HearsayResources
import Testing

@Suite("When a page was published")
struct PageDayTests {
  private let reader: PageReader

  init() throws { reader = try PageReader(resources: .locate()) }

  @Test(arguments: [
    "Thu Jun 13 12:45:00 EDT 2024", "2024年6月13日", "13. Juni 2024", "13 de junio de 2024",
    "le 13 juin 2024",
    "06/13/2024", "13.06.2024", "June 13th, 2024",
  ])
  func `Days are read as systems and other languages write them`(day: String) throws {
    #expect(
      try page("<meta property=article:published_time content='\(day)'>").published == "2024-06-13")
  }

  @Test(arguments: [("en-US", "2024-03-04"), ("en-GB", "2024-04-03"), ("en", nil)])
  func `Which figure is the month is told by the page's country`(language: String, day: String?)
    throws
  {
    #expect(
      try page("<meta name=pubdate content='03/04/2024'>", language: language).published == day)
  }

  @Test func `Data in a section of characters is data`() throws {
    let page = try page(
      """
      <script type="application/ld+json"> <![CDATA[ [{"@type":"NewsArticle","datePublished":"2024-06-13"}] ]]> </script>
      """)
    #expect(page.published == "2024-06-13")
  }

  @Test func `The day of a change is not the day of publication where both are shown`() throws {
    let page = try page("", below: "<p>Updated 20 June 2024</p><p>Posted 13 June 2024</p>")
    #expect(page.published == "2024-06-13")
  }

  @Test func `Times of comments and of other articles are not the article's`() throws {
    let page = try page(
      "", below: "<p><time datetime='2024-06-13'>Thursday</time></p>",
      before: "<nav><time datetime='2024-06-30'>today</time></nav>")
    #expect(page.published == "2024-06-13")
  }

  @Test func `The day of a post that is quoted is the post's`() throws {
    let post =
      "<blockquote><p>Back at sea.</p>&mdash; Port Mercy Ferries (@mercyferries) <a href='https://social.example/1'>June 3, 2024</a></blockquote>"
    #expect(try page("", below: post).published == nil)
    #expect(try page("", below: post + "<p>13 June 2024</p>").published == "2024-06-13")
  }

  @Test func `A day that only the page's programs know is found there`() throws {
    let page = try page(
      "<script>window.state = {\"publishedDate\":\"2024-06-13T10:00:00Z\"};</script>")
    #expect(page.published == "2024-06-13T10:00:00Z")
  }

  private func page(
    _ head: String, below: String = "", before: String = "", language: String = "en"
  ) throws -> Page {
    try reader.read(
      Array(
        """
        <!doctype html><html lang=\(language)><head><title>Ferry to Port Mercy runs again</title>\(head)</head><body>\(before)<main>
        <h1>Ferry to Port Mercy runs again</h1>\(below)<p>\(Pages.first)</p><p>\(Pages.second)</p><p>\(Pages.fourth)</p>
        </main></body></html>
        """.utf8))
  }
}
