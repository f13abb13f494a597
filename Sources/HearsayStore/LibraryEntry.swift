public import Foundation
public import HearsayModel

/// An article in the list of what was read.
public struct LibraryEntry: Hashable, Sendable, Identifiable {
  /// The article.
  public var id: Article.ID
  /// The headline.
  public var title: String?
  /// The outlet.
  public var publisher: String?
  /// The day of publication.
  public var published: String?
  /// Where it was found on the web.
  public var url: String?
  /// The file it was read from.
  public var path: String?
  /// How many words it has.
  public var words: Int
  /// When it came into the library.
  public var firstRead: Date
  /// When it was last opened; of one that never was, when it came into the library.
  public var lastRead: Date
  /// Whether somebody has opened it.
  public var isOpened: Bool
  /// Whether its end was on the screen.
  public var isReadThrough: Bool
  /// Its sourcing in figures; `nil` where it was never analysed.
  public var figures: SourcingFigures?
  /// How many marks it has.
  public var marks: Int
}
