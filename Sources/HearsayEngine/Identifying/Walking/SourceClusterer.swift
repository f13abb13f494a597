import HearsayLanguage
import HearsayModel

/// Walks through the text once and brings the mentions of each source together.
struct SourceClusterer: Sendable {
  let lexicon: PeopleLexicon
  let scanner: IntroductionScanner
  let reader: MentionReader
  let resolver: Resolver
  let scorer: PronounScorer?

  init(lexicon: PeopleLexicon, stopping: Set<String>, scorer: PronounScorer?) {
    self.lexicon = lexicon
    self.scorer = scorer
    reader = MentionReader(lexicon: lexicon)
    scanner = IntroductionScanner(lexicon: lexicon, reader: reader, stopping: stopping)
    resolver = Resolver(lexicon: lexicon)
  }

  /// Brings the mentions of each source together.
  ///
  /// - Parameters:
  ///   - relays: for each attribution the outlets that its sentence names on the way to the source.
  ///   - progress: is told the share done from time to time; `false` stops the work.
  /// - Returns: who speaks, or `nil` where it was stopped.
  func speakers(
    of linked: [LinkedAttribution], relays: [[Mention]], publisher: Mention?, in document: Document,
    progress: (Double) -> Bool
  ) -> Speakers? {
    var walk = SpeakerWalk(
      clusterer: self, document: document, linked: linked, relayMentions: relays,
      publisher: publisher)
    return walk.run(progress) ? walk.speakers : nil
  }
}
