import HearsayLanguage
import HearsayModel

/// Puts the sourcing of a whole article into figures.
struct Summarizer: Sendable {
  let lexicon: SourcingLexicon

  /// The figures, and what a careful reader should know about the article as a whole.
  func summary(
    of document: Document, attributions: [Attribution], sources: [Source],
    unattributed: [UnattributedSentence],
    speakers: Speakers, publisher: Source.ID?
  ) -> Summary {
    let figures = SourceFigures(
      attributions: attributions, sources: sources, publisher: publisher)
    let body = document.paragraphs.filter { $0.role == .body }
    let sentences = body.flatMap { document.sentences[$0.sentences] }
    let judged = JudgedText(document: document, register: speakers.register, lexicon: lexicon)
    var summary = Summary(
      attributions: 0, sources: 0, namedPeople: 0, unnamed: 0, relayed: 0,
      sentences: sentences.count, unattributedSentences: unattributed.count,
      unattributedWords: unattributed.map { wordCount($0.span, document) }.reduce(0, +),
      words: sentences.map { wordCount($0.span, document) }.reduce(0, +),
      flags: document.isForeign ? [] : figures.flags { _, holds in holds(judged) })
    figures.fill(&summary)
    return summary
  }

  private func wordCount(_ span: Span, _ document: Document) -> Int {
    document.tokens[document.tokenRange(in: span)].filter {
      ($0.kind == .word || $0.kind == .number) && !$0.lower.hasPrefix("'")
    }.count
  }
}
