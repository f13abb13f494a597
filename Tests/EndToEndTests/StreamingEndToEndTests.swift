import Foundation
import HearsayTestSupport
import Testing

/// Long texts, read for sources while somebody looks on.
@Suite(.enabled(if: Tmux.isThere, Tmux.missing), .timeLimit(.minutes(40)))
struct `A long text is read for sources while somebody looks on` {
  private let folder: TemporaryFolder
  private let file: String

  init() throws {
    folder = try TemporaryFolder()
    let paragraphs = (0..<2_000).map { number in
      "Harbour master \(number) told reporters that pier \(number) was safe, and that nobody had been hurt."
    }
    file = try folder.file("long.txt", paragraphs.joined(separator: "\n\n"))
  }

  @Test
  func itsFirstWordsAreCreditedLongBeforeTheLastAreReadAndControlCStopsThat() throws {
    let terminal = try Tmux(columns: 120, rows: 30)
    defer { terminal.removeHome() }
    try terminal.start(file, showing: "looking for sources")
    try terminal.wait("the first part", seconds: 60) {
      $0.contains("reading… ") && $0.contains("Harbour master 0")
    }
    try terminal.press("C-c")
    try terminal.wait(for: "resumes")
    try terminal.press("j")
    try terminal.wait(for: ". go on")
    try terminal.press(".")
    try terminal.wait(for: "reading… ")
    try terminal.press("Q")
    try terminal.wait("the shell") { $0.contains("$") && !$0.contains("reading…") }
    // What was not read to the end is not taken for the whole the next time.
    try terminal.start(file, showing: "reading")
    try terminal.press("Q")
  }

  @Test func analyzeSaysHowFarItIsAndControlCStopsItCleanly() throws {
    let terminal = try Tmux(columns: 80, rows: 24)
    defer { terminal.removeHome() }
    let output = folder.path("out.json")
    let program = try #require(Tmux.program)
    try terminal.enter("\(program) analyze \(file) > \(output); echo status $?")
    try terminal.wait("how far it is", seconds: 60) {
      $0.contains("long.txt: ") && $0.contains("% read")
    }
    try terminal.press("C-c")
    try terminal.wait("the end", seconds: 60) { $0.contains("status 130") }
    #expect(try String(contentsOfFile: output, encoding: .utf8).isEmpty)
  }
}
