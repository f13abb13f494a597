import HearsayIngest
import HearsayTestSupport
import Testing

@testable import struct HearsayIngest.Metadata

@Suite("Facts that are given: front matter, labels, the file beside an article")
struct GivenFactsTests {
  private static let story = "\n\nThe mill on Canal Street burned to the ground on Monday.\n"

  @Test func `The front matter of Markdown is read, and is no part of the text`() throws {
    let text = """
      ---
      title: "Mill burns: two hurt"
      authors:
        - Jane Doe
        - Bill Smith
      date: 2015-05-18T10:45:00Z
      source: The Valley Herald
      url: https://valley.example/mill
      lang: en-GB
      tags: [fire, mill]
      ---

      # Another headline

      The mill burned.

      """
    let article = try Ingest().article(from: Array(text.utf8), path: "mill.md")
    #expect(article.text.string == "Another headline\n\nThe mill burned.")
    #expect(article.title == "Mill burns: two hurt")
    #expect(article.byline == "Jane Doe, Bill Smith")
    #expect(article.published == "2015-05-18T10:45:00Z")
    #expect(article.publisher == "The Valley Herald")
    #expect(article.url == "https://valley.example/mill")
    #expect(article.language == "en")
  }

  @Test func `What the front matter lacks, the text may show`() {
    let found = metadata(
      of: "---\ndate: 18 May 2015\n---\n\n# Mill burns\n\nBy Jane Doe\n\nNobody was hurt.")
    #expect(found == Metadata(title: "Mill burns", byline: "Jane Doe", published: "2015-05-18"))
  }

  @Test(arguments: [
    "---\n\nMill burns\n\n---\n\nMore.", "---\ntitle: Mill burns\n\nNo end of it.", "---",
  ])
  func `A rule is no front matter`(text: String) {
    #expect(metadata(of: text).title == nil)
  }

  @Test func `The head of a saved page is read`() {
    let head =
      "Title: Mill burns\nAuthor: Jane Doe\nDate: May 18, 2015\nSource: https://valley.example/mill"
    #expect(
      metadata(of: head + Self.story)
        == Metadata(
          title: "Mill burns", byline: "Jane Doe", published: "2015-05-18",
          url: "https://valley.example/mill"))
  }

  @Test func `The file beside an article goes first`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("mill.txt", "Mill burns\n\nTuesday, May 19, 2015" + Self.story)
    try folder.file(
      "mill.meta.json",
      """
      {"title": "Mill in flames", "url": "https://en.wikinews.org/wiki/Mill", "date": "2015-05-18",
       "author": "Wikinews", "licence": "CC BY 2.5", "paragraph_kinds": ["p", "p"], "n": 3, "none": null}
      """)
    let article = try Ingest().article(at: .file(path))
    #expect(article.title == "Mill in flames")
    #expect(article.url == "https://en.wikinews.org/wiki/Mill")
    #expect(article.published == "2015-05-18")
    #expect(article.publisher == "Wikinews")
    #expect(article.byline == nil)
  }

  @Test(arguments: ["publisher", "site", "source", "outlet"])
  func `The outlet goes by many names`(key: String) {
    let sidecar = #"{"\#(key)": "Kestrel Bay Talk", "author": "Jane Doe"}"#
    #expect(
      Metadata(sidecar: Array(sidecar.utf8))
        == Metadata(publisher: "Kestrel Bay Talk", byline: "Jane Doe"))
  }

  @Test func `A site is the outlet that everybody knows`() {
    #expect(Metadata(sidecar: Array(#"{"site": "en.wikinews.org"}"#.utf8)).publisher == "Wikinews")
  }

  @Test(arguments: [
    "", "[]", "{", "7", #"{"title": 7, "date": "soon", "url": "nowhere", "author": ""}"#, "\u{0}",
  ])
  func `A broken file beside it changes nothing`(sidecar: String) {
    #expect(Metadata(sidecar: Array(sidecar.utf8)) == Metadata())
  }
}
