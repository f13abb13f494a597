import Foundation
import HearsayTestSupport
import Testing

/// The library in the real program.
@Suite(.enabled(if: Tmux.isThere, Tmux.missing), .timeLimit(.minutes(40)))
struct LibrarySessionTests {
  private static let harbour = """
    Harbour talks break off after third night

    PORT ELMA (Daily Courier) — Harbour minister Anna Lind said on Monday that the port would stay closed until Friday.

    "We will not sign this paper," said union leader Tomas Berg.

    """
  private static let ferry = """
    Ferry to carry lorries while port is shut

    PORT ELMA (Coast Gazette) — Union leader Tomas Berg said the cranes would stand still for weeks.

    Two lorries were towed away.

    """

  private func write(_ text: String, _ path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  @Test
  func wordsAreFoundInEveryArticleAndTheLibraryKnowsWhatWasRead() throws {
    let terminal = try Tmux(columns: 100, rows: 24)
    defer { terminal.removeHome() }
    let folder = terminal.home + "/news"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try write(Self.ferry, folder + "/ferry.txt")
    try write(Self.harbour, folder + "/harbour.txt")
    try terminal.start(folder, showing: "Articles")
    // The list; everything in it is analysed, and what one source said in both is listed.
    try terminal.press("X")
    try terminal.wait(for: "analysed")
    try terminal.press("F")
    try terminal.type("sign papers")
    try terminal.press("Enter")
    try terminal.wait(for: "Tomas Berg, union leader · Harbour talks")
    try terminal.press("Enter")
    try terminal.wait(for: "said union leader")
    try terminal.press("A")
    try terminal.wait(for: "Words of")
    try terminal.wait(for: "the cranes would stand still")
    try terminal.press("Q")
    try terminal.waitForEnd()

    #expect(try terminal.shell("\(Tmux.program ?? "") search 'sign -cranes'").contains("Berg"))
    let rows = try terminal.shell("\(Tmux.program ?? "") search --format jsonl cranes")
    #expect(rows.contains(#""kind":"statement""#) && rows.contains("Coast Gazette"))
    #expect(try terminal.shell("\(Tmux.program ?? "") search zebra; echo $?") == "1")

    try terminal.start("", showing: "Articles")
    let library = try terminal.wait(for: "Coast Gazette")
    #expect(library.contains("read today"))
    try terminal.press("f")
    try terminal.type("manner:direct")
    try terminal.press("Enter")
    try terminal.wait(for: "1 pass")
  }

  @Test func whatComesIntoAWatchedFolderIsListedAndAnalysed() throws {
    let terminal = try Tmux(columns: 100, rows: 24)
    defer { terminal.removeHome() }
    let folder = terminal.home + "/news"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try write(Self.ferry, folder + "/ferry.txt")
    try terminal.start("--watch \(folder)", showing: "Articles")
    try write(Self.harbour, folder + "/harbour.txt")
    try terminal.wait(for: "Harbour talks break off")
    try terminal.wait("its sourcing") {
      $0.split(separator: "\n").contains { $0.contains("attribution") && $0.hasSuffix("new") }
    }
  }

  @Test func aMarkOfAnotherSessionAppearsByItself() throws {
    let terminal = try Tmux(columns: 100, rows: 24)
    defer { terminal.removeHome() }
    let path = terminal.home + "/harbour.txt"
    try write(Self.harbour, path)
    try terminal.start(path, showing: "unattributed")
    let other = try Tmux(columns: 100, rows: 24, home: terminal.home)
    try other.start(path, showing: "unattributed")
    try other.press("Tab", "m")
    try other.wait(for: "marked: todo")
    try terminal.wait(for: "✎")
    // And the other way round: both marks are kept.
    try terminal.press("Tab", "u", "BTab", "m")
    try terminal.wait(for: "marked: todo")
    try other.wait("both marks") { $0.split(separator: "✎").count > 2 }
    #expect(try Self.marks(in: terminal.home) == 2)
  }

  /// How many marks the library has.
  private static func marks(in home: String) throws -> Int {
    let program = try #require(Tmux.program)
    let lines = try Tmux.run(
      [program, "marks", "--format", "jsonl"],
      environment: ["HOME": home, "XDG_DATA_HOME": home + "/data", "LANG": "C.UTF-8"])
    return lines.split(separator: "\n").count
  }
}
