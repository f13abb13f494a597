import Foundation
import Testing

/// Claims and texts leave the program, and it is as before when its reader comes back.
@Suite("With other programs", .enabled(if: Tmux.isThere, Tmux.missing), .timeLimit(.minutes(40)))
struct WithOtherProgramsTests {
  private static let article = """
    Ferry line to close in spring

    The company will stop the night ferry in April, its chairman Ole Brandt said on Monday.

    "Nobody takes it in winter," Brandt said. "Eleven passengers a night do not pay for the crew."

    A spokeswoman for the port said the berth would stay open for freight.

    """

  private func prepare(_ terminal: Tmux) throws -> String {
    let article = terminal.home + "/ferry line.txt"
    try Data(Self.article.utf8).write(to: URL(fileURLWithPath: article))
    return "'\(article)'"
  }

  private func script(_ name: String, _ text: String, in terminal: Tmux) throws -> String {
    let path = terminal.home + "/" + name
    try Data("#!/bin/sh\n\(text)\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  /// The column of the line between article and list.
  private static func border(in screen: String) -> Int? {
    screen.split(separator: "\n").compactMap { line in
      line.firstIndex(of: "│").map { line.distance(from: line.startIndex, to: $0) }
    }.max()
  }

  @Test func aClaimIsCopiedPipedAndFoundInTheEditor() throws {
    let terminal = try Tmux(columns: 100, rows: 28)
    defer { terminal.removeHome() }
    let article = try prepare(terminal)
    // The name makes it an editor that is told a line by +N.
    let editor = try script("nano", "printf '%s\\n' \"$@\" > \"$HOME/told\"", in: terminal)
    try terminal.start(article, showing: "●", variables: "EDITOR='\(editor)'")
    try terminal.press("Tab", "y")
    try terminal.wait(for: "copied")
    #expect(
      try terminal.copied().hasPrefix("\"Nobody takes it in winter,\" … \"Eleven passengers"))

    try terminal.press("|")
    try terminal.wait(for: "claim |")
    try terminal.type("tr a-z A-Z")
    try terminal.press("Enter")
    try terminal.wait(for: "NOBODY TAKES IT IN WINTER")
    try terminal.wait(for: "Enter goes back to hearsay")
    try terminal.press("Enter")
    try terminal.wait(for: "Ferry line to close")

    // What is written into a file leaves nothing to look at.
    try terminal.press("|")
    try terminal.type("cat > \"$HOME/claim\"")
    try terminal.press("Enter")
    try terminal.wait(for: "has read it")
    #expect(
      try String(contentsOfFile: terminal.home + "/claim", encoding: .utf8).contains(
        "Nobody takes it in winter"))

    try terminal.press("e")
    try terminal.wait("the editor") { _ in
      FileManager.default.fileExists(atPath: terminal.home + "/told")
    }
    let told = try String(contentsOfFile: terminal.home + "/told", encoding: .utf8)
    #expect(told == "+5\n\(terminal.home)/ferry line.txt\n")

    // A pattern, found in the background.
    try terminal.press("/")
    try terminal.type("eleven|twelve")
    try terminal.wait(for: "1/1")
    try terminal.press("Enter", "(", "(")
    try terminal.wait("the border further left") { Self.border(in: $0) == 50 }
    try terminal.press("Q")
    try terminal.waitForEnd()
    #expect(try terminal.state() == .plain)

    // What was typed and where the border was is there again.
    try terminal.start(article, showing: "●")
    #expect(Self.border(in: try terminal.screen()) == 50)
    try terminal.press("/", "Up")
    try terminal.wait(for: "/eleven|twelve")
    try terminal.press("Escape")
  }

  @Test func aCommandOrAShellHasTheTerminalForAWhile() throws {
    let terminal = try Tmux(columns: 80, rows: 24)
    defer { terminal.removeHome() }
    let article = try prepare(terminal)
    try terminal.start(article, showing: "unattributed")
    try terminal.press(":")
    try terminal.type("!read name; echo \"the mate is $name\"")
    try terminal.press("Enter")
    try terminal.wait("the command") { !$0.contains("unattributed") }
    try terminal.enter("Hale")
    try terminal.wait(for: "the mate is Hale")
    try terminal.wait(for: "Enter goes back to hearsay")
    try terminal.press("Enter")
    try terminal.wait(for: "unattributed")
    try terminal.press(":")
    try terminal.type("shell")
    try terminal.press("Enter")
    try terminal.wait("the shell") { !$0.contains("unattributed") }
    try terminal.enter("exit")
    try terminal.wait(for: "unattributed")
    try terminal.press("Q")
    try terminal.waitForEnd()
    #expect(try terminal.state() == .plain)
  }

  @Test func aFileThatTheEditorChangedIsReadAnew() throws {
    let terminal = try Tmux(columns: 80, rows: 24)
    defer { terminal.removeHome() }
    let article = try prepare(terminal)
    let editor = try script("mine", "sed -i 's/April/August/' \"$1\"", in: terminal)
    try terminal.start(article, showing: "night ferry in April", variables: "EDITOR='\(editor)'")
    try terminal.press("e")
    try terminal.wait(for: "night ferry in August")
  }
}
