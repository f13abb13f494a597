import Foundation
import HearsayFetching
import HearsayPages
import HearsayResources
import Testing

@Suite("Pages as they come")
struct RoughPageTests {
  private let reader: PageReader

  init() throws { reader = try PageReader(resources: .locate()) }

  private func text(_ bytes: [UInt8], charset: String? = nil) throws -> [String] {
    try reader.read(bytes, charset: charset).paragraphs.map(\.text)
  }

  private static let words =
    "Żółw said „nie” to the café’s owner, who had waited for his answer since Monday evening."

  @Test(
    arguments: [
      ("utf-8", String.Encoding.utf8, "<meta charset=utf-8>", nil),
      ("a mark, and another set declared", .utf8, "\u{FEFF}<meta charset=iso-8859-1>", nil),
      ("UTF-16 with a mark", .utf16, "", nil),
      ("UTF-16 without one", .utf16LittleEndian, "", nil),
      ("the header's set", .isoLatin2, "", "iso-8859-2"),
      (
        "the page's own set", .windowsCP1250,
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1250'>", nil
      ),
    ] as [(String, String.Encoding, String, String?)])
  func `Letters are those that were written`(
    name: String, encoding: String.Encoding, head: String, charset: String?
  ) throws {
    let words =
      encoding == .isoLatin2
      ? Self.words.replacing("’", with: "").replacing("„", with: "\"").replacing("”", with: "\"")
      : Self.words
    let page = "\(head)<html><body><p>\(words)</p></body></html>"
    let bytes = try #require(page.data(using: encoding))
    #expect(try text(Array(bytes), charset: charset) == [words])
  }

  @Test func `What names no character set and is no UTF-8 is windows-1252`() throws {
    let page: [UInt8] =
      Array("<html><p>".utf8) + [0x93] + Array("No,".utf8) + [0x94] + Array(" the caf".utf8) + [
        0xE9
      ] + Array(" owner said on Monday.".utf8)
    #expect(try text(page) == ["“No,” the café owner said on Monday."])
  }

  @Test func `Numbers of windows-1252 in entities are its quotation marks`() throws {
    #expect(
      try text(
        Array(
          "<p>&#147;No,&#148; the owner&#146;s son said &copy &eacute;t&eacute on Monday.</p>".utf8)
      ) == ["“No,” the owner’s son said © été on Monday."])
  }

  @Test func `Nothing reaches the reader that would move a cursor`() throws {
    let page =
      "<p>The mill\u{0}burned \u{1B}[2J&#27;]0;x&#7; on \u{202E}Monday\u{200B} eve\u{AD}ning, the owner said.</p>"
    let found = try text(Array(page.utf8)).joined()
    #expect(
      found.unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
      })
    #expect(found.hasSuffix("Monday evening, the owner said."))
  }

  @Test(
    .timeLimit(.minutes(40)),
    arguments: [
      "<p" + (0..<200_000).map { " a\($0)=1" }.joined() + ">The mill burned, the owner said.</p>",
      String(repeating: "<div>", count: 10_000) + "The mill burned, the owner said.",
      String(repeating: "<b><i><font color=red>", count: 3_000) + "The mill burned, the owner said."
        + String(repeating: "<p>x", count: 3_000),
      "<p>The mill burned, the owner said.</p><img src='data:image/png;base64,"
        + String(repeating: "A", count: 5 << 20) + "'>",
      "<p>The mill burned, the owner said.</p><!-- never closed "
        + String(repeating: "-", count: 100_000),
      "<p>The mill burned, the owner said.</p><script>"
        + String(repeating: "<!--<script>", count: 20_000),
      "<table>" + String(repeating: "<tr><td><table>", count: 5_000)
        + "The mill burned, the owner said.",
      "The mill burned, the owner said. <" + String(repeating: "a ", count: 100_000),
    ])
  func `Markup without end is read in a moment`(page: String) throws {
    let found = try text(Array(page.utf8)).joined(separator: " ")
    #expect(found.contains("The mill burned, the owner said."))
  }

  @Test func `A page saved as mail is the page inside`() throws {
    let mail = """
      From: <Saved by Blink>\r
      Snapshot-Content-Location: https://valley-herald.example/mill\r
      MIME-Version: 1.0\r
      Content-Type: multipart/related;\r
      \ttype="text/html";\r
      \tboundary="----MultipartBoundary--x7"\r
      \r
      ------MultipartBoundary--x7\r
      Content-Type: text/html\r
      Content-Transfer-Encoding: quoted-printable\r
      Content-Location: https://valley-herald.example/mill\r
      \r
      <html><head><meta charset=3D"utf-8"></head><body><p>=E2=80=9CThe mill burned,=\r
      =E2=80=9D the owner said, and <a href=3D"/fire">called the brigade</a>.</p></body></html>\r
      ------MultipartBoundary--x7\r
      Content-Type: image/png\r
      \r
      PNG\r
      ------MultipartBoundary--x7--\r
      """
    let page = try reader.read(Array(mail.utf8))
    #expect(
      page.paragraphs.map(\.text) == ["“The mill burned,” the owner said, and called the brigade."])
    #expect(page.paragraphs.first?.links.map(\.address) == ["https://valley-herald.example/fire"])
    #expect(page.address == "https://valley-herald.example/mill")
  }

  @Test(arguments: ["<footer>Maria Holt, master</footer>", "<p>— Maria Holt, master</p>"])
  func `Who is quoted in a block stands under it`(signature: String) throws {
    let page = try reader.read(
      Array(
        """
        <article><p>\(Pages.first)</p><p>\(Pages.third)</p>
        <blockquote><p>The boats cannot leave the harbour at low tide.</p>\(signature)</blockquote>
        <p>\(Pages.fourth)</p></article>
        """.utf8))
    #expect(
      page.paragraphs.filter { $0.kind == .quotation }.map(\.text) == [
        "The boats cannot leave the harbour at low tide.", "— Maria Holt, master",
      ])
  }

  @Test func `Nothing in the address of a link is escaped twice`() throws {
    let page = try reader.read(
      Array(
        """
        <article><p>\(Pages.first) <a href="/a b|c%20d?q=[1]">The report</a> says more.</p>
        <p>\(Pages.third)</p><p>\(Pages.fourth)</p></article>
        """.utf8), address: "https://post.example/")
    #expect(
      page.paragraphs.first?.links.map(\.address)
        == ["https://post.example/a%20b%7Cc%20d?q=%5B1%5D"])
  }

  @Test func `An embedded post is told from a quotation`() throws {
    let page = try reader.read(
      Array(
        """
        <article><p>\(Pages.first)</p><p>\(Pages.third)</p>
        <blockquote class="twitter-tweet"><p lang="en">We are back at sea, and the coffee machine works as well.</p>&mdash; Port Mercy Ferries (@mercyferries) <a href="https://social.example/1">June 13, 2024</a></blockquote>
        <p>\(Pages.fourth)</p>
        <blockquote><p>The pier must be made new from the ground, and not in ten years but in two.</p></blockquote>
        <p>That is what the report says on its first page, and nobody at the council has contradicted it since then.</p></article>
        """.utf8))
    let kinds = page.paragraphs.map { "\($0.kind): \($0.text.prefix(24))" }
    #expect(kinds.contains("post: We are back at sea, and "))
    #expect(kinds.contains("quotation: The pier must be made ne"))
    #expect(kinds.contains("post: — Port Mercy Ferries (@m"))
  }
}
