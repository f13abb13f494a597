import HearsayFetching
import HearsayPages
import HearsayResources
import Testing

@Suite("Pages whose words stand in their data")
struct ToldTextTests {
  private let reader: PageReader

  init() throws { reader = try PageReader(resources: .locate()) }

  private static let body = [
    Pages.first, Pages.third, Pages.fourth, Pages.first.replacing("Thursday", with: "Friday"),
  ]

  @Test func `The words that a page tells search engines are read where it shows none`() throws {
    let text = Self.body.joined(separator: #"\n\n"#).replacing("\"", with: #"\""#)
    let page = try read(
      #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry runs","articleBody":"\#(text)"}</script>"#
    )
    #expect(page.paragraphs.map(\.text) == Self.body)
    #expect(page.title == "Ferry runs")
  }

  @Test func `The words that a program shows later are read from its data`() throws {
    let blocks = Self.body.map { #"{"kind":"p","html":"<p>\#($0)</p>"}"# }.joined(separator: ",")
    let page = try read(
      #"<script id="__NEXT_DATA__" type="application/json">{"props":{"story":{"blocks":[\#(blocks)],"note":"Sign up."}}}</script>"#
    )
    #expect(page.paragraphs.map(\.text) == Self.body)
  }

  @Test func `What a page shows is read from the page`() throws {
    let page = try reader.read(Array(Pages.ferry.utf8))
    #expect(page.paragraphs.contains { $0.text == Pages.third })
  }

  private func read(_ head: String) throws -> Page {
    try reader.read(
      Array(
        "<!doctype html><html lang=en><head><title>Ferry runs</title>\(head)</head><body><div id=root></div></body></html>"
          .utf8))
  }
}
