public import Foundation

#if canImport(Testing)
  public import Testing
#endif

/// A page of the documentation, parts of which are made by the program and compared with it.
public struct Page: Sendable {
  /// Its path in the repository.
  public let path: String

  /// The folder of the repository.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The first page that anybody reads.
  public static let readme = Page(path: "README.md")
  /// All that can be done with the program.
  public static let manual = Page(path: "Resources/MANUAL.md")

  private var file: URL { Self.root.appendingPathComponent(path) }

  /// All of it.
  public func text() throws -> String { try String(contentsOf: file, encoding: .utf8) }
}

// A release build has no Testing.
#if canImport(Testing)
  extension Page {
    /// Expects this text in it, between `<!-- NAME -->` and `<!-- /NAME -->`. With `RECORD_SNAPSHOTS=1` in the
    /// environment it is written there.
    ///
    /// - Parameter filter: the test to run for that.
    public func expect(
      _ wanted: String, between name: String, recordedBy filter: String,
      sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      let page = try text()
      let start = try #require(page.range(of: "<!-- \(name) -->\n")).upperBound
      let end = try #require(page[start...].range(of: "<!-- /\(name) -->")).lowerBound
      guard page[start..<end] != wanted else { return }
      guard ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil else {
        Issue.record(
          """
          \(path) says otherwise: RECORD_SNAPSHOTS=1 swift test --filter \(filter) writes it.
          \(difference(from: String(page[start..<end]), to: wanted))
          """,
          sourceLocation: sourceLocation)
        return
      }
      try Data((page[..<start] + wanted + page[end...]).utf8).write(to: file)
    }
  }
#endif
