import HearsayModel

/// Finds the sentences that nobody is credited with, and what they do in the article.
struct UnattributedReader: Sendable {
  let lexicon: SourcingLexicon

  /// The sentences of the body whose main clause no attribution covers, in order of reading.
  func sentences(in document: Document, beside linked: [LinkedAttribution]) -> [(
    index: Int, kind: UnattributedSentence.Kind
  )] {
    let covering = attributions(in: document, linked)
    var found: [(Int, UnattributedSentence.Kind)] = []
    for (index, sentence) in document.sentences.enumerated() {
      let role = document.paragraphs[sentence.paragraph].role
      guard role == .body, !isExempt(sentence, in: document),
        !isAsked(sentence.paragraph, in: document), !isSignature(sentence.paragraph, in: document)
      else { continue }
      let spans = covering[index] ?? []
      guard !covers(spans, sentence, linked, in: document) else { continue }
      let next = index + 1 < document.sentences.count ? covering[index + 1] ?? [] : []
      found.append((index, kind(of: sentence, isFollowedByWords: !next.isEmpty, in: document)))
    }
    return found
  }

  /// For each sentence the attributions that have a part in it.
  private func attributions(in document: Document, _ linked: [LinkedAttribution]) -> [Int: [Int]] {
    var found: [Int: [Int]] = [:]
    for (index, attribution) in linked.enumerated() {
      for number in Set(attribution.spans.flatMap { document.sentenceRange(over: $0) }).sorted() {
        found[number, default: []].append(index)
      }
    }
    return found
  }

  // MARK: - Covered or not

  /// Whether one of the attributions carries the main clause.
  private func covers(
    _ indices: [Int], _ sentence: Sentence, _ linked: [LinkedAttribution], in document: Document
  ) -> Bool {
    let tokens = document.tokens[sentence.tokens].filter { $0.kind == .word || $0.kind == .number }
    guard !tokens.isEmpty else { return true }
    for index in indices {
      let own = linked[index]
      // A nested one lies inside another's content, which is looked at itself.
      if own.within != nil { continue }
      let spans = own.spans
      let inside = tokens.filter { token in spans.contains { $0.overlaps(token.span) } }
      guard let first = inside.first else { continue }
      if isSecondVerb(own, in: document) { continue }
      let share = Double(inside.count) / Double(tokens.count)
      if share > 0.85 { return true }
      let before = tokens.prefix { $0.span.start < first.span.start }
      if own.source == nil && own.cue != nil, share < 0.5 { continue }
      if !holdsMainClause(Array(before), upTo: first, in: document), share > 0.2 { return true }
    }
    return false
  }

  /// Whether the words before an attribution are a clause of their own, not only "At a press conference,".
  private func holdsMainClause(_ before: [Token], upTo first: Token, in document: Document) -> Bool
  {
    guard before.count > 3, let opening = before.first else { return false }
    var rest = ArraySlice(before)
    if lexicon.subordinators.contains(opening.lower) || opening.lower.hasSuffix("ing") {
      // What follows the comma that closes the opening phrase.
      let range = document.tokenRange(in: Span(opening.span.start, first.span.start))
      guard let comma = document.tokens[range].last(where: { $0.lower == "," }) else {
        return false
      }
      rest = rest.drop { $0.span.start < comma.span.start }
    }
    return rest.count > 3 && hasVerb(rest.map(\.lower))
  }

  /// "Hamas | opened an office in March and | plans to open another": the first verb is nobody's.
  private func isSecondVerb(_ own: LinkedAttribution, in document: Document) -> Bool {
    guard let source = own.source, let cue = own.cue, source.end < cue.start else { return false }
    let between = document.tokens[document.tokenRange(in: Span(source.end, cue.start))].filter {
      token in
      !own.content.contains { $0.overlaps(token.span) }
    }
    guard let last = between.last, ["and", "but"].contains(last.lower) else { return false }
    return between.count > 3 && hasVerb(between.map(\.lower))
  }

  private func hasVerb(_ words: [String]) -> Bool {
    words.dropFirst().contains { word in
      lexicon.auxiliaries.contains(word) || lexicon.pastVerbs.contains(word)
        || (word.hasSuffix("ed") && !word.contains("-") && word.count > 4)
    }
  }

