import HearsayFetching
import HearsayPages
import HearsayResources
import Testing

@Suite("Who wrote a page")
struct PageBylineTests {
  private let reader: PageReader

  init() throws { reader = try PageReader(resources: .locate()) }

  @Test(arguments: [
    ("By Jane Doe and Bill Smith", ["Jane Doe", "Bill Smith"]),
    ("By Jane Doe, PhD", ["Jane Doe"]),
    ("By Jane Doe, Associated Press", ["Jane Doe"]),
    ("By Jane Doe in Port Mercy", ["Jane Doe"]),
    ("By Jane Doe for Harbour News", ["Jane Doe"]),
    ("By Jane Doe Contributor", ["Jane Doe"]),
    ("By Jane Doe, Senior reporter", ["Jane Doe"]),
    ("By Jane Doe (Port Mercy, islands desk)", ["Jane Doe"]),
    ("By Jane Doe, Photographs by Jo Hale", ["Jane Doe"]),
    ("jane@valley.example (Jane Doe)", ["Jane Doe"]),
    ("Jane Doe@janedoe", ["Jane Doe"]),
    ("Jane Doe Updated June 13, 2024", ["Jane Doe"]),
    ("Mac & i", ["Mac & i"]),
    ("Jane Doe & Bill Smith", ["Jane Doe", "Bill Smith"]),
    ("Last Updated:", []),
    ("See full bio", []),
  ])
  func `Of what stands for an author the names are taken`(value: String, names: [String]) throws {
    #expect(try page("<meta name=author content='\(value)'>").bylines == names)
  }

  @Test func `Authors of comments and of other articles wrote nothing here`() throws {
    let page = try page(
      "",
      below: "<p class=byline><span itemprop=author>Jane Doe</span></p>",
      after: """
        <section class=comments><div><span itemprop=author>Bill Smith</span><p>I waited for it since Monday, and it never came.</p></div></section>
        <div class=related-stories><a rel=author href="/x">Jo Hale</a></div>
        """)
    #expect(page.bylines == ["Jane Doe"])
  }

  @Test func `Who stands in the byline wrote it, not the account that put it online`() throws {
    let page = try page(
      """
      <script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Web Poster"}}</script>
      """,
      below:
        "<p class=byline>By <a rel=author href='/a'>Jane Doe</a>, <a rel=author href='/b'>Bill Smith</a></p>"
    )
    #expect(page.bylines == ["Jane Doe", "Bill Smith"])
  }

  @Test func `A house that owns the site gives way to the byline`() throws {
    let page = try page(
      "<meta name=author content='Harbour Media Inc.'>", below: "<p>By Jane Doe</p>")
    #expect(page.bylines == ["Jane Doe"])
    #expect(
      try self.page("<meta name=author content='Harbour Media Inc.'>").bylines == [
        "Harbour Media Inc"
      ])
  }

  @Test func `A name in pieces is told from what stands beside it`() throws {
    let page = try page(
      "",
      below: """
        <div class=author-line>By <a href="/a">Jane Doe</a><span class=handle>@janedoe</span> and <a href="/b">Bill Smith</a><span
        class=role>Harbour correspondents</span><time>13 June 2024</time></div>
        """)
    #expect(page.bylines == ["Jane Doe", "Bill Smith"])
  }

  @Test func `Whose pictures stand beside the text did not write it`() throws {
    let page = try page(
      "",
      below:
        "<p class=byline>By <a href='/a'>Jane Doe</a> Photographs by <a href='/b'>Jo Hale</a></p>")
    #expect(page.bylines == ["Jane Doe"])
  }

  @Test(arguments: [
    "<div><span>By</span></div><div><a href='/x/17'>Jane Doe</a></div>",
    "<div>13 June 2024 <a href='/authors/jane-doe'>Jane Doe</a></div>",
    "<div>Jane Doe, staff reporter</div>",
  ])
  func `A byline needs no name of its own`(byline: String) throws {
    #expect(try page("", below: byline).bylines == ["Jane Doe"])
  }

  @Test func `Who wrote it may stand behind the text`() throws {
    let page = try page(
      "",
      after:
        "<div class=author-box><h4>About the author</h4><span class=author-name>Jane Doe</span></div>"
    )
    #expect(page.bylines == ["Jane Doe"])
    let other = try self.page(
      "",
      after:
        "<ol class=comments><li><span class=comment-author>Bill Smith</span><p>I waited for it since Monday.</p></li></ol>"
    )
    #expect(other.bylines == [])
  }

  @Test func `A library's order of names is turned round`() throws {
    let page = try page(
      "<meta name=citation_author content='Doe, Jane'><meta name=citation_author content='Smith, Bill'>"
    )
    #expect(page.bylines == ["Jane Doe", "Bill Smith"])
  }

  @Test(arguments: [
    "<meta property=article:author content='https://valley-herald.example/authors/jane-doe/'>",
    "<script>var page = {author: \"Jane Doe\", 'articleAuthor': 'Jane Doe'};</script>",
  ])
  func `Where nothing else says who wrote it, the address of an author or a program does`(
    head: String
  ) throws {
    #expect(try page(head).bylines == ["Jane Doe"])
  }

  private func page(_ head: String, below: String = "", after: String = "") throws -> Page {
    try reader.read(
      Array(
        """
        <!doctype html><html lang=en><head><title>Ferry to Port Mercy runs again</title>\(head)</head><body><main>
        <h1>Ferry to Port Mercy runs again</h1>\(below)<p>\(Pages.first)</p><p>\(Pages.second)</p><p>\(Pages.third)</p>\(after)
        </main></body></html>
        """.utf8))
  }
}
