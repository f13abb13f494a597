import Foundation
import HearsayModel
import HearsayReader
import Testing

/// What is pasted where one line is asked for: a paragraph, a page.
struct LongLineTests {
  /// A line eight times as long may cost eight times as much and a little more, never its square.
  @Test(
    "A key costs no more than the line is long",
    arguments: ["/", ":", "+", "f", "F", "|", "D", "#", "E", "x s", "L /", "L f"])
  func keysInLongLines(keys: String) throws {
    func cost(_ length: Int) throws -> Double {
      var best = Double.infinity
      for _ in 0..<3 {
        var bench = try Bench.reading(.sample, 80, 24)
        bench.press(keys)
        bench.receive(.paste(Self.line(length)))
        let start = Self.processorTime()
        for key in ["x", "Left", "Backspace", "Home", "y", "C-e"] {
          bench.press(key)
          _ = bench.screen
        }
        best = min(best, Self.processorTime() - start)
      }
      return best
    }
    let (short, long) = (try cost(1_500), try cost(12_000))
    #expect(long < 20 * short, "\(keys): \(long / short) times as long")
  }

  @Test(
    "Of a long line the words before the cursor are seen, wide letters and marks included",
    arguments: [
      (
        "one two three four five six seven eight nine ten", "",
        "note: our five six seven eight nine ten 39"
      ),
      (
        "one two three four five six seven eight nine ten", "Home",
        "note: one two three four five six seven… 6"
      ),
      (
        "one two three four five six seven eight nine ten", "Home C-f C-f",
        "note: one two three four five six seven… 8"
      ),
      (
        "one two three four five six seven eight nine ten eleven twelve", "Left Left Left",
        "note: x seven eight nine ten eleven twe… 39"
      ),
      ("the paper 新聞記者新聞記者新聞記者新聞記者新聞", "", "note: 記者新聞記者新聞記者新聞記者新聞 38"),
      ("the papers 新聞記者新聞記者新聞記者新聞記者新聞", "", "note: 記者新聞記者新聞記者新聞記者新聞 38"),
      (
        "cafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301}",
        "", "note: afé café café café café café café 39"
      ),
    ])
  func endsOfLongLines(line: String, keys: String, shown: String) throws {
    var bench = try Bench.reading(.sample, 40, 12)
    bench.press("+")
    bench.receive(.paste(line))
    bench.press(keys)
    let screen = bench.screen
    let row = bench.text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    #expect("\(row) \(screen.cursor?.column ?? -1)" == shown)
  }

  private static func line(_ length: Int) -> String {
    let words = "The mayor said “we had no choice” but to close (it; "
    return String(String(repeating: words, count: length / words.count + 1).prefix(length))
  }

  /// Of this thread, in seconds: what else the machine does is not counted.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
