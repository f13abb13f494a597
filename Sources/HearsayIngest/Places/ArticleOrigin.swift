import HearsayModel

/// A kind of place that articles come from: files, standard input.
///
/// Another kind is a type of its own in this folder, and a line in ``Ingest/origins``.
protocol ArticleOrigin: Sendable {
  /// The place that an argument of the command line names; `nil` where it is none of this kind.
  init?(argument: String)
  /// What tells it from all other places, in every session. A file has its path.
  var id: String { get }
  /// What it is called as long as nobody knows what it says.
  var name: String { get }
  /// Whether it can be read as often as somebody likes.
  var isReadAgain: Bool { get }
  /// Whether it can be read without asking anybody elsewhere.
  var isAtHand: Bool { get }
  /// Where on the web it is; `nil` for what is none of it.
  var address: String? { get }
  /// Whether an article of the library that is from there is as good.
  var prefersKept: Bool { get }
  /// Whether it may be in one's own network, because a person said so.
  var mayBeNear: Bool { get }
  /// The article that is there.
  func article(for ingest: Ingest) throws(IngestError) -> Article
  /// Its beginning, where that can be had at once and read for certain.
  func beginning(for ingest: Ingest) -> ArticleText?
}

extension ArticleOrigin {
  var isReadAgain: Bool { true }
  var isAtHand: Bool { true }
  var address: String? { nil }
  var prefersKept: Bool { false }
  var mayBeNear: Bool { false }
  func beginning(for ingest: Ingest) -> ArticleText? { nil }
}

extension Ingest {
  /// The kinds of places that are asked, in this order, whether an argument names one of theirs. What no one knows is a
  /// file or a folder.
  static let origins: [any ArticleOrigin.Type] = [
    StandardInput.self, WebPage.self, MailboxMessage.self,
  ]
}

// MARK: - One place

extension Ingest {
  /// Where one article is.
  public struct Place: Hashable, Sendable {
    let origin: any ArticleOrigin

    /// A place of this kind.
    init(_ origin: any ArticleOrigin) { self.origin = origin }

    /// What tells it from all other places, in every session.
    public var id: String { origin.id }
    /// What it is called as long as nobody knows what it says.
    public var name: String { origin.name }
    /// Whether it can be read as often as somebody likes; standard input only once.
    public var isReadAgain: Bool { origin.isReadAgain }
    /// Whether it can be read without asking anybody elsewhere: not so a page of the web.
    public var isAtHand: Bool { origin.isAtHand }

    /// Where on the web it is; `nil` for what is none of it.
    public var address: String? { origin.address }
    /// Whether an article of the library that is from there is as good as the one that is there now.
    public var prefersKept: Bool { origin.prefersKept }

    /// Whether it may be in one's own network, because a person said so.
    public var mayBeNear: Bool { origin.mayBeNear }

    /// Whether they are one place.
    public static func == (one: Place, other: Place) -> Bool { one.id == other.id }

    /// By what tells it from others.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
  }
}
