import HearsayLanguage
import HearsayModel

/// Finds the sentences that nobody is credited with, and what they do in the article.
struct UnattributedReader: Sendable {
  let lexicon: SourcingLexicon

  /// The sentences whose main clause no attribution covers, in order of reading.
  func sentences(in document: Document, beside linked: [LinkedAttribution]) -> [Evidence.Uncredited]
  {
    // Who is credited in another language nobody here can tell.
    if document.isForeign { return [] }
    var taking: [Int: [Int]] = [:]
    for (index, attribution) in linked.enumerated() {
      for number in Set(attribution.spans.flatMap({ document.sentenceRange(over: $0) })) {
        taking[number, default: []].append(index)
      }
    }
    guard case .sentence(let holds) = Flag.unattributed.decision else { return [] }
    return document.sentences.indices.compactMap { index in
      let judged = JudgedSentence(
        document: document, lexicon: lexicon, sentence: document.sentences[index],
        attributions: (taking[index] ?? []).map { linked[$0] })
      guard holds(judged) else { return nil }
      let kind = kind(
        of: document.sentences[index], isFollowedByWords: taking[index + 1] != nil, in: document)
      return Evidence.Uncredited(index: index, kind: kind)
    }
  }
}

// MARK: - What a sentence does

extension UnattributedReader {
  private func kind(of sentence: Sentence, isFollowedByWords: Bool, in document: Document)
    -> UnattributedSentence.Kind
  {
    let words = document.words(in: sentence.span)
    if words.count <= JudgingSettings.wordsOfFraming, isFollowedByWords,
      lexicon.framingOpeners.opens(words)
    {
      return .framing
    }
    if lexicon.contextPhrases.occurs(in: words) { return .context }
    let main = mainClause(of: words)
    if lexicon.analysisWords.occurs(in: main), !isMonth(main) { return .analysis }
    let isRecent = lexicon.recentTimes.occurs(in: words)
    let isRecord = lexicon.backgroundWords.occurs(in: words) || hasYear(words)
    if isRecord, !isRecent || isStillSo(words) { return .background }
    if isRecent { return .event }
    guard let verb = words.prefix(JudgingSettings.wordsBeforeVerb).first(where: isVerb),
      lexicon.presentVerbs.contains(verb)
    else { return .event }
    // "has not been recovered" is news, "is made of gold" is not.
    return lexicon.perfectAuxiliaries.contains(verb) ? .event : .background
  }

  /// "The party has ruled since 2007": what has been so until today, and not what came to pass on a day.
  private func isStillSo(_ words: [String]) -> Bool {
    guard let since = words.firstIndex(where: lexicon.since.contains),
      let verb = words.prefix(JudgingSettings.wordsBeforeVerb).first(where: isVerb)
    else { return false }
    return lexicon.perfectAuxiliaries.contains(verb)
      && !words[..<since].contains(where: lexicon.relatives.contains)
  }

  private func isVerb(_ word: String) -> Bool {
    lexicon.auxiliaries.contains(word) || lexicon.pastVerbs.contains(word)
      || lexicon.presentVerbs.contains(word) || lexicon.endings.isPast(word)
  }

  /// The words before a relative clause: in "teams flew to the house where the talks would be held" nothing that
  /// is said to have happened is in doubt.
  private func mainClause(of words: [String]) -> [String] {
    let relative = words.indices.dropFirst(3).first { lexicon.relatives.contains(words[$0]) }
    return relative.map { Array(words[..<$0]) } ?? words
  }

  private func hasYear(_ words: [String]) -> Bool {
    words.contains { Years.contain($0, Years.ofHistory) }
  }

  /// "May" before or after a number is a month, not a reserve.
  private func isMonth(_ words: [String]) -> Bool {
    let hits = words.indices.filter { lexicon.analysisWords.length(at: $0, in: words) > 0 }
    return hits.allSatisfy { index in
      guard lexicon.may.contains(words[index]) else { return false }
      if index + 1 < words.count, Int(words[index + 1]) != nil { return true }
      return index > 0
        && (Int(words[index - 1]) != nil || lexicon.beforeMonths.contains(words[index - 1]))
    }
  }
}
