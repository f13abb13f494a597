import HearsayModel
import HearsayPatterns
import Testing

@Suite("Patterns in an article")
struct ArticlePatternTests {
  @Test func placesAreBytesAcrossBlocks() throws {
    let paragraph = "Für die Stadt 🌉 spricht niemand, sagte sie am Dienstag.\n\n"
    let text = ArticleText(String(repeating: paragraph, count: 2000))
    let (matches, isComplete) = try Pattern("dien.tag").matches(in: text) { true }
    #expect(isComplete)
    #expect(matches.count == 2000)
    #expect(matches.allSatisfy { text[Span($0.lowerBound, $0.upperBound)] == "Dienstag" })
  }

  @Test func aSearchIsStopped() throws {
    let text = ArticleText(String(repeating: "a", count: 6000) + "!")
    var asked = 0
    let (_, isComplete) = try Pattern("(a+)+$").matches(in: text) {
      asked += 1
      return asked < 5
    }
    #expect(!isComplete)
  }
}
