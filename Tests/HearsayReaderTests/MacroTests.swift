import HearsayModel
import HearsayScreen
import HearsayTestSupport
import Testing

@testable import HearsayReader

@Suite("Several things at once")
struct MacroTests {
  /// A reader of the sample, with these macros and their keys.
  private func bench(
    _ macros: [String: [String]], keys: [String: String] = [:], columns: Int = 112, rows: Int = 30
  ) throws -> Bench {
    let base = try KeyMap(parsing: Bench.resource("keys/default.keys"))
    let map = try KeyMap(
      keys.map { KeyBinding(line: 1, action: $0.key, keys: [$0.value]) },
      macros: macros.map { try Macro(name: $0.key, steps: $0.value) }, over: base)
    return try Bench.reading(.sample, columns, rows, keys: map)
  }

  private func marks(_ bench: Bench) -> [Mark] {
    bench.effects.compactMap { if case .saveMark(let mark) = $0 { mark } else { nil } }
  }

  // MARK: Macros of the configuration

  @Test func oneKeyDoesWhatSeveralWouldDo() throws {
    var bench = try bench(
      ["weigh": ["next-flag", "mark", "set-due", "type fri"]], keys: ["weigh": "Z"])
    bench.press("Z")
    #expect(bench.reader.tape.playing == nil && bench.reader.prompt == nil)
    let mark = try #require(marks(bench).last)
    #expect(mark.snapshot.flags.contains(.singleAnonymous))
    #expect(mark.due != nil)
  }

  @Test func itWaitsForAnAnswerAndGoesOnAfterIt() throws {
    var bench = try bench(["plan": ["next-flag", "mark", "set-tags", "next-flag", "mark"]])
    bench.press(":")
    bench.type("plan")
    bench.press("Enter")
    #expect(marks(bench).count == 1)
    #expect(bench.reader.prompt != nil)
    bench.type("tender")
    bench.press("Enter")
    #expect(marks(bench).map(\.tags).contains(["tender"]))
    #expect(Set(marks(bench).map(\.id)).count == 2)
  }

  @Test func whoGivesTheAnswerUpGivesUpTheRest() throws {
    var bench = try bench(["plan": ["mark", "set-tags", "next-flag", "mark"]], keys: ["plan": "Z"])
    bench.press("Tab Z Esc")
    #expect(bench.reader.tape.playing == nil)
    #expect(marks(bench).count == 1)
  }

  @Test func whatCannotBeDoneEndsIt() throws {
    var bench = try bench(["over": ["end", "type fri", "mark"]], keys: ["over": "Z"])
    bench.press("Z")
    #expect(bench.reader.message == "Nothing is asked for.")
    #expect(marks(bench).isEmpty && bench.reader.tape.playing == nil)
  }

  @Test func itWaitsForTheNextArticleAndItsAnalysis() throws {
    let analysis = Analysis.sample
    var bench = try bench(["on": ["next-article", "next-attribution", "mark"]], keys: ["on": "Z"])
    bench.tell(
      .entriesListed([
        Entry(id: "one", title: "one.txt", article: analysis.article.id),
        Entry(id: "two", title: "two.txt"),
      ]))
    bench.press("Z")
    var second = analysis
    second.article.id = "sha256:two"
    bench.tell(.articleLoaded(second.article, from: .entry("two")))
    #expect(marks(bench).isEmpty)
    bench.tell(.analysisProgress("sha256:two", 0.5))
    #expect(marks(bench).isEmpty)
    bench.tell(.analysisFinished(second))
    #expect(marks(bench).map(\.article) == ["sha256:two"])
  }

  @Test func aKeyStopsWhatWaits() throws {
    var bench = try bench(["on": ["next-article", "mark"]], keys: ["on": "Z"])
    bench.tell(
      .entriesListed([Entry(id: "one", title: "one.txt"), Entry(id: "two", title: "two.txt")]))
    bench.press("Z Esc")
    #expect(bench.reader.message == "on is stopped")
    bench.tell(.articleLoaded(Analysis.sample.article, from: .entry("two")))
    bench.tell(.analysisFinished(.sample))
    #expect(marks(bench).isEmpty)
  }

  @Test func theHelpTheCommandLineAndTheHintsKnowIt() throws {
    var bench = try bench(
      ["weigh": ["next-flag", "mark"], "zen-bare": ["zen", "filter naming:bare"]],
      keys: ["weigh": ", w"])
    bench.press("Comma")
    #expect(bench.screen.text.contains("w weigh"))
    bench.press("Esc ? /")
    bench.type("zen-bare")
    bench.press("Enter")
    #expect(bench.row(with: ":zen-bare")?.contains("zen, then filter naming:bare") == true)
    bench.press("q :")
    bench.type("wei")
    bench.press("Tab")
    #expect(bench.reader.prompt?.line.text == "weigh")
    #expect(bench.screen.text.contains("next-flag, then mark"))
  }

  @Test(arguments: [
    ("mark", ["zen"], "“mark” means something already: a macro needs a name of its own."),
    ("a7", ["zen"], "“a7” means something already: a macro needs a name of its own."),
    ("Weigh", ["zen"], "The name of a macro is small letters, digits and hyphens: not “Weigh”."),
    ("weigh", [], "“weigh” does nothing: say what, such as [\"next-flag\", \"mark\"]."),
    ("weigh", ["next-flg"], "“weigh”: There is no command “next-flg”. Did you mean “next-flag”?"),
    ("weigh", [" "], "“weigh”: A step is empty."),
  ])
  func whatCannotBeAMacroIsRefused(name: String, steps: [String], sentence: String) {
    let problem = #expect(throws: Macro.Problem.self) { try Macro(name: name, steps: steps) }
    #expect(problem?.sentence == sentence)
  }

  // MARK: Recording

  @Test func recordedKeysArePressedOnceMore() throws {
    var bench = try bench([:])
    bench.press("Comma r")
    #expect(bench.screen.text.contains("recording"))
    bench.press("r m Comma r")
    #expect(bench.reader.message == "2 keys recorded: Comma Comma plays them")
    #expect(marks(bench).count == 1)
    bench.press("Comma Comma Comma Comma")
    #expect(Set(marks(bench).map(\.anchor.start)).count == 3)
  }

  @Test func whatIsTypedIsRecordedToo() throws {
    var bench = try bench([:])
    bench.press("Comma r /")
    bench.type("bridge")
    bench.press("Enter :")
    bench.type("record-keys")
    bench.press("Enter")
    #expect(bench.reader.tape.recorded.count == 8)
    bench.press("Esc")
    #expect(bench.reader.search == nil)
    bench.press("Comma Comma")
    #expect(bench.reader.search?.query == "bridge")
  }

  @Test func aRecordingCannotPlayItself() throws {
    var bench = try bench([:])
    bench.press("Comma Comma")
    #expect(bench.reader.message?.hasPrefix("Nothing is recorded yet") == true)
    bench.press("Comma r j Comma Comma")
    #expect(bench.reader.message == "The recording has not ended yet.")
    bench.press("Comma r Comma Comma")
    #expect(bench.reader.tape.playing == nil)
  }
}
