import ArgumentParser
import Dispatch
import Foundation
import HearsayEngine
import HearsayModel
import HearsayScreen
import Synchronization

/// A person who waits for a command that reads articles: sees on standard error how far it is, and may stop it.
///
/// The line is there only where it takes a while and standard error is a terminal, and gone when the work is done.
final class Patience: Sendable {
  /// Is put up when the person presses C-c.
  let stop = StopSign()
  private let interrupt: CancellableSource
  private let isSeen = isatty(STDERR_FILENO) == 1
  private let started = ContinuousClock.now
  private let state = Mutex(State())
  private struct State {
    /// When the line was last written, and how many columns it has.
    var written: (at: ContinuousClock.Instant, columns: Int)?
    /// Whether an article is being read, and nothing else is under way that should come to its end.
    var isReading = false
  }

  /// Nobody wants to read of what is over in a moment.
  private static let delay = Duration.milliseconds(400)
  private static let pause = Duration.milliseconds(100)
  /// A step on a long text may take seconds, and a person who has pressed C-c does not wait for it.
  private static let grace = DispatchTimeInterval.milliseconds(50)
  /// The line fits into any terminal; a longer one would scroll it.
  private static let columns = 78

  init() {
    // The source takes the signal, so that the line goes before the program does.
    signal(SIGINT, SIG_IGN)
    let interrupt = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    self.interrupt = CancellableSource(interrupt)
    interrupt.setEventHandler { [weak self, stop] in
      stop.putUp()
      DispatchQueue.global().asyncAfter(deadline: .now() + Self.grace) { [weak self] in
        self?.giveUp()
      }
    }
    interrupt.resume()
  }

  /// Reads, or whatever else may be broken off anywhere.
  func reading<T>(_ read: () -> T) -> T {
    state.withLock { $0.isReading = true }
    defer { state.withLock { $0.isReading = false } }
    return read()
  }

  /// Ends the program in the middle of a reading; what was written before is whole.
  private func giveUp() {
    state.withLock { state in
      guard state.isReading else { return }
      erase(&state)
      _exit(ExitCode.interrupted.rawValue)
    }
  }

  /// Nobody waits any more: the line goes, and C-c means again what it always does.
  func end() {
    state.withLock { erase(&$0) }
    interrupt.cancel()
    signal(SIGINT, SIG_DFL)
  }

  private func erase(_ state: inout State) {
    guard let written = state.written else { return }
    write("\r" + String(repeating: " ", count: written.columns) + "\r")
    state.written = nil
  }

  /// Says how far the reading of one of some articles is.
  func tell(_ share: Double, of article: Article, number: Int, of count: Int) {
    let now = ContinuousClock.now
    guard isSeen, now - started >= Self.delay else { return }
    state.withLock { state in
      guard state.written.map({ now - $0.at >= Self.pause }) ?? true else { return }
      let name = article.path.map { URL(fileURLWithPath: $0).lastPathComponent }
      let line = self.line(name ?? "standard input", share, number, of: count)
      let columns = SafeText.width(of: line)
      let rest = String(repeating: " ", count: max(0, (state.written?.columns ?? 0) - columns))
      write("\r" + line + rest)
      state.written = (now, columns)
    }
  }

  /// `3 of 84, long.txt: 34 % read`
  private func line(_ name: String, _ share: Double, _ number: Int, of count: Int) -> String {
    let place = count > 1 ? "\(number) of \(count), " : ""
    let end = ": \(Int(share * 100)) % read"
    var room = Self.columns - place.count - end.count
    let shown = SafeText.clusters(of: name).prefix { cluster in
      room -= cluster.width
      return room >= 0
    }
    return place + shown.map(\.text).joined() + end
  }

  private func write(_ text: String) { try? StandardStream.error.steer(text) }
}
