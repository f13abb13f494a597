import Foundation

/// Another program, run to its end.
public enum Command {
  /// What went wrong with it.
  public struct Failure: Error, CustomStringConvertible {
    /// The command, its exit status and what it said.
    public var description: String
  }

  /// Runs a program found on the path.
  ///
  /// - Returns: what it printed.
  /// - Throws: ``Failure`` where it cannot be started or ends with another status than 0.
  @discardableResult
  public static func run(_ command: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let complaints = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(
        description: "\(command.joined(separator: " ")) ended with \(process.terminationStatus): "
          + String(decoding: complaints, as: UTF8.self))
    }
    return String(decoding: printed, as: UTF8.self)
  }
}
