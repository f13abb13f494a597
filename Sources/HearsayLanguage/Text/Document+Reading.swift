public import HearsayModel

extension Document {
  /// Reads an article: paragraphs, words, quotations, sentences. Takes time in proportion to its length.
  public init(_ article: Article, _ language: Language) {
    self.init(article, language, in: article.text.span)
  }

  /// Reads a section of an article as if nothing stood around it; its spans are those of the whole text.
  package init(_ article: Article, _ language: Language, in section: Span) {
    self.article = article
    self.language = language
    let text = PlainLetters.text(of: article.text, in: section)
    letters = text
    paragraphs = []
    sentences = []
    tokens = []
    quotations = []

    let blocks = ParagraphSplitter(text, language).blocks(in: section)
    let words = readTokens(of: blocks, in: section)
    let roles = ParagraphRoles(text: text, language: language, isMidway: section.start > 0)
      .roles(of: blocks) { self.tokens[words[$0]] }
    for (block, role) in zip(blocks, roles) {
      paragraphs.append(Paragraph(span: block.span, sentences: 0..<0, role: role, dateline: nil))
    }
    setDatelines(words)
    let parts = dropDatelines(words)
    quotations = QuotationReader(text, language).quotations(
      in: paragraphs, marking: &tokens, of: parts)
    readSentences(parts)
    annotate()
  }

  /// The tokens of each block, and where they stand.
  private mutating func readTokens(
    of blocks: [ParagraphSplitter.Block], in section: Span
  ) -> [Range<Int>] {
    let tokeniser = Tokeniser(letters, language)
    tokens.reserveCapacity(section.count / 5)
    return blocks.map { block in
      let start = tokens.count
      tokeniser.append(tokensOf: block.span, to: &tokens)
      return start..<tokens.count
    }
  }

  private mutating func setDatelines(_ words: [Range<Int>]) {
    let datelines = Datelines(text: letters, language: language)
    for index in paragraphs.indices where paragraphs[index].role == .body {
      paragraphs[index].dateline =
        datelines.dateline(in: tokens[words[index]], of: paragraphs[index].span)
    }
  }

  /// A dateline belongs to no sentence, so its words are left out.
  private mutating func dropDatelines(_ words: [Range<Int>]) -> [Range<Int>] {
    guard paragraphs.contains(where: { $0.dateline != nil }) else { return words }
    var kept: [Token] = []
    kept.reserveCapacity(tokens.count)
    var parts: [Range<Int>] = []
    for (index, range) in words.enumerated() {
      let start = kept.count
      let end = paragraphs[index].dateline?.end ?? 0
      kept += tokens[range].drop { $0.span.start < end }
      parts.append(start..<kept.count)
    }
    tokens = kept
    return parts
  }

  private mutating func readSentences(_ parts: [Range<Int>]) {
    let splitter = SentenceSplitter(letters, language)
    for (paragraph, part) in parts.enumerated() {
      let first = sentences.count
      for range in splitter.sentences(in: tokens, part) {
        for index in range { tokens[index].sentence = sentences.count }
        let span = Span(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
        sentences.append(Sentence(span: span, tokens: range, paragraph: paragraph))
      }
      paragraphs[paragraph].sentences = first..<sentences.count
    }
  }
}
