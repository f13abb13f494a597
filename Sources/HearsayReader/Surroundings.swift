package import Foundation
package import HearsayModel

/// What the reader cannot know by itself: the time, and names that nothing else has.
package struct Surroundings: Sendable {
  /// The time.
  package var now: @Sendable () -> Date
  /// The day of a moment, where the reader is.
  package var day: @Sendable (Date) -> Day
  /// A name for a new mark.
  package var newID: @Sendable () -> UUID

  /// Surroundings with this clock and these names.
  package init(
    now: @escaping @Sendable () -> Date = { Date() },
    day: @escaping @Sendable (Date) -> Day = { Day($0) },
    newID: @escaping @Sendable () -> UUID = { UUID() }
  ) {
    self.now = now
    self.day = day
    self.newID = newID
  }

  /// The day, where the reader is.
  func today() -> Day { day(now()) }
}
