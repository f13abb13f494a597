/// What a reader should know of how a text came to be what it is.
public enum ArticleNote: String, CaseIterable, Codable, Hashable, Sendable {
  /// Lines of columns or of a table may stand in each other.
  case layoutUncertain = "layout-uncertain"
  /// Letters that a program had broken were set right.
  case lettersMended = "letters-mended"
  /// The page is for subscribers, and may have shown no more than its beginning.
  case beginningOnly = "beginning-only"
  /// Letters are broken in it that nobody can set right.
  case lettersLost = "letters-lost"
}
