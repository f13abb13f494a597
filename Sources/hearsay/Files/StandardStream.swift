import Foundation
import HearsayScreen

/// One of the two streams that the program prints on. Everything that it says leaves through here.
///
/// Articles, file names and what others have written must not steer the terminal, so whatever a terminal shows is made safe
/// for it. A pipe or a file gets every byte.
struct StandardStream: Sendable {
  /// What was asked for.
  static let output = StandardStream(descriptor: STDOUT_FILENO, name: "Standard output")
  /// What else there is to say.
  static let error = StandardStream(descriptor: STDERR_FILENO, name: "Standard error")

  private let descriptor: Int32
  private let name: String

  /// Whether somebody sees it in a terminal.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Prints a text, line ends and all.
  func print(_ text: String) throws(WriteFailure) {
    try steer(isTerminal ? SafeText.lines(of: text) : text)
  }

  /// Prints a text that may move the cursor: one in which nobody else's words are as they were.
  func steer(_ text: String) throws(WriteFailure) {
    do throws(SystemReason) {
      try writeAll(Array(text.utf8), to: descriptor)
    } catch {
      throw .refused(place: .stream(name), error)
    }
  }
}

/// Says on standard error what went wrong, one sentence to a line.
///
/// Where it cannot be said nobody could be told that, either; the exit status still tells.
func complain(_ sentence: String) {
  try? StandardStream.error.steer("hearsay: \(SafeText.line(of: sentence))\n")
}

extension StandardStream {
  /// Takes the numbers of standard input, output and error where they are closed, so that no file that is opened later gets
  /// one of them and what is printed. Reading and writing fail as if they were still closed.
  static func reserve() {
    for (descriptor, mode) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", mode)
    }
  }
}
