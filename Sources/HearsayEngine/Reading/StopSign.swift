import HearsayLanguage
import Synchronization

/// Says that nobody waits for a result any more.
///
/// Whoever works looks at it every few milliseconds; any thread may put it up, once and for all.
public final class StopSign: Sendable {
  private let isUp = Atomic(false)

  /// A sign that is not up.
  public init() {}

  /// Nobody waits any more.
  public func putUp() { isUp.store(true, ordering: .relaxed) }

  /// Whether the work may stop.
  public var isSeen: Bool { isUp.load(ordering: .relaxed) }
}
