import HearsayIngest
import HearsayModel
import Testing

@Suite("What text browsers and feed readers save")
struct TextBrowserTests {
  @Test func `Of newsboat's articles the feed is the publisher, and numbers are links`() throws {
    let article = try read(
      """
      Feed: Valley Herald
      Title: Ferry runs again
      Author: Jane Doe
      Date: Thu, 13 Jun 2024 08:30:00 +0200
      Link: https://valley-herald.example/ferry
      Flags: n

      The ferry sailed again, the harbour master told the Coast Gazette[1].

      Nobody complained[2], she said in 2019 [3].

      Links:
      [1]: https://coast.example/interview (link)
      [2]: https://coast.example/complaints (link)
      """)
    #expect(article.publisher == "Valley Herald")
    #expect(article.title == "Ferry runs again")
    #expect(article.byline == "Jane Doe")
    #expect(article.published?.hasPrefix("2024-06-13") == true)
    #expect(article.url == "https://valley-herald.example/ferry")
    #expect(
      article.text.string
        == "The ferry sailed again, the harbour master told the Coast Gazette.\n\nNobody complained, she said in 2019 [3]."
    )
    #expect(
      links(article) == [
        "Gazette -> https://coast.example/interview",
        "complained -> https://coast.example/complaints",
      ])
  }

  @Test func `The numbers of lynx become links to what its list says`() throws {
    let article = try read(
      """
         The ferry sailed again, the harbour master told the [1]Coast
         Gazette, as “[2]nobody” complained.

      References

         Visible links
         1. https://coast.example/interview
         2. https://coast.example/complaints
      """)
    #expect(
      article.text.string
        == "   The ferry sailed again, the harbour master told the Coast\n   Gazette, as “nobody” complained."
    )
    #expect(
      links(article) == [
        "Coast -> https://coast.example/interview", "nobody -> https://coast.example/complaints",
      ])
  }

  @Test func `The numbers of w3m do so too`() throws {
    let article = try read(
      "It [1]sails again.\n\nReferences:\n\n[1] https://coast.example/interview\n")
    #expect(article.text.string == "It sails again.")
    #expect(links(article) == ["sails -> https://coast.example/interview"])
  }

  @Test(arguments: [
    "Feed: the cat is hungry.\n\nShe said so.", "References\n\nNo addresses here.",
    "See note [1].\n\nReferences\n\n1. Doe, J. Ferries. 2019.",
  ])
  func `What only looks like it stays as it is`(text: String) throws {
    #expect(try read(text).text.string == text)
  }

  private func read(_ text: String) throws -> Article {
    try Ingest().article(from: Array(text.utf8), path: nil)
  }

  private func links(_ article: Article) -> [String] {
    article.links.map { "\(article.text[$0.span]) -> \($0.address)" }
  }
}
