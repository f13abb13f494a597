import HearsayModel
import HearsayReader
import HearsayScreen
import HearsayTestSupport
import Testing

@Suite("Themes")
struct ThemeTests {
  @Test(arguments: ["default", "light", "dark", "high-contrast", "monochrome"])
  func everyThemeOfTheProgramIsReadAndTellsThePartsApart(name: String) throws {
    for colors in [8, 16, 256] {
      let bench = try Bench.reading(.sample, 112, 40, colors: colors, theme: name)
      try expectPartsToDiffer(in: bench)
    }
  }

  @Test func withoutColourPartsDifferInAttributesAlone() throws {
    var bench = try Bench.reading(.sample, 112, 40, colors: 0)
    try expectPartsToDiffer(in: bench)
    bench.press("Tab")
    #expect(bench.style(of: "We had no choice but to close")?.attributes.contains(.reverse) == true)
    let screen = bench.screen
    for row in 0..<40 {
      for column in 0..<112 {
        let style = screen[Point(row: row, column: column)].style
        #expect(style.foreground == nil && style.background == nil)
      }
    }
  }

  @Test func everyRoleHasItsOwnNameInThemes() {
    for role in Theme.Role.allCases {
      var name = ""
      for letter in "\(role)" {
        name += letter.isUppercase ? "-\(letter.lowercased())" : "\(letter)"
      }
      #expect(role.name == name)
    }
  }

  @Test func aThemeWrittenOnAnotherSystemIsReadLineByLine() throws {
    let theme = try Theme(parsing: "# mine\r\nmatch = bold\r\n\r\nsource =\tred on blue \r\n")
    #expect(theme == (try Theme(parsing: "match = bold\nsource = red on blue")))
    #expect(theme != Theme())
  }

  /// Content, cue, source and plain text each look different, and what is selected looks different again.
  private func expectPartsToDiffer(in bench: Bench) throws {
    var bench = bench
    let texts = ["According to", "report by the Road Agency,", "first measured in 2019"]
    bench.press("Tab Tab")
    let selected = try texts.map { try #require(bench.style(of: $0)) }
    bench.press("Tab")
    let parts = try (texts + ["who asked"]).map { try #require(bench.style(of: $0)) }
    #expect(Set(parts).count == 4)
    #expect(Set(selected).count == 3)
    #expect(zip(selected, parts).allSatisfy { $0 != $1 })
  }

  @Test(arguments: ["default", "light", "dark", "high-contrast"])
  func `Sources with a name have one tone, those without another, and the selected one its own`(
    name: String
  ) throws {
    var bench = try Bench.reading(.sample, 112, 40, colors: 256, theme: name)
    bench.press("Tab")
    let selected = bench.style(of: "We had no choice but to close")?.foreground
    let named = bench.style(of: "● a report by the Road")?.foreground
    let unnamed = bench.style(of: "○ a source at the town")?.foreground
    #expect(Set([selected, named, unnamed, nil]).count == 4)
    bench.press("Tab")
    #expect(bench.style(of: "first measured in 2019")?.foreground == selected)
    #expect(bench.style(of: "“● Mayor Ana Lund")?.foreground == named)
  }

  @Test(arguments: ["default", "light", "dark", "high-contrast", "monochrome"])
  func `The whole selected row is tinted, wherever the keys are`(name: String) throws {
    var bench = try Bench.reading(.sample, 112, 40, colors: 256, theme: name)
    bench.press("Tab")
    for keys in ["z z", "C-w"] {
      bench.press(keys)
      for words in ["Mayor Ana Lund", "We had no ch"] {
        let styles = (3..<20).compactMap { row -> Style? in
          let text = bench.screen.text(ofRow: row)
          guard text.contains("▌"), text.contains(words) else { return nil }
          return bench.screen[Point(row: row, column: 110)].style
        }
        let style = try #require(styles.first)
        #expect(style.background != nil || style.attributes.contains(.reverse), "\(words)")
      }
    }
  }

  @Test func aSourceHasOneHueEverywhere() throws {
    let bench = try Bench.reading(.sample, 112, 40)
    let inText = bench.style(of: "Mayor Ana Lund told")?.foreground
    #expect(inText != nil)
    #expect(bench.style(of: "“● Mayor Ana Lund")?.foreground == inText)
    #expect(bench.style(of: "Lund repeated")?.foreground == inText)
    #expect(bench.style(of: "○ a source at the town")?.foreground != inText)
  }

  @Test func whatIsWrongIsSaidWithItsLine() {
    let text = "source = bold\nsauce = red\n\nmatch = black on reddish"
    let problems = #expect(throws: FileProblems.self) { try Theme(parsing: text) }
    #expect(
      problems?.description == """
        2: There is no role called “sauce”. Did you mean “source”?
        4: “reddish” is neither a colour nor bold, dim, italic, underline or reverse.
        """)
  }

  @Test func theSecondColourIsForTerminalsWithFew() throws {
    func flag(colors: Int) throws -> Color? {
      let theme = try Theme(parsing: "flag = 160/red bold")
      return try Bench.reading(.sample, 112, 40, colors: colors, theme: theme)
        .style(of: "!  An engineer")?.foreground
    }
    #expect(try flag(colors: 256) == .palette(160))
    #expect(try flag(colors: 16) == .palette(1))
    #expect(try flag(colors: 8) == .palette(1))
  }

  @Test func `The terminal's own colour is one of the two that a role can have`() throws {
    func colour(_ theme: String, colors: Int) throws -> Color? {
      try Bench.reading(.sample, 112, 40, colors: colors, theme: Theme(parsing: "flag = \(theme)"))
        .style(of: "!  An engineer")?.foreground
    }
    #expect(try colour("243/default", colors: 256) == .palette(243))
    #expect(try colour("243/default", colors: 8) == nil)
    #expect(try colour("default/red", colors: 256) == nil)
    #expect(try colour("default/red", colors: 8) == .palette(1))
  }

  @Test func aTerminalWithEightColoursIsNeverAskedForAnother() throws {
    for name in ["default", "light", "dark", "high-contrast"] {
      var bench = try Bench.reading(.sample, 112, 40, colors: 8, theme: name)
      bench.press("Tab / t Enter")
      let screen = bench.screen
      for row in 0..<40 {
        for column in 0..<112 {
          let style = screen[Point(row: row, column: column)].style
          for case .palette(let index)? in [style.foreground, style.background] {
            #expect(index < 8)
          }
        }
      }
    }
  }
}
