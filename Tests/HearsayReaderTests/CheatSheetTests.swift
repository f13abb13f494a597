import HearsayReader
import HearsayTestSupport
import Testing

@Suite("The cheat sheet")
struct CheatSheetTests {
  /// The README's table of keys stands between two comments, and is made from the key map.
  @Test func theReadmeHasTheKeysAsTheyAre() throws {
    let sheet = try CheatSheet.markdown(KeyMap(parsing: Bench.resource("keys/default.keys")))
    try Readme.expect(
      "\n\(sheet)\n", after: ["<!-- keys: ", "-->\n"], before: "<!-- /keys -->",
      recordedBy: "CheatSheet")
  }

  @Test func everyGroupIsThereWithTheKeysOfViews() throws {
    let keys = try KeyMap(parsing: "mark = m, |\nnext-mark = `\nhelp.back = x, F3")
    let sheet = CheatSheet.markdown(keys)
    #expect(sheet.contains("| Marks | | |\n|---|---|---|\n| `m` `\\|` | mark for follow-up"))
    #expect(sheet.contains("| `` ` `` | to the next mark in this article | `next-mark` |"))
    #expect(sheet.contains("| `x, F3` in the help | back one level; at the top, quit | `back` |"))
  }
}
