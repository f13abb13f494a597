import Testing

@testable import HearsayText

@Suite("Small tools for texts")
struct SmallTextToolsTests {
  @Test(arguments: [
    (0, 0, 0), (1, 1, 1), (2, 1, 3), (3, 3, 3), (4, 3, 7), (6, 3, 7), (7, 7, 7), (8, 8, 8),
  ])
  func `A place inside of a character is moved to where one starts`(
    offset: Int, before: Int, after: Int
  ) {
    // One byte, two, four, one.
    let bytes = Array("aé😀b".utf8)
    #expect(bytes.characterStart(upTo: offset) == before)
    #expect(bytes.characterStart(from: offset) == after)
  }

  @Test(arguments: [
    ("", ""), (" \t\n ", ""), ("a", "a"), ("  a b\r\n", "a b"), ("\u{A0}é\u{2003}", "é"),
  ])
  func `White space at the ends is left out, of whatever script`(text: String, trimmed: String) {
    #expect(text[...].trimmed == trimmed[...])
  }

  @Test func `A text on one line has a blank for its line ends`() {
    #expect("one\ntwo\r\n\nthree\n".withoutLineEnds == "one two three")
  }

  @Test(arguments: [(0, 0), (1, 0), (2, 1), (9, 4), (10, 5)])
  func `The first of what is late is found by halving`(limit: Int, index: Int) {
    #expect([1, 3, 5, 7, 9].partitioningIndex { $0 >= limit } == index)
    #expect([0, 1, 3, 5, 7, 9][1...].partitioningIndex { $0 >= limit } == index + 1)
  }

  @Test(arguments: [
    ("weir", "weir", 0), ("weir", "weird", 1), ("weir", "wier", 2), ("weir", "mill", 4),
    ("", "mill", 4),
  ])
  func `Two spellings are so many letters apart`(one: String, other: String, distance: Int) {
    #expect(one.editDistance(to: other, atMost: 4) == distance)
    #expect(other.editDistance(to: one, atMost: 4) == distance)
    #expect(one.editDistance(to: "a much longer word", atMost: 4) > 4)
  }
}
