import HearsayLanguage
import HearsayModel

/// Numbers everything and puts the analysis together.
struct AnalysisWriter {
  let engine: EngineVersion
  let evidence: Evidence
  let claims: [ClaimDraft]
  let people: PeopleLexicon
  let sourcing: SourcingLexicon

  private var document: Document { evidence.document }
  private var linked: [LinkedAttribution] { evidence.linked }
  private var speakers: Speakers { evidence.speakers }
  private var unattributed: [Evidence.Uncredited] { evidence.unattributed }

  /// The finished analysis.
  func analysis() -> Analysis {
    let naming = namings()
    let (sources, ids) = sources(naming)
    let claimOf = claimNumbers()
    let attributions = attributions(ids, claimOf, naming)
    let sentences = unattributed.enumerated().map { number, sentence in
      UnattributedSentence(
        id: .init(number + 1), span: document.sentences[sentence.index].span, kind: sentence.kind,
        claim: claimOf.sentences[number])
    }
    let summary = Summarizer(lexicon: sourcing).summary(
      of: document, attributions: attributions, sources: sources, unattributed: sentences,
      speakers: speakers,
      publisher: speakers.publisher.flatMap { ids[$0] })
    return Analysis(
      engine: engine, article: document.article, sources: sources, attributions: attributions,
      claims: finishedClaims(), unattributed: sentences, summary: summary)
  }

  // MARK: - Sources

  /// How each entity is named: the mentions say so, unless the text says that a name was withheld.
  private func namings() -> [Naming] {
    let withheld = WithheldNames(document: document, sourcing: sourcing)
    return speakers.register.entities.map { entity in
      entity.settledNaming ?? (withheld.isWithheld(entity) ? .withheld : entity.naming)
    }
  }

  /// Whoever speaks, passes on or publishes, in order of first mention.
  private func sources(_ naming: [Naming]) -> ([Source], [Int: Source.ID]) {
    var used = Set(evidence.chains.joined().map(\.entity))
    used.formUnion(speakers.speaker.compactMap(\.self))
    if let publisher = speakers.publisher { used.insert(publisher) }
    var mentions: [Int: [Span]] = [:]
    for id in used {
      let entity = speakers.register.entities[id]
      let introduction = entity.introduction.isEmpty ? [] : [entity.introduction]
      mentions[id] = Self.apart(entity.mentions + entity.sightings + introduction)
    }
    let order = used.sorted { one, two in
      (mentions[one]?.first?.start ?? -1, one) < (mentions[two]?.first?.start ?? -1, two)
    }
    var ids: [Int: Source.ID] = [:]
    let sources = order.enumerated().map { number, id in
      ids[id] = .init(number + 1)
      let entity = speakers.register.entities[id]
      return Source(
        id: .init(number + 1), name: DecentCase(document: document).name(entity), kind: entity.kind,
        naming: naming[id],
        mentions: mentions[id] ?? [])
    }
    return (sources, ids)
  }

