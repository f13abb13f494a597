import HearsayLanguage
import HearsayModel

/// Paragraphs that are set off as somebody else's words: `>` stands before them, in mail and where a page had a quotation
/// in a block of its own.
extension Document {
  /// How many `>` a paragraph begins with.
  func blockLevel(of paragraph: Int) -> Int {
    marks(before: paragraph).count { $0 == 0x3E }
  }

  /// The words of a paragraph without the marks before them; `nil` where there are none.
  func wordsBehindMarks(of paragraph: Int) -> Span? {
    let span = paragraphs[paragraph].span
    let marks = marks(before: paragraph).count
    return marks < span.count ? Span(span.start + marks, span.end) : nil
  }

  private func marks(before paragraph: Int) -> ArraySlice<UInt8> {
    text.bytes[paragraphs[paragraph].span.range].prefix { $0 == 0x3E || $0 == 0x20 }
  }

  /// A stretch without the marks that it begins with; as it is where it is nothing else.
  func withoutMarks(_ span: Span) -> Span {
    let marks = text.bytes[span.range].prefix { $0 == 0x3E || $0 == 0x20 }.count
    return marks < span.count ? Span(span.start + marks, span.end) : span
  }

  /// Whether a paragraph is a dash and a few words: whoever said what stands above.
  func isSignature(_ paragraph: Int) -> Bool {
    guard let words = wordsBehindMarks(of: paragraph) else { return false }
    let tokens = tokens[tokenRange(in: words)]
    return tokens.count <= 20
      && tokens.first.map { ["—", "–", "―", "--", "-"].contains($0.lower) } == true
      && tokens.last.map { [".", "?", "!"].contains($0.lower) } == false
  }
}
