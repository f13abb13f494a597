import HearsayModel

/// Where the articles of this session were left: as the library says, and as it was kept since.
///
/// Nothing is kept of an article before the library has said where it was left. Else what is shown until then, its
/// beginning, would be kept in place of that.
struct ReadingPositions {
  private var known: [Article.ID: ReadingPosition?] = [:]

  /// Takes what the library says.
  ///
  /// - Returns: where the article was left: what this session has kept itself is newer.
  mutating func recall(_ position: ReadingPosition?, of id: Article.ID) -> ReadingPosition? {
    if let known = known[id] { return known }
    known[id] = .some(position)
    return position
  }

  /// Where an article was left; `nil` where that is not known, or where it never was.
  func position(of id: Article.ID) -> ReadingPosition? { known[id] ?? nil }

  /// Notes a new place.
  ///
  /// - Returns: whether it may be kept.
  mutating func keep(_ position: ReadingPosition, of id: Article.ID) -> Bool {
    guard known[id] != nil else { return false }
    known[id] = .some(position)
    return true
  }
}
