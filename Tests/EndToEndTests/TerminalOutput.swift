import Foundation

/// What is written in a terminal, as a sign that its screen may have changed.
final class TerminalOutput {
  /// The pipe that everything is to be written into.
  let path: String
  private let end: Int32

  /// Makes a pipe at this path.
  init(at path: String) throws {
    self.path = path
    // Opened for writing as well: so it never ends, whoever writes into it comes and goes.
    guard mkfifo(path, 0o600) == 0, case let end = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC),
      end >= 0
    else { throw NotSeen(description: "No pipe can be made at \(path).") }
    self.end = end
  }

  deinit { close(end) }

  /// Waits until something is written, or for a moment where what is awaited writes nothing: a file, a copied text.
  ///
  /// - Returns: whether something was written.
  @discardableResult
  func awaitMore(milliseconds: Int32 = 100) -> Bool {
    var event = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
    guard poll(&event, 1, milliseconds) > 0 else { return false }
    var part = [UInt8](repeating: 0, count: 65536)
    while read(end, &part, part.count) > 0 {}
    return true
  }
}
