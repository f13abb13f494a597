// A release build has no Testing, and needs no snapshots.
#if canImport(Testing)
  import Foundation
  public import Testing

  /// Compares a long text with the file `Snapshots/NAME` beside the test.
  ///
  /// A snapshot that is not there yet is written, and the test fails so that somebody looks at it before it is
  /// committed. With `RECORD_SNAPSHOTS=1` in the environment every snapshot is written anew.
  public func expectSnapshot(
    _ text: String, named name: String, filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let file = URL(fileURLWithPath: filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots").appendingPathComponent(name)
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
    if let recorded, !isRecording {
      if text != recorded {
        Issue.record(
          "\(name) differs:\n\(difference(from: recorded, to: text))",
          sourceLocation: sourceLocation)
      }
      return
    }
    if text == recorded { return }
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record(
        "\(name) was recorded. Look at it, then run again.", sourceLocation: sourceLocation)
    } catch {
      Issue.record("\(name) could not be recorded: \(error)", sourceLocation: sourceLocation)
    }
  }

  /// The lines that differ, `-` as recorded and `+` as they are now, each with its number.
  func difference(from recorded: String, to text: String) -> String {
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let changes = new.difference(from: old).map { change in
      switch change {
      case .remove(let line, let text, _): (line, "-\(line + 1): \(text)")
      case .insert(let line, let text, _): (line, "+\(line + 1): \(text)")
      }
    }
    return changes.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: "\n")
  }
#endif
