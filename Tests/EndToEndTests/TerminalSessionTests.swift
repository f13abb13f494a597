import Foundation
import HearsayTestSupport
import Testing

/// The real program in a real terminal.
@Suite(.enabled(if: Tmux.isThere, Tmux.missing), .timeLimit(.minutes(40)))
struct TerminalSessionTests {
  /// Two people speak twice each, one has no name, and one sentence is nobody's.
  private static let article = """
    Harbour talks break off after third night

    PORT ELMA (Daily Courier) — Harbour minister Anna Lind said on Monday that the port would stay closed until Friday.

    "We will not sign this paper," said union leader Tomas Berg. "Nobody in the sheds trusts it."

    Lind said the city had offered every crane driver a second contract.

    Two warehouses burned down on Sunday night.

    A source told the Daily Courier that the talks would move to another town.

    Berg said the strike fund would last until the spring.

    """

  /// Writes the article, and an editor that puts a line at the top of a note.
  private func prepare(_ terminal: Tmux) throws -> (article: String, editor: String) {
    let article = terminal.home + "/harbour.txt"
    try Data(Self.article.utf8).write(to: URL(fileURLWithPath: article))
    let editor = terminal.home + "/editor"
    try Data(
      "#!/bin/sh\nprintf 'ask the harbour master\\n%s' \"$(cat \"$1\")\" > \"$1\"\n".utf8
    ).write(to: URL(fileURLWithPath: editor))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor)
    return (article, editor)
  }

  // MARK: Reading, marking, coming back

  @Test(arguments: [
    (200, 60, ""), (80, 24, ""), (40, 12, ""), (20, 5, ""), (80, 24, "NO_COLOR=1"),
    (20, 5, "NO_COLOR=1"), (112, 30, "TERM=screen"), (80, 24, "TERM=vt100"),
  ])
  func aMarkWithANoteIsThereAgainTomorrow(columns: Int, rows: Int, variables: String) throws {
    let terminal = try Tmux(columns: columns, rows: rows)
    defer { terminal.removeHome() }
    let (article, editor) = try prepare(terminal)
    let setting = "EDITOR=\(editor) \(variables)"
    let modes = try terminal.shell("stty -a | cksum")
    try terminal.start(article, showing: "Harbour", variables: setting)

    // From one attribution to the next and back; then to the same source's next words.
    // The sign of somebody with a name: the analysis is there.
    try terminal.wait(for: "●")
    try terminal.press("Tab", "BTab", "s")
    try terminal.wait(for: "crane")
    // A source that is not named.
    try terminal.press("Tab")
    try terminal.press("W")
    try terminal.wait("the note") { $0.contains("note saved") || $0.contains("harbour master") }
    if variables.contains("NO_COLOR") || variables.contains("vt100") {
      #expect(try !terminal.isColored())
    }
    try terminal.press("Q")
    try terminal.waitForEnd()
    #expect(try terminal.state() == .plain)
    #expect(try terminal.shell("stty -a | cksum") == modes)

    let kept = try terminal.shell("\(Tmux.program ?? "") marks")
    #expect(kept.filter { !$0.isWhitespace }.contains("asktheharbourmaster"))
    // What was selected is selected again: the source without a name.
    try terminal.start(article, showing: "○", variables: setting)
    try terminal.press("M")
    try terminal.wait("the mark") {
      $0.filter { !$0.isWhitespace }.contains("asktheharbour") || $0.contains("todo")
    }
    try terminal.press("Q")
    try terminal.waitForEnd()
  }

  @Test func coloursAreSentWhereTheyAreWanted() throws {
    let terminal = try Tmux(columns: 112, rows: 30)
    defer { terminal.removeHome() }
    let (article, _) = try prepare(terminal)
    try terminal.start(article, showing: "unattributed")
    try terminal.press("Tab")
    #expect(try terminal.isColored())
  }

  @Test func aMarkSurvivesAProgramThatIsKilled() throws {
    let terminal = try Tmux(columns: 80, rows: 24)
    defer { terminal.removeHome() }
    let (article, _) = try prepare(terminal)
    try terminal.start(article, showing: "unattributed")
    try terminal.press("Tab", "m")
    try terminal.wait(for: "marked")
    try terminal.signal("KILL")
    try terminal.wait(for: "Killed")
    try terminal.enter("stty sane; tput rmcup; clear")
    let other = try Tmux(columns: 80, rows: 24, home: terminal.home)
    try other.start("marks", showing: "Tomas Berg")
    // The place was kept as well, not only when the program is left.
    try other.start(article, showing: "2/5")
  }

  @Test func anArticleMayComeThroughAPipeAndKeysFromTheTerminal() throws {
    let terminal = try Tmux(columns: 80, rows: 24)
    defer { terminal.removeHome() }
    let (article, _) = try prepare(terminal)
    try terminal.enter("clear; cat \(article) | \(Tmux.program ?? "")")
    try terminal.wait(for: "unattributed")
    try terminal.press("Tab")
    try terminal.wait(for: "2/5")
    try terminal.press("Q")
    try terminal.waitForEnd()
    #expect(try terminal.state() == .plain)
  }

  @Test func aNoteIsAsItWasWhenTheEditorFails() throws {
    let terminal = try Tmux(columns: 100, rows: 24)
    defer { terminal.removeHome() }
    let (article, _) = try prepare(terminal)
    try terminal.start(article, showing: "unattributed", variables: "EDITOR=false VISUAL=")
    try terminal.press("Tab", "W")
    try terminal.wait(for: "ended with status 1")
    try terminal.press("Q")
    try terminal.waitForEnd()
    try terminal.start(article, showing: "unattributed", variables: "EDITOR=no-such-editor")
    try terminal.press("Tab", "W")
    try terminal.wait(for: "cannot be started")
  }

  // MARK: The terminal

  @Test func aResizedTerminalKeepsThePlace() throws {
    let terminal = try Tmux(columns: 120, rows: 30)
    defer { terminal.removeHome() }
    let (article, _) = try prepare(terminal)
    try terminal.start(article, showing: "unattributed")
    try terminal.press("Tab", "Tab", "Tab")
    let before = try terminal.wait(for: "4/5")
    for (columns, rows) in [(40, 12), (20, 5), (5, 2), (1, 1), (200, 60), (120, 30)] {
      try terminal.resize(columns: columns, rows: rows)
    }
    try terminal.wait("the screen as it was") { $0 == before }
    for (columns, rows) in [(40, 12), (20, 5)] {
      try terminal.resize(columns: columns, rows: rows)
      try terminal.wait("the same words") { $0.contains("source") && $0.contains("4/5") }
    }
    try terminal.press("Q")
    try terminal.waitForEnd()
    #expect(try terminal.state() == .plain)
  }

  @Test(arguments: [("TERM", 143), ("HUP", 129), ("QUIT", 131)])
  func aSignalGivesTheTerminalBack(signal: String, status: Int) throws {
    let terminal = try Tmux(columns: 80, rows: 24)
    defer { terminal.removeHome() }
    let (article, _) = try prepare(terminal)
    let modes = try terminal.shell("stty -a | cksum")
    try terminal.start(article, showing: "unattributed")
    #expect(try terminal.state().isAlternate)
    try terminal.signal(signal)
    try terminal.waitForEnd()
    #expect(try terminal.state() == .plain)
    #expect(try terminal.shell("echo $?") == "\(status)")
    #expect(try terminal.shell("stty -a | cksum") == modes)
  }

  @Test func aNoteThatIsBeingTypedSurvivesTheTerminal() throws {
    let terminal = try Tmux(columns: 80, rows: 24)
    defer { terminal.removeHome() }
    let (article, _) = try prepare(terminal)
    try terminal.start(article, showing: "●")
    try terminal.press("Tab", "+")
    try terminal.type("ask for the paper")
    try terminal.wait(for: "note: ask for the paper")
    try terminal.signal("HUP")
    try terminal.waitForEnd()
    try terminal.start("marks", showing: "ask for the paper")
  }

  @Test(arguments: ["C-z", "TSTP"])
  func aStoppedProgramComesBackWithItsScreen(stop: String) throws {
    let terminal = try Tmux(columns: 80, rows: 24)
    defer { terminal.removeHome() }
    let (article, _) = try prepare(terminal)
    let modes = try terminal.shell("stty -a | cksum")
    try terminal.start(article, showing: "unattributed")
    try terminal.press("Tab")
    let before = try terminal.wait(for: "2/5")
    if stop == "TSTP" { try terminal.signal("TSTP") } else { try terminal.press(stop) }
    try terminal.wait(for: "Stopped")
    #expect(try terminal.state() == .plain)
    #expect(try terminal.shell("stty -a | cksum") == modes)
    try terminal.enter("clear; fg")
    try terminal.wait("the screen as it was") { $0 == before }
    try terminal.press("Tab")
    try terminal.wait("the next attribution") { $0 != before }
  }

  @Test func controlCNeverEndsTheProgram() throws {
    let terminal = try Tmux(columns: 80, rows: 24)
    defer { terminal.removeHome() }
    let (article, _) = try prepare(terminal)
    try terminal.start(article, showing: "unattributed")
    try terminal.press("/")
    try terminal.type("crane")
    try terminal.press("C-c")
    try terminal.press("?")
    try terminal.wait(for: "How a source is named")
    // A signal is C-c from outside: it closes the help, and the program goes on.
    try terminal.signal("INT")
    try terminal.wait("the help is closed") { !$0.contains("How a source is named") }
    try terminal.press("?")
    try terminal.wait(for: "How a source is named")
  }

  @Test func wordsAreSelectedWithTheMouseUnlessItIsSwitchedOff() throws {
    let terminal = try Tmux(columns: 80, rows: 24)
    defer { terminal.removeHome() }
    let (article, _) = try prepare(terminal)
    try terminal.start(article, showing: "unattributed")
    #expect(try terminal.state().watchesMouse)
    let rows = try terminal.screen().split(separator: "\n", omittingEmptySubsequences: false)
    let row = 1 + (rows.firstIndex { $0.contains("We will not sign") } ?? 0)
    let line = rows[row - 1]
    func column(of words: String) -> Int {
      1
        + (line.range(of: words).map { line.distance(from: line.startIndex, to: $0.lowerBound) }
          ?? 0)
    }
    try terminal.type("\u{1B}[<0;\(column(of: "will"));\(row)M")
    try terminal.type("\u{1B}[<32;\(column(of: "sign"));\(row)M")
    try terminal.type("\u{1B}[<0;\(column(of: "sign"));\(row)m")
    try terminal.press("y")
    try terminal.wait(for: "copied")
    let copied = try terminal.copied()
    #expect(copied.contains("will not sign") && !copied.contains("We will"))
    try terminal.press("Q")
    try terminal.waitForEnd()
    try terminal.start("--no-mouse \(article)", showing: "unattributed")
    #expect(try !terminal.state().watchesMouse)
  }

  @Test func aPasteIsNeverACommand() throws {
    let terminal = try Tmux(columns: 80, rows: 24)
    defer { terminal.removeHome() }
    let (article, _) = try prepare(terminal)
    try terminal.start(article, showing: "unattributed")
    try terminal.paste("QqQq")
    try terminal.press("?")
    try terminal.wait(for: "How a source is named")
  }

  // MARK: What steers terminals

  @Test func anArticleCannotSteerTheTerminal() throws {
    let terminal = try Tmux(columns: 80, rows: 24)
    defer { terminal.removeHome() }
    let title = try terminal.title()
    let article = terminal.home + "/nasty.txt"
    let text = """
      A title of a long evening in the port

      "It is \u{202E}yes\u{202C}," she said. The board over the gate was \u{1B}[31mRed all night long, and nobody in \
      the whole of the town could say why it was \u{9B}31m so, the harbour master said on Tuesday at noon.

      Nobody in the office had touched it \u{1B}]52;c;T1dORUQ=\u{7} or \u{9D}0;PWNED\u{9C} or \u{1B}]2;PWNED\u{7} since the morning of the day before, and the \
      three people 👨‍👩‍👧 who keep the keys were all away, 作者 said in a letter to the council of the town.

      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: article))
    try terminal.start(article, showing: "␛[31mRed")
    let screen = try terminal.screen(colors: true)
    #expect(!screen.unicodeScalars.contains { (0x80...0x9F).contains($0.value) })
    #expect(!screen.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
    #expect(try terminal.screen().contains("⇄"))
    // In the list, the detail and the list of articles the same words stand.
    try terminal.wait(for: "unattributed")
    try terminal.press("Tab", "Enter", "q", "L")
    try terminal.wait(for: "A title of a long evening")
    #expect(try terminal.title() == title)
    #expect(try terminal.countOfCopies() == 0)
    try terminal.press("Q")
    try terminal.waitForEnd()
    #expect(try terminal.state() == .plain)
  }

  // MARK: No terminal to draw on

  @Test(arguments: [
    ("dumb", "cannot move its cursor"), ("no-such-terminal", "does not know"),
    ("", "TERM is not set"),
  ])
  func aTerminalThatCannotShowItIsRefusedWithAReason(kind: String, reason: String) throws {
    let terminal = try Tmux(columns: 120, rows: 10)
    defer { terminal.removeHome() }
    let (article, _) = try prepare(terminal)
    try terminal.start(article, showing: reason, variables: "TERM=\(kind)")
    #expect(
      try terminal.shell("TERM=\(kind) \(Tmux.program ?? "") \(article) 2>/dev/null; echo $?")
        != "0")
    #expect(try terminal.state() == .plain)
  }

  @Test func withoutATerminalTheTextIsPrinted() throws {
    let terminal = try Tmux(columns: 100, rows: 30)
    defer { terminal.removeHome() }
    let (article, _) = try prepare(terminal)
    let program = try #require(Tmux.program)
    let printed = try Tmux.run(
      [program, article],
      environment: [
        "HOME": terminal.home, "XDG_DATA_HOME": terminal.home + "/data", "LANG": "C.UTF-8",
      ])
    #expect(printed.contains("Two warehouses burned down"))
    #expect(!printed.contains("\u{1B}"))
  }

  // MARK: Real articles

  @Test(.enabled(if: SharedFolder.isThere, "skipped: needs the shared articles"))
  func aRealArticleIsReadFromEndToEnd() throws {
    let terminal = try Tmux(columns: 112, rows: 40)
    defer { terminal.removeHome() }
    let shared = try #require(SharedFolder.path)
    try terminal.start(shared + "/articles/hamas-baghdad.txt", showing: "unattributed")
    try terminal.press("Tab", "Tab", "Tab", "s", "S", "u", "m")
    try terminal.wait(for: "marked")
    try terminal.press("Q")
    try terminal.waitForEnd()
    #expect(try terminal.state() == .plain)
    try terminal.start("marks", showing: "todo")
  }
}
