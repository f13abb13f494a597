import HearsayModel
import HearsayReader
import HearsayScreen
import HearsayTestSupport
import Testing

@Suite("What is said in the lowest rows")
struct MessageTests {
  private let sentence =
    "The disk that holds /home/ann/.local/share/hearsay/hearsay.sqlite is full: the mark was not saved."

  @Test func aLongMessageIsShownToItsEnd() throws {
    var bench = try Bench.reading(.sample, 60, 20)
    bench.tell(.message(sentence))
    #expect(
      bench.screen.text.split(separator: "\n", omittingEmptySubsequences: false).suffix(3) == [
        " The disk that holds",
        " /home/ann/.local/share/hearsay/hearsay.sqlite is full: the",
        " mark was not saved.",
      ])
    bench.press("j")
    #expect(!bench.screen.text.contains("not saved"))
  }

  @Test(arguments: [(20, 5), (40, 12), (5, 2), (1, 1), (200, 60)])
  func itLeavesRoomForTheArticle(columns: Int, rows: Int) throws {
    var bench = try Bench.reading(.sample, columns, rows)
    let before = bench.screen
    bench.tell(.message(Array(repeating: sentence, count: 20).joined(separator: " ")))
    let kept = (0..<rows - max(1, rows / 4)).filter {
      bench.screen.text(ofRow: $0) == before.text(ofRow: $0)
    }
    #expect(kept.count >= rows - max(1, rows / 4) - 1)
  }
}
