import HearsayModel
import Testing

@Suite("Patterns in a text")
struct PatternSearchTests {
  private func found(_ pattern: String, in text: String) throws -> [String] {
    let text = ArticleText(text)
    let (matches, isComplete) = try PatternSearch(pattern).matches(in: text) { true }
    #expect(isComplete)
    return matches.map { text[Span($0.lowerBound, $0.upperBound)] }
  }

  @Test(arguments: [
    ("tues\\w+", ["Tuesday"]), ("Tues\\w+", ["Tuesday"]), ("TUES\\w+", []),
    ("two days", ["two\ndays"]), ("\"talks\"", ["“talks”"]), ("^the", ["The", "the"]), ("x*", []),
    ("[ab ]ll", [" ll"]), ("\\W{2,}", [" “", "”\n", ".\n\n", " 🌉 "]),
    ("größe|ll", ["ll", "Größe"]),
  ])
  func patternsAreFound(pattern: String, words: [String]) throws {
    let text = "The “talks”\nthe ll on Tuesday took two\ndays.\n\nGröße 🌉 matters"
    #expect(try found(pattern, in: text) == words)
  }

  @Test func placesAreBytesAcrossBlocks() throws {
    let paragraph = "Für die Stadt 🌉 spricht niemand, sagte sie am Dienstag.\n\n"
    let text = ArticleText(String(repeating: paragraph, count: 2000))
    let (matches, _) = try PatternSearch("dien.tag").matches(in: text) { true }
    #expect(matches.count == 2000)
    #expect(matches.allSatisfy { text[Span($0.lowerBound, $0.upperBound)] == "Dienstag" })
  }

  @Test func aPatternThatWouldTakeForEverIsStopped() throws {
    let text = ArticleText(String(repeating: "a", count: 60) + "!")
    var asked = 0
    let (_, isComplete) = try PatternSearch("(a+)+$").matches(in: text) {
      asked += 1
      return asked < 5
    }
    #expect(!isComplete)
  }

  @Test(arguments: [
    ("(a|b", 0), ("(a)(b", 3), ("a)", 1), ("*a", 0), ("[a", 0), ("a\\", 1), ("a**", 2),
  ])
  func whatIsWrongHasAPlace(pattern: String, place: Int) {
    let problem = PatternProblem(in: pattern)
    #expect(problem?.place == place..<place + 1)
    #expect(problem?.sentence.hasPrefix("This is no pattern: ") == true)
  }
}
