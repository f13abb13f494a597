import HearsayModel

/// One message of a mailbox: `inbox.mbox#3` is the third.
struct MailboxMessage: ArticleOrigin {
  private let mailbox: String
  /// From 1.
  private let number: Int

  init(mailbox: String, number: Int) {
    self.mailbox = mailbox
    self.number = number
  }

  /// Whatever ends in `#` and a number, where there is no such file and the one without that is a mailbox.
  init?(argument: String) {
    guard let mark = argument.lastIndex(of: "#"),
      let number = Int(argument[argument.index(after: mark)...]), number > 0,
      sizeOfFile(argument) == nil, Mailbox.opens(String(argument[..<mark]))
    else { return nil }
    self.init(mailbox: String(argument[..<mark]), number: number)
  }

  var id: String { "\(mailbox)#\(number)" }
  var name: String {
    "\(mailbox.split(separator: "/").last.map(String.init) ?? mailbox), message \(number)"
  }

  func article(for ingest: Ingest) throws(IngestError) -> Article {
    let bytes = try ingest.bytes(ofFile: mailbox)
    let messages = Mailbox.messages(in: bytes)
    guard messages.indices.contains(number - 1) else { throw .missing(path: id) }
    let message = Mailbox.message(messages[number - 1], of: bytes)
    return try ingest.article(of: .mail, message, path: id, named: id, sidecar: nil)
  }
}
