import Foundation
import HearsayReader
import HearsayTestSupport
import Testing

@testable import hearsay

@Suite("The manual")
struct ManualTests {
  private static func tables(_ keys: String? = nil) throws -> ManualTables {
    let own = Page.root.appendingPathComponent("Resources/keys/default.keys")
    let keys = try keys ?? String(contentsOf: own, encoding: .utf8)
    return try ManualTables(keys: KeyMap(parsing: keys), tool: Tool.described())
  }

  @Test("Its tables of keys, commands, filters and settings are those of the program")
  func tables() throws {
    for (name, text) in try Self.tables().all {
      try Page.manual.expect(text, between: name, recordedBy: "ManualTests")
    }
  }

  @Test("It tells every action, with the keys that single views have for it")
  func keys() throws {
    let manual = try Page.manual.text()
    for action in Action.allCases { #expect(manual.contains("`\(action.rawValue)` |\n")) }
    let tables = try Self.tables("mark = m, |\nnext-mark = `\nhelp.back = x, F3")
    #expect(tables.written(.mark) == "`m`, `\\|`")
    #expect(tables.written(.nextMark) == "`` ` ``")
    #expect(tables.written(.back) == "`x`, `F3` in the help")
  }

  @Test(
    "The page for man has Markdown's parts in its own way",
    arguments: [
      ("# hearsay\n\nReads news.\n", ".SH NAME\nhearsay \\- Reads news.\n"),
      ("## Signs\n\n### A, *b*\n", ".SH SIGNS\n.SS A, \\fIb\\fR\n"),
      ("Press `C-c`\nand wait.\n", ".PP\nPress \\fBC\\-c\\fR and wait.\n"),
      (
        "- `-h`, `--help`: say it:\n  all\n", ".TP\n\\fB\\-h\\fR, \\fB\\-\\-help\\fR\nsay it: all\n"
      ),
      ("- just so\n", ".TP\n\\(bu\njust so\n"),
      (
        "| key | | name |\n|---|---|---|\n| `\\|` | send it | `pipe` |\n",
        ".TP\n\\fB|\\fR\nsend it (\\fBpipe\\fR)\n"
      ),
      ("```\n.a 'b'\n```\n", ".PP\n.nf\n\\&.a \\(aqb\\(aq\n.fi\n"),
      (
        "<!-- keys -->\n[here](#keys) [there](https://x.example)\n",
        ".PP\nhere there <https://x.example>\n"
      ),
    ])
  func page(markdown: String, roff: String) {
    let page = ManualPage(markdown: markdown).text
    #expect(page.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n" == roff)
  }
}
