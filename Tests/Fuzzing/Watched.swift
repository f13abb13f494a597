import Foundation
import Synchronization

/// Inputs that are tried one after the other, with somebody who sees when one takes too long.
///
/// Time is that of the processor, so that a busy machine is no failure.
public final class Watched: Sendable {
  private let number = Atomic<Int>(-1)
  private let isOver = Atomic<Bool>(false)

  /// Watches from now on.
  ///
  /// - Parameters:
  ///   - seconds: how long one input may take.
  ///   - tooLong: is told the number of one that takes longer, and ends the program.
  public init(seconds: Double, tooLong: @escaping @Sendable (Int) -> Never) {
    let watcher = Thread { [weak self] in
      var last = (number: -1, began: 0.0)
      while let self, !self.isOver.load(ordering: .relaxed) {
        let now = (number: self.number.load(ordering: .relaxed), time: Self.processorSeconds)
        if now.number != last.number { last = (now.number, now.time) }
        if now.number >= 0, now.time - last.began > seconds { tooLong(now.number) }
        usleep(50_000)
      }
    }
    watcher.start()
  }

  /// Tries one.
  public func watch(_ number: Int, _ body: () throws -> Void) rethrows {
    self.number.store(number, ordering: .relaxed)
    defer { self.number.store(-1, ordering: .relaxed) }
    try body()
  }

  /// Nothing more is tried.
  public func end() { isOver.store(true, ordering: .relaxed) }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
