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
  /// When it was first opened.
  public var firstRead: Date
  /// When it was last opened.
  public var lastRead: Date
  /// Whether its end was on the screen.
  public var isReadThrough: Bool
  /// Its sourcing in figures; `nil` where it was never analysed.
  public var figures: Figures?
  /// How many marks it has.
  public var marks: Int

  /// The sourcing of an article as far as a list shows it.
  public struct Figures: Hashable, Sendable {
    /// How many attributions there are.
    public var attributions: Int
    /// How many of them go back to somebody without a name.
    public var unnamed: Int
    /// How many of them came through another outlet.
    public var relayed: Int
    /// How many sentences nobody is credited with.
    public var unattributed: Int
  }
}
