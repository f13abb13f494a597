import ArgumentParser
import Foundation

/// What the program ends with; see `hearsay --help`.
extension ExitCode {
  /// Something could not be read, written or shown.
  static let trouble = ExitCode(1)
}

/// Says on standard error what went wrong, one sentence to a line.
func complain(_ sentence: String) {
  FileHandle.standardError.write(Data("hearsay: \(sentence)\n".utf8))
}
