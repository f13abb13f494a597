import ArgumentParser
import Dispatch
import Foundation
import HearsayEngine
import HearsayModel
import HearsayScreen

/// A person who waits for a command that reads articles: sees on standard error how far it is, and may stop it.
///
/// The line is there only where it takes a while and standard error is a terminal, and gone when the work is done.
final class Patience {
  /// Is put up when the person presses C-c.
  let stop = StopSign()
  private let interrupt: any DispatchSourceSignal
  private let isSeen = isatty(STDERR_FILENO) == 1
  private let started = ContinuousClock.now
  /// When the line was last written, and how many columns it has.
  private var written: (at: ContinuousClock.Instant, columns: Int)?

  /// Nobody wants to read of what is over in a moment.
  private static let delay = Duration.milliseconds(400)
  private static let pause = Duration.milliseconds(100)
  /// The line fits into any terminal; a longer one would scroll it.
  private static let columns = 78

  init() {
    // The source takes the signal, so that the line goes before the program does.
    signal(SIGINT, SIG_IGN)
    interrupt = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    interrupt.setEventHandler { [stop] in stop.putUp() }
    interrupt.resume()
  }

  /// Nobody waits any more: the line goes, and C-c means again what it always does.
  func end() {
    if let written { write("\r" + String(repeating: " ", count: written.columns) + "\r") }
    written = nil
    interrupt.cancel()
    signal(SIGINT, SIG_DFL)
  }

  /// Says how far the reading of one of some articles is.
  func tell(_ share: Double, of article: Article, number: Int, of count: Int) {
    let now = ContinuousClock.now
    guard isSeen, now - started >= Self.delay,
      written.map({ now - $0.at >= Self.pause }) ?? true
    else { return }
    let name = article.path.map { URL(fileURLWithPath: $0).lastPathComponent }
    let line = self.line(name ?? "standard input", share, number, of: count)
    let columns = SafeText.width(of: line)
    let rest = String(repeating: " ", count: max(0, (written?.columns ?? 0) - columns))
    write("\r" + line + rest)
    written = (now, columns)
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
