import ArgumentParser
import Foundation

/// What the program ends with; see `hearsay --help`.
extension ExitCode {
  /// Something could not be read, written or shown.
  static let trouble = ExitCode(1)
  /// C-c was pressed: 128 and the number of that signal.
  static let interrupted = ExitCode(130)
}

/// Says on standard error what went wrong, one sentence to a line.
func complain(_ sentence: String) {
  FileHandle.standardError.write(Data("hearsay: \(sentence)\n".utf8))
}
