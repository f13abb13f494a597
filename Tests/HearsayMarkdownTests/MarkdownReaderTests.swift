import HearsayFetching
import HearsayMarkdown
import HearsayPages
import HearsayResources
import Testing

@Suite("Markdown is read")
struct MarkdownReaderTests {
  private let reader: MarkdownReader

  init() throws { reader = MarkdownReader(pages: try PageReader(resources: .locate())) }

  private func lines(_ text: String) -> [String] {
    reader.read(Array(text.utf8))?.paragraphs.map { "\($0.kind): \($0.text)" } ?? []
  }

  @Test func `Headings, lists and block quotations are what they are`() {
    #expect(
      lines(
        """
        # Quay stays *shut*

        Mayor Ana Lund
        spoke on Monday.

        Why it is so
        ------------

        1. the piles
        2. the **pier**

        - the crane

        > We had no choice.
        >
        > None at all.
        """) == [
          "heading: Quay stays shut", "text: Mayor Ana Lund spoke on Monday.",
          "heading: Why it is so", "listItem: the piles", "listItem: the pier",
          "listItem: the crane", "quotation: We had no choice.", "quotation: None at all.",
        ])
  }

  @Test(
    "Emphasis, code and what is escaped are their words",
    arguments: [
      ("**\"We had no choice,\"** *said* ***Ana* Lund**.", "\"We had no choice,\" said Ana Lund."),
      ("__Ana Lund__ said \"_no_\".", "Ana Lund said \"no\"."),
      (
        "The `pier` is 5\\*3 metres, 2*3*4 in all, snake_case_word.",
        "The pier is 5*3 metres, 234 in all, snake_case_word."
      ),
      ("Ana Lund&rsquo;s caf&eacute; \\[shut\\]", "Ana Lund’s café [shut]"),
      ("One line\\\nand another  \nand a third", "One line"),
      ("A <b>bold</b> word<!-- hidden --> more", "A bold word more"),
    ])
  func inline(text: String, words: String) {
    #expect(lines(text).first == "text: \(words)")
  }

  @Test func `Links have their words and their addresses, wherever those stand`() throws {
    let page = try #require(
      reader.read(
        Array(
          """
          The mayor told [the *Post*][post] and <https://kust.example/>, says [a report](/report "R") ![a crane](crane.png).

          [post]: https://post.example/quay
          """.utf8), from: "https://herald.example/notes/"))
    let paragraph = try #require(page.paragraphs.first)
    let words = Array(paragraph.text.utf8)
    #expect(
      paragraph.links.map {
        "\(String(decoding: words[$0.start..<$0.end], as: UTF8.self)) → \($0.address)"
      } == [
        "the Post → https://post.example/quay", "https://kust.example/ → https://kust.example/",
        "a report → https://herald.example/report",
      ])
    #expect(page.paragraphs.count == 1)
  }

  @Test(arguments: ["", "   \n\n", "<!-- nothing -->", "[a]: https://post.example/"])
  func `Where there is nothing to read there is no page`(text: String) {
    #expect(reader.read(Array(text.utf8)) == nil)
  }
}
