public import HearsayModel

/// What another program writes into this one.
public struct StandardInput: ArticleOrigin {
  init() {}

  /// `-` names it.
  public init?(argument: String) {
    guard argument == "-" else { return nil }
  }

  public let id = "-"
  public let name = IngestError.standardInput
  public let isReadAgain = false

  public func article(for ingest: Ingest) throws(IngestError) -> Article {
    try ingest.article(from: try ingest.bytes(ofDescriptor: 0, named: name), path: nil)
  }
}

extension Ingest.Place {
  /// What another program writes into this one.
  public static let standardInput = Self(StandardInput())
}
