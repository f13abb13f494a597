public import HearsayModel

/// A page of the web as what can be read on it.
///
/// The program `hearsay-fetch` makes it; it travels as JSON.
public struct Page: Codable, Hashable, Sendable {
  /// The headline.
  public var title: String?
  /// The outlet.
  public var publisher: String?
  /// Who wrote it, one name each.
  public var bylines: [String]
  /// When it was published, as a day or a time in ISO 8601.
  public var published: String?
  /// When it was changed last.
  public var updated: String?
  /// The address that the page calls its own.
  public var address: String?
  /// Two-letter language code.
  public var language: String?
  /// The section of the outlet that it stands in.
  public var section: String?
  /// What there is to read, in order.
  public var paragraphs: [Paragraph]
  /// What there is to read as it was sent, line by line, where that says more than paragraphs would: a letter that quotes.
  public var text: String?
  /// The addresses of the feeds that the page names.
  public var feeds: [String]
  /// What should be known of how the words came.
  public var notes: [ArticleNote]

  /// A page; what is left out is unknown.
  public init(
    title: String? = nil, publisher: String? = nil, bylines: [String] = [],
    published: String? = nil, updated: String? = nil, address: String? = nil,
    language: String? = nil, section: String? = nil, paragraphs: [Paragraph] = [],
    text: String? = nil, feeds: [String] = [], notes: [ArticleNote] = []
  ) {
    self.title = title
    self.publisher = publisher
    self.bylines = bylines
    self.published = published
    self.updated = updated
    self.address = address
    self.language = language
    self.section = section
    self.paragraphs = paragraphs
    self.text = text
    self.feeds = feeds
    self.notes = notes
  }
}

extension Page {
  /// A piece of a page that stands by itself.
  public struct Paragraph: Codable, Hashable, Sendable {
    /// What it is.
    public var kind: Kind
    /// Its words, on one line.
    public var text: String
    /// The links in it, in order.
    public var links: [Link]

    /// A paragraph.
    public init(kind: Kind = .text, text: String, links: [Link] = []) {
      self.kind = kind
      self.text = text
      self.links = links
    }

    /// What a paragraph is.
    public enum Kind: String, Codable, Sendable {
      /// Running text.
      case text
      /// A heading between paragraphs.
      case heading
      /// One of a list.
      case listItem
      /// Somebody's words, set apart.
      case quotation
      /// A post of somebody, embedded.
      case post
      /// What stands under a picture.
      case caption
    }
  }

  /// A link, and where it stands in its paragraph.
  public struct Link: Codable, Hashable, Sendable {
    /// The first byte, in UTF-8.
    public var start: Int
    /// The byte after the last one.
    public var end: Int
    /// Where it leads.
    public var address: String

    /// A link over these bytes.
    public init(start: Int, end: Int, address: String) {
      self.start = start
      self.end = end
      self.address = address
    }
  }
}
