import HearsayModel
import HearsayText

extension Document {
  /// The same document with only these paragraphs in it, as if the others were not written yet; its spans stay those
  /// of the whole text.
  ///
  /// - Parameter stretches: paragraphs in a row, in order of reading and apart from each other.
  package func part(_ stretches: [Range<Int>]) -> Document {
    var part = self
    (part.paragraphs, part.sentences, part.tokens, part.quotations) = ([], [], [], [])
    for stretch in stretches where !stretch.isEmpty { part.append(stretch, of: self) }
    return part
  }

  private mutating func append(_ stretch: Range<Int>, of whole: Document) {
    let sentences =
      whole.paragraphs[stretch.lowerBound].sentences
      .lowerBound..<whole
      .paragraphs[stretch.upperBound - 1].sentences.upperBound
    let span = Span(
      whole.paragraphs[stretch.lowerBound].span.start,
      whole.paragraphs[stretch.upperBound - 1].span.end)
    let tokens = whole.tokenRange(in: span)
    let firstQuotation = whole.quotations.partitioningIndex { $0.paragraph >= stretch.lowerBound }
    let endOfQuotations = whole.quotations.partitioningIndex { $0.paragraph >= stretch.upperBound }

    let paragraphsBefore = stretch.lowerBound - paragraphs.count
    let sentencesBefore = sentences.lowerBound - self.sentences.count
    let tokensBefore = tokens.lowerBound - self.tokens.count
    let quotationsBefore = firstQuotation - quotations.count
    for var paragraph in whole.paragraphs[stretch] {
      paragraph.sentences = paragraph.sentences.moved(by: -sentencesBefore)
      paragraphs.append(paragraph)
    }
    for var sentence in whole.sentences[sentences] {
      sentence.tokens = sentence.tokens.moved(by: -tokensBefore)
      sentence.paragraph -= paragraphsBefore
      self.sentences.append(sentence)
    }
    for var token in whole.tokens[tokens] {
      token.sentence -= sentencesBefore
      self.tokens.append(token)
    }
    for var quotation in whole.quotations[firstQuotation..<endOfQuotations] {
      quotation.paragraph -= paragraphsBefore
      quotation.within = quotation.within.map { $0 - quotationsBefore }
      quotations.append(quotation)
    }
    // What goes on in a paragraph that is not here does not go on.
    for index in quotations.indices.reversed() {
      guard quotations[index].paragraph == paragraphs.count - 1 else { break }
      quotations[index].continuesInNext = false
    }
  }
}

extension Range<Int> {
  /// The range as many places further on.
  fileprivate func moved(by count: Int) -> Range<Int> {
    (lowerBound + count)..<(upperBound + count)
  }
}
