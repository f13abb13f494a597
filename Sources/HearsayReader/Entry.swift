package import HearsayModel

/// An article in the list of articles, open or not.
package struct Entry: Hashable, Sendable, Identifiable {
  /// What the session calls it: a path, an address or the hash of the text.
  package typealias ID = String

  /// What the session calls it.
  package var id: ID
  /// The headline, or the file's name.
  package var title: String
  /// The outlet.
  package var publisher: String?
  /// The day of publication.
  package var published: String?
  /// The hash of the text, once it was read.
  package var article: Article.ID?
  /// Its sourcing in figures, once it was analysed.
  package var summary: Summary?
  /// When it was last read, in words: "yesterday", "13 June".
  package var lastRead: String?

  /// An article of the list; what is left out is unknown.
  package init(
    id: ID, title: String, publisher: String? = nil, published: String? = nil,
    article: Article.ID? = nil, summary: Summary? = nil, lastRead: String? = nil
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.published = published
    self.article = article
    self.summary = summary
    self.lastRead = lastRead
  }
}

/// Where somebody is in an article: bytes of its text, never rows, so that it outlives every new wrapping.
package struct Place: Hashable, Sendable {
  /// The first byte of the first visible line.
  package var top: Int
  /// The first byte of what is selected in the list of who said what.
  package var selection: Int?

  /// A place that begins at byte `top`.
  package init(top: Int, selection: Int? = nil) {
    self.top = top
    self.selection = selection
  }
}
