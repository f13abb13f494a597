public import HearsayFetching
import HearsayIngest
import HearsayModel
public import HearsayPages

/// Reads mail: newsletters, press releases, replies.
public struct MailReader: Sendable {
  private let pages: PageReader

  /// A reader that has the messages read that are pages.
  public init(pages: PageReader) { self.pages = pages }

  /// What a message says; `nil` where the bytes are none, or there is nothing to read in it.
  ///
  /// A message comes as a page and as plain text at once: the page has the links, and plain text shows who is quoted.
  public func read(_ bytes: [UInt8]) -> Page? {
    guard let message = MailMessage(bytes) else { return nil }
    var page = Page()
    let text = message.plain.map(LetterText.tidied)
    if let text, LetterText.quotes(text) {
      page.text = text
    } else if let read = message.page.flatMap({ try? pages.read($0.bytes, charset: $0.charset) }),
      !read.paragraphs.isEmpty
    {
      page = read
    } else {
      page.text = text
    }
    guard !page.paragraphs.isEmpty || page.text?.isEmpty == false else { return nil }
    page.title = message.subject ?? page.title
    page.published = message.date ?? page.published
    page.updated = nil
    (page.publisher, page.bylines) = from(message, page)
    return page
  }

  /// An outlet's newsletter is the outlet's; a person's letter is the person's.
  private func from(_ message: MailMessage, _ page: Page) -> (outlet: String?, names: [String]) {
    guard let name = message.sender else {
      return (page.publisher ?? message.senderAddress.flatMap(Self.outlet), page.bylines)
    }
    if let known = Outlets.name(name) { return (known, page.bylines) }
    if Self.isNamedAfter(name, message.senderAddress) { return (name, page.bylines) }
    return (page.publisher ?? message.senderAddress.flatMap(Self.outlet) ?? message.list, [name])
  }

  private static func outlet(ofMailbox address: String) -> String? {
    address.split(separator: "@").last.flatMap { Outlets.name(ofHost: String($0)) }
  }

  /// Whether a host has the sender's name in it: "Valley Herald" and `news@mail.valley-herald.example`.
  private static func isNamedAfter(_ name: String, _ address: String?) -> Bool {
    guard let host = address?.split(separator: "@").last else { return false }
    func core(_ text: some StringProtocol) -> String { text.lowercased().filter(\.isLetter) }
    return core(name).count > 3
      && host.split(separator: ".").dropLast().contains { core($0) == core(name) }
  }
}
