import HearsayLanguage
import HearsayModel

/// Attributions by the layout of a paragraph: "HALE: Well, …" in a transcript, and a quotation with a dash and a name
/// after it.
struct Credits {
  let document: Document
  let paragraph: Int

  var tokens: ArraySlice<Token> {
    let sentences = document.paragraphs[paragraph].sentences
    guard let first = document.sentences[sentences].first,
      let last = document.sentences[sentences].last
    else { return [] }
    return document.tokens[first.tokens.lowerBound..<last.tokens.upperBound]
  }

  /// At most one attribution.
  func attribution() -> TaggedAttribution? {
    guard document.paragraphs[paragraph].role != .apparatus else { return nil }
    return answer() ?? guestsAnswer() ?? turn() ?? mail() ?? post() ?? signed() ?? signedBelow()
  }
}

// MARK: - Transcripts

extension Credits {
  /// "HALE: Well, …": a speaker in capitals, a colon, and all the rest of the paragraph.
  private func turn() -> TaggedAttribution? {
    let own = tokens.drop(while: isBlockMark)
    guard let colon = colon(of: own), colon > own.startIndex, colon + 1 < tokens.endIndex else {
      return nil
    }
    // "FENN (voice-over):", "LEO HART, POLICE CHIEF:".
    let label = own[..<colon]
    let bracket = label.firstIndex { $0.lower == "(" } ?? colon
    let name = label[..<bracket]
    let isShouted = name.allSatisfy { token in
      let letters = document.text[token.span]
      return letters == letters.uppercased() && token.kind != .number && token.kind != .openingMark
    }
    guard isShouted, name.contains(where: { $0.kind == .word && $0.lower.utf8.count > 2 }),
      name.first.map({ !document.language.layout.nobodyBeforeColon.contains($0.lower) }) == true,
      document.paragraphs[paragraph].role == .body
    else { return nil }
    return tagged(
      name, cue: tokens[colon], content: rest(after: colon), confidence: TaggingSettings.transcript)
  }

  /// The colon after a label, outside of brackets: "Senator QUILL (Harrow) (14:05):".
  private func colon(of words: ArraySlice<Token>) -> Int? {
    var depth = 0
    for index in words.indices.prefix(16) {
      switch words[index].lower {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case ":" where depth <= 0: return index
      case ".", "?", "!", ";": return nil
      default: break
      }
    }
    return nil
  }

  private func rest(after colon: Int) -> Span? {
    var end = tokens.endIndex
    while end > colon + 1, tokens[end - 1].lower == "." { end -= 1 }
    guard end > colon + 1 else { return nil }
    return tokens[colon + 1].span.union(tokens[end - 1].span)
  }
}

// MARK: - Interviews

extension Credits {
  /// "((Jo Hale)) We began in May. …": an answer in an interview, with the paragraphs that go on with it.
  ///
  /// A question says nothing that anybody could check, so it is none, and neither is what the outlet itself says.
  private func answer() -> TaggedAttribution? {
    let interview = Interview(document: document)
    guard let turn = interview.turn(of: paragraph), !interview.isInterviewers(paragraph),
      turn.content < tokens.endIndex, let first = rest(after: turn.content - 1)
    else { return nil }
    let content = [first] + furtherParagraphs(in: interview)
    if content.count == 1, document.text.bytes[first.end - 1] == UInt8(ascii: "?"),
      document.paragraphs[paragraph].sentences.count == 1
    {
      return nil
    }
    let name = document.tokens[turn.name]
    // In "A: We began in May" the letter is nobody's name.
    guard let opening = name.first, let closing = name.last,
      name.count > 1 || opening.span.count > 1
    else { return nil }
    return TaggedAttribution(
      source: opening.span.union(closing.span),
      cue: document.tokens[turn.marks.lowerBound].span.union(
        document.tokens[turn.marks.upperBound - 1].span),
      content: content, confidence: TaggingSettings.interview)
  }

  /// "A. At four.": whoever the introduction names.
  private func guestsAnswer() -> TaggedAttribution? {
    guard let answer = Interview(document: document).guestsAnswer(at: paragraph) else { return nil }
    var tagged = TaggedAttribution(
      source: nil, cue: answer.mark, content: answer.content,
      confidence: TaggingSettings.interview)
    tagged.guestNamedBefore = answer.beginning
    return tagged
  }

  /// The paragraphs up to the next turn; none where no turn follows, for then the interview may be over.
  private func furtherParagraphs(in interview: Interview) -> [Span] {
    var found: [Span] = []
    for next in document.paragraphs[(paragraph + 1)...].prefix(12).indices {
      if interview.turn(of: next) != nil { return found }
      if document.paragraphs[next].role == .body { found.append(document.paragraphs[next].span) }
    }
    return []
  }
}

// MARK: - Signed quotations

extension Credits {
  /// `"We are glad." — Jo Hale, mayor`, all in one paragraph.
  private func signed() -> TaggedAttribution? {
    guard let dash = tokens.suffix(14).lastIndex(where: isDash), dash > tokens.startIndex,
      tokens[dash - 1].kind == .closingMark,
      let quotation = document.quotation(closingAt: tokens[dash - 1].span.end),
      isName(tokens[(dash + 1)...])
    else { return nil }
    return tagged(
      tokens[(dash + 1)...], cue: tokens[dash], content: quotation.span,
      confidence: TaggingSettings.signed)
  }

  /// A line of dash and name under a paragraph of quotation.
  private func signedBelow() -> TaggedAttribution? {
    let own = tokens.drop(while: isBlockMark)
    guard let first = own.first, isDash(first), own.count <= 14, isName(own.dropFirst()),
      paragraph > 0
    else { return nil }
    let block = blockAbove()
    if !block.isEmpty, let name = own.dropFirst().first, let last = own.last {
      return TaggedAttribution(
        source: name.span.union(last.span), cue: first.span, content: block,
        confidence: TaggingSettings.signed)
    }
    let above = document.paragraphs[paragraph - 1].span
    let opening = document.tokens[document.tokenRange(in: above)].first { !isBlockMark($0) }
    guard let opening, let quotation = document.quotation(openingAt: opening.span.start),
      quotation.span.end >= above.end - 1
    else { return nil }
    return tagged(
      own.dropFirst(), cue: first, content: quotation.span, confidence: TaggingSettings.signed)
  }

  /// The mark before a line that is set off: "> We are glad."
  func isBlockMark(_ token: Token) -> Bool {
    token.lower == ">" || token.lower == ">>" || token.lower == "»"
  }

  func isDash(_ token: Token) -> Bool {
    ["—", "–", "―", "--", "-"].contains(token.lower)
  }

  /// A name, perhaps with a post after a comma; no sentence.
  private func isName(_ tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first, first.kind == .word, first.isCapitalised, tokens.count <= 12
    else {
      return false
    }
    let name = tokens.prefix { $0.lower != "," }
    return name.count <= 6
      && name.allSatisfy { $0.isCapitalised || $0.kind != .word || $0.lower.utf8.count <= 3 }
      && !tokens.contains { $0.kind == .openingMark || $0.lower == ":" }
  }

  private func tagged(
    _ source: ArraySlice<Token>, cue: Token, content: Span?, confidence: Double
  ) -> TaggedAttribution? {
    var source = source
    while source.last?.lower == "." { source = source.dropLast() }
    guard let first = source.first, let last = source.last, let content else { return nil }
    return TaggedAttribution(
      source: first.span.union(last.span), cue: cue.span, content: [content], confidence: confidence
    )
  }
}
