import HearsayReader
import HearsayScreen
import Testing

@Suite("Key maps")
struct KeyMapTests {
  let standard: KeyMap

  init() throws {
    standard = try KeyMap(parsing: Bench.resource("keys/default.keys"))
  }

  @Test(arguments: Action.allCases)
  func everyActionHasAKeyAndALineOfHelp(action: Action) {
    #expect(standard.name(of: action) != nil || !standard.ownNames(of: action).isEmpty)
    #expect(!action.words.isEmpty && !action.hint.isEmpty)
    // A line of the help in eighty columns.
    #expect(action.words.count <= 60, "\(action.words)")
  }

  /// Reading a file again and asking a feed again are one thing to whoever presses the key.
  @Test func `A key means one thing wherever it is pressed`() {
    let alike: [Action: Action] = [.refresh: .reload]
    for view in KeyView.allCases {
      for action in Action.allCases {
        for keys in standard.names(of: action, in: view) {
          let everywhere = Action.allCases.first { standard.names(of: $0).contains(keys) }
          guard let everywhere, everywhere != action else { continue }
          #expect(alike[action] == everywhere, "\(keys) in \(view)")
        }
      }
    }
  }

  @Test func theFirstKeyOfAnActionIsTheOneThatIsShown() {
    #expect(standard.name(of: .pageDown) == "Space")
    #expect(standard.names(of: .top) == ["g", "Home", "<"])
  }

  @Test(
    arguments: [
      ("j", Key.character("j")), ("Space", .character(" ")), ("C-d", .control("d")),
      ("M-x", .alt("x")), ("S-Tab", .backTab), ("f5", .function(5)), ("PgDn", .pageDown),
      ("é", .character("é")), ("作", .character("作")), ("-", .character("-")),
    ])
  func keysAreWrittenByName(name: String, key: Key) {
    #expect(Key(named: name) == key)
    #expect(Key(named: key.name) == key)
  }

  @Test func whatIsWrongIsSaidWithItsLine() {
    let text = """
      # my keys
      fly = f
      mark = m, Hyper-m
      help = m
      top g
      mark = M
      """
    let problems = #expect(throws: FileProblems.self) { try KeyMap(parsing: text) }
    #expect(
      problems?.description(ofFile: "my.keys") == """
        my.keys:2: There is no action called “fly”.
        my.keys:3: There is no key called “Hyper-m”.
        my.keys:4: “m” is already used in line 3.
        my.keys:5: A line is “name = value”.
        my.keys:6: “mark” already has its keys in line 3.
        """)
  }

  @Test func aKeyThatActsAtOnceCannotBeginALongerSequence() {
    let problems = #expect(throws: FileProblems.self) {
      try KeyMap(parsing: "top = g\nend = g e")
    }
    #expect(problems?.problems.map(\.line) == [1])
  }

  @Test func anOwnFileSaysOnlyWhatDiffers() throws {
    let own = try KeyMap(parsing: "mark = x\nline-down = m\nquit =", over: standard)
    #expect(own.names(of: .mark) == ["x"])
    #expect(own.names(of: .lineDown) == ["m"])
    #expect(own.name(of: .quit) == nil)
    #expect(own.name(of: .help) == "?")
  }

  @Test func aKeyGivenToAnotherActionIsTakenFromTheFirst() throws {
    let own = try KeyMap(parsing: "zen = s", over: standard)
    #expect(own.names(of: .zen) == ["s"])
    #expect(own.name(of: .nextSameSource) == nil)
  }

  @Test func keysCanBePressedOneAfterTheOther() throws {
    let own = try KeyMap(parsing: "top = g g\nhelp = g ?", over: standard)
    var bench = try Bench(40, 12, keys: own)
    bench.press("g")
    #expect(bench.screen.text(ofRow: 11) == " g …  g top  ? help")
    bench.press("?")
    #expect(bench.screen.text(ofRow: 0).hasPrefix(" Help"))
  }

  @Test func aViewMayHaveKeysOfItsOwn() throws {
    let own = try KeyMap(parsing: "help.back = x\nhelp.top = g g", over: standard)
    var bench = try Bench(80, 24, keys: own)
    #expect(own.name(of: .back) == "q" && own.name(of: .back, in: .help) == "x")
    bench.press("? x")
    #expect(!bench.screen.text(ofRow: 0).hasPrefix(" Help"))
    bench.press("? G g")
    #expect(bench.screen.text(ofRow: 23).hasPrefix(" g …  g top"))
    bench.press("g")
    #expect(bench.screen.text(ofRow: 2).contains("In the list of articles"))
  }

  @Test func theBarNamesTheKeysAsTheyAre() throws {
    let own = try KeyMap(parsing: "next-attribution = ] q, F7\nlist.mark = x", over: standard)
    var bench = try Bench.reading(.sample, 120, 40, keys: own)
    #expect(bench.screen.text(ofRow: 39).hasPrefix(" ] q next  m mark"))
    bench.press("l")
    #expect(bench.screen.text(ofRow: 39).contains("  x mark"))
    bench.press("h ]")
    #expect(bench.screen.text(ofRow: 39) == " ] …  q next")
    bench.press("q")
    #expect(bench.screen.text(ofRow: 39).hasSuffix("% sure"))
  }
}
