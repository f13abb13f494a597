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
    if attribution.source == nil, isRumour(cue, in: document) { return false }
    guard !cue.isEmpty, attribution.content.count == 1,
      !lexicon.sayingCues.occurs(in: cue)
        || lexicon.nounCues.occurs(in: cue) && isAfterCue(attribution)
    else { return false }
    return !isClause(words, attribution.content, in: document)
  }

  /// "Reportedly | he injured a man": an adverb has a clause.
  private func isRumour(_ cue: [String], in document: Document) -> Bool {
    document.language.lexicon.phrase(startingAt: 0, in: cue).map { $0.shape == .adverb } ?? false
  }

  /// "announced the closure": what is said stands right after the cue.
  private func isAfterCue(_ attribution: LinkedAttribution) -> Bool {
    guard let cue = attribution.cue, let content = attribution.content.first else { return false }
    return content.start > cue.start && content.start - cue.end <= 2
  }

  /// Whether there is a verb or what opens a clause.
  private func isClause(_ words: [String], _ content: [Span], in document: Document) -> Bool {
    guard let first = words.first, words.count > 1 else { return false }
    return lexicon.clauseOpeners.contains(first)
      || content.contains { document.hasVerb(phrase(document.tokens[document.tokenRange(in: $0)])) }
  }

  /// A content without the clauses that only say more of a noun in it: "himself as a manipulator | who is going to win", "the
  /// audit as the reason | he is silent".
  private func phrase(_ tokens: ArraySlice<Token>) -> ArraySlice<Token> {
    let cut = tokens.indices.dropFirst().first { index in
      let (token, before) = (tokens[index], tokens[index - 1])
      guard before.kind == .word || before.kind == .number || before.lower == "," else {
        return false
      }
      if token.classes.contains(.relative) || token.classes.contains(.infinitive) { return true }
      let isNoun = before.classes.contains(.nominal) && before.classes.isDisjoint(with: [.subject])
      return isNoun && token.classes.contains(.subject) && index > tokens.startIndex + 1
    }
    return cut.map { tokens[..<$0] } ?? tokens
  }

  // MARK: - Certainty

  /// `denied` where the cue denies; `hedged` where cue or content keeps a reserve.
  func certainty(of attribution: LinkedAttribution, in document: Document) -> Certainty {
    if attribution.cueSense.isDenial { return .denied }
    let cue = attribution.cue.map { document.words(in: $0) } ?? []
    if lexicon.hedgingCues.occurs(in: cue) { return .hedged }
    // "last May" is a month.
    let content = attribution.content.flatMap { document.tokens[document.tokenRange(in: $0)] }
      .filter { !lexicon.may.has($0) || !$0.isCapitalised }.map(\.lower)
    let firm = isPermitted(attribution, in: document) ? lexicon.may : []
    let reserved = content.indices.filter {
      !firm.contains(content[$0]) && !isAbility(at: $0, in: content)
    }
    return lexicon.hedges.occurs(in: reserved.map { content[$0] }) ? .hedged : .plain
  }

  /// "The judge said the press *may* stay": a permission, and no doubt.
  private func isPermitted(_ attribution: LinkedAttribution, in document: Document) -> Bool {
    guard let source = attribution.source else { return false }
    return document.words(in: source).contains(where: lexicon.permitting.contains)
  }

  /// "I *could* hear the bells": what somebody was able to do is a fact.
  private func isAbility(at index: Int, in words: [String]) -> Bool {
    guard lexicon.could.contains(words[index]), index > 0, index + 1 < words.count else {
      return false
    }
    let next = words[index + 1]
    if lexicon.able.contains(words[index - 1]) { return lexicon.ability.contains(next) }
    guard lexicon.othersAble.contains(words[index - 1]) else { return false }
    let isDenied = lexicon.barely.contains(next) || lexicon.negatives.contains(words[index])
    let verb = lexicon.barely.contains(next) && index + 2 < words.count ? words[index + 2] : next
    return isDenied && lexicon.ability.contains(verb) && !lexicon.barely.contains(verb)
  }
}
