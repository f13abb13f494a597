public import Foundation

#if canImport(Testing)
  public import Testing
#endif

/// The README, parts of which are made by the program and compared with it.
public enum Readme {
  /// The folder of the repository.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  fileprivate static let file = root.appendingPathComponent("README.md")

  /// All of it.
  public static func text() throws -> String { try String(contentsOf: file, encoding: .utf8) }
}

// A release build has no Testing.
#if canImport(Testing)
  extension Readme {
    /// Expects this text in it, after marks that follow one another and before another one. With `RECORD_SNAPSHOTS=1` in
    /// the environment it is written there.
    ///
    /// - Parameter filter: the test to run for that.
    public static func expect(
      _ wanted: String, after marks: [String], before end: String, recordedBy filter: String,
      sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      let readme = try text()
      var start = readme.startIndex
      for mark in marks { start = try #require(readme[start...].range(of: mark)).upperBound }
      let rest = try #require(readme[start...].range(of: end)).lowerBound
      guard readme[start..<rest] != wanted else { return }
      guard ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil else {
        Issue.record(
          "README.md says otherwise: RECORD_SNAPSHOTS=1 swift test --filter \(filter) writes it.",
          sourceLocation: sourceLocation)
        return
      }
      try Data((readme[..<start] + wanted + readme[rest...]).utf8).write(to: file)
    }
  }
#endif
