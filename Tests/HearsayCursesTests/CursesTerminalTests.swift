import CNcurses
import Foundation
import HearsayScreen
import HearsayTestSupport
import Testing

@testable import HearsayCurses

/// ncurses keeps its state in globals, so one test after the other.
@Suite(.serialized) struct CursesTerminalTests {
  /// A terminal of this kind and size that nobody sees; `typed` is what somebody types there before leaving.
  private func terminal(
    _ kind: String = "xterm-256color", columns: Int = 20, rows: Int = 4, noColor: Bool = false,
    typed: String = "", output path: String = "/dev/null"
  ) throws -> CursesTerminal {
    setenv("TERM", kind, 1)
    let output = try #require(fopen(path, "w"))
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    write(ends[1], typed, typed.utf8.count)
    close(ends[1])
    let input = try #require(fdopen(ends[0], "r"))
    let terminal = try CursesTerminal(
      kind: kind, output: output, input: input, mouse: false, noColor: noColor, isReal: false)
    terminal.resize(to: Size(columns: columns, rows: rows))
    return terminal
  }

  /// A row as ncurses has it.
  private func row(_ row: Int) -> String {
    var letters = [wchar_t](repeating: 0, count: 400)
    mvwinnwstr(hs_stdscr(), Int32(row), 0, &letters, 399)
    var text = String.UnicodeScalarView()
    for letter in letters.prefix(while: { $0 != 0 }) {
      if let scalar = Unicode.Scalar(UInt32(bitPattern: letter)) { text.append(scalar) }
    }
    return String(text)
  }

  private func screen(_ size: Size, _ text: String, _ style: Style = .plain) -> Screen {
    var screen = Screen(size)
    screen.put(text, at: Point(row: 0, column: 0), style)
    return screen
  }

  @Test func `A screen is shown as it is`() throws {
    let terminal = try terminal()
    defer { terminal.close() }
    terminal.show(screen(terminal.size, "“No,” 作者 said 🇮🇶."))
    #expect(row(0) == "“No,” 作者 said 🇮🇶. ")
  }

  @Test(
    arguments: [
      ("xterm-256color", "truecolor", "xterm-direct"), ("xterm", "24bit", "xterm-direct"),
      ("xterm-256color", "", nil), ("xterm-256color", nil, nil), (nil, "truecolor", nil),
      ("no-such-terminal", "truecolor", nil),
    ] as [(String?, String?, String?)])
  func `All colours are asked for where the terminal has them`(
    kind: String?, color: String?, direct: String?
  ) {
    #expect(CursesTerminal.directKind(of: kind, colorTerm: color) == direct)
  }

  @Test(arguments: [("xterm-direct", "38:2::255:128:0"), ("xterm-256color", "38;5;208")])
  func `A colour of a theme is sent as the terminal has it`(kind: String, sent: String) throws {
    let folder = try TemporaryFolder()
    let terminal = try terminal(kind, output: folder.path("out"))
    let style = Style(foreground: .rgb(red: 255, green: 128, blue: 0))
    terminal.show(screen(terminal.size, "flag", style))
    terminal.close()
    #expect(try String(contentsOfFile: folder.path("out"), encoding: .utf8).contains(sent))
  }

  @Test func `What changes is changed, and nothing else`() throws {
    let terminal = try terminal()
    defer { terminal.close() }
    for text in ["作者 said so", "x作者said so", "作者作者作者", "abc者者者", "", "作", " 作", "ab"] {
      terminal.show(screen(terminal.size, text))
      let wanted = screen(terminal.size, text).text(ofRow: 0)
      var shown = row(0)
      while shown.last == " " { shown.removeLast() }
      #expect(shown == wanted)
    }
  }

  @Test func `Rows that move are sent whole, for terminals that cannot scroll by many`() throws {
    let folder = try TemporaryFolder()
    let terminal = try terminal(columns: 30, rows: 12, output: folder.path("sent"))
    for first in [0, 4, 1] {
      var screen = Screen(terminal.size)
      for row in 0..<12 {
        screen.put("line \(first + row) of a long list", at: Point(row: row, column: 0))
      }
      terminal.show(screen)
    }
    terminal.close()
    let sent = try String(contentsOfFile: folder.path("sent"), encoding: .utf8)
    #expect(sent.contains("line 15 of a long list"))
    #expect(sent.firstMatch(of: /\[[0-9]+[ST]/) == nil)
  }

  @Test func `A wide character in the last columns stays on its row`() throws {
    let terminal = try terminal(columns: 6, rows: 2)
    defer { terminal.close() }
    var screen = Screen(terminal.size)
    screen.put("abcd作", at: Point(row: 0, column: 0))
    screen.put("abcd作", at: Point(row: 1, column: 0))
    terminal.show(screen)
    #expect([row(0), row(1)] == ["abcd作", "abcd作"])
    screen.put("abcde作", at: Point(row: 0, column: 0))
    terminal.show(screen)
    #expect([row(0), row(1)] == ["abcde ", "abcd作"])
  }

