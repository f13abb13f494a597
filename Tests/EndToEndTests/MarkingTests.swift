import Foundation
import HearsayTestSupport
import Testing

@Suite(
  "Following a claim up in a terminal", .enabled(if: Tmux.isThere, Tmux.missing),
  .timeLimit(.minutes(40)))
struct MarkingTests {
  private let article = """
    Pilots reject new rosters

    VARN (Daily Courier) — The pilots' union said on Thursday that it would not sign the new rosters.

    A manager who asked not to be named told the Daily Courier that two routes would close.

    """

  private func prepare(_ terminal: Tmux) throws -> String {
    let file = terminal.home + "/pilots.txt"
    try Data(article.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }

  @Test("Marked, given a day on its card, and there again after the next start")
  func dueTomorrow() throws {
    let terminal = try Tmux(columns: 80, rows: 24)
    defer { terminal.removeHome() }
    let file = try prepare(terminal)
    try terminal.start(file, showing: "Pilots")
    try terminal.wait(for: "unattributed")
    try terminal.press("Tab", "m")
    try terminal.wait(for: "marked")
    try terminal.press("T")
    try terminal.wait(for: "when it was marked")
    try terminal.press("D")
    try terminal.type("+3d")
    try terminal.wait(for: "in 3 days")
    try terminal.press("Enter")
    try terminal.press("+")
    try terminal.type("ring the union")
    try terminal.press("Enter")
    try terminal.wait(for: "note added")
    try terminal.press("Q")
    try terminal.waitForEnd()

    try terminal.start(file, showing: "Pilots")
    try terminal.press("M")
    try terminal.wait("the mark with its day and note") {
      $0.contains("1 open") && $0.contains("due ") && $0.contains("ring the union")
    }
    // The list without files has it, too, and leads to the article.
    try terminal.press("Q")
    try terminal.waitForEnd()
    try terminal.start("", showing: "Pilots")
    try terminal.press("M")
    try terminal.wait(for: "ring the union")
    try terminal.press("Enter")
    try terminal.wait(for: "Pilots reject new rosters")
    try terminal.press("Q")
    try terminal.waitForEnd()
    let program = Tmux.program ?? ""
    let open = try terminal.shell(
      "\(program) marks --by due --filter 'due:week marked:open' | head -1")
    #expect(open == "due within a week (1)")
    #expect(try terminal.shell("\(program) marks --filter due:overdue") == "No marks.")
    #expect(
      try terminal.shell("\(program) marks --format taskwarrior | grep -c description") == "2")
    #expect(
      try terminal.shell(
        "\(program) marks --format brat --output \(terminal.home)/b; ls \(terminal.home)/b | wc -l")
        == "2")
    #expect(try terminal.shell("\(program) marks --filter due:frx 2>&1").contains("is no day"))
  }

  @Test(
    "An editor that is open when everything is to end is told so, and what it had saved is kept")
  func terminated() throws {
    let terminal = try Tmux(columns: 80, rows: 24)
    defer { terminal.removeHome() }
    let file = try prepare(terminal)
    // An editor that saves and stays, and one that does not listen.
    for (trap, note) in [("exit 0", "ring the union"), ("", "ask for the minutes")] {
      let editor = terminal.home + "/editor"
      let script = """
        #!/bin/sh
        trap '\(trap)' TERM
        echo '\(note)' > "$1"
        echo editing
        for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do sleep 0.2; done

        """
      try Data(script.utf8).write(to: URL(fileURLWithPath: editor))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor)
      let modes = try terminal.shell("stty -a | cksum")
      try terminal.start(file, showing: "unattributed", variables: "VISUAL=\(editor)")
      try terminal.press("Tab", "T")
      try terminal.wait(for: "when it was marked")
      try terminal.press("W")
      try terminal.wait(for: "editing")
      try terminal.signal("TERM")
      try terminal.waitForEnd()
      #expect(try terminal.shell("echo $?") == "143")
      #expect(try terminal.state() == .plain)
      #expect(try terminal.shell("stty -a | cksum") == modes)
      #expect(try terminal.shell("\(Tmux.program ?? "") marks").contains(note))
    }
  }

  @Test("A program that is killed loses no edit of a mark")
  func killed() throws {
    let terminal = try Tmux(columns: 80, rows: 24)
    defer { terminal.removeHome() }
    let file = try prepare(terminal)
    try terminal.start(file, showing: "Pilots")
    try terminal.wait(for: "unattributed")
    try terminal.press("Tab", "T")
    try terminal.wait(for: "when it was marked")
    try terminal.press("!", "#")
    try terminal.type("rosters")
    try terminal.press("Enter")
    try terminal.wait(for: "tags: rosters")
    try terminal.signal("KILL")
    try terminal.wait(for: "Killed")
    let other = try Tmux(columns: 80, rows: 24, home: terminal.home)
    try other.start("marks", showing: "high priority · #rosters")
  }
}
