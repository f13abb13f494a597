import HearsayReader
import HearsayScreen
import Testing

@Suite("Keys that are written down")
struct KeyScriptTests {
  @Test func keysHaveTheirNamesAndTypedLettersStandInQuotationMarks() throws {
    let script = try KeyScript(
      parsing: """
        # to the harbour master
        Tab C-d / "the \\"ferry\\"" Enter
          " Hash
        """)
    #expect(
      script.keys == [.tab, .control("d"), .character("/")]
        + "the \"ferry\"".map { .character($0) } + [.enter, .character("\""), .character("#")])
  }

  @Test func whatIsNoKeyIsSaidWithItsLine() {
    let problems = #expect(throws: FileProblems.self) {
      try KeyScript(parsing: "Tab\nTabb m\n/ \"ferry Enter\n")
    }
    #expect(
      problems?.description(ofFile: "keys") == """
        keys:2: There is no key called “Tabb”; letters to be typed stand in quotation marks.
        keys:3: The quotation mark before “ferry Enter” is never closed.
        """)
  }
}
