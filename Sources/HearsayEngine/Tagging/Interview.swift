import HearsayLanguage
import HearsayModel

/// Tells who has the word in an interview printed as such: `((Jo Hale)) We began in May.`, `Jo Hale: We began in May.`
struct Interview {
  let document: Document

  /// A name that opens a paragraph, and what it opens.
  struct Turn {
    /// The tokens of the name, and of the marks around or after it.
    var name: Range<Int>
    var marks: Range<Int>
    /// Where the words after it begin.
    var content: Int
  }

  /// The turn that starts with a paragraph; `nil` where the paragraph is no part of an interview or goes on with a turn.
  func turn(of paragraph: Int) -> Turn? {
    if let bracketed = bracketed(paragraph) {
      return near(paragraph).filter { self.bracketed($0) != nil }.count >= 3 ? bracketed : nil
    }
    guard let plain = plain(paragraph) else { return nil }
    // "Winner: Jo Hale" has a colon, too; only where somebody is asking is it an interview.
    return near(paragraph).contains { self.plain($0) != nil && asks($0) } ? plain : nil
  }

  /// Whether a paragraph is spoken by whoever asks: what the outlet says to its guest is nobody's claim.
  func isInterviewers(_ paragraph: Int) -> Bool {
    turn(of: paragraph) != nil ? asks(paragraph) : isAskedBare(paragraph)
  }

  /// Whether the words between two paragraphs' starts end in a question mark.
  private func endsInQuestion(_ paragraph: Int) -> Bool {
    let span = document.paragraphs[paragraph].span
    let words = document.text.bytes[span.range].last { $0 > 0x20 && $0 != 0x22 }
    return words == UInt8(ascii: "?")
  }

  /// Whether most turns under the label of this paragraph end in a question, and there is more than one.
  private func asks(_ paragraph: Int) -> Bool {
    guard let name = label(paragraph) else { return false }
    let same = near(paragraph).filter { label($0) == name }
    // One question makes an asker only where the others have the word more than once.
    let isPair = near(paragraph).count { label($0).map { $0 != name } ?? false } >= 2
    return (same.count >= 2 || isPair) && same.filter(endsInQuestion).count * 2 > same.count
  }

  private func near(_ paragraph: Int) -> Range<Int> {
    max(0, paragraph - 20)..<min(document.paragraphs.count, paragraph + 20)
  }

  private func label(_ paragraph: Int) -> [String]? {
    (bracketed(paragraph) ?? plain(paragraph)).map { document.tokens[$0.name].map(\.lower) }
  }
}

// MARK: - How turns are printed

extension Interview {
  private func opening(of paragraph: Int) -> ArraySlice<Token>? {
    guard document.paragraphs[paragraph].role == .body,
      let sentence = document.paragraphs[paragraph].sentences.first,
      let last = document.paragraphs[paragraph].sentences.last
    else { return nil }
    let start = document.sentences[sentence].tokens.lowerBound
    return document.tokens[start..<document.sentences[last].tokens.upperBound].prefix(10)
  }

  /// `((Jo Hale)) We began in May.`
  private func bracketed(_ paragraph: Int) -> Turn? {
    guard let head = opening(of: paragraph), head.count > 5, head[head.startIndex].lower == "(",
      head[head.startIndex + 1].lower == "("
    else { return nil }
    let start = head.startIndex + 2
    guard let end = head.firstIndex(where: { $0.lower == ")" }), end > start,
      end + 1 < head.endIndex, head[end + 1].lower == ")",
      head[start..<end].allSatisfy({ $0.kind == .word })
    else { return nil }
    return Turn(name: start..<end, marks: end..<end + 2, content: end + 2)
  }

  /// `Jo Hale: We began in May.`, `Q: When?`
  private func plain(_ paragraph: Int) -> Turn? {
    guard let head = opening(of: paragraph), head.count > 3,
      let colon = head.prefix(6).firstIndex(where: { $0.lower == ":" }), colon > head.startIndex,
      head[head.startIndex..<colon].allSatisfy({ $0.kind == .word && $0.isCapitalised })
    else { return nil }
    return Turn(name: head.startIndex..<colon, marks: colon..<colon + 1, content: colon + 1)
  }
}
