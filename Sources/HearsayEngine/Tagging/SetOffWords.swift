import HearsayLanguage
import HearsayModel

/// Gives what is set off from its cue to whoever says it: a list after "Ann Roe said the plan would:", the paragraphs of a
/// letter after "The letter read:".
struct SetOffWords {
  let document: Document

  /// The attributions with what is set off from their cues, and new ones for cues that have nothing else.
  ///
  /// - Parameter paragraphs: where the cues stand.
  func joined(_ tagged: [TaggedAttribution], in paragraphs: Range<Int>) -> [TaggedAttribution] {
    var joined = tagged
    for paragraph in paragraphs {
      guard let colon = colon(of: paragraph), case let words = setOff(after: paragraph),
        !words.isEmpty
      else { continue }
      let sentence = document.sentences[document.tokens[colon].sentence].span
      let last = joined.indices.filter {
        joined[$0].source != nil
          && joined[$0].cue.map { sentence.contains($0) } ?? false
          && (joined[$0].source.map { !isQuoted($0) } ?? false)
      }.max { (joined[$0].cue?.start ?? 0) < (joined[$1].cue?.start ?? 0) }
      if let last, reaches(joined[last], colon: document.tokens[colon].span) {
        let known = joined[last].content.map(document.withoutMarks)
        joined[last].content = known
        joined[last].content += words.filter { word in !known.contains { $0.overlaps(word) } }
        joined[last].content.sort()
        drop(words, from: &joined, but: last)
      } else if let own = introduced(at: colon, words) {
        joined.append(own)
        drop(words, from: &joined, but: joined.count - 1)
      }
    }
    return joined
  }

  /// Nobody else has the words that were set off.
  private func drop(_ words: [Span], from joined: inout [TaggedAttribution], but own: Int) {
    for index in joined.indices
    where index != own
      && joined[index].cue.map({ cue in
        !words.contains { $0.contains(cue) }
      }) ?? true
    {
      let left = joined[index].content.filter { piece in !words.contains { $0.overlaps(piece) } }
      if !left.isEmpty { joined[index].content = left }
    }
  }

  private func isQuoted(_ span: Span) -> Bool { document.quotation(around: span) != nil }
}

// MARK: - What is set off

extension SetOffWords {
  /// The colon that ends a paragraph.
  private func colon(of paragraph: Int) -> Int? {
    guard document.paragraphs[paragraph].role != .apparatus,
      let last = document.paragraphs[paragraph].sentences.last
    else { return nil }
    let range = document.sentences[last].tokens
    guard range.count > 2, document.tokens[range.upperBound - 1].lower == ":" else { return nil }
    return range.upperBound - 1
  }

  /// The items of a list, or the paragraphs in quotation marks, or those of a writing.
  private func setOff(after paragraph: Int) -> [Span] {
    let block = block(after: paragraph)
    if !block.isEmpty { return block }
    var items: [Span] = []
    var next = paragraph + 1
    while items.count < TaggingSettings.mostItems, next < document.paragraphs.count,
      let item = item(next)
    {
      items.append(item)
      next += 1
    }
    if !items.isEmpty { return items }
    while next < document.paragraphs.count, next - paragraph <= 12, let words = quoted(next) {
      items.append(words)
      next += 1
    }
    return items.isEmpty ? writing(after: paragraph) : items
  }

  /// The paragraphs that `>` stands before, where it does not before this one. Where somebody signs them they are theirs.
  private func block(after paragraph: Int) -> [Span] {
    let level = document.blockLevel(of: paragraph)
    let block = document.paragraphs.indices[(paragraph + 1)...].prefix(TaggingSettings.mostItems)
      .prefix { document.blockLevel(of: $0) > level }
    guard !block.contains(where: document.isSignature) else { return [] }
    return block.compactMap { document.wordsBehindMarks(of: $0) }
  }

  /// The words of an item, without its bullet or number.
  private func item(_ paragraph: Int) -> Span? {
    guard document.paragraphs[paragraph].role != .apparatus else { return nil }
    let tokens = self.tokens(of: paragraph)
    guard let first = tokens.first, let last = tokens.last(where: { $0.kind != .punctuation })
    else {
      return nil
    }
    var start = tokens.startIndex + 1
    if first.kind == .number {
      guard start < tokens.endIndex, [".", ")"].contains(tokens[start].lower) else { return nil }
      start += 1
    } else if !["-", "–", "—", "*", "+", "•", "●", "▪", "·", "◦", "‣"].contains(first.lower) {
      return nil
    }
    guard start < tokens.endIndex, tokens[start].span.start <= last.span.start else { return nil }
    return tokens[start].span.union(last.span)
  }

