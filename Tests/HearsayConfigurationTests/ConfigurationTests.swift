import HearsayConfiguration
import HearsayModel
import HearsayReader
import HearsayTestSupport
import Testing

@Suite("The configuration")
struct ConfigurationTests {
  private let themes = ["dark", "default", "light"]

  private func standard() throws -> Configuration {
    Configuration(
      keys: try KeyMap(
        parsing: "top = g, Home\nend = G\nmark = m\nedit-note = N\nmarks.edit-note = e"))
  }

  private func read(_ text: String) throws -> Configuration {
    var configuration = try standard()
    let wrong = configuration.read(text, themes: themes)
    #expect(wrong.problems.isEmpty)
    return configuration
  }

  /// What a file is told is wrong with it, as a person sees it.
  private func problems(in text: String) throws -> String {
    var configuration = try standard()
    return configuration.read(text, themes: themes).description(ofFile: "config.toml")
  }

  // MARK: Filters

  @Test func `Filters have names, and one of them holds at the start`() throws {
    let configuration = try read(
      """
      filter = "@grave"

      [filters]
      grave = "naming:bare or naming:withheld"
      """)
    #expect(configuration.preferences.filter == "@grave")
    #expect(configuration.preferences.filters["grave"] == "naming:bare or naming:withheld")
    let wrong = try problems(in: "[filters]\nGrave = \"naming:bare\"\nsome = \"naming:bear\"\n")
    #expect(
      wrong == """
        config.toml:2: The name of a filter is small letters, digits and hyphens: not “Grave”.
        config.toml:3: “naming” is never “bear”: did you mean “bare”?
        """)
  }

  // MARK: Overriding

  @Test func aFileSaysOnlyWhatDiffers() throws {
    let configuration = try read(
      """
      # mine
      measure = 66
      theme = "dark"
      mouse = false
      split = 45
      side-pane = "under"
      clipboard = "wl-copy"

      [mark]
      status = "doing"
      tags = ["desk", "monday"]

      [keys]
      top = ["g g", "Home"]
      end = ["g e"]

      [colours]
      flag = "160/red bold"
      """)
    #expect(configuration.preferences.measure == 66)
    #expect(configuration.theme == "dark" && !configuration.mouse && configuration.model)
    #expect(configuration.preferences.panes == Panes(side: .under, width: 0.45))
    #expect(configuration.clipboard == .command("wl-copy"))
    #expect(configuration.preferences.newMark.status == .doing)
    #expect(configuration.preferences.newMark.priority == .normal)
    #expect(configuration.preferences.newMark.tags == ["desk", "monday"])
    #expect(configuration.keys.names(of: .top) == ["g g", "Home"])
    #expect(configuration.keys.names(of: .end) == ["g e"])
    #expect(configuration.keys.name(of: .mark) == "m")
    #expect(configuration.colours.map(\.name) == ["flag"])
  }

  @Test func aViewHasKeysOfItsOwn() throws {
    let keys = try read("[keys.list]\nmark = \"x\"\n[keys]\nedit-note = \"F4\"").keys
    #expect(keys.name(of: .mark) == "m")
    #expect(keys.name(of: .mark, in: .list) == "x")
    #expect(keys.name(of: .editNote, in: .article) == "F4")
    #expect(keys.name(of: .editNote, in: .marks) == "e")
  }

  @Test func severalThingsHangOnOneKey() throws {
    let configuration = try read(
      """
      [keys]
      weigh = ", w"
      [keys.list]
      weigh = "Z"
      [macros]
      weigh = ["next-flag", "mark"]
      bare = "filter naming:bare"
      """)
    #expect(configuration.keys.macros.map(\.name) == ["bare", "weigh"])
    #expect(configuration.keys.macros.first?.steps == ["filter naming:bare"])
    #expect(configuration.keys.names(of: .macro("weigh")) == ["Comma w"])
    #expect(configuration.keys.names(of: .macro("weigh"), in: .list) == ["Z"])
    let printed = configuration.printed(from: [])
    #expect(printed.contains("\n[macros]\nbare = [\"filter naming:bare\"]\n"))
    #expect(printed.contains("\nweigh = [\"Comma w\"]\n") && printed.contains("\nbare = []\n"))
    #expect(try read(printed).printed(from: []) == printed)
  }

  @Test func whatIsPrintedIsAConfigurationThatSaysTheSame() throws {
    let configuration = try read(
      """
      measure = 72
      signs = "ascii"
      editor = "vim -u \\"my rc\\""
      keys.top = ["g g"]
      keys.end = []
      colours.named = "red, 67/blue bold"
      """)
    let printed = configuration.printed(from: ["/home/ana/.config/hearsay/config.toml"])
    #expect(try read(printed).printed(from: ["/home/ana/.config/hearsay/config.toml"]) == printed)
    #expect(printed.contains("# Read: /home/ana/.config/hearsay/config.toml\n"))
    #expect(printed.contains("\nmeasure = 72\n"))
    #expect(printed.contains("\ntop = [\"g g\"]\n"))
    #expect(printed.contains("\nend = []\n"))
    #expect(printed.contains("\n[keys.marks]\nedit-note = [\"e\"]\n"))
  }

  @Test func everyOptionHasASentenceAndIsPrinted() throws {
    let printed = try standard().printed(from: [])
    for option in ConfigurationOption.all {
      #expect(option.words.hasSuffix("."))
      let name = option.name.split(separator: ".").last ?? ""
      #expect(printed.contains("\n\(name) = "))
    }
  }

  // MARK: What is wrong

  /// Each wrong file, and the sentence with which it is refused.
  @Test(arguments: [
    ("mesure = 70", "1: There is no option “mesure”. Did you mean “measure”?"),
    ("\n\nfont = \"Iosevka\"", "3: There is no option “font”."),
    (
      "measure = \"wide\"",
      "1: “measure” is a whole number from 20 to 200, not \"wide\"."
    ),
    ("measure = 500", "1: “measure” is a whole number from 20 to 200, not 500."),
    ("mouse = 1", "1: “mouse” is true or false, not 1."),
    ("signs = \"emoji\"", "1: “signs” is \"auto\", \"unicode\" or \"ascii\", not \"emoji\"."),
    ("theme = \"drak\"", "1: There is no theme “drak”. Did you mean “dark”?"),
    (
      "theme = \"solarized-osaka\"",
      "1: There is no theme “solarized-osaka”. There are dark, default, light."
    ),
    ("[marks]\nstatus = \"todo\"", "1: There is no table “marks”. Did you mean “mark”?"),
    (
      "[mark]\n# at first\nstatus = \"later\"",
      "3: “mark.status” is \"todo\", \"doing\", \"waiting\", \"confirmed\", \"refuted\", \"inconclusive\" or \"dropped\", not \"later\"."
    ),
    ("keys = \"vim\"", "1: “keys” is a table: a line “[keys]”, and below it what is in it."),
    ("[keys]\nfly = \"f\"", "2: There is no action called “fly”."),
    (
      "[keys]\nnext-mach = \"n\"",
      "2: There is no action called “next-mach”. Did you mean “next-match”?"
    ),
    ("[keys]\ntop = 5", "2: The keys of “top” are a list, such as [\"x\", \"g g\"], not 5."),
    ("[keys]\ntop = [\n  \"g g\",\n  \"Hyper-g\",\n]", "2: There is no key called “Hyper-g”."),
    ("[keys]\ntop = \"x\"\nend = \"x\"", "3: “x” is already used in line 2."),
    (
      "[keys]\ntop = \"x\"\nend = \"x e\"",
      "2: “x” acts at once, so the longer sequences that begin with it never can."
    ),
    ("[keys.lists]\nmark = \"x\"", "2: There is no view called “lists”. Did you mean “list”?"),
    (
      "[macros]\nweigh = [\"mark\", \"next-flg\"]",
      "2: “weigh”: There is no command “next-flg”. Did you mean “next-flag”?"
    ),
    (
      "[macros]\nmark = [\"zen\"]",
      "2: “mark” means something already: a macro needs a name of its own."
    ),
    (
      "[macros]\nweigh = []",
      "2: “weigh” does nothing: say what, such as [\"next-flag\", \"mark\"]."
    ),
    (
      "[macros]\nweigh = 5",
      "2: What “weigh” does is a list, such as [\"next-flag\", \"mark\"], not 5."
    ),
    (
      "macros = \"vim\"",
      "1: “macros” is a table: a line “[macros]”, and below it what is in it."
    ),
    (
      "[macros]\nweigh = \"mark\"\n[keys]\nweihg = \"Z\"",
      "4: There is no action called “weihg”. Did you mean “weigh”?"
    ),
    ("[colours]\nsauce = \"red\"", "2: There is no role called “sauce”. Did you mean “source”?"),
    (
      "[colours]\nflag = \"reddish\"",
      "2: “reddish” is neither a colour nor bold, dim, italic, underline or reverse."
    ),
    ("colours.flag = true", "1: “flag” is a text such as \"160/red bold\", not true."),
  ])
  func whatIsWrongIsSaidInASentence(text: String, sentence: String) throws {
    #expect(try problems(in: text) == "config.toml:\(sentence)")
  }

  @Test(arguments: [
    ("measure 70", 1), ("theme = \"dark\"\nmouse = yes\n", 2), ("[keys\n", 1),
    ("[", 1), ("[[", 1), ("[[mark]]", 1), ("[é]", 1), ("[!a]", 1), ("[a] b", 1),
    ("measure = [\"a\",}", 1),
    ("measure = [\"a\",,]", 1), ("measure = [\n\"a\",\n}\n", 3), ("measure =", 1), ("= 1", 1),
    ("measure = \"\u{0}\"", 1), ("\nmeasure = \"70", 2), ("measure = \"\"\"70", 1),
    ("when = 1979-05-27T", 1), ("when = 1979-05-27Tx", 1), ("\nwhen = [\n12:3]", 3),
    (String(repeating: "[", count: 100_000), 1),
    ("a = " + String(repeating: "[", count: 100_000), 1),
  ])
  func whatIsNoTOMLIsSaidWithItsLine(text: String, line: Int) throws {
    let said = try problems(in: text)
    #expect(said.hasPrefix("config.toml:\(line): This is not TOML: "))
    #expect(!said.contains("\n"))
  }

  @Test func aWrongLineCostsItselfAlone() throws {
    var configuration = try standard()
    let text = """
      measure = 66
      measure = 77
      theme = "drak"
      mouse = [
      signs = "ascii"
      [mark]
      status = "later"
      priority = "high"
      [mark]
      tags = ["a", "b"}
      [keys]
      top = ["g g"]
      end = "Hyper-e"
      mark = "x"
      edit-note = "x"
      [colours]
      flag = "reddish"
      named = "red"
      [macros
      weigh = "mark"
      """
    let wrong = configuration.read(text, themes: themes)
    #expect(wrong.problems.map(\.line) == [2, 3, 4, 7, 9, 10, 13, 15, 17, 19])
    #expect(wrong.problems.first?.sentence == "“measure” has its value in line 1 already.")
    #expect(wrong.problems[4].sentence == "“[mark]” stands in line 6, too.")
    #expect(configuration.preferences.measure == 66 && configuration.theme == "default")
    #expect(configuration.mouse && configuration.preferences.signs == .ascii)
    #expect(configuration.preferences.newMark.priority == .high)
    #expect(configuration.keys.names(of: .top) == ["g g"])
    #expect(configuration.keys.names(of: .end) == ["G"])
    #expect(configuration.keys.names(of: .mark) == ["x"])
    #expect(configuration.colours.map(\.name) == ["named"])
    #expect(configuration.keys.macros.isEmpty)
  }

  @Test func allThatIsWrongIsSaidInOrder() throws {
    let text = """
      mesure = 1
      tags = '''
      # no comment = 1
      '''
      mouse = { on = true }
      [keys]
      "fly" = "f"
      """
    let lines = try problems(in: text).split(separator: "\n").map { $0.split(separator: ":")[1] }
    #expect(lines == ["1", "2", "5", "7"])
  }

  @Test func aKeyThatBeginsLongerOnesNowIsTakenFromItsOldAction() throws {
    let keys = try read("[keys]\nend = \"g e\"").keys
    #expect(keys.names(of: .top) == ["Home"])
    #expect(keys.names(of: .end) == ["g e"])
  }
}
