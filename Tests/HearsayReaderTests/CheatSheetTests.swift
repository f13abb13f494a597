import Foundation
import HearsayReader
import Testing

@Suite("The cheat sheet")
struct CheatSheetTests {
  /// The README's table of keys stands between two comments, and is made from the key map.
  @Test func theReadmeHasTheKeysAsTheyAre() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("README.md")
    let readme = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(readme.range(of: "<!-- keys: "))
    let head = try #require(readme[start.upperBound...].range(of: "-->\n"))
    let end = try #require(readme.range(of: "<!-- /keys -->"))
    let sheet = try CheatSheet.markdown(KeyMap(parsing: Bench.resource("keys/default.keys")))
    let wanted = "\n\(sheet)\n"
    guard readme[head.upperBound..<end.lowerBound] != wanted else { return }
    guard ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil else {
      Issue.record(
        "README.md has other keys: RECORD_SNAPSHOTS=1 swift test --filter CheatSheet writes them.")
      return
    }
    let new = readme[..<head.upperBound] + wanted + readme[end.lowerBound...]
    try Data(new.utf8).write(to: file)
  }

  @Test func everyGroupIsThereWithTheKeysOfViews() throws {
    let keys = try KeyMap(parsing: "mark = m, |\nnext-mark = `\nhelp.back = x, F3")
    let sheet = CheatSheet.markdown(keys)
    #expect(sheet.contains("| Marks | | |\n|---|---|---|\n| `m` `\\|` | mark for follow-up"))
    #expect(sheet.contains("| `` ` `` | to the next mark in this article | `next-mark` |"))
    #expect(sheet.contains("| `x, F3` in the help | back one level; at the top, quit | `back` |"))
  }
}
