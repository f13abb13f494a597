import HearsayLanguage
import HearsayModel

/// What is known of one sentence when it is decided whether anybody is credited with it.
struct JudgedSentence {
  let document: Document
  let lexicon: SourcingLexicon
  let sentence: Sentence
  /// The attributions that have a part in it; those within another's content are looked at there.
  let attributions: [LinkedAttribution]
}

extension JudgedSentence {
  /// No attribution carries its main clause, and it is none of those that need no source.
  var isUnattributed: Bool {
    document.paragraphs[sentence.paragraph].role == .body && !isExempt && !isAsked && !isSignature
      && !isCovered
  }
}

// MARK: - What needs no source

extension JudgedSentence {
  /// Questions, one-word lines, and what the writer saw.
  private var isExempt: Bool {
    let tokens = document.tokens[sentence.tokens]
    let words = tokens.filter { $0.kind == .word || $0.kind == .number }
    if words.count < 3 { return true }
    if tokens.suffix(3).contains(where: { document.text[$0.span] == "?" }) { return true }
    return lexicon.writers.contains(words.first?.lower ?? "")
  }

  /// "((EN)) The bill failed last year. What now?": an interviewer's turn, which ends in a question.
  private var isAsked: Bool {
    if Interview(document: document).isInterviewers(sentence.paragraph) { return true }
    let tokens = document.tokens[
      document.tokenRange(in: document.paragraphs[sentence.paragraph].span)]
    guard tokens.last(where: { $0.kind != .closingMark })?.lower == "?" else { return false }
    let head = tokens.prefix(8).map(\.lower)
    if head.starts(with: ["(", "("]) { return head.contains(")") }
    guard let first = head.first, lexicon.questionLabels.contains(first), head.count > 1 else {
      return false
    }
    return [":", "."].contains(head[1])
  }

  /// "— Jo Hale, mayor of Ely": who said what stands above it or nowhere near.
  private var isSignature: Bool {
    let span = document.paragraphs[sentence.paragraph].span
    guard span.count <= JudgingSettings.longestSignature else { return false }
    let tokens = document.tokens[document.tokenRange(in: span)]
    guard let first = tokens.first, let last = tokens.last else { return false }
    return ["—", "–", "―", "--"].contains(first.lower) && last.kind == .word
  }
}

// MARK: - What has one

extension JudgedSentence {
  /// Whether one of the attributions carries the main clause.
  private var isCovered: Bool {
    let tokens = document.tokens[sentence.tokens].filter { $0.kind == .word || $0.kind == .number }
    return tokens.isEmpty || attributions.contains { $0.within == nil && carries($0, tokens) }
  }

  private func carries(_ own: LinkedAttribution, _ tokens: [Token]) -> Bool {
    let spans = own.spans
    let inside = tokens.filter { token in spans.contains { $0.overlaps(token.span) } }
    guard let first = inside.first, !isSecondVerb(own), !isOpeningCircumstance(own) else {
      return false
    }
    let share = Double(inside.count) / Double(tokens.count)
    if share > JudgingSettings.shareOfWholeSentence { return true }
    if own.source == nil, own.cue != nil, share < JudgingSettings.shareOfNobodysSentence {
      return false
    }
    let before = tokens.prefix { $0.span.start < first.span.start }
    return share > JudgingSettings.shareOfSentence && !holdsMainClause(before, upTo: first)
  }

  /// Whether the words before an attribution are a clause of their own, not only "At a press conference,".
  private func holdsMainClause(_ before: ArraySlice<Token>, upTo first: Token) -> Bool {
    guard before.count > 3, let opening = before.first else { return false }
    var rest = before
    if lexicon.subordinators.contains(opening.lower) || opening.lower.hasSuffix("ing") {
      // What follows the comma that closes the opening phrase.
      let range = document.tokenRange(in: Span(opening.span.start, first.span.start))
      if let comma = document.tokens[range].last(where: { $0.lower == "," }) {
        rest = rest.drop { $0.span.start < comma.span.start }
      } else if !opening.classes.isDisjoint(with: [.preposition, .subordinator, .adverbial])
        || opening.lower.hasSuffix("ing")
      {
        return false
      }
    }
    return rest.count > 3 && document.hasVerb(rest.dropFirst())
  }

  /// "*Having accused the owners of fraud*, the miners | went home": what they did then is nobody's.
  private func isOpeningCircumstance(_ own: LinkedAttribution) -> Bool {
    // Of a source that the sentence does not hold nothing follows in it.
    guard let source = own.source, let cue = own.cue, cue.end <= source.start,
      source.end <= sentence.span.end,
      own.content.allSatisfy({ $0.start >= cue.end && $0.end <= source.start })
    else { return false }
    let rest = document.tokens[document.tokenRange(in: Span(source.end, sentence.span.end))]
    return document.hasVerb(rest)
  }

  /// "Hamas | opened an office in March and | plans to open another": the first verb is nobody's.
  private func isSecondVerb(_ own: LinkedAttribution) -> Bool {
    guard let source = own.source, let cue = own.cue, source.end < cue.start else { return false }
    let between = document.tokens[document.tokenRange(in: Span(source.end, cue.start))].filter {
      token in
      !own.content.contains { $0.overlaps(token.span) }
    }
    guard let last = between.last, between.count > 3 else { return false }
    if isCircumstance(own, after: last) { return document.hasVerb(between) }
    return ["and", "but"].contains(last.lower) && document.hasVerb(between.dropFirst())
  }

  /// "The bank closed nine branches *despite* | promising in May that none would go": the cue stands in a circumstance.
  private func isCircumstance(_ own: LinkedAttribution, after last: Token) -> Bool {
    guard let cue = own.cue.flatMap({ document.words(in: $0).first }) else { return false }
    return document.language.endings.isGerund(cue)
      && !last.classes.isDisjoint(with: [.preposition, .subordinator])
  }
}
