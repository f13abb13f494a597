/// A source across articles: everybody who has its key, or was joined with it by the reader.
public struct Voice: Hashable, Sendable, Identifiable {
  /// What it is kept under.
  public var id: VoiceKey
  /// What it is called: the reader's name for it, else the one that most articles give.
  public var name: String
  /// What kind of source it is.
  public var kind: SourceKind
  /// How it is named.
  public var naming: Naming
  /// How many statements of it there are.
  public var statements: Int
  /// In how many articles.
  public var articles: Int
  /// How many other sources the reader has joined with it.
  public var joined: Int
  /// Whether the reader has given it its name.
  public var isRenamed: Bool

  /// A source with what is known of it.
  public init(
    id: VoiceKey, name: String, kind: SourceKind, naming: Naming, statements: Int, articles: Int,
    joined: Int = 0, isRenamed: Bool = false
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.naming = naming
    self.statements = statements
    self.articles = articles
    self.joined = joined
    self.isRenamed = isRenamed
  }
}
