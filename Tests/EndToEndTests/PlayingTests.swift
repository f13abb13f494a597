import Foundation
import HearsayTestSupport
import Testing

/// Keys without a terminal.
@Suite(
  "Keys that nobody presses", .enabled(if: Paper.isThere, Paper.missing), .timeLimit(.minutes(40)))
struct PlayingTests {
  @Test func keysGoInAndTheScreenComesOutAsText() throws {
    let paper = try Paper()
    let screen = try paper.screen(after: "Tab m", paper.harbour(), size: "80x24")
    let rows = screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(rows.count == 24 && rows.allSatisfy { $0.count <= 80 })
    #expect(screen.contains("▐\"We will not sign this paper,\"▌"))
    #expect(screen.contains("marked: todo"))
    #expect(try paper.shell("hearsay marks").output.contains("Tomas Berg"))
  }

  @Test func everyKeyWaitsForWhatTheOneBeforeItBegan() throws {
    let paper = try Paper()
    try paper.home.file("news/a.txt", Paper.harbour)
    try paper.home.file(
      "news/b.txt",
      "Ferry to carry lorries\n\nUnion leader Tomas Berg said the cranes would stand still for weeks.\n"
    )
    // All analysed, the other article, the words of its source in all articles, and the first of them.
    let keys = try paper.home.file(
      "keys", "# all that Berg says\nX Enter J Tab A\nG Enter\n")
    let shown = try paper.shell(
      "hearsay --keys @\(keys) --screen '\(paper.home.path("screen.txt"))' '\(paper.home.path("news"))'"
    )
    #expect(shown.output == "" && shown.status == 0)
    let screen = try String(contentsOfFile: paper.home.path("screen.txt"), encoding: .utf8)
    #expect(screen.contains("Harbour talks break off") || screen.contains("Ferry to carry"))
    #expect(screen.contains("Tomas Berg"))
    let found = try paper.screen(after: "F \"stand still\" Enter", "", size: "100x20")
    #expect(found.contains("the cranes would stand still"))
  }

  @Test func thePictureInTheReadmeIsWhatTheProgramShows() throws {
    let sample = Page.root.appendingPathComponent("Resources/samples/1-border-envoy.txt").path
    let shown = try Paper().screen(after: "Tab Tab Tab", "'\(sample)'", size: "96x22")
    #expect(shown.contains("4 “◐ a senior Karvian lawma"))
    try Page.readme.expect(
      "```\n\(shown)```\n", between: "picture", recordedBy: "thePicture")
  }

  @Test func whoSaidWhatIsWrittenIntoAFileInTheFormThatItsNameAsksFor() throws {
    let paper = try Paper()
    let article = try paper.harbour()
    let forms = [
      ("claims.txt", "[¹"), ("claims.md", "# Harbour talks break off"), ("claims.html", "<svg"),
      ("claims.json", "\"schema\" : \"hearsay.analysis/1\""), ("claims.ann", "Source "),
    ]
    for (name, words) in forms {
      let path = paper.home.path(name)
      #expect(
        try paper.words(after: "Tab m : \"write \(path)\" Enter", article).contains("written: "))
      #expect(try String(contentsOfFile: path, encoding: .utf8).contains(words))
    }
    #expect(
      try String(contentsOfFile: paper.home.path("claims.txt"), encoding: .utf8).contains("todo"))
    // Nothing is written over by accident, or in a form that nobody asked for.
    let path = paper.home.path("claims.md")
    try paper.home.file("claims.md", "mine")
    #expect(
      try paper.words(after: ": \"write \(path)\" Enter", article).contains("already exists"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    #expect(try paper.words(after: ": \"write! \(path)\" Enter", article).contains("written: "))
    #expect(try String(contentsOfFile: path, encoding: .utf8) != "mine")
    #expect(
      try paper.words(after: ": \"write claims\" Enter", article).contains("must end in .json"))
    #expect(
      try paper.words(after: ": \"write /nowhere/claims.md\" Enter", article).contains(
        "cannot be written: there is no such folder"))
  }

  @Test func aMacroIsPlayedFromTheConfiguration() throws {
    let paper = try Paper()
    try paper.home.file(
      "config/hearsay/config.toml",
      """
      [macros]
      weigh = ["next-flag", "mark", "set-due", "type +3d"]

      [keys]
      weigh = ", w"
      """)
    let screen = try paper.screen(after: ", w T", paper.harbour())
    #expect(screen.contains("in 3 days"))
    #expect(
      try paper.shell("hearsay --print-config").output.contains(
        "weigh = [\"next-flag\", \"mark\", \"set-due\", \"type +3d\"]"))
    try paper.home.file("config/hearsay/config.toml", "[macros]\n\nweigh = [\"next-flg\"]\n")
    let said = try paper.shell("hearsay --check-config")
    #expect(
      said.output.hasSuffix(
        "config.toml:3: “weigh”: There is no command “next-flg”. Did you mean “next-flag”?\n"))
    #expect(said.status == 1)
  }

  @Test func whatIsWrongIsSaidAndNothingIsPressed() throws {
    let paper = try Paper()
    let article = try paper.harbour()
    let said = try paper.shell("hearsay --keys 'Tab Tabb' \(article)")
    #expect(said.status == 1 && said.output.contains("There is no key called “Tabb”"))
    #expect(try paper.shell("hearsay --keys @nowhere \(article)").status == 1)
    #expect(try paper.shell("hearsay --screen - --size 80 \(article)").status == 64)
    #expect(try paper.shell("hearsay --screen /proc/nowhere/x \(article)").status == 1)
    #expect(try paper.shell("hearsay --screen - nowhere.txt").status == 1)
  }

  @Test func anArticleTakenOutComesBackInALaterSession() throws {
    let paper = try Paper()
    let article = try paper.harbour()
    _ = try paper.screen(after: "Tab m", article)
    try FileManager.default.removeItem(atPath: article)
    #expect(try paper.screen(after: "", "").contains("Harbour talks"))
    _ = try paper.screen(after: "Delete Q", "")
    #expect(try !paper.screen(after: "", "").contains("Harbour talks"))
    let back = try paper.screen(after: "U", "")
    #expect(back.contains("restored: Harbour talks"))
    #expect(try paper.screen(after: "U", "").contains("There is nothing to undo"))
    #expect(try paper.screen(after: "Enter", "").contains("▐\"We will not sign this paper,\"▌"))
  }

  @Test func bytesThatAreNoCharactersAreNamedEverywhere() throws {
    let paper = try Paper()
    let bytes =
      Array("A café and a kiosk\n\n“The caf".utf8) + [0xE9]
      + Array(" is shut,” said owner José Müller. “So is the kiosk.”\n".utf8)
    let article = try paper.home.file("cafe.txt", bytes)
    #expect(try paper.screen(after: "Tab", article).contains("“The caf<E9> is shut,”"))
    let json = try paper.shell("hearsay analyze \(article)").output
    #expect(violationsOfContract(in: Data(json.utf8)) == [])
    #expect(json.contains("caf<E9>"))
    let sent = "cat > \(paper.home.path("sent"))"
    _ = try paper.screen(after: "| Tab \"\(sent)\" Enter", article)
    #expect(
      try String(contentsOfFile: paper.home.path("sent"), encoding: .utf8).contains("caf<E9> is"))
  }
}
