import HearsayModel
import HearsayReader
import HearsayScreen
import HearsayTestSupport
import Testing

@Suite("Filtering the list")
struct FilterPromptTests {
  @Test func theListShowsOnlyWhatPassesAndTheTextKeepsAll() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("f")
    bench.type("naming:bare")
    #expect(bench.screen.text(ofRow: 29).hasPrefix("filter: naming:bare"))
    #expect(bench.screen.text(ofRow: 29).hasSuffix("3 of 16"))
    bench.press("Enter")
    expectSnapshot(bench.text, named: "filtered-112x30.screen")
    // Tab goes along what is listed.
    bench.press("g Tab Tab Tab Tab")
    #expect(
      bench.screen.text(ofRow: 29) == " There is no further attribution that passes the filter.")
    bench.press("Esc")
    #expect(bench.screen.text(ofRow: 29) == " everything is listed again")
    #expect(bench.screen.text(ofRow: 1).contains("11 attributions"))
  }

  @Test func tabCompletesKeysValuesAndNames() throws {
    var bench = try Bench.reading(.sample, 100, 24)
    bench.press("f n a Tab")
    #expect(bench.screen.text(ofRow: 23).hasPrefix("filter: naming:"))
    #expect(bench.screen.text(ofRow: 22) == " named  described  bare  withheld  implicit")
    bench.press("Tab Tab Tab")
    #expect(bench.screen.text(ofRow: 23).hasPrefix("filter: naming:bare"))
    bench.press("S-Tab")
    #expect(bench.screen.text(ofRow: 23).hasPrefix("filter: naming:described"))
    bench.press("C-u")
    bench.type("source:lu")
    bench.press("Tab Enter")
    #expect(bench.screen.text(ofRow: 1).contains("filter: source:\"Mayor Ana Lund\""))
    #expect(bench.screen.text(ofRow: 1).hasSuffix("2 of 16"))
  }

  @Test func `A filter is kept under a name and stands for itself from then on`() throws {
    var bench = try Bench.reading(.sample, 100, 24)
    bench.press(":")
    bench.type("keep plain")
    bench.press("Enter")
    #expect(bench.text.contains("There is no filter to keep: f makes one."))
    bench.press("f")
    bench.type("naming:bare")
    bench.press("Enter :")
    bench.type("keep plain")
    bench.press("Enter")
    #expect(bench.deeds.last == .keepFilter(name: "plain", text: "naming:bare"))
    bench.press("Esc Esc f")
    bench.type("@p")
    bench.press("Tab Enter")
    #expect(bench.screen.text(ofRow: 1).contains("filter: @plain"))
    #expect(bench.screen.text(ofRow: 1).hasSuffix("3 of 16"))
  }

  @Test func `What is to be listed at the start is listed at the start`() throws {
    var preferences = Preferences()
    try preferences.filters.keep("naming:bare", as: "plain")
    preferences.filter = "@plain"
    let bench = try Bench.reading(.sample, 100, 24, preferences: preferences)
    #expect(bench.screen.text(ofRow: 1).hasSuffix("3 of 16"))
  }

  @Test func whatIsWrongIsPointedAtAndThePromptStays() throws {
    var bench = try Bench.reading(.sample, 100, 24)
    bench.press("f")
    bench.type("relayed:yes naming:bear")
    bench.press("Enter")
    #expect(
      bench.screen.text(ofRow: 22) == " “naming” is never “bear”: did you mean “bare”?")
    #expect(bench.screen.cursor == Point(row: 23, column: 27))
    let wrong = bench.screen[Point(row: 23, column: 27)]
    #expect(wrong.text == "b" && wrong.style.attributes.contains(.underline))
    #expect(bench.deeds == [.bell])
    bench.press("C-k b a r e Enter")
    #expect(bench.screen.text(ofRow: 1).hasSuffix("2 of 16"))
  }

  @Test func escapeInThePromptPutsTheListBack() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab Tab")
    let before = bench.text
    bench.press("f")
    bench.type("kind:group")
    #expect(bench.text != before)
    bench.press("Esc")
    #expect(bench.text == before)
  }

  @Test func halfAWordLeadsNobodyAway() throws {
    var bench = try Bench.reading(.sample, 112, 14)
    bench.press("Tab")
    let before = bench.reader.place
    bench.press("f")
    bench.type("naming")
    // So far it is the beginning of a key, not a word to look for.
    #expect(bench.screen.text(ofRow: 13).hasSuffix("all 16"))
    bench.press("C-u")
    bench.type("ferry")
    #expect(bench.reader.place != before)
    bench.press("C-u")
    bench.type("manner:direct")
    #expect(bench.reader.place == before)
  }

  @Test func aFilterByMarksFollowsTheMarks() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab m Tab Tab m")
    bench.press("f")
    bench.type("marked:todo")
    bench.press("Enter")
    #expect(bench.screen.text(ofRow: 1).hasSuffix("2 of 16"))
    bench.press("m")
    #expect(bench.screen.text(ofRow: 1).hasSuffix("1 of 16"))
  }

  @Test func whatNothingPassesIsSaid() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("f")
    bench.type("kind:author")
    bench.press("Enter")
    #expect(bench.screen.text(ofRow: 29) == " Nothing here passes the filter.")
    bench.press("l G w k Enter s u Tab r")
    #expect(bench.text.contains("Nothing here passes the filter."))
  }

  @Test func theArrowsGoThroughWhatWasTypedBefore() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    for filter in ["kind:group", "naming:bare", "manner:direct"] {
      bench.press("f C-u")
      bench.type(filter)
      bench.press("Enter")
    }
    bench.press("f C-u Up Up")
    #expect(bench.screen.text(ofRow: 29).hasPrefix("filter: naming:bare"))
    bench.press("Down")
    #expect(bench.screen.text(ofRow: 29).hasPrefix("filter: manner:direct"))
    bench.press("C-u k Up")
    #expect(bench.screen.text(ofRow: 29).hasPrefix("filter: kind:group"))
  }

  @Test(arguments: [(20, 5), (1, 1), (2, 3), (40, 12)])
  func onSmallScreensToo(columns: Int, rows: Int) throws {
    var bench = try Bench.reading(.sample, columns, rows)
    bench.press("f n Tab Tab Enter f C-u k i Tab Tab Enter Esc")
    bench.press(": Tab Tab Tab Enter : 1 2 Enter c r R C-o C-n")
    _ = bench.screen
  }
}