  private func tokens(of paragraph: Int) -> ArraySlice<Token> {
    document.tokens[document.tokenRange(in: document.paragraphs[paragraph].span)]
  }

  /// A paragraph that is all between marks.
  private func quoted(_ paragraph: Int) -> Span? {
    guard document.paragraphs[paragraph].role == .body else { return nil }
    let span = document.paragraphs[paragraph].span
    let start = tokens(of: paragraph).first { $0.lower != ">" }?.span.start ?? span.start
    guard let quotation = document.quotation(openingAt: start),
      span.end - quotation.span.end <= 1
    else { return nil }
    return quotation.span
  }

  /// The paragraphs of a letter or statement that was said to read so: the first, and those after it that speak on in its
  /// voice, to the reader or of what is to come.
  private func writing(after paragraph: Int) -> [Span] {
    guard let colon = colon(of: paragraph), isRead(colon) else { return [] }
    var found: [Span] = []
    for next in document.paragraphs.indices[(paragraph + 1)...].prefix(12) {
      let own = document.paragraphs[next]
      guard own.role == .body, found.isEmpty || goesOn(next), quotationCovers(own.span) == false
      else { break }
      let last = tokens(of: next).last { $0.lower != "." }?.span.end ?? own.span.end
      found.append(Span(own.span.start, last))
    }
    return found
  }

  private func quotationCovers(_ span: Span) -> Bool {
    !document.quotationRange(over: span).filter { document.quotations[$0].role == .speech }.isEmpty
  }

  /// Whether the sentence says that a writing reads as follows.
  private func isRead(_ colon: Int) -> Bool {
    let rules = document.language.rules
    let range = document.sentences[document.tokens[colon].sentence].tokens
    return document.tokens[range].suffix(6).contains { rules.reads.contains($0.lower) }
  }

  private func goesOn(_ paragraph: Int) -> Bool {
    tokens(of: paragraph).contains {
      !$0.classes.isDisjoint(with: [.modal]) || document.language.rules.voice.contains($0.lower)
    }
  }
}

// MARK: - Whose it is

extension SetOffWords {
  /// Whether an attribution's words go as far as the colon: "said | the plan would:".
  private func reaches(_ tagged: TaggedAttribution, colon: Span) -> Bool {
    let end =
      (tagged.content.filter { $0.start < colon.start }.map(\.end) + [tagged.cue?.end ?? 0])
      .max() ?? 0
    return document.tokenRange(in: Span(min(end, colon.start), colon.start)).count <= 3
  }

  /// "The premier, Ida Solheim, promised:": a cue that has nothing but what is set off.
  private func introduced(at colon: Int, _ words: [Span]) -> TaggedAttribution? {
    let sentence = SentenceWords(document, document.tokens[colon].sentence)
    let clauses = Clauses(sentence)
    let end = colon - sentence.range.lowerBound
    for head in (1..<max(1, end)).reversed() {
      let group = clauses.groups.group(at: head)
      // "The union demands:": a noun by its looks, and a verb right before the colon.
      let isLast = head == end - 1 && [.past, .present].contains(sentence.verb(head)?.inflection)
      guard group?.isPassive != true,
        let verb = group?.positions ?? (isLast ? head..<head + 1 : nil),
        let subject = clauses.phrases.phrase(endingAt: verb.lowerBound)
      else { continue }
      return setOff(subject, verb, words, sentence)
    }
    return account(clauses, before: end, words)
  }

  /// "Police gave this account:": a noun for what is said, and whoever gives it.
  private func account(_ clauses: Clauses, before end: Int, _ words: [Span]) -> TaggedAttribution? {
    let sentence = clauses.sentence
    guard end > 2,
      sentence.noun(end - 1) != nil || sentence.isOne(of: sentence.rules.accounts, end - 1),
      let verb = (1..<end - 1).first(where: sentence.isFinite),
      let subject = clauses.phrases.phrase(endingAt: verb)
    else { return nil }
    return setOff(subject, verb..<end, words, sentence)
  }

  private func setOff(
    _ subject: Range<Int>, _ cue: Range<Int>, _ words: [Span], _ sentence: SentenceWords
  ) -> TaggedAttribution {
    TaggedAttribution(
      source: sentence.span(subject), cue: sentence.span(cue), content: words,
      confidence: TaggingSettings.setOff)
  }
}
