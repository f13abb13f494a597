import HearsayFetching
import HearsayMail
import HearsayPages
import HearsayResources
import Testing

@Suite("Mail is read")
struct MailReaderTests {
  private let reader: MailReader

  init() throws { reader = MailReader(pages: try PageReader(resources: .locate())) }

  @Test func `Of a letter sender, subject, day and words are read, in any character set`() throws {
    let page = try read(
      """
      From: =?utf-8?q?Zo=C3=AB_Marsh?= <zoe@harbour.example>
      To: desk@valley-herald.example
      Subject: =?iso-8859-1?Q?The_caf=E9_on_the_pier?=
      Date: Thu, 13 Jun 2024 10:30:00 +0200
      Message-ID: <1@harbour.example>
      MIME-Version: 1.0
      Content-Type: text/plain; charset=iso-8859-1
      Content-Transfer-Encoding: quoted-printable

      The caf=E9 on the pier opens again on Friday, the harbour master =
      said.

      It was closed for a year.
      --=20
      Zoe Marsh, press office
      """)
    #expect(page.title == "The café on the pier")
    #expect(page.bylines == ["Zoë Marsh"])
    #expect(page.published == "2024-06-13T10:30:00+02:00")
    #expect(
      page.text
        == "The café on the pier opens again on Friday, the harbour master said.\n\nIt was closed for a year."
    )
  }

  @Test func `A newsletter is read as a page with its links, and is the outlet's`() throws {
    let page = try read(
      """
      From: Valley Herald <news@mail.valleyherald.example>
      Subject: Ferry runs again
      Date: Thu, 13 Jun 2024 06:00:00 +0000
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary="b"

      --b
      Content-Type: text/plain; charset=utf-8

      View this letter in your browser: https://valleyherald.example/123456

      --b
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: base64

      \(Self.base64(Self.newsletter))
      --b--
      """)
    #expect(page.publisher == "Valley Herald")
    #expect(page.bylines == [])
    #expect(page.title == "Ferry runs again")
    #expect(page.text == nil)
    #expect(page.paragraphs.map(\.text).contains(Self.first))
    #expect(page.paragraphs.flatMap(\.links).map(\.address) == ["https://coast.example/interview"])
  }

  @Test func `A letter that quotes is read as plain text, with the marks of who is quoted`() throws
  {
    let page = try read(
      """
      From: Jane Doe <jane@doe.example>
      Subject: Re: The pier
      Message-ID: <2@doe.example>
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary=b

      --b
      Content-Type: text/plain; charset=utf-8

      I will pass it on.

      On Mon, 3 May 2021 at 10:02, Ada Finch <ada@finch.example> wrote:
      > The pier cannot be saved.
      > Please tell the islands.
      --b
      Content-Type: text/html

      <p>I will pass it on.</p><blockquote>The pier cannot be saved.</blockquote>
      --b--
      """)
    #expect(page.bylines == ["Jane Doe"])
    #expect(
      page.text?.hasSuffix("wrote:\n> The pier cannot be saved.\n> Please tell the islands.")
        == true)
  }

  @Test
  func `Lines that the writer's program broke are paragraphs again, also where they are quoted`()
    throws
  {
    let page = try read(
      """
      From: Jane Doe <jane@doe.example>
      Subject: Re: The pier
      Message-ID: <4@doe.example>
      Content-Type: text/plain; charset=utf-8; format=flowed

      I will pass it on to everybody\u{20}
      who asks for it on the islands.
       From what I hear they know.

      On Mon, 3 May 2021 at 10:02, Ada Finch <ada@finch.example> wrote:
      > The pier cannot be\u{20}
      > saved.
      >> Can it not?
      --\u{20}
      Jane Doe
      """)
    #expect(
      page.text == """
        I will pass it on to everybody who asks for it on the islands.
        From what I hear they know.

        On Mon, 3 May 2021 at 10:02, Ada Finch <ada@finch.example> wrote:
        > The pier cannot be saved.
        >> Can it not?
        """)
  }

  @Test func `Where the blank before a broken line's end is nobody's, words are not torn apart`()
    throws
  {
    let page = try read(
      "From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed; delsp=yes\n\nAn ad \ndress of the harbour  \nmaster.\n"
    )
    #expect(page.text == "An address of the harbour master.")
  }

  @Test func `What hangs on a letter is no part of it, and what was sent on is read`() throws {
    let page = try read(
      """
      From: press@council.example
      Subject: Fwd: statement
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain
      Content-Disposition: attachment; filename="budget.txt"

      1;2;3
      --b
      Content-Type: message/rfc822

      From: Omar Lind <omar@lind.example>
      Subject: statement
      Content-Type: text/plain

      The council will not comment.
      --b--
      """)
    #expect(page.text == "The council will not comment.")
  }

  @Test(arguments: [
    "", "From: a@b.example\n\n", "\n\n\n",
    "Content-Type: multipart/mixed; boundary=b\n\n--b\n--b--",
  ])
  func `A message without words is no article`(text: String) {
    #expect(reader.read(Array(text.utf8)) == nil)
  }

  private static let first =
    "The ferry between Port Mercy and the islands sailed again on Thursday, four days after the storm tore away its pier."
  private static let newsletter = """
    <html><body><table><tr><td><a href="https://valleyherald.example/">Home</a></td></tr>
    <tr><td><h1>Ferry runs again</h1><p>\(first)</p>
    <p>“We worked through three nights,” the harbour master, Ada Finch, <a href="https://coast.example/interview">told the Coast Gazette</a>. “Nobody complained about the rain or the cold.”</p>
    <p>According to a report that the council published in May, the pier had been due for repairs since 2019, and no money was set aside.</p></td></tr>
    <tr><td><a href="https://valleyherald.example/u">Unsubscribe</a></td></tr></table></body></html>
    """

  private static func base64(_ text: String) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var written = ""
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(0) {
        $0 << 8 | (start + $1 < bytes.count ? Int(bytes[start + $1]) : 0)
      }
      for place in 0..<4 {
        written.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : "=")
      }
    }
    return written
  }

  private func read(_ message: String) throws -> Page {
    try #require(reader.read(Array(message.utf8)))
  }
}
