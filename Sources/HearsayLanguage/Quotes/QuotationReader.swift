import HearsayModel

/// Finds what stands between quotation marks, paragraph by paragraph.
///
/// Marks are paired locally, so an odd one never spoils more than its paragraph. What opens and closes may be
/// drawn differently: “ … " is a quotation all the same, and says so in its oddities. One that is still open at a
/// paragraph's end goes on where the next opens with a mark again, or has a mark that can only close.
struct QuotationReader {
  let bytes: [UInt8]
  let words: SentenceMarks

  init(_ text: ArticleText, _ language: Language) {
    bytes = text.bytes
    words = language.sentenceMarks
  }

  /// The quotations of all paragraphs, and tokens told as marks or apostrophes.
  ///
  /// - Parameter parts: the tokens of each paragraph.
  func quotations(in paragraphs: [Paragraph], marking tokens: inout [Token], of parts: [Range<Int>])
    -> [Quotation]
  {
    var all: [Quotation] = []
    var open: Int?  // the quotation at the end of the paragraph before that no mark closed
    for (index, part) in parts.enumerated() {
      var pairing = QuotationPairing(
        bytes: bytes, paragraph: paragraphs[index].span, index: index, part: part,
        words: words)
      if open != nil, paragraphs[index].role == .body {
        pairing.isCarried = pairing.closesFromBefore(tokens)
      }
      var found = pairing.quotations(marking: &tokens)
      let opensWithMark = found.contains { $0.span.start == tokens[part.lowerBound].span.start }
      if let open, opensWithMark || pairing.isCarried {
        all[open].continuesInNext = true
        all[open].oddities.remove(.unclosed)
      }
      let roles = QuotationRoles(tokens: tokens, part: part, words: words)
      for index in found.indices { found[index].role = roles.role(of: found[index]) }
      for index in found.indices {
        if let parent = found[index].within { found[index].within = parent + all.count }
      }
      let last = found.indices.last { index in
        found[index].oddities.contains(.unclosed)
          && found[index].span.end
            == paragraphs[paragraphs.count > 0 ? found[index].paragraph : 0].span.end
      }
      open = paragraphs[index].role == .body ? last.map { $0 + all.count } : open
      all += found
    }
    return all
  }
}
