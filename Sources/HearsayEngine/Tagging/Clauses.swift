import HearsayLanguage
import HearsayModel

/// Everything the rules need to look at one sentence.
struct Clauses {
  let sentence: SentenceWords
  let phrases: NounPhrases
  let groups: VerbGroups
  let following: FollowingWords
  let scope: ContentScope

  init(_ sentence: SentenceWords) {
    self.sentence = sentence
    phrases = NounPhrases(sentence: sentence)
    groups = VerbGroups(sentence: sentence)
    following = FollowingWords(sentence: sentence, phrases: phrases)
    scope = ContentScope(sentence: sentence, phrases: phrases, groups: groups)
  }

  /// Sentences longer than any sentence: lists, tables, attacks. Only their start is read.
  static let longest = 600
}

// MARK: - Subjects

extension Clauses {
  /// The subject of the first verb with a tense before `end`: "*The mayor* left early, saying …".
  func mainSubject(before end: Int) -> Range<Int>? {
    var position = 1
    while position < end {
      if sentence.isOpening(position) || sentence.isOpening(position - 1) { return nil }
      if sentence.isFinite(position) {
        var start = position
        while start > 0, sentence.isAdverb(start - 1) { start -= 1 }
        if let subject = phrases.phrase(endingAt: start),
          !sentence.has(subject.lowerBound, .relative)
        {
          return subject
        }
      }
      position += 1
    }
    return nil
  }
}

// MARK: - What went before

extension Clauses {
  /// The content that ends before `end`, where a comma or closing mark stands: `"…," | said the mayor`.
  func contentBefore(_ end: Int) -> Span? {
    let last = end - 1
    guard last >= 0 else { return nil }
    var close = last
    if sentence.isComma(last), sentence.isClosing(last - 1) { close = last - 1 }
    if sentence.isClosing(close) { return quotedContent(closingAt: close) }
    guard sentence.isComma(last) || sentence.isDash(last) else { return nil }
    guard last > 0, let span = scope.trimmed(clauseStart(before: last)..<last) else { return nil }
    return span
  }

  /// The quotation that closes at `position`, with the words before it where it is part of a longer clause.
  private func quotedContent(closingAt position: Int) -> Span? {
    let offset = sentence.token(position).span.end
    guard let quotation = sentence.document.quotation(closingAt: offset) else { return nil }
    let sentenceStart = sentence.token(0).span.start
    guard quotation.span.start > sentenceStart else { return quotation.span }
    var opening = position
    while opening > 0, sentence.token(opening).span.start > quotation.span.start { opening -= 1 }
    let isWhole =
      opening == 0 || [":", ","].contains(sentence.word(opening - 1))
      || sentence.isClosing(opening - 1)
    if isWhole { return quotation.span }
    return scope.trimmed(clauseStart(before: opening)..<position + 1)
  }

  private func clauseStart(before end: Int) -> Int {
    var position = end - 1
    while position > 0 {
      if sentence.word(position) == ";" || sentence.word(position) == ":" { return position + 1 }
      position -= 1
    }
    return 0
  }
}
