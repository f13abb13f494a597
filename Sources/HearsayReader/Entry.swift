package import Foundation
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
  package var figures: SourcingFigures?
  /// When it was last opened.
  package var lastRead: Date?
  /// How far it was read.
  package var progress: Progress

  /// How far an article was read.
  package enum Progress: Hashable, Sendable {
    /// Nobody has opened it.
    case new
    /// It was opened, and its end was not on the screen yet.
    case begun
    case readThrough
  }

  /// An article of the list; what is left out is unknown.
  package init(
    id: ID, title: String, publisher: String? = nil, published: String? = nil,
    article: Article.ID? = nil, figures: SourcingFigures? = nil, lastRead: Date? = nil,
    progress: Progress = .new
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.published = published
    self.article = article
    self.figures = figures
    self.lastRead = lastRead
    self.progress = progress
  }
}

extension Entry.Progress {
  /// In a word, in front of when that was.
  var word: String {
    switch self {
    case .new: "new"
    case .begun: "begun"
    case .readThrough: "read"
    }
  }
}
