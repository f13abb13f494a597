import HearsayLanguage
import HearsayModel

/// Tells where an article says that a name is withheld: "spoke on condition of anonymity", "Lena (not her real name)".
struct WithheldNames {
  let document: Document
  let sourcing: SourcingLexicon

  /// Whether the name of a source is withheld.
  func isWithheld(_ entity: Entity) -> Bool {
    guard entity.isSource else { return false }
    let mentions = entity.mentions.prefix(JudgingSettings.mentionsLookedAt)
    if entity.naming.isUnnamed {
      return mentions.contains { sourcing.anonymityGranted.occurs(in: words(around: $0)) }
    }
    guard entity.kind == .person, !entity.name.isEmpty else { return false }
    return mentions.contains { isPseudonym(entity.name, after: words(from: $0)) }
  }

  private func words(around mention: Span) -> [String] {
    document.sentenceIndex(at: mention.start)
      .map { document.words(in: document.sentences[$0].span) } ?? []
  }

  /// The words of a mention, and what its sentence says after them.
  private func words(from mention: Span) -> [String] {
    document.sentenceIndex(at: mention.start).map {
      document.words(in: Span(mention.start, document.sentences[$0].span.end))
    } ?? []
  }

  /// "Ivo, a pseudonym," right behind any name; behind a first name alone also "who asked that his surname not be used".
  private func isPseudonym(_ name: [String], after words: [String]) -> Bool {
    guard let last = name.last, let end = words.firstIndex(of: last).map({ $0 + 1 }) else {
      return false
    }
    let reach = name.count == 1 ? JudgingSettings.wordsToPseudonym : 2
    return words.indices.dropFirst(end).prefix(reach).contains {
      sourcing.pseudonyms.length(at: $0, in: words) > 0
    }
  }
}
