import Foundation
import HearsayTestSupport
import Testing

/// What would take for ever ends, and what a stranger wrote is no command.
@Suite("Limits", .enabled(if: Paper.isThere, Paper.missing), .timeLimit(.minutes(40)))
struct LimitsTests {
  /// Somebody says a word that fits `(a+)+` in more ways than can be tried.
  private func shouting(in paper: Paper) throws -> String {
    let word = String(repeating: "a", count: 38)
    return try paper.home.file(
      "shout.txt", "Night on the pier\n\n“\(word)!” said union leader Tomas Berg on Monday.\n")
  }

  @Test func aFilterThatWouldTakeForEverIsAnswered() throws {
    let paper = try Paper()
    let article = try shouting(in: paper)
    let none = try paper.shell(
      "timeout 60 '\(Tmux.program ?? "")' --keys 'f \"text:/(a+)+b/\" Enter' --screen - '\(article)'"
    )
    #expect(none.status == 0)
    #expect(none.output.contains("Nothing here passes the filter."))
    let refused = try paper.shell(
      "timeout 60 '\(Tmux.program ?? "")' --keys 'f \"text:/(a+)+\\1[bc]/\" Enter' --screen - '\(article)'"
    )
    #expect(refused.status == 0)
    #expect(refused.output.contains("The pattern “(a+)+\\1[bc]” takes too long."))
  }

  @Test func aFilterOfMarksThatWouldTakeForEverIsRefused() throws {
    let paper = try Paper()
    let article = try shouting(in: paper)
    _ = try paper.screen(after: "Tab m", article)
    let found = try paper.shell(
      "timeout 60 '\(Tmux.program ?? "")' marks --filter 'text:/(a+)+!/' --format csv")
    #expect(found.status == 0 && found.output.contains("Tomas Berg"))
    let refused = try paper.shell(
      "timeout 60 '\(Tmux.program ?? "")' marks --filter 'text:/(a+)+\\1[bc]/'")
    #expect(refused.status != 0 && refused.status != 124)
    #expect(refused.output.contains("--filter: The pattern “(a+)+\\1[bc]” takes too long."))
  }

  @Test(arguments: ["+call writefile([\"x\"],\"run\").txt", "-c run.txt", "--cmd.txt", "plain.txt"])
  func noNameOfAFileIsAnOption(name: String) throws {
    let paper = try Paper()
    try paper.home.file("news/\(name)", Paper.harbour)
    // Copied by the shell: nothing that this process writes can be run while it starts others.
    let script = try paper.home.file(
      "script", "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$HOME/told\"\n")
    let editor = paper.home.path("nano")
    let run = try paper.shell(
      "cat '\(script)' > '\(editor)'; chmod +x '\(editor)'; cd '\(paper.home.path("news"))'; "
        + "EDITOR='\(editor)' hearsay --keys e --screen - -- '\(name)'")
    #expect(run.status == 0)
    let told = try String(contentsOfFile: paper.home.path("told"), encoding: .utf8)
    #expect(told.hasPrefix("+") && told.hasSuffix("\n./\(name)\n"))
  }
}

/// A program that does not listen any more still ends when it is told to.
@Suite("Ending", .enabled(if: Tmux.isThere, Tmux.missing), .timeLimit(.minutes(40)))
struct EndingTests {
  @Test(arguments: [("HUP", 2.0), ("TERM", 6.0)])
  func aBusyProgramEndsWithItsTerminal(signal: String, seconds: Double) throws {
    let terminal = try Tmux(columns: 80, rows: 24)
    defer { terminal.removeHome() }
    let article = terminal.home + "/harbour.txt"
    try Data(Paper.harbour.utf8).write(to: URL(fileURLWithPath: article))
    // What was searched for is to be kept in a pipe that nobody reads: that waits for ever, and the end for it.
    let state = terminal.home + "/.local/state/hearsay"
    try Tmux.run([
      "sh", "-c", "mkdir -p '\(state)'; rm -f '\(state)/history'; mkfifo '\(state)/history'",
    ])
    try terminal.start("'\(article)'", showing: "unattributed")
    try terminal.press("/")
    try terminal.enter("port")
    try terminal.wait(for: "1/")
    let told = ContinuousClock.now
    try terminal.signal(signal)
    try terminal.waitForEnd()
    #expect(.now - told < .seconds(seconds))
  }
}
