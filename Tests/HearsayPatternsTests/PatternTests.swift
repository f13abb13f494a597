import HearsayPatterns
import Testing

@Suite("Patterns", .timeLimit(.minutes(40)))
struct PatternTests {
  private func found(_ pattern: String, in text: String) throws -> [String] {
    let matcher = PatternMatcher(try Pattern(pattern, anchors: .lines))
    var text = text
    return text.withUTF8 { bytes in
      var found: [String] = []
      var position = 0
      while case .found(let range) = matcher.first(in: bytes, from: position, while: { true }) {
        found.append(String(decoding: bytes[range], as: UTF8.self))
        position = range.upperBound
      }
      return found
    }
  }

  @Test(
    "Patterns are found, as a person means them",
    arguments: [
      ("tues\\w+", ["Tuesday"]), ("Tues\\w+", ["Tuesday"]), ("TUES\\w+", []),
      ("two days", ["two\ndays"]), ("\"talks\"", ["“talks”"]), ("^the", ["The", "the"]),
      ("x*", []), ("[ab ]ll", [" ll"]), ("[[] |ll", ["ll"]), ("\\bÖl\\b", ["Öl"]),
      ("\\W{2,}", [" “", "”\n", ".\n\n", " 🌉 ", ", "]), ("größe|ll", ["ll", "Größe"]),
      ("\\u{1F309}", ["🌉"]), ("\\u00f6\\u00DFe", ["öße"]), ("\\Qdays.\\E", ["days."]),
      ("(.)\\1", ["ll", "oo", "tt"]),
    ])
  func patternsAreFound(pattern: String, words: [String]) throws {
    let text = "The “talks”\nthe ll on Tuesday took two\ndays.\n\nGröße 🌉 matters, Öl"
    #expect(try found(pattern, in: text) == words)
  }

  @Test(
    "What is no pattern is pointed at",
    arguments: [
      ("(a|b", 0..<1, "missing closing parenthesis"),
      ("(a)(b", 3..<4, "missing closing parenthesis"),
      ("é)", 1..<2, "unmatched closing parenthesis"),
      ("*a", 0..<1, "quantifier does not follow a repeatable item"),
      ("\" [a", 2..<3, "missing terminating ] for character class"),
      ("a\\", 1..<2, "\\ at end of pattern"),
      ("a**", 2..<3, "quantifier does not follow a repeatable item"),
    ])
  func problems(pattern: String, place: Range<Int>, reason: String) {
    let problem = PatternProblem(in: pattern)
    #expect(problem?.place == place)
    #expect(problem?.reason == reason)
  }

  @Test(
    "A pattern comes to an end, and to an answer, however many ways there are in which it may fit",
    arguments: ["(a+)+b", "(a|a)*b", "(a|aa)+$", "(.*)*x", "^(([a-z])+.)+[A-Z]([a-z])+$", "(a*)*c"])
  func manyWays(pattern: String) throws {
    let matcher = PatternMatcher(try Pattern(pattern))
    let text = String(repeating: "a", count: 500) + "!"
    #expect(matcher.isFound(in: text, while: { true }) == false)
  }

  @Test("What has to remember a group gives up")
  func remembering() throws {
    let matcher = PatternMatcher(try Pattern("(a+)+\\1[bc]"))
    #expect(matcher.isFound(in: String(repeating: "a", count: 40), while: { true }) == nil)
  }

  @Test("Nobody waits longer than their patience lasts")
  func patience() throws {
    let pattern = try Pattern("(.+)+(.+)+(.+)+\\1§")
    let seeker = PatternSeeker(patience: .milliseconds(100))
    let texts = (0..<10_000).map { "\($0)" + String(repeating: "words and words", count: 9) }
    let start = ContinuousClock.now
    #expect(texts.allSatisfy { !seeker.isFound(pattern, in: $0) })
    #expect(seeker.limit == PatternLimit(pattern.text))
    #expect(.now - start < .seconds(5))
  }

  @Test(
    "Deep and long patterns are read or refused at once",
    arguments: [
      String(repeating: "(", count: 200) + "a" + String(repeating: ")", count: 200),
      String(repeating: "(", count: 100_000), String(repeating: "[", count: 100_000),
      String(repeating: "\\u", count: 50_000), String(repeating: "\\Q", count: 50_000),
      String(repeating: "(a{1,500}){1,500}", count: 50), String(repeating: "a?", count: 4_000),
      String(repeating: "a", count: 1_000_000),
    ])
  func extremes(text: String) {
    let start = ContinuousClock.now
    do {
      let matcher = PatternMatcher(try Pattern(text))
      let end = start + .seconds(1)
      _ = matcher.isFound(in: String(repeating: "a", count: 3_000), while: { .now < end })
    } catch {
      #expect(!error.reason.isEmpty)
      #expect(error.place.upperBound <= text.count)
    }
    #expect(.now - start < .seconds(3))
  }
}
