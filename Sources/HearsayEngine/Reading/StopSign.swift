import HearsayLanguage
import Synchronization

/// Says that nobody waits for a result any more.
///
/// Whoever works looks at it every few milliseconds; any thread may put it up, once and for all.
public final class StopSign: Sendable {
  private let isUp = Atomic(false)
  private let looked: (@Sendable (StopSign) -> Void)?
  /// What is done when it goes up; `nil` once that was.
  private let waiting = Mutex<[@Sendable () -> Void]?>([])

  /// A sign that is not up.
  ///
  /// - Parameter looked: is called whenever somebody has looked at it, for who measures how often that is.
  public init(looked: (@Sendable (StopSign) -> Void)? = nil) { self.looked = looked }

  /// Nobody waits any more.
  public func putUp() {
    isUp.store(true, ordering: .relaxed)
    let actions = waiting.withLock { waiting in
      defer { waiting = nil }
      return waiting
    }
    actions?.forEach { $0() }
  }

  /// Does something when the sign goes up, on the thread that puts it up; at once where it is up already.
  public func whenUp(_ action: @escaping @Sendable () -> Void) {
    let isWaiting = waiting.withLock { waiting in
      waiting?.append(action)
      return waiting != nil
    }
    if !isWaiting { action() }
  }

  /// Whether the work may stop.
  public var isSeen: Bool {
    defer { looked?(self) }
    return isUp.load(ordering: .relaxed)
  }
}
