import HearsayLanguage
import HearsayModel

/// Reads from a cue where its source stands to the words: whether it denies them, gives no answer, or is against them.
struct StanceReader {
  let lexicon: SourcingLexicon
  let document: Document

  /// Where the source of an attribution stands to its content; `nil` where it simply says it.
  func stance(of attribution: LinkedAttribution) -> Stance? {
    guard let cue = attribution.cue else { return nil }
    let words = document.words(in: cue)
    let isNegated = words.indices.contains { index in
      lexicon.negatives.contains(words[index])
        && !(index + 1 < words.count && lexicon.noNegation.contains(words[index + 1]))
    }
    // Who did not refuse has not answered either.
    if lexicon.refusingCues.occurs(in: words) { return isNegated ? nil : .refused }
    let denies = lexicon.denyingCues.occurs(in: words)
    if isNegated, denies || lexicon.opposingCues.occurs(in: words) { return denies ? nil : .denied }
    if isNegated { return lexicon.answeringCues.occurs(in: words) ? .refused : .denied }
    if isOfNobody(attribution) { return .denied }
    if denies || attribution.cueSense.isDenial { return .denied }
    return lexicon.opposingCues.occurs(in: words) ? .opposed : nil
  }

  /// The sentence around content that says nothing alone, or whose "not" stands neither in it nor in the cue.
  func context(of attribution: LinkedAttribution) -> Span? {
    guard let first = attribution.content.first,
      let number = document.sentenceIndex(at: first.start),
      isBare(attribution.content) || isOfNobody(attribution)
    else { return nil }
    let sentence = document.sentences[number].span
    return attribution.content.contains(sentence) ? nil : sentence
  }

  /// "No organisation | claimed", "Not everyone | agreed", "Neither of the two | said".
  func isOfNobody(_ attribution: LinkedAttribution) -> Bool {
    guard let source = attribution.source else { return false }
    let own = document.tokens[document.tokenRange(in: source)].first { $0.kind == .word }
    if let own, lexicon.negatingSubjects.contains(own.lower) { return true }
    guard let sentence = document.sentenceIndex(at: source.start) else { return false }
    let before = document.tokens[document.sentences[sentence].tokens].last {
      $0.span.end <= source.start
    }
    return before.map { $0.kind == .word && lexicon.negatingSubjects.contains($0.lower) } ?? false
  }

  /// "which", "it", "the same": at most one word that tells something, outside of quotation marks.
  private func isBare(_ content: [Span]) -> Bool {
    let words = document.tokens[document.tokenRange(in: content)].filter {
      $0.kind == .word || $0.kind == .number
    }
    guard words.count <= JudgingSettings.wordsOfBareContent,
      lexicon.telling(words.map(\.lower)).count <= 1
    else { return false }
    return !content.contains { !document.quotationRange(over: $0).isEmpty }
  }
}

extension Document {
  fileprivate func tokenRange(in content: [Span]) -> Range<Int> {
    content.extent.map { tokenRange(in: $0) } ?? 0..<0
  }
}
