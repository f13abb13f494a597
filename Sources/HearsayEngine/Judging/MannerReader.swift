import HearsayLanguage
import HearsayModel

/// Judges how a content is given and how firmly.
struct MannerReader: Sendable {
  let lexicon: SourcingLexicon

  // MARK: - Manner

  /// `direct` where every word of the content stands between marks; a leading "that" stands outside them.
  func manner(of attribution: LinkedAttribution, in document: Document) -> Manner {
    var inside = 0
    var outside = 0
    for span in attribution.content {
      let quoted = document.quotationRange(over: span).map { document.quotations[$0] }
        .filter { $0.role != .title && $0.within == nil }
      for token in document.tokens[document.tokenRange(in: span)]
      where token.kind == .word || token.kind == .number {
        if quoted.contains(where: { $0.span.contains(token.span) }) {
          inside += 1
        } else {
          outside += 1
        }
      }
    }
    if inside > 0 { return outside == 0 ? .direct : .mixed }
    return isReported(attribution, in: document) ? .reported : .indirect
  }

  /// Whether the content is a bare noun phrase: "denied the allegation", "urged restraint".
  private func isReported(_ attribution: LinkedAttribution, in document: Document) -> Bool {
    let words = document.words(in: attribution.content)
    let cue = attribution.cue.map { document.words(in: $0) } ?? []
    if attribution.cueSense.isReported {
      return !lexicon.clauseWords.contains(words.first ?? "")
    }
    guard !cue.isEmpty, !lexicon.sayingCues.occurs(in: cue), attribution.content.count == 1 else {
      return false
    }
    return !isClause(words, attribution.content, in: document)
  }

  /// Whether there is a verb or what opens a clause.
  private func isClause(_ words: [String], _ content: [Span], in document: Document) -> Bool {
    guard let first = words.first, words.count > 1 else { return false }
    return lexicon.clauseOpeners.contains(first)
      || content.contains { document.hasVerb(document.tokens[document.tokenRange(in: $0)]) }
  }

  // MARK: - Certainty

  /// `denied` where the cue denies; `hedged` where cue or content keeps a reserve.
  func certainty(of attribution: LinkedAttribution, in document: Document) -> Certainty {
    if attribution.cueSense.isDenial { return .denied }
    let cue = attribution.cue.map { document.words(in: $0) } ?? []
    if lexicon.hedgingCues.occurs(in: cue) { return .hedged }
    // "last May" is a month.
    let content = attribution.content.flatMap { document.tokens[document.tokenRange(in: $0)] }
      .filter { $0.lower != "may" || !$0.isCapitalised }.map(\.lower)
    return lexicon.hedges.occurs(in: content) ? .hedged : .plain
  }
}
