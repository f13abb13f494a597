package import Foundation
package import HearsayModel

/// What the reader cannot know by itself: the time, and names that nothing else has.
package struct Surroundings: Sendable {
  /// The time.
  package var now: @Sendable () -> Date
  /// The day, where the reader is.
  package var today: @Sendable () -> Day
  /// A name for a new mark.
  package var newID: @Sendable () -> UUID

  /// Surroundings with this clock and these names.
  package init(
    now: @escaping @Sendable () -> Date = { Date() },
    today: @escaping @Sendable () -> Day = { Day(Date()) },
    newID: @escaping @Sendable () -> UUID = { UUID() }
  ) {
    self.now = now
    self.today = today
    self.newID = newID
  }
}
