import Dispatch
import HearsayEngine
import Synchronization

/// Work that is done one after the other; what nobody waits for any more is not waited for by the others either.
///
/// Whoever works looks at the sign now and then, but a step on a long text may take seconds. From the moment the sign is
/// up such work goes on beside the next, to its next look, and what comes of it is dropped.
final class WaitingLine: Sendable {
  private let line: DispatchQueue
  private let workers: DispatchQueue
  /// How many may work at a time: the one whose turn it is, and some that nobody waits for.
  private let places = DispatchSemaphore(value: 3)

  init(label: String) {
    line = DispatchQueue(label: label, qos: .utility)
    workers = DispatchQueue(label: label + ".work", qos: .utility, attributes: .concurrent)
  }

  /// Does something when its turn comes, unless the sign is up by then.
  func perform(under sign: StopSign, _ work: @escaping @Sendable () -> Void) {
    line.async { [self] in begin(under: sign, work) }
  }

  /// Does something when its turn comes, and waits for it; `nil` where the sign went up before that was done.
  ///
  /// - Throws: what the work throws.
  func result<T: Sendable>(
    under sign: StopSign, of work: @escaping @Sendable () throws -> T?
  ) throws -> T? {
    let outcome = Outcome<T>()
    line.sync {
      begin(under: sign) {
        let result = Result { try work() }
        outcome.result.withLock { $0 = result }
      }
    }
    return sign.isSeen ? nil : try outcome.result.withLock(\.self)?.get()
  }

  /// What came of some work, once it is done.
  private final class Outcome<T: Sendable>: Sendable {
    let result = Mutex<Result<T?, any Error>?>(nil)
  }

  /// Waits until everything has had its turn.
  func finish() { line.sync {} }

  /// Works, and comes back when that is done or nobody waits for it any more.
  private func begin(under sign: StopSign, _ work: @escaping @Sendable () -> Void) {
    guard !sign.isSeen else { return }
    places.wait()
    let over = DispatchSemaphore(value: 0)
    sign.whenUp { over.signal() }
    workers.async { [places] in
      work()
      places.signal()
      over.signal()
    }
    over.wait()
  }
}
