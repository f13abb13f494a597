import HearsayModel
import HearsayText

/// Finds where sentences end inside a paragraph.
///
/// A stop ends one unless it belongs to an abbreviation, and closing marks right after it go along. A stop inside
/// marks does not end the sentence that the marks stand in: `"It ended." he said`.
struct SentenceSplitter {
  let bytes: [UInt8]
  let language: Language

  init(_ text: ArticleText, _ language: Language) {
    bytes = text.bytes
    self.language = language
  }

  /// The sentences of a paragraph as ranges of its tokens, which are `tokens[range]`.
  func sentences(in tokens: [Token], _ range: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard let end = sentenceEnd(at: index, in: tokens, before: range.upperBound) else {
        index += 1
        continue
      }
      sentences.append(start..<end)
      start = end
      index = end
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
    return sentences
  }
}

// MARK: - One stop

extension SentenceSplitter {
  /// Where the sentence ends whose stop is the token at `index`, closing marks included; `nil` if it isn't a stop.
  private func sentenceEnd(at index: Int, in tokens: [Token], before limit: Int) -> Int? {
    let token = tokens[index]
    let isStop = Self.stops.contains(token.lower)
    let isAbbreviation = token.kind == .word && token.lower.hasSuffix(".")
    guard isStop || isAbbreviation, !isInSlogan(index, in: tokens, before: limit) else {
      return nil
    }
    var end = index + 1
    while end < limit, isClosing(tokens[end]), touches(tokens[end - 1], tokens[end]) { end += 1 }
    guard end < limit else { return limit }
    let isQuoted = tokens[index + 1..<end].contains { $0.kind == .closingMark }
    let next = firstWord(from: end, in: tokens, before: limit)
    if isAbbreviation {
      return !isQuoted && endsSentence(token, before: next, in: tokens)
        || isQuoted && startsSentence(next)
        ? end : nil
    }
    let isHesitation = token.lower.hasPrefix("..") || token.lower == "…"
    if isQuoted, token.lower != ".", let next, isSpeech(after: next, in: tokens, before: limit) {
      return nil
    }
    if isHesitation || isQuoted || !touchesSpace(tokens[end - 1]) {
      return startsSentence(next) ? end : nil
    }
    // "Yahoo! said": only a stop settles it whatever follows.
    guard token.lower == "." || startsSentence(next) else { return nil }
    return end
  }

  /// A few words between marks in mid-sentence, as in the "Walk. Don't run." signs: no stop among them ends anything.
  private func isInSlogan(_ index: Int, in tokens: [Token], before limit: Int) -> Bool {
    let reach = 10
    guard
      let opening = (max(0, index - reach)..<index).last(where: {
        tokens[$0].kind == .openingMark || tokens[$0].kind == .closingMark
      }), tokens[opening].kind == .openingMark, opening > 0,
      tokens[opening - 1].kind == .word,
      !language.sentenceMarks.speech.contains(tokens[opening - 1].lower),
      let closing = (index + 1..<min(limit, index + reach)).first(where: {
        tokens[$0].kind == .openingMark || tokens[$0].kind == .closingMark
      }), tokens[closing].kind == .closingMark, closing - opening <= reach + 2, closing + 1 < limit
    else { return false }
    let next = tokens[closing + 1]
    return next.kind == .word && !next.isCapitalised
      && !language.sentenceMarks.speech.contains(next.lower)
  }

  private static let stops: Set<String> = [".", "!", "?", "..", "...", "....", "…", "。"]

  /// The first word or number from `index` on, past opening marks and brackets.
  private func firstWord(from index: Int, in tokens: [Token], before limit: Int) -> Token? {
    var index = index
    while index < limit {
      let token = tokens[index]
      let isOpening = token.kind == .openingMark || token.lower == "(" || token.lower == "["
      if !isOpening { return token }
      index += 1
    }
    return nil
  }

  private func startsSentence(_ next: Token?) -> Bool {
    guard let next else { return true }
    return next.isCapitalised || next.kind == .number || next.kind == .openingMark
      || !next.lower.utf8.allSatisfy { $0 < 0x80 } && next.kind == .word
      || next.lower == "@" || next.lower.hasPrefix("#")
  }

  /// Whether an abbreviation also ends the sentence: *… of Acme Inc. The firm …*, not *Acme Inc. Chairman Jo Hill*.
  private func endsSentence(_ token: Token, before next: Token?, in tokens: [Token]) -> Bool {
    guard let next, next.isCapitalised else { return false }
    let stem = String(token.lower.dropLast())
    guard !language.abbreviations.beforeName.contains(stem),
      !language.abbreviations.beforeNumber.contains(stem)
    else {
      return false
    }
    let isInitial = stem.utf8.count == 1
    return !isInitial && language.sentenceMarks.openers.contains(next.lower)
  }

  /// Whether a name and a verb of speech follow, as in `"Why?" Mr Hale asked.`
  private func isSpeech(after next: Token, in tokens: [Token], before limit: Int) -> Bool {
    guard next.lower != "\"" else { return false }
    var index = tokens.partitioningIndex { $0.span.start >= next.span.start }
    let end = min(limit, index + 7)
    while index < end {
      let token = tokens[index]
      if language.sentenceMarks.speech.contains(token.lower) { return true }
      if token.kind != .word { return false }
      index += 1
    }
    return false
  }

  private func isClosing(_ token: Token) -> Bool {
    token.kind == .closingMark || token.lower == ")" || token.lower == "]"
  }

  private func touches(_ left: Token, _ right: Token) -> Bool {
    left.span.end == right.span.start
      || right.kind == .closingMark && right.span.start - left.span.end == 1
  }

  private func touchesSpace(_ token: Token) -> Bool {
    guard token.span.end < bytes.count else { return true }
    let kind = Scalars.classOf(Scalars.at(token.span.end, in: bytes).value)
    return kind == .space || kind == .lineBreak
  }
}
