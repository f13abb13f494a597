import HearsayModel
import HearsayResources
import Testing

@testable import HearsayEngine

@Suite("Which of two names a pronoun means")
struct PronounScorerTests {
  private let scorer: PronounScorer

  init() throws { scorer = try PronounScorer(.locate()) }

  private func question(_ text: String, _ pronoun: String, _ names: [String]) -> PronounQuestion {
    func span(_ words: String) -> Span {
      let start = text.utf8.count - (text.components(around: words).last?.utf8.count ?? 0)
      return Span(start - words.utf8.count, start)
    }
    return PronounQuestion(
      text: ArticleText(text), pronoun: span(pronoun), names: names.map(span))
  }

  @Test func `Whom the sentence before is about is meant, and not whom it speaks of`() {
    let question = question(
      "Anna Berg joined the theatre in 1961 and was taught by Maria Lund. In 1970 she left for Oslo.",
      "she", ["Anna Berg", "Maria Lund"])
    #expect(scorer.answers(to: question) == [true, false])
  }

  @Test func `At most one of the names is meant`() {
    let question = question(
      "Paul Reed met Karl Voss in Bonn, and he wrote to Otto Lenz.", "he",
      ["Paul Reed", "Karl Voss"])
    #expect(scorer.answers(to: question).count { $0 } <= 1)
  }

  @Test func `Of each name every head of the encoder tells how much it looks there and back`() {
    let question = question(
      "Ruth Adler handed the keys to Vera Koch, because she was leaving the firm.", "she",
      ["Ruth Adler", "Vera Koch"])
    let looks = scorer.attention(in: question)
    #expect(looks.count == 2)
    #expect(
      looks.allSatisfy { $0.count == looks[0].count && $0.allSatisfy { (0...1).contains($0) } })
  }

  @Test func `A place without words speaks for nobody`() {
    let empty = PronounQuestion(
      text: ArticleText("She left."), pronoun: Span(0, 3), names: [Span(9, 9), Span(9, 9)])
    #expect(scorer.features(of: empty) == [[], []])
    #expect(scorer.answers(to: empty) == [false, false])
  }
}

extension String {
  /// What stands before and behind the first place of some words.
  fileprivate func components(around words: String) -> [Substring] {
    guard let range = firstRange(of: words) else { return [] }
    return [self[..<range.lowerBound], self[range.upperBound...]]
  }
}
