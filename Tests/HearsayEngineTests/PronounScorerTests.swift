import HearsayLanguage
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

  @Test
  func `In an article it is asked with what lies between the names and the end of the sentence`()
    throws
  {
    let article = Article(
      id: "",
      text: ArticleText(
        "It rained.\n\nAnna Berg joined the theatre in 1961 and was taught by Maria Lund. In 1970 she left for Oslo. "
          + "Nobody saw it coming."))
    let document = Document(article, try Language(Language.standard, in: .locate()))
    let judge = PronounJudge(scorer: scorer, document: document)
    func span(_ words: String) -> Span {
      let end =
        article.text.count - (article.text.string.components(around: words).last?.utf8.count ?? 0)
      return Span(end - words.utf8.count, end)
    }
    let (berg, lund, she) = (span("Anna Berg"), span("Maria Lund"), span("she "))
    let margin = try #require(judge.margin(of: she, between: berg, and: lund))
    #expect(margin > 0)
    #expect(judge.margin(of: she, between: lund, and: berg) == -margin)
    // What comes after the pronoun is no name before it.
    #expect(judge.margin(of: berg, between: lund, and: berg) == nil)
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
