import HearsayIngest
import HearsayTestSupport
import Testing

@Suite("Mail and mailboxes")
struct MailboxTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `A mailbox is a list of its messages, in a folder as well`() throws {
    let path = try folder.file("inbox.mbox", Self.mailbox)
    #expect(ids([path]) == ["\(path)#1", "\(path)#2"])
    #expect(ids([folder.path]) == ["\(path)#1", "\(path)#2"])
    #expect(Ingest.Place(file: path) == nil)
  }

  @Test func `A message of a mailbox is found again by its number`() throws {
    let path = try folder.file("inbox.mbox", Self.mailbox)
    #expect(ids(["\(path)#2"]) == ["\(path)#2"])
    let article = try #require(try Ingest().articles(at: ["\(path)#2"]).first?.get())
    #expect(article.title == "The pier")
    #expect(article.byline == "Ada Finch")
    #expect(article.published == "2024-06-14T09:00:00+00:00")
    #expect(article.text.string == "The pier is closed.\nFrom Monday on nobody may walk on it.")
  }

  @Test func `Of a mailbox that has changed since it was listed the messages are as they are now`()
    throws
  {
    let path = try folder.file("inbox.mbox", Self.mailbox)
    let places = Ingest().places(at: [path]).compactMap { try? $0.get() }
    #expect(places.count == 2)
    let second = try Ingest().article(at: places[1])
    #expect(second.title == "The pier")
    try folder.file("inbox.mbox", Self.mailbox.replacing("pier is closed", with: "pier is open"))
    #expect(try Ingest().article(at: places[1]).text.string.hasPrefix("The pier is open."))
    try folder.file("inbox.mbox", "Nothing is left of it.\n")
    #expect(throws: IngestError.missing(path: "\(path)#2")) {
      try Ingest().article(at: places[1])
    }
  }

  @Test func `A number that a mailbox does not have is missing`() throws {
    let path = try folder.file("inbox.mbox", Self.mailbox)
    #expect(throws: IngestError.missing(path: "\(path)#3")) {
      try #require(Ingest().articles(at: ["\(path)#3"]).first).get()
    }
  }

  @Test func `A letter opens by what is in it, whatever it is called`() throws {
    let path = try folder.file("letter.txt", Self.letter)
    let article = try #require(try Ingest().articles(at: [path]).first?.get())
    #expect(article.title == "The pier")
    #expect(article.text.string.hasPrefix("The pier is closed."))
  }

  @Test func `A text that begins with From is a text`() throws {
    let text = "From Monday on nobody may walk on the pier.\n\nThe council said so."
    let path = try folder.file("pier.txt", text)
    #expect(try Ingest().articles(at: [path]).first?.get().text.string == text)
  }

  private func ids(_ paths: [String]) -> [String] {
    Ingest().places(at: paths).compactMap { try? $0.get().id }
  }

  private static let letter = """
    From: Ada Finch <ada@finch.example>
    Subject: The pier
    Date: Fri, 14 Jun 2024 09:00:00 +0000
    Message-ID: <3@finch.example>
    Content-Type: text/plain; charset=utf-8

    The pier is closed.
    From Monday on nobody may walk on it.
    """

  private static let mailbox = """
    From jane@doe.example Thu Jun 13 08:00:00 2024
    From: Jane Doe <jane@doe.example>
    Subject: The ferry

    The ferry sails again.

    From ada@finch.example Fri Jun 14 09:00:00 2024
    \(letter.replacing("\nFrom Monday", with: "\n>From Monday"))

    """
}
