import HearsayModel
import Testing

@testable import HearsayIngest

@Suite("Odd texts")
struct OddTextsTests {
  private static let pieces = [
    "By ", "By Jane Doe", "(", ")", "/", " — ", "—", " - ", "18 May 2015", "May", "Source:", "© ",
    "(c)", "# ", "---\n",
    ":", "\n", "\n\n", "Reuters", "(AP)", ";", ".", ". ", ",", "*", "**", "_", "=", "\"", "”", "作者",
    "é", "\u{301}",
    "\u{FEFF}", "\u{0}", "https://", "https://bbc.co.uk/", "Published ", "on ", "Shafaq News/ ",
    "title: ", "- ", "[", "]",
    "This article was published by ", "(Reporting by ", " in ", " and ", "🙂", "2015-05-18",
    "99.99.9999", "|",
  ]

  @Test func `No text crashes the search for facts`() {
    var seed: UInt64 = 42
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    for _ in 0..<3000 {
      let text = (0..<next(25)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
      let found = metadata(of: text)
      for fact in [found.title, found.publisher, found.byline, found.published] {
        #expect(fact?.isEmpty != true, "\(text.debugDescription) has an empty fact: \(found)")
      }
    }
  }

  @Test func `A long text is only looked at from its ends`() {
    let story = String(repeating: "The fire spread from roof to roof. ", count: 50_000)
    let text = "Mill burns\n\n\(story)\n\nSource: The Valley Herald\n"
    #expect(metadata(of: text) == Metadata(title: "Mill burns", publisher: "The Valley Herald"))
  }

  @Test func `A text of one byte and one of many blank lines have no facts`() {
    #expect(metadata(of: "x") == Metadata())
    #expect(metadata(of: String(repeating: "\n", count: 100_000)) == Metadata())
  }
}
