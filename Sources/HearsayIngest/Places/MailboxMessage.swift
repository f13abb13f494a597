import HearsayModel

/// One message of a mailbox: `inbox.mbox#3` is the third.
struct MailboxMessage: ArticleOrigin {
  private let mailbox: String
  /// From 1.
  private let number: Int
  /// Where it was when the mailbox was read; `nil` where nobody has looked.
  private let spot: FilePiece?

  init(mailbox: String, number: Int, at spot: FilePiece? = nil) {
    self.mailbox = mailbox
    self.number = number
    self.spot = spot
  }

  /// All messages of a mailbox, or the first of them.
  static func all(in mailbox: String, atMost limit: Int) throws(IngestError) -> [MailboxMessage] {
    let stamp = FileStamp(of: mailbox)
    let bytes = try Ingest().bytes(ofFile: mailbox)
    return Mailbox.messages(in: bytes).prefix(limit).enumerated().map { index, range in
      MailboxMessage(
        mailbox: mailbox, number: index + 1,
        at: stamp.map { FilePiece(path: mailbox, range: range, stamp: $0) })
    }
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
    try ingest.article(of: .mail, message(for: ingest), path: id, named: id, sidecar: nil)
  }

  /// The message alone is read where the mailbox is as it was; a large one has thousands.
  private func message(for ingest: Ingest) throws(IngestError) -> [UInt8] {
    if let piece = spot?.bytes { return Mailbox.message(piece.indices, of: piece) }
    let bytes = try ingest.bytes(ofFile: mailbox)
    let messages = Mailbox.messages(in: bytes)
    guard messages.indices.contains(number - 1) else { throw .missing(path: id) }
    return Mailbox.message(messages[number - 1], of: bytes)
  }
}
