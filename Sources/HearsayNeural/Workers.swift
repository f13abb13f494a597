import Dispatch
import Foundation

/// Threads that share pieces of work: whoever is free takes the next, so that none waits for a long one.
public struct Workers: Hashable, Sendable {
  /// How many work at once.
  public let count: Int

  /// As many as that; at least one.
  public init(_ count: Int) { self.count = max(1, count) }

  /// As many as there are processors, and never a crowd.
  public static let all = Workers(min(ProcessInfo.processInfo.activeProcessorCount, 8))

  /// Does every piece of work, in any order, and returns the results in theirs.
  public func perform<Result: Sendable>(
    _ pieces: Int, _ work: @Sendable (Int) -> Result
  ) -> [Result] {
    perform(pieces, keeping: {}, { _, piece in work(piece) })
  }

  /// The same, where every worker needs something of its own.
  func perform<Tool, Result: Sendable>(
    _ pieces: Int, keeping makeTool: @Sendable () -> Tool,
    _ work: @Sendable (Tool, Int) -> Result
  ) -> [Result] {
    let board = Board<Result>(pieces)
    DispatchQueue.concurrentPerform(iterations: min(pieces, count)) { _ in
      var tool: Tool?
      while let piece = board.take() {
        let own = tool ?? makeTool()
        tool = own
        board.put(work(own, piece), piece)
      }
    }
    return board.results
  }
}

/// Which piece is next, and what came of those before.
private final class Board<Result: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var next = 0
  private var done: [Result?]

  init(_ pieces: Int) { done = Array(repeating: nil, count: pieces) }

  func take() -> Int? {
    lock.withLock {
      guard next < done.count else { return nil }
      next += 1
      return next - 1
    }
  }

  func put(_ result: Result, _ piece: Int) { lock.withLock { done[piece] = result } }

  var results: [Result] { lock.withLock { done.compactMap(\.self) } }
}
