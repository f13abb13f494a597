/// The text being read, with what is known of it.
///
/// What is not known is `nil`, never a guess.
public struct Article: Hashable, Sendable, Identifiable {
  /// `sha256:` and the hash of the text in hexadecimal: the same words are the same article.
  public typealias ID = String

  /// What the article is filed under.
  public var id: ID
  /// The headline.
  public var title: String?
  /// The outlet that published it.
  public var publisher: String?
  /// Who wrote it, as the page says so ("By Jane Doe").
  public var byline: String?
  /// The day of publication, as `2024-06-13`, or with a time in ISO 8601.
  public var published: String?
  /// The day of its last change, in the same way.
  public var updated: String?
  /// Where it was found on the web.
  public var url: String?
  /// The file it was read from.
  public var path: String?
  /// Two-letter language code.
  public var language: String
  /// The words.
  public var text: ArticleText
  /// The links in them, in order.
  public var links: [ArticleLink]
  /// What should be known of how they came.
  public var notes: [ArticleNote]

  /// An article of these words; what is left out is unknown.
  public init(
    id: ID, title: String? = nil, publisher: String? = nil, byline: String? = nil,
    published: String? = nil, url: String? = nil, path: String? = nil,
    language: String = "en", text: ArticleText, updated: String? = nil, links: [ArticleLink] = [],
    notes: [ArticleNote] = []
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.byline = byline
    self.published = published
    self.url = url
    self.path = path
    self.language = language
    self.text = text
    self.updated = updated
    self.links = links
    self.notes = notes
  }
}