  /// Questions, one-word lines, and what the writer saw.
  private func isExempt(_ sentence: Sentence, in document: Document) -> Bool {
    let tokens = document.tokens[sentence.tokens]
    let words = tokens.filter { $0.kind == .word || $0.kind == .number }
    if words.count < 3 { return true }
    let marks = tokens.suffix(3).map { document.text[$0.span] }
    if marks.contains("?") { return true }
    let first = words.first?.lower ?? ""
    return ["i", "we"].contains(first)
  }

  /// "((EN)) The bill failed last year. What now?": an interviewer's turn, which ends in a question.
  private func isAsked(_ paragraph: Int, in document: Document) -> Bool {
    if Interview(document: document).isInterviewers(paragraph) { return true }
    let span = document.paragraphs[paragraph].span
    let tokens = document.tokens[document.tokenRange(in: span)]
    guard let last = tokens.last(where: { $0.kind != .closingMark }), last.lower == "?" else {
      return false
    }
    let head = tokens.prefix(8).map(\.lower)
    if head.starts(with: ["(", "("]) { return head.contains(")") }
    return ["q", "question"].contains(head.first) && head.count > 1 && [":", "."].contains(head[1])
  }

  /// "— Jo Hale, mayor of Ely": who said what stands above it or nowhere near.
  private func isSignature(_ paragraph: Int, in document: Document) -> Bool {
    let span = document.paragraphs[paragraph].span
    guard span.count <= 120 else { return false }
    let tokens = document.tokens[document.tokenRange(in: span)]
    guard let first = tokens.first, let last = tokens.last else { return false }
    return ["—", "–", "―", "--"].contains(first.lower) && last.kind == .word
  }

  // MARK: - What it does

  private func kind(of sentence: Sentence, isFollowedByWords: Bool, in document: Document)
    -> UnattributedSentence.Kind
  {
    let words = document.words(in: sentence.span)
    if words.count <= 8, lexicon.framingOpeners.opens(words), isFollowedByWords { return .framing }
    if lexicon.contextPhrases.occurs(in: words) { return .context }
    let isRecent = lexicon.recent.occurs(in: words)
    let main = mainClause(of: words)
    if lexicon.analysisWords.occurs(in: main), !isMonth(main) { return .analysis }
    if lexicon.backgroundWords.occurs(in: words) || hasYear(words),
      !isRecent || words.contains("since")
    {
      return .background
    }
    if isRecent { return .event }
    let verb = words.prefix(12).first {
      lexicon.auxiliaries.contains($0) || lexicon.pastVerbs.contains($0)
        || lexicon.presentVerbs.contains($0) || $0.hasSuffix("ed")
    }
    if let verb, lexicon.presentVerbs.contains(verb) {
      // "has not been recovered" is news, "is made of gold" is not.
      return ["has", "have"].contains(verb) ? .event : .background
    }
    return .event
  }

  /// The words before a relative clause: in "teams flew to the house where the talks would be held" nothing that
  /// is said to have happened is in doubt.
  private func mainClause(of words: [String]) -> [String] {
    let relative = words.indices.dropFirst(3).first { Self.relatives.contains(words[$0]) }
    return relative.map { Array(words[..<$0]) } ?? words
  }

  private static let relatives: Set<String> = ["where", "which", "who", "whom", "whose"]

  private func hasYear(_ words: [String]) -> Bool {
    words.contains { Int($0).map { (1000...2100).contains($0) } == true }
  }

  /// "May" before or after a number is a month, not a reserve.
  private func isMonth(_ words: [String]) -> Bool {
    let hits = words.indices.filter { lexicon.analysisWords.length(at: $0, in: words) > 0 }
    return hits.allSatisfy { index in
      words[index] == "may"
        && (words.indices.contains(index + 1) && Int(words[index + 1]) != nil
          || index > 0
            && (Int(words[index - 1]) != nil
              || ["in", "last", "since", "this", "of"].contains(words[index - 1])))
    }
  }
}
