public import HearsayModel
public import HearsayResources

/// Reads an article and says what stands on whose word.
///
/// ```swift
/// let analyzer = try Analyzer(resources: .locate(), tagger: RuleTagger(resources))
/// let analysis = analyzer.analyze(article)
/// ```
/// The same article gives the same analysis, byte for byte; one analyzer can be used from many threads.
public struct Analyzer: Sendable {
  /// The version of the rules. An analysis kept under another version is made anew.
  public static let version = "0.1.0"

  /// What finds the spans.
  public let tagger: any SpanTagger
  let linker: Linker
  let people: PeopleLexicon
  let sourcing: SourcingLexicon

  /// An analyzer with the word lists of `resources` and this tagger.
  ///
  /// - Throws: `ResourceError` where a word list is missing.
  public init(resources: Resources, tagger: any SpanTagger) throws {
    self.tagger = tagger
    linker = Linker(lexicon: try Lexicon(resources))
    people = try PeopleLexicon(resources)
    sourcing = try SourcingLexicon(resources)
  }

  /// Who makes the analyses.
  public var engine: EngineVersion { EngineVersion(version: Self.version, model: tagger.name) }
}

// MARK: - From settled spans to an analysis

extension Analyzer {
  /// The analysis of a document whose attributions are linked.
  package func analysis(of document: Document, linked: [LinkedAttribution]) -> Analysis {
    let linked = LinkedAttribution.inOrder(linked)
    let publisher = PublisherReader(people: people).publisher(of: document)
    let relays = relays(of: linked, in: document, publisher: publisher)
    let speakers = SourceClusterer(lexicon: people, stopping: sourcing.phraseEnds)
      .speakers(of: linked, relays: relays, publisher: publisher, in: document)
    let chains = ChainBuilder(lexicon: sourcing).chains(of: linked, by: speakers, in: document)
    let manners = linked.map { MannerReader(lexicon: sourcing).manner(of: $0, in: document) }
    let unattributed = UnattributedReader(lexicon: sourcing).sentences(in: document, beside: linked)
    let claims = ClaimMaker(lexicon: sourcing, people: people).claims(
      from: ClaimMaker.Evidence(
        document: document, linked: linked, speakers: speakers, chains: chains, manners: manners,
        unattributed: unattributed.map(\.index)))
    return AnalysisWriter(
      engine: engine, document: document, linked: linked, speakers: speakers, chains: chains,
      manners: manners,
      claims: claims, unattributed: unattributed, publisher: publisher, people: people,
      sourcing: sourcing
    ).analysis()
  }

  private func relays(
    of linked: [LinkedAttribution], in document: Document, publisher: Mention?
  ) -> [[Mention]] {
    let reader = RelayReader(
      lexicon: sourcing, people: people, reader: MentionReader(lexicon: people))
    return linked.map { reader.relays(of: $0, in: document, publisher: publisher) }
  }
}

extension LinkedAttribution {
  /// In order of first appearance, the outer before the inner, with `within` and `continues` following the move.
  static func inOrder(_ linked: [LinkedAttribution]) -> [LinkedAttribution] {
    let extents = linked.map { own in
      (own.content + [own.source, own.cue].compactMap(\.self)).reduce(nil as Span?) {
        $0?.union($1) ?? $1
      }
        ?? Span(0, 0)
    }
    let order = linked.indices.sorted {
      (extents[$0].start, -extents[$0].end, $0) < (extents[$1].start, -extents[$1].end, $1)
    }
    var place = Array(repeating: 0, count: linked.count)
    for (new, old) in order.enumerated() { place[old] = new }
    return order.map { old in
      var own = linked[old]
      own.within = own.within.flatMap { place.indices.contains($0) && $0 != old ? place[$0] : nil }
      own.continues = own.continues.flatMap {
        place.indices.contains($0) && $0 != old ? place[$0] : nil
      }
      return own
    }
  }
}
