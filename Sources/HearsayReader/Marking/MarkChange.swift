package import Foundation
package import HearsayModel

/// A change of a mark, so that it can be taken back, in this session or a later one.
package struct MarkChange: Hashable, Sendable, Codable {
  /// `nil` where there was none.
  package var before: Mark?
  /// `nil` where it was taken off.
  package var after: Mark?
  /// What was said of it.
  package var words: String
  /// When it was made.
  package var made: Date

  /// A change from one state of a mark to another.
  package init(before: Mark?, after: Mark?, words: String, made: Date) {
    self.before = before
    self.after = after
    self.words = words
    self.made = made
  }

  /// Whose change it is.
  var mark: Mark.ID? { before?.id ?? after?.id }

  /// Whether it is what happened to a mark last: taken back, it overwrites nothing that came later.
  func isLast(before now: Mark?) -> Bool {
    guard let now, let after else { return now == nil && after == nil }
    // The library keeps moments a little less exactly than they were taken.
    return abs(now.modified.timeIntervalSince(after.modified)) < 0.01
  }
}

extension Reader {
  /// What was changed on marks and can be taken back, the latest last.
  package var markChanges: [MarkChange] { markBook.toTakeBack }

  /// Takes what was changed in earlier sessions.
  package mutating func recall(_ changes: [MarkChange]) { markBook.earlier = changes }
}