  @Test func `Colours become pairs`() throws {
    let terminal = try terminal()
    defer { terminal.close() }
    #expect(terminal.abilities.colors == 256)
    let style = Style(
      foreground: .palette(214), background: .rgb(red: 95, green: 0, blue: 0), attributes: .bold)
    terminal.show(screen(terminal.size, "x", style))
    var cell = cchar_t()
    mvwin_wch(hs_stdscr(), 0, 0, &cell)
    var letters = [wchar_t](repeating: 0, count: 8)
    var attributes: attr_t = 0
    var pair: Int16 = 0
    var extended: Int32 = 0
    getcchar(&cell, &letters, &attributes, &pair, &extended)
    var foreground: Int32 = 0
    var background: Int32 = 0
    extended_pair_content(extended, &foreground, &background)
    #expect([foreground, background] == [214, 52])
    #expect(attributes & HS_BOLD != 0)
  }

  @Test(arguments: [
    ("xterm-256color", false, 256), ("xterm-16color", false, 16), ("linux", false, 8),
    ("vt100", false, 0), ("xterm-256color", true, 0),
  ])
  func `A terminal has the colours it has`(kind: String, noColor: Bool, colors: Int) throws {
    let terminal = try terminal(kind, noColor: noColor)
    defer { terminal.close() }
    #expect(terminal.abilities.colors == colors)
    terminal.show(screen(terminal.size, "red", Style(foreground: .palette(196))))
    #expect(row(0).hasPrefix("red"))
  }

  @Test func `A resized terminal shows the next screen whole`() throws {
    let terminal = try terminal(columns: 20, rows: 4)
    defer { terminal.close() }
    for size in [Size(columns: 5, rows: 1), Size(columns: 1, rows: 1), Size(columns: 60, rows: 9)] {
      terminal.show(screen(terminal.size, "Shafaq"))
      terminal.resize(to: size)
      #expect(terminal.size == size)
      // A screen that was drawn before the terminal changed its size.
      terminal.show(screen(Size(columns: 20, rows: 4), "Shafaq"))
      terminal.show(screen(size, "作者 said"))
      #expect(row(0).hasPrefix(size.columns == 1 ? " " : "作者"))
    }
  }

  @Test func `An unknown terminal is refused with a reason`() {
    for (kind, problem) in [
      ("nosuch-terminal", TerminalProblem.unknownType("nosuch-terminal")), ("", .noType),
      ("dumb", .tooSimple("dumb")),
    ] {
      #expect(throws: problem) { _ = try terminal(kind) }
      #expect(problem.description.last == ".")
      #expect(!problem.description.contains("\n"))
    }
  }

  @Test func `Another thread ends the wait`() throws {
    let terminal = try terminal()
    defer { terminal.close() }
    terminal.waker.wake()
    terminal.waker.wake()
    #expect(terminal.wait(timeout: 5).contains(.woken))
  }

  @Test func `A terminal that has gone ends the program`() throws {
    let terminal = try terminal(typed: "j")
    defer { terminal.close() }
    var all: [Happening] = []
    for _ in 0..<5 where all.count < 2 { all += terminal.wait(timeout: 1) }
    #expect(all == [.input(.key(.character("j"))), .end(signal: SIGHUP)])
  }

  @Test func `Keys come through ncurses and past ncurses`() throws {
    let typed = "j\u{1B}OA\u{1B}[6~ö\u{1B}[<64;3;2M\u{1B}[200~Q\u{1B}[201~\u{1B}"
    let terminal = try terminal(typed: typed)
    defer { terminal.close() }
    #expect(
      terminal.pendingInput() == [
        .key(.character("j")), .key(.up), .key(.pageDown), .key(.character("ö")),
        .mouse(Mouse(.wheelUp, at: Point(row: 1, column: 2))), .paste("Q"), .key(.escape),
      ])
  }

  @Test func `Columns are counted as ncurses counts them`() throws {
    let terminal = try terminal()
    defer { terminal.close() }
    var compared = 0
    var different = 0
    for value in UInt32(0x20)..<0x30000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let columns = wcwidth(wchar_t(bitPattern: value))
      let shown = SafeText.clusters(of: "a\(scalar)")
      // Left out or replaced on purpose, or not known to this C library.
      guard columns >= 0, shown.last?.text.unicodeScalars.last == scalar else { continue }
      compared += 1
      if SafeText.columns(of: scalar) != Int(columns) { different += 1 }
    }
    #expect(compared > 100_000)
    // Other versions of the C library count a few signs otherwise; the drawing replaces those.
    #expect(different < 1000)
  }
}

@Suite("What a command prints")
struct CommandOutputTests {
  @Test(arguments: [
    ("sort > claims.txt", true), ("tr a-z A-Z >> \"all claims.txt\"", true),
    ("grep x 1> found", true), ("make 2> errors", false), ("date > day; cat day", false),
    ("echo '>'", false), ("cat", false), ("tee claims.txt | wc", false), ("echo \"> x", false),
  ])
  func `What a command prints goes into a file`(command: String, isSilent: Bool) {
    #expect(writesIntoFile(command) == isSilent)
  }
}