  /// In order; of two that overlap the first, and the longer.
  private static func apart(_ spans: [Span]) -> [Span] {
    var kept: [Span] = []
    for span in spans.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) }) {
      if let last = kept.last, last.overlaps(span) || last == span { continue }
      kept.append(span)
    }
    return kept
  }

  // MARK: - Attributions

  private func attributions(
    _ ids: [Int: Source.ID], _ claimOf: (attributions: [Claim.ID], sentences: [Claim.ID]),
    _ naming: [Naming]
  ) -> [Attribution] {
    zip(linked.indices, judged(claimOf.attributions, naming)).map { index, judged in
      let own = judged.own
      return Attribution(
        id: .init(index + 1), source: speakers.speaker[index].flatMap { ids[$0] },
        within: own.within.map { .init($0 + 1) }, sourceSpans: [own.source].compactMap(\.self),
        cueSpans: [own.cue].compactMap(\.self), contentSpans: own.content, addressee: own.addressee,
        manner: judged.manner, attitude: own.cueSense.attitude, certainty: judged.certainty,
        stance: judged.stance, context: judged.context,
        chain: judged.chain.compactMap { link in
          ids[link.entity].map {
            Hop(
              source: $0, basis: link.basis,
              address: judged.address(
                ofReportBy: link.entity, mentions: speakers.register.entities[link.entity].mentions)
            )
          }
        },
        claim: claimOf.attributions[index], confidence: own.confidence * certainty(of: index),
        alternates: speakers.alternates[index].compactMap { ids[$0] }, flags: judged.flags)
    }
  }

  /// How sure it is who speaks; the reader is always sure.
  private func certainty(of index: Int) -> Double {
    speakers.recognition[index].map { people.weights.certainty[$0] } ?? 1
  }

  /// All that the flags of each attribution are decided from.
  private func judged(_ claimOf: [Claim.ID], _ naming: [Naming]) -> [JudgedAttribution] {
    let manner = MannerReader(lexicon: sourcing)
    let stances = StanceReader(lexicon: sourcing, document: document)
    let inner = Dictionary(grouping: linked.indices.filter { linked[$0].within != nil }) {
      linked[$0].within ?? -1
    }
    let bare = zip(speakers.register.entities, naming).filter { $0.1 == .bare }
    let described = DescribedHeads(
      of: Set(bare.compactMap(\.0.heads.first)), in: document, lexicon: sourcing,
      people: people)
    var paragraphs = Set<Int>()
    return linked.enumerated().map { index, own in
      var speaker = evidence.speaker(of: index)
      if let id = speakers.speaker[index] { speaker?.naming = naming[id] }
      return JudgedAttribution(
        document: document, lexicon: sourcing, people: people, own: own, speaker: speaker,
        chain: evidence.chains[index], relays: evidence.relays(of: index),
        manner: evidence.manners[index], certainty: manner.certainty(of: own, in: document),
        stance: stances.stance(of: own), context: stances.context(of: own),
        isOfNobodyAtAll: stances.isOfNobody(own), isPassedOnBySpeaker: isPassedOnBySpeaker(own),
        describedHeads: described, isAmbiguous: speakers.isAmbiguous[index],
        othersWithin: (inner[index] ?? [])
          .filter { speakers.speaker[$0] != speakers.speaker[index] }.map { linked[$0] },
        independentSources: claims[claimOf[index].number - 1].independentSources,
        isFirstOfParagraph: document.paragraphIndex(at: own.start)
          .map { paragraphs.insert($0).inserted } ?? false)
    }
  }

  /// Whether it stands in the words of a source that is no outlet: who that source heard it from is hearsay.
  private func isPassedOnBySpeaker(_ own: LinkedAttribution) -> Bool {
    guard let outer = own.within else { return false }
    return evidence.speaker(of: outer).map { $0.kind != .outlet } ?? false
  }

  // MARK: - Claims

  private func claimNumbers() -> (attributions: [Claim.ID], sentences: [Claim.ID]) {
    var ofAttributions = Array(repeating: Claim.ID(1), count: linked.count)
    var ofSentences = Array(repeating: Claim.ID(1), count: unattributed.count)
    for (number, claim) in claims.enumerated() {
      for index in claim.attributions { ofAttributions[index] = .init(number + 1) }
      for index in claim.sentences { ofSentences[index] = .init(number + 1) }
    }
    return (ofAttributions, ofSentences)
  }

  private func finishedClaims() -> [Claim] {
    claims.enumerated().map { number, draft in
      Claim(
        id: .init(number + 1), attributions: draft.attributions.map { .init($0 + 1) },
        support: draft.support,
        independentSources: draft.independentSources,
        flags: draft.flags,
        related: draft.related.sorted { $0.key < $1.key }.map {
          Claim.Relation(claim: .init($0.key + 1), relation: $0.value)
        })
    }
  }
}
