import HearsayModel
import HearsayText

/// Tells somebody's words from a title that nobody said, and from a word or two held at arm's length.
struct QuotationRoles {
  let tokens: [Token]
  let part: Range<Int>
  let words: SentenceMarks

  /// What the marks of a quotation are for.
  func role(of quotation: Quotation) -> Quotation.Role {
    let range = inside(quotation.inside)
    let words = tokens[range].filter { $0.kind == .word || $0.kind == .number }
    guard let first = words.first, let last = tokens[range].last else { return .words }
    let endsInStop = [".", "!", "?", "…", ",", "...", "—", "--"].contains(last.lower)
    let hasInnerStop = tokens[range].dropLast().contains {
      [".", "!", "?", ";"].contains($0.lower)
    }
    if !hasInnerStop, words.count <= 10, isName(words),
      !isHandedOver(range, endsInStop: endsInStop, isOneWord: words.count == 1)
    {
      return .title
    }
    let isShort = words.count <= 4 && !hasInnerStop
    if isShort, !endsInStop || !first.isCapitalised && !isSpoken(after: range) { return .words }
    return .speech
  }

  /// Capitalised throughout, but for the small words that titles leave small.
  private func isName(_ words: [Token]) -> Bool {
    guard let first = words.first, first.isCapitalised || first.kind == .number else {
      return false
    }
    return words.allSatisfy {
      $0.isCapitalised || $0.kind == .number || self.words.smallInTitles.contains($0.lower)
    }
      && words.contains { $0.isCapitalised && !self.words.noTitles.contains($0.lower) }
  }

  /// Whether a comma or colon introduces it, or somebody is said to have said it.
  private func isHandedOver(_ range: Range<Int>, endsInStop: Bool, isOneWord: Bool) -> Bool {
    let before = range.lowerBound - 2
    if before >= part.lowerBound, [",", ":"].contains(tokens[before].lower), endsInStop {
      return true
    }
    if isSpoken(after: range) { return true }
    // "No." and "Terrible." are answers.
    let isAtStart = before < part.lowerBound || [".", "!", "?"].contains(tokens[before].lower)
    return endsInStop && isAtStart
  }

  /// Whether one of the next words is "said" or the like.
  private func isSpoken(after range: Range<Int>) -> Bool {
    let next = range.upperBound + 1
    guard next < part.upperBound else { return false }
    return tokens[next..<min(part.upperBound, next + 4)].contains {
      words.speech.contains($0.lower)
    }
  }

  private func inside(_ span: Span) -> Range<Int> {
    let slice = tokens[part]
    let start = slice.partitioningIndex { $0.span.start >= span.start }
    let end = slice.partitioningIndex { $0.span.start >= span.end }
    return start..<max(start, end)
  }
}
