import HearsayLanguage
public import HearsayModel

extension Analyzer {
  /// A vector for each statement of an analysis; `nil` where no trained network is there to make them, or the text is
  /// longer than any article.
  ///
  /// They say which statements of different articles mean the same; see `StatementVectors`.
  public func vectors(of analysis: Analysis) -> StatementVectors? {
    guard analysis.article.text.count <= Sections.longest, let tagger = tagger as? ModelTagger
    else { return nil }
    let document = Document(analysis.article, reader(of: analysis.article).language)
    var items: [ReadingPosition.Item] = []
    var stretches: [Span] = []
    for attribution in analysis.attributions {
      // The longest piece says most; a claim of two words is like any other of two words.
      guard let piece = attribution.contentSpans.max(by: { $0.count < $1.count }),
        let stretch = document.stretch(piece)
      else { continue }
      items.append(.attribution(attribution.id))
      stretches.append(stretch)
    }
    for sentence in analysis.unattributed {
      guard let stretch = document.stretch(sentence.span) else { continue }
      items.append(.sentence(sentence.id))
      stretches.append(stretch)
    }
    let vectors = tagger.vectors(of: stretches, in: document)
    return StatementVectors(model: tagger.name, items: items, vectors)
  }
}

extension Document {
  /// What of a span lies in the paragraph where it begins; `nil` where that says hardly anything.
  fileprivate func stretch(_ span: Span) -> Span? {
    guard let index = paragraphIndex(at: span.start),
      let stretch = paragraphs[index].span.intersection(span), stretch.count >= 20
    else { return nil }
    return stretch
  }
}
