import HearsayModel

/// Puts the analyses of an article's sections together to one of the whole.
///
/// Each section was read by itself, so claims and unnamed sources of two sections stay apart; a source with the same
/// name is the same in all of them.
struct JoinedSections {
  /// The analysis of all sections.
  private(set) var analysis: Analysis
  private var named: [NameKey: Source.ID] = [:]

  private struct NameKey: Hashable {
    var name: String
    var kind: SourceKind
  }

  /// Joins analyses of one article, in order of reading; there must be one.
  init(_ sections: [Analysis]) {
    precondition(!sections.isEmpty, "There is nothing to join.")
    analysis = sections[0]
    guard sections.count > 1 else { return }
    for source in analysis.sources { note(source) }
    for section in sections.dropFirst() { append(section) }
    refigure(where: Set(sections.flatMap(\.summary.flags)))
  }
}

// MARK: - Joining

extension JoinedSections {
  private mutating func note(_ source: Source) {
    guard source.naming == .named else { return }
    let key = NameKey(name: source.name.lowercased(), kind: source.kind)
    if named[key] == nil { named[key] = source.id }
  }

  /// The section's sources, by the names that they have in the whole.
  private mutating func join(_ sources: [Source]) -> [Source.ID: Source.ID] {
    var ids: [Source.ID: Source.ID] = [:]
    for source in sources {
      let key = NameKey(name: source.name.lowercased(), kind: source.kind)
      if source.naming == .named, let known = named[key] {
        ids[source.id] = known
        let mentions = Set(analysis.sources[known.number - 1].mentions)
        analysis.sources[known.number - 1].mentions += source.mentions.filter {
          !mentions.contains($0)
        }
      } else {
        var new = source
        new.id = .init(analysis.sources.count + 1)
        ids[source.id] = new.id
        analysis.sources.append(new)
        note(new)
      }
    }
    return ids
  }

  private mutating func append(_ section: Analysis) {
    let ids = join(section.sources)
    let attributions = analysis.attributions.count
    let claims = analysis.claims.count
    let sentences = analysis.unattributed.count
    func moved(_ id: Claim.ID) -> Claim.ID { .init(id.number + claims) }
    func moved(_ id: Attribution.ID) -> Attribution.ID { .init(id.number + attributions) }

    for var attribution in section.attributions {
      attribution.id = moved(attribution.id)
      attribution.within = attribution.within.map(moved)
      attribution.claim = moved(attribution.claim)
      attribution.source = attribution.source.flatMap { ids[$0] }
      attribution.alternates = attribution.alternates.compactMap { ids[$0] }
      attribution.chain = attribution.chain.compactMap { hop in
        ids[hop.source].map { Hop(source: $0, basis: hop.basis, address: hop.address) }
      }
      analysis.attributions.append(attribution)
    }
    for var claim in section.claims {
      claim.id = moved(claim.id)
      claim.attributions = claim.attributions.map(moved)
      claim.related = claim.related.map {
        Claim.Relation(claim: moved($0.claim), relation: $0.relation)
      }
      analysis.claims.append(claim)
    }
    for var sentence in section.unattributed {
      sentence.id = .init(sentence.id.number + sentences)
      sentence.claim = moved(sentence.claim)
      analysis.unattributed.append(sentence)
    }
    analysis.summary.sentences += section.summary.sentences
    analysis.summary.words += section.summary.words
    analysis.summary.unattributedWords += section.summary.unattributedWords
  }

  /// The figures of the whole, where they are not the sum of those of the sections.
  ///
  /// - Parameter flags: those of the sections.
  private mutating func refigure(where flags: Set<Flag>) {
    let publisher = analysis.attributions.first?.chain.first { $0.basis == .publisher }?.source
    let figures = SourceFigures(
      attributions: analysis.attributions, sources: analysis.sources, publisher: publisher)
    figures.fill(&analysis.summary)
    analysis.summary.unattributedSentences = analysis.unattributed.count
    analysis.summary.flags = figures.flags { flag, _ in flags.contains(flag) }
  }
}
