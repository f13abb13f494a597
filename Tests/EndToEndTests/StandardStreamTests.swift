import Foundation
import HearsayTestSupport
import Testing

@testable import hearsay

/// What is printed arrives, or the program says that it did not.
@Suite(
  "Output that cannot be written", .enabled(if: Paper.isThere, Paper.missing),
  .timeLimit(.minutes(40)))
struct StandardStreamTests {
  private let paper: Paper

  init() throws {
    paper = try Paper()
    try paper.home.file("config/hearsay/config.toml", "model = false\n")
    _ = try paper.harbour()
  }

  private func shell(_ command: String) throws -> (output: String, status: Int) {
    try paper.shell("cd '\(paper.home.path)' && \(command)")
  }

  /// Everything that prints: commands, settings, screens, help.
  static let commands = [
    "analyze harbour.txt", "analyze harbour.txt harbour.txt --format text", "report harbour.txt",
    "harbour.txt", "marks", "marks --format csv", "marks --import /dev/null", "corrections",
    "manual",
    "changes", "--print-config", "--check-config", "--keys q --screen - harbour.txt", "--help",
    "help analyze", "--version", "--generate-completion-script bash",
  ]

  @Test("A full disk is said in one sentence", arguments: commands)
  func full(command: String) throws {
    let ended = try shell("hearsay \(command) > /dev/full")
    #expect(ended.output == "hearsay: Standard output cannot be written: the disk is full.\n")
    #expect(ended.status == 1)
  }

  @Test("So is an output that is closed", arguments: commands)
  func closed(command: String) throws {
    let ended = try shell("hearsay \(command) >&-")
    #expect(ended.output == "hearsay: Standard output cannot be written: it is closed.\n")
    #expect(ended.status == 1)
  }

  @Test("Where nobody reads on it ends without a word", arguments: commands)
  func broken(command: String) throws {
    // The shell writes until it finds the pipe broken, so that it is when the program begins.
    let waiting = "trap '' PIPE; while printf x; do :; done 2>/dev/null"
    for (number, ignored) in ["hearsay \(command)", "(trap - PIPE; hearsay \(command))"]
      .enumerated()
    {
      let ended = try shell("(\(waiting); \(ignored); echo $? > status\(number)) | true")
      #expect(ended.output == "")
      #expect(
        try String(contentsOfFile: paper.home.path("status\(number)"), encoding: .utf8) == "141\n")
    }
  }

  @Test(
    "What cannot be said on standard error changes nothing else",
    arguments: [
      ("analyze nosuch.txt", 1), ("analyze harbour.txt", 0), ("--theme nosuch", 1),
      ("--nosuch", 64),
      ("marks --import nosuch", 1), ("help analyze", 0),
    ], ["2>/dev/full", "2>&-"])
  func standardError(command: (String, Int), redirection: String) throws {
    #expect(try shell("hearsay \(command.0) > printed \(redirection)").status == command.1)
  }

  @Test("With everything closed nothing is written into what is opened then")
  func allClosed() throws {
    let before = try String(contentsOfFile: paper.home.path("harbour.txt"), encoding: .utf8)
    _ = try shell("hearsay --keys 'Tab m' --screen screen.txt harbour.txt")
    let ended = try shell("hearsay marks <&- >&- 2>&-")
    #expect(ended.status == 1)
    #expect(try shell("hearsay marks").output.contains("Tomas Berg"))
    #expect(
      try String(contentsOfFile: paper.home.path("harbour.txt"), encoding: .utf8) == before)
  }

  @Test("A pipe that has no room is waited for, also where it answers at once")
  func slow() throws {
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    _ = fcntl(writing, F_SETFL, fcntl(writing, F_GETFL) | O_NONBLOCK)
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    // A thread of its own: those of tests may all be waiting.
    Thread.detachNewThread {
      try? writeAll(bytes, to: writing)
      close(writing)
    }
    usleep(20_000)
    let read = FileHandle(fileDescriptor: reading, closeOnDealloc: true).readDataToEndOfFile()
    #expect(read == Data(bytes))
  }

  @Test("Nothing is printed but through one door")
  func oneDoor() throws {
    let sources = Page.root.appendingPathComponent("Sources/hearsay")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    let ways = try Regex(
      #"(^|[^.\w])(print|debugPrint|fputs|puts|putchar|fwrite)\(|FileHandle\.standard(Output|Error)"#
    )
    var found: [String] = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      found += text.split(separator: "\n").filter {
        $0.contains(ways) && !$0.contains("func print(")
      }
      .map { "\(file.lastPathComponent): \($0)" }
    }
    #expect(found == [])
  }
}
