import HearsayLanguage
import HearsayModel

/// Asks the scorer which of two a pronoun of an article means, where what counts for each does not tell them apart.
///
/// It reads only what lies between the names and the end of the pronoun's sentence, so the answer is the same however much
/// of the article is known.
struct PronounJudge: Sendable {
  let scorer: PronounScorer
  let document: Document

  /// How much more speaks for the first name than for the second; `nil` where they lie too far apart.
  func margin(of pronoun: Span, between first: Span, and second: Span) -> Double? {
    guard let opening = document.sentenceIndex(at: min(first.start, second.start)),
      let closing = document.sentenceIndex(at: pronoun.start)
    else { return nil }
    let window = Span(
      document.sentences[opening].span.start,
      max(document.sentences[closing].span.end, pronoun.end))
    guard window.count <= Self.longestWindow, max(first.end, second.end) <= pronoun.start else {
      return nil
    }
    func own(_ span: Span) -> Span { Span(span.start - window.start, span.end - window.start) }
    let scores = scorer.scores(
      of: PronounQuestion(
        text: ArticleText(document.text[window]), pronoun: own(pronoun),
        names: [own(first), own(second)]))
    return scores[0] - scores[1]
  }

  /// In bytes; about as much as the network reads at once.
  private static let longestWindow = 1200
}
