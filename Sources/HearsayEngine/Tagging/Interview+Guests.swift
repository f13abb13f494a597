import HearsayLanguage
import HearsayModel

/// Interviews whose guest is named in the introduction alone: "Q. When?" and "A. At four.", or questions printed bare.
extension Interview {
  /// An answer: the mark before it, if any, what is said, and where the interview begins.
  struct Answer {
    var mark: Span?
    var content: [Span]
    var beginning: Int
  }

  /// The answer that starts with a paragraph; `nil` where it is none.
  func guestsAnswer(at paragraph: Int) -> Answer? { marked(paragraph) ?? bare(paragraph) }

  /// How many paragraphs an answer may have, and an interview on either side of one.
  private static let longestTurn = 12
  private static let longestInterview = 120

  private func before(_ paragraph: Int) -> Range<Int> {
    max(0, paragraph - Self.longestInterview)..<paragraph
  }

  // MARK: - Q and A

  private enum Side { case question, answer }

  private func marked(_ paragraph: Int) -> Answer? {
    guard let (side, mark) = side(of: paragraph), side == .answer,
      let first = before(paragraph).first(where: { self.side(of: $0)?.side == .question })
    else { return nil }
    let own = document.paragraphs[paragraph].span
    var content = [Span(mark.end, own.end)].map(trimmed)
    for next in document.paragraphs.indices.dropFirst(paragraph + 1).prefix(Self.longestTurn) {
      if self.side(of: next) != nil { break }
      // Where no question follows, the interview may be over.
      let later = document.paragraphs.indices.dropFirst(next).prefix(Self.longestTurn)
      guard later.contains(where: { self.side(of: $0) != nil }) else { break }
      if document.paragraphs[next].role == .body { content.append(document.paragraphs[next].span) }
    }
    content = content.filter { !$0.isEmpty }
    return content.isEmpty
      ? nil
      : Answer(mark: mark, content: content, beginning: document.paragraphs[first].span.start)
  }

  /// "Q.", "A:", "Question:".
  private func side(of paragraph: Int) -> (side: Side, mark: Span)? {
    let span = document.paragraphs[paragraph].span
    let head = document.text.bytes[span.range].prefix(12)
    guard let stop = head.firstIndex(where: { $0 == 0x2E || $0 == 0x3A || $0 == 0x29 }),
      stop > span.start, stop + 1 < span.end, document.text.bytes[stop + 1] <= 0x20
    else { return nil }
    let label = document.text[Span(span.start, stop)].lowercased()
    let layout = document.language.layout
    let mark = Span(span.start, stop + 1)
    if layout.questionLabels.contains(label) { return (.question, mark) }
    return layout.answerLabels.contains(label) ? (.answer, mark) : nil
  }

  // MARK: - Bare questions

  /// An answer under a question that stands alone, in an article that says that it is an interview.
  private func bare(_ paragraph: Int) -> Answer? {
    guard before(paragraph).suffix(Self.longestTurn).contains(where: isBareQuestion),
      !isBareQuestion(paragraph), !isQuestionOfMany(paragraph),
      document.paragraphs[paragraph].role != .apparatus,
      let questions = questions(around: paragraph),
      let first = questions.first, let asked = questions.last(where: { $0 < paragraph })
    else { return nil }
    // After the last question only the next paragraph is surely an answer.
    guard asked != questions.last || paragraph == asked + 1 else { return nil }
    return Answer(
      mark: nil, content: [document.paragraphs[paragraph].span],
      beginning: document.paragraphs[first].span.start)
  }

  /// The bare questions of the interview in which a paragraph stands; `nil` where it stands in none.
  private func questions(around paragraph: Int) -> [Int]? {
    let around =
      before(paragraph)
      .lowerBound..<min(
        document.paragraphs.count, paragraph + Self.longestInterview)
    let questions = around.filter(isBareQuestion)
    guard questions.count >= 2, let first = questions.first, isAnnounced(before: first) else {
      return nil
    }
    return questions
  }

  /// Whether whoever asks has the word in an interview with bare questions.
  func isAskedBare(_ paragraph: Int) -> Bool {
    guard isBareQuestion(paragraph) || isQuestionOfMany(paragraph),
      let questions = questions(around: paragraph)
    else { return false }
    return questions[0] <= paragraph
  }

  /// "The wigs are synthetic. Do you plan others? I know that is hard." A few sentences, one of which asks the guest.
  private func isQuestionOfMany(_ paragraph: Int) -> Bool {
    let own = document.paragraphs[paragraph]
    guard own.role != .apparatus, own.span.count <= Self.longestQuestion,
      (2...4).contains(own.sentences.count), document.quotationRange(over: own.span).isEmpty
    else { return false }
    let asked = document.language.layout.guestsAddressed
    return own.sentences.contains { sentence in
      let words = document.tokens[document.sentences[sentence].tokens]
      return words.last?.lower == "?" && words.contains { asked.contains($0.lower) }
    }
  }

  private static let longestQuestion = 400

  private func isBareQuestion(_ paragraph: Int) -> Bool {
    let span = document.paragraphs[paragraph].span
    guard document.paragraphs[paragraph].role != .apparatus, span.count <= 240,
      document.paragraphs[paragraph].sentences.count <= 2
    else { return false }
    let letters = document.text.bytes[span.range].drop { $0 == 0x2A || $0 == 0x5F || $0 <= 0x20 }
    let last = letters.last { $0 != 0x2A && $0 != 0x5F && $0 > 0x20 }
    // "((Paper)) Who was it?": the turns of a printed interview have names, and another's answers are no guest's.
    return last == UInt8(ascii: "?") && letters.first != UInt8(ascii: "\"")
      && letters.first != UInt8(ascii: "(") && document.quotationRange(over: span).isEmpty
  }

  /// "She answered our questions in her garden."
  private func isAnnounced(before first: Int) -> Bool {
    document.paragraphs[..<first].suffix(6).contains { above in
      document.words(in: above.span).contains(where: document.language.layout.interviewing.contains)
    }
  }

  private func trimmed(_ span: Span) -> Span {
    let bytes = document.text.bytes[span.range]
    return Span(span.start + bytes.prefix { $0 <= 0x20 }.count, span.end)
  }
}