@Suite("Commands")
struct CommandTests {
  private func run(_ command: String, in bench: inout Bench) {
    bench.press(":")
    bench.type(command)
    bench.press("Enter")
  }

  @Test(arguments: [
    ("4", "▌ 4 ~○ a source at the town hall"), ("a10", "▌10 =● 北方建設"),
    ("u2", "▌ –  ◌ leads into"), ("source officials", "▌ 5 ~○ officials"),
    ("s2", "▌ 1 “● Mayor Ana Lund"), ("p6", "▌ 6 “○ a source"),
    ("next-attribution", "▌ 1 “●"), ("search crowns", "▌ 4 ~○"),
    ("filter kind:group", "▌ 5 ~○ officials"),
  ])
  func aPlaceOrANameIsGoneTo(command: String, row: String) throws {
    var bench = try Bench.reading(.sample, 112, 30)
    run(command, in: &bench)
    #expect(bench.row(with: row) != nil)
  }

  @Test(arguments: [
    ("99", "There are 11 attributions here."), ("u9", "There are 5 unattributed sentences here."),
    ("s44", "There are 9 sources here."), ("p99", "There are 9 paragraphs here."),
    ("source Haniyeh", "There are no words of anybody called “Haniyeh”."),
    ("source", "Whose words? :source and a name."),
    ("filter naming:bear", "“naming” is never “bear”: did you mean “bare”?"),
    ("next-atribution", "There is no command “next-atribution”. Did you mean “next-attribution”?"),
    ("mark this", "“mark” takes nothing after it."),
  ])
  func whatCannotBeDoneIsSaidInASentence(command: String, sentence: String) throws {
    var bench = try Bench.reading(.sample, 112, 30)
    run(command, in: &bench)
    #expect(bench.screen.text(ofRow: 29) == " " + sentence)
    #expect(bench.deeds == [.bell])
  }

  @Test func everyActionHasItsName() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    run("mark", in: &bench)
    #expect(bench.deeds.count == 1)
    run("help twin", in: &bench)
    #expect(bench.text.contains("contradicts it; again for the next"))
    run("quit", in: &bench)
    #expect(bench.deeds.last == .quit)
  }

  @Test
  func `Words of the screen filter as they are typed, though the last of them may become a key`()
    throws
  {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("f")
    bench.type("bare source")
    #expect(bench.screen.text(ofRow: 29).hasSuffix("3 of 16"))
  }

  @Test func tabCompletesNamesOfActionsAndOfSources() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press(": n e x t - a t Tab")
    #expect(bench.screen.text(ofRow: 29) == ":next-attribution")
    #expect(bench.screen.text(ofRow: 28) == " to the next attribution")
    bench.press("C-u")
    bench.type("source repo")
    #expect(bench.screen.text(ofRow: 28) == " a report by the Road Agency")
    bench.press("Tab Enter")
    #expect(bench.row(with: "▌ 2 ‘● a report by the Road") != nil)
    bench.press(": Up")
    #expect(bench.screen.text(ofRow: 29) == ":source a report by the Road Agency")
    bench.press("Esc")
    #expect(!bench.screen.text(ofRow: 29).hasPrefix(":"))
  }
}

@Suite("Jumping back and forth")
struct JumpTests {
  @Test func everyJumpCanBeTakenBackAndForth() throws {
    var bench = try Bench.reading(.sample, 112, 14)
    bench.press("Tab")
    let first = bench.reader.place
    bench.press("s")
    let second = bench.reader.place
    bench.press(": u 5 Enter")
    let third = bench.reader.place
    bench.press("C-o")
    #expect(bench.reader.place == second)
    bench.press("C-o")
    #expect(bench.reader.place == first)
    bench.press("C-n C-n")
    #expect(bench.reader.place == third)
    bench.press("C-n")
    #expect(bench.screen.text(ofRow: 13) == " You have not gone back from anywhere.")
  }

  @Test func theTwinOfAClaimIsOneKeyAway() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab c")
    #expect(bench.row(with: "▌ 9 ~● Mayor Ana Lund") != nil)
    #expect(bench.screen.text(ofRow: 29) == " says the same as #1 (Mayor Ana Lund)")
    bench.press(": 4 Enter c")
    #expect(bench.row(with: "▌ 5 ~○ officials") != nil)
    #expect(bench.screen.text(ofRow: 29) == " conflicts with #4 (a source at the town hall)")
    bench.press(": 2 Enter c")
    #expect(
      bench.screen.text(ofRow: 29)
        == " Nobody else in the article says this, and nobody contradicts it.")
  }

  @Test func graveFlagsAreGoneThrough() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("r")
    #expect(bench.row(with: "▌ 3 ~⊘ an engineer") != nil)
    bench.press("r r R")
    #expect(bench.row(with: "▌ 4 ~○ a source") != nil)
  }
}
