import HearsayModel

/// What another program writes into this one.
struct StandardInput: ArticleOrigin {
  init() {}

  /// `-` names it.
  init?(argument: String) {
    guard argument == "-" else { return nil }
  }

  let id = "-"
  let name = IngestError.standardInput
  let isReadAgain = false

  func article(for ingest: Ingest) throws(IngestError) -> Article {
    try ingest.article(from: try ingest.bytes(ofDescriptor: 0, named: name), path: nil)
  }
}

extension Ingest.Place {
  /// What another program writes into this one.
  public static let standardInput = Self(StandardInput())
}
