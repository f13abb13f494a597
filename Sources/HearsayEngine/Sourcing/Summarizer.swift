import HearsayModel

/// Puts the sourcing of a whole article into figures.
struct Summarizer: Sendable {
  let lexicon: SourcingLexicon

  /// The figures, and what a careful reader should know about the article as a whole.
  func summary(
    of document: Document, attributions: [Attribution], sources: [Source],
    unattributed: [UnattributedSentence],
    speakers: Speakers, publisher: Source.ID?
  ) -> Summary {
    let figures = SourceFigures(
      attributions: attributions, sources: sources, publisher: publisher)
    let body = document.paragraphs.filter { $0.role == .body }
    let sentences = body.flatMap { document.sentences[$0.sentences] }
    var flags = figures.flags
    if isSomebodyAccusedUnheard(document, speakers) { flags.append(.subjectNotHeard) }
    var summary = Summary(
      attributions: 0, sources: 0, namedPeople: 0, unnamed: 0, relayed: 0,
      sentences: sentences.count, unattributedSentences: unattributed.count,
      unattributedWords: unattributed.map { wordCount($0.span, document) }.reduce(0, +),
      words: sentences.map { wordCount($0.span, document) }.reduce(0, +), flags: flags)
    figures.fill(&summary)
    return summary
  }

  private func wordCount(_ span: Span, _ document: Document) -> Int {
    document.tokens[document.tokenRange(in: span)].filter {
      ($0.kind == .word || $0.kind == .number) && !$0.lower.hasPrefix("'")
    }.count
  }

  /// Somebody named twice or more, once beside a word of accusation, who is never a source.
  private func isSomebodyAccusedUnheard(_ document: Document, _ speakers: Speakers) -> Bool {
    let register = speakers.register
    return register.entities.indices.contains { id in
      let entity = register.entities[id]
      guard !entity.isSource, entity.naming == .named,
        entity.kind == .person || entity.kind == .organisation,
        register.counts[id] > 1
      else { return false }
      return entity.sightings.prefix(20).contains { sighting in
        guard let number = document.sentenceIndex(at: sighting.start) else { return false }
        return lexicon.accusing.occurs(in: document.words(in: document.sentences[number].span))
      }
    }
  }
}
