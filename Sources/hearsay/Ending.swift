import ArgumentParser
import Foundation
import HearsayIngest
import HearsayScreen

// How the program ends: what is said last, and the exit status.
extension Hearsay {
  /// Says what a command has ended with, where that is for its person to know.
  ///
  /// Help and version are such an end as well. ArgumentParser would print them itself, but loses what cannot be written.
  ///
  /// - Returns: the exit status.
  static func status(after error: any Error) -> ExitCode {
    switch error {
    case let status as ExitCode:
      return status
    case let failure as WriteFailure where failure.isBrokenPipe:
      // Nobody reads on, as behind `| head`, and nobody wants to hear of it.
      return .brokenPipe
    default: break
    }
    let status = exitCode(for: error)
    let words = fullMessage(for: error)
    switch status {
    case .success:
      do throws(WriteFailure) {
        try StandardStream.output.print(words + "\n")
        return .success
      } catch {
        return self.status(after: error)
      }
    case .validationFailure:
      try? StandardStream.error.steer(SafeText.lines(of: withTypedWordsOnOneLine(words)) + "\n")
    default:
      complain(message(for: error))
    }
    return status
  }

  /// What is said of a command line, without line ends that somebody else has put into the name of a file.
  private static func withTypedWordsOnOneLine(_ words: String) -> String {
    FileName.arguments.flatMap { typed in
      [typed] + (typed.split(separator: "=", maxSplits: 1).dropFirst().map(String.init))
    }.filter { $0.utf8.contains(UInt8(ascii: "\n")) }.reduce(words) { words, typed in
      words.replacing(typed, with: SafeText.line(of: typed))
    }
  }
}

/// What the program ends with; see `hearsay --help`.
extension ExitCode {
  /// Something could not be read, written or shown.
  static let trouble = ExitCode(1)
  /// C-c was pressed: 128 and the number of that signal.
  static let interrupted = ExitCode(130)
  /// Nobody reads what is printed any more: what a shell sees where a signal says so.
  static let brokenPipe = ExitCode(128 + SIGPIPE)
}
