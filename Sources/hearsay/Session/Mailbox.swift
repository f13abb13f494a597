import HearsayReader
import Synchronization

/// Where threads leave what they found, for the one that draws.
final class Mailbox: Sendable {
  private let wake: @Sendable () -> Void
  private let letters = Mutex<[Event]>([])

  /// An empty mailbox; `wake` tells the drawing thread that there is something in it.
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Leaves an event and wakes the drawing thread.
  func post(_ event: Event) {
    letters.withLock { $0.append(event) }
    wake()
  }

  /// Everything that was left, in order; of several figures of progress only the last.
  func take() -> [Event] {
    let all = letters.withLock { letters in
      defer { letters = [] }
      return letters
    }
    return all.enumerated().compactMap { index, event in
      if case .analysisProgress = event, index + 1 < all.count,
        case .analysisProgress = all[index + 1]
      {
        return nil
      }
      return event
    }
  }
}
