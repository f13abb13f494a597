import HearsayLanguage
import HearsayModel

/// What is known of a text when the flags are decided that its words decide.
struct JudgedText {
  let document: Document
  let register: EntityRegister
  let lexicon: SourcingLexicon
}

extension JudgedText {
  /// Somebody named twice or more, once beside a word of accusation, who is never a source.
  var isSomebodyAccusedUnheard: Bool {
    register.entities.indices.contains { id in
      let entity = register.entities[id]
      guard !entity.isSource, entity.naming == .named,
        entity.kind == .person || entity.kind == .organisation,
        register.counts[id] > 1
      else { return false }
      return entity.sightings.prefix(JudgingSettings.sightingsLookedAt).contains(where: isAccusing)
    }
  }

  private func isAccusing(_ sighting: Span) -> Bool {
    guard let sentence = document.sentenceIndex(at: sighting.start) else { return false }
    return lexicon.accusing.occurs(in: document.words(in: document.sentences[sentence].span))
  }
}
