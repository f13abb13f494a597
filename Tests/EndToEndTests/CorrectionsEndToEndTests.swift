import Foundation
import HearsayTestSupport
import Testing

/// What the reader sets right, in the real program in a real terminal.
@Suite(.enabled(if: Tmux.isThere, Tmux.missing), .timeLimit(.minutes(40)))
struct CorrectionsEndToEndTests {
  private static let article = """
    Harbour talks break off after third night

    PORT ELMA (Daily Courier) — Harbour minister Anna Lind said on Monday that the port would stay closed until Friday.

    "We will not sign this paper," said union leader Tomas Berg.

    He said the strike fund would last until the spring.

    """

  @Test
  func aCorrectionIsThereTomorrowInALaterVersionAndInEveryExport() throws {
    let terminal = try Tmux(columns: 120, rows: 40)
    defer { terminal.removeHome() }
    let program = try #require(Tmux.program)
    let article = terminal.home + "/harbour.txt"
    try Data(Self.article.utf8).write(to: URL(fileURLWithPath: article))

    // The minister says what "he" says, and the union leader is a body.
    try terminal.start(article, showing: "Harbour")
    try terminal.wait(for: "3 ~● Tomas Berg, union leader")
    try terminal.press("Tab", "Tab", "x", "s")
    try terminal.wait(for: "Who says #3?")
    try terminal.type("lind")
    try terminal.press("Enter")
    try terminal.wait(for: "3≠~● ")
    try terminal.wait(for: "the machine said: Tomas Berg, union leader")
    try terminal.press("BTab", "x", "k", "3")
    try terminal.wait(for: "2≠")
    try terminal.press("Q")
    try terminal.waitForEnd()

    // It leaves the program for people and for a model; what the machine says by itself is the same as ever.
    let listed = try terminal.shell("\(program) corrections")
    #expect(listed.contains("speaker: Harbour minister Anna Lind") || listed.contains("Anna Lind"))
    #expect(listed.contains("the machine said: Tomas Berg, union leader"))
    let lines = try terminal.shell("\(program) corrections --format jsonl").split(separator: "\n")
    #expect(lines.count == 3)
    _ = try terminal.shell("\(program) corrections --format brat --output \(terminal.home)/brat")
    let annotations = try String(
      contentsOfFile: terminal.home + "/brat/harbour.ann", encoding: .utf8)
    #expect(annotations.contains("AnnotatorNotes E3"))
    #expect(
      try String(contentsOfFile: terminal.home + "/brat/harbour.txt", encoding: .utf8)
        == Self.article)
    #expect(try terminal.shell("\(program) report \(article)").contains("Corrected by a reader"))
    let machine = try terminal.shell("\(program) analyze \(article) --format brat")
    let corrected = try terminal.shell("\(program) analyze \(article) --corrections --format json")
    #expect(!machine.contains("#1"))
    #expect(corrected.contains("\"organisation\""))

    // Tomorrow, with another paragraph before it.
    let later = Self.article.replacing(
      "PORT ELMA", with: "The port has been shut for nine days.\n\nPORT ELMA")
    try Data(later.utf8).write(to: URL(fileURLWithPath: article))
    try terminal.start(article, showing: "3≠~● ")
    try terminal.wait(for: "2≠")
    try terminal.press("U")
    try terminal.wait("one left") { $0.contains("3≠~● ") && !$0.contains("2≠") }
    try terminal.press("U")
    try terminal.wait("none left") {
      $0.contains("3 ~● Tomas Berg, union leader") && !$0.contains("≠")
    }
    try terminal.press("Q")
    try terminal.waitForEnd()
    #expect(try terminal.shell("\(program) corrections") == "Nothing is corrected.")
  }
}
