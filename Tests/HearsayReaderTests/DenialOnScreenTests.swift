import HearsayModel
import HearsayScreen
import HearsayTestSupport
import Testing

@testable import HearsayReader

/// Whoever reads only one row, one mark or what was copied sees that it is denied, and no quotation that nobody said.
@Suite("A denial stays one on every screen")
struct DenialOnScreenTests {
  /// Each view, and the keys that lead there from the article with the denial selected.
  @Test(arguments: [
    ("the list", "l"), ("the detail", "Enter"), ("the marks", "m M"), ("a mark's card", "m T"),
  ])
  func hasItsVerbBeforeItsWords(view: String, keys: String) throws {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
      for unicode in [true, false] {
        var bench = try Bench.reading(.sample, columns, rows, unicode: unicode)
        select(&bench)
        bench.press(keys)
        let sign = unicode ? "›" : ">"
        #expect(
          bench.text.contains("denied \(sign) that a foreman"), "\(view) at \(columns)x\(rows)")
        #expect(!bench.text.contains("“that a foreman") && !bench.text.contains("\"that a foreman"))
      }
    }
  }

  @Test func `What is copied has its verb`() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    select(&bench)
    bench.press("y")
    guard case .copy(let text)? = bench.deeds.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.hasPrefix("denied › that a foreman"))
    bench.press("m M y")
    guard case .copy(let marked)? = bench.deeds.last else {
      Issue.record("no mark was copied")
      return
    }
    #expect(marked.hasPrefix("denied › that a foreman"))
  }

  private func select(_ bench: inout Bench) {
    bench.press("Tab f")
    bench.type("text:foreman")
    bench.press("Enter")
  }
}
