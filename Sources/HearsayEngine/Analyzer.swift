public import HearsayModel
public import HearsayResources

/// Reads an article and says what stands on whose word.
///
/// ```swift
/// let analyzer = try Analyzer(resources: .locate())
/// let analysis = analyzer.analyze(article)
/// ```
/// The same article gives the same analysis, byte for byte; one analyzer can be used from many threads.
public struct Analyzer: Sendable {
  /// The version of the rules. An analysis kept under another version is made anew.
  public static let version = "0.1.0"

  /// What finds the spans.
  public let tagger: any SpanTagger
  /// What a person should know of the tagger, in one sentence: that there is no model, and rules do its work.
  public let notice: String?
  let linker: Linker
  let people: PeopleLexicon
  let sourcing: SourcingLexicon

  /// An analyzer with the word lists of `resources`; without a `tagger` the trained one, or where the resources hold
  /// no model the one made of rules.
  ///
  /// - Throws: `ResourceError` where a word list is missing, `ModelFileError` where the model cannot be used.
  public init(resources: Resources, tagger: (any SpanTagger)? = nil) throws {
    let lexicon = try Lexicon(resources)
    let rules = RulesTagger(lexicon: lexicon)
    let chosen = try tagger ?? ModelTagger(resources: resources, rules: rules)
    self.tagger = chosen ?? rules
    notice =
      chosen == nil ? "There is no model file in the data folder: rules find the sources." : nil
    linker = Linker(lexicon: lexicon)
    people = try PeopleLexicon(resources)
    sourcing = try SourcingLexicon(resources)
  }

  /// Who makes the analyses.
  public var engine: EngineVersion { EngineVersion(version: Self.version, model: tagger.name) }
}

// MARK: - Analysing

extension Analyzer {
  /// What the article says on whose word, with what the reader has set right.
  public func analyze(_ article: Article, correcting corrections: [Correction] = []) -> Analysis {
    // In the same steps as with news of the progress: a tagger sees what stands around the paragraphs asked for,
    // and might see more of it in one go.
    analyze(article, correcting: corrections) { _ in true }
      ?? analysis(of: Document(article), linked: [])
  }

  /// What the article says on whose word, with news of how far the work is.
  ///
  /// - Parameters:
  ///   - corrections: what the reader has set right, in any order.
  ///   - progress: is told the share done, from 0 to 1, every few paragraphs; `false` stops the work.
  /// - Returns: the analysis, or `nil` where it was stopped.
  public func analyze(
    _ article: Article, correcting corrections: [Correction] = [], progress: (Double) -> Bool
  ) -> Analysis? {
    let findings = findings(in: article) { progress(Self.shareBeforePeople * $0) }
    guard let findings else { return nil }
    return analysis(of: findings, correcting: corrections) { share in
      progress(Self.shareBeforePeople + (1 - Self.shareBeforePeople) * share)
    }
  }

  /// What the tagger finds in an article: the slow part of an analysis, which no correction changes.
  ///
  /// - Parameter progress: is told the share done, from 0 to 1, every few paragraphs; `false` stops the work.
  /// - Returns: the findings, or `nil` where the work was stopped.
  public func findings(in article: Article, progress: (Double) -> Bool) -> Findings? {
    guard progress(0) else { return nil }
    let document = Document(article)
    let count = document.paragraphs.count
    var tagged: [TaggedAttribution] = []
    for start in stride(from: 0, to: count, by: Self.paragraphsAtOnce) {
      guard progress(Self.shareOfReading + Self.shareOfTagging * Double(start) / Double(count))
      else {
        return nil
      }
      let end = min(start + Self.paragraphsAtOnce, count)
      tagged += tagger.attributions(in: start..<end, of: document)
    }
    guard progress(Self.shareOfReading + Self.shareOfTagging) else { return nil }
    return Findings(
      document: document,
      tagged: SourceCheck(lexicon: people).plausible(tagged, in: document))
  }

  /// The analysis of an article whose spans are found, with what the reader has set right.
  ///
  /// - Parameters:
  ///   - corrections: what the reader has set right, in any order.
  ///   - progress: is told the share done, from 0 to 1; `false` stops the work.
  /// - Returns: the analysis, or `nil` where it was stopped.
  public func analysis(
    of findings: Findings, correcting corrections: [Correction] = [],
    progress: (Double) -> Bool = { _ in true }
  ) -> Analysis? {
    let document = findings.document
    var spans = SettledSpans(PlacedCorrection.all(corrections, in: document.text))
    let linked = linker.attributions(spans.settle(findings.tagged), in: document)
    let analysis = analysis(
      of: document, linked: spans.settle(linked), settled: spans, progress: progress)
    guard let analysis else { return nil }
    return progress(1) ? analysis : nil
  }

  private static let paragraphsAtOnce = 16
  private static let shareOfReading = 0.09
  private static let shareOfTagging = 0.82
  private static let shareBeforePeople = 0.55

  /// The analysis of a document whose attributions are linked.
  package func analysis(of document: Document, linked: [LinkedAttribution]) -> Analysis {
    let analysis = analysis(
      of: document, linked: linked, settled: SettledSpans([]), progress: { _ in true })
    guard let analysis else {
      preconditionFailure("An analysis that nobody stops comes to its end.")
    }
    return analysis
  }

  /// The same, or `nil` where `progress` stopped it; it is told the share of these steps that is done.
  private func analysis(
    of document: Document, linked: [LinkedAttribution], settled: SettledSpans,
    progress: (Double) -> Bool
  ) -> Analysis? {
    guard progress(0) else { return nil }
    let ordered = LinkedAttribution.inOrder(linked)
    let publisher = PublisherReader(people: people).publisher(of: document)
    let relays = relays(of: ordered, in: document, publisher: publisher)
    guard progress(0.1) else { return nil }
    let clusterer = SourceClusterer(lexicon: people, stopping: sourcing.phraseEnds)
    let found = clusterer.speakers(
      of: ordered, relays: relays, publisher: publisher, in: document
    ) { progress(0.1 + 0.5 * $0) }
    guard let found, progress(0.6) else { return nil }
    let corrected = SettledSources(settled, people: people)
      .settled(found, of: ordered, in: document)
    let (linked, speakers) = OwnVoice(document: document, people: people)
      .removed(from: corrected.linked, by: corrected.speakers)
    let chains = ChainBuilder(lexicon: sourcing).chains(of: linked, by: speakers, in: document)
    let manners = manners(of: linked, in: document)
    let unattributed = UnattributedReader(lexicon: sourcing).sentences(in: document, beside: linked)
    guard progress(0.7) else { return nil }
    let evidence = ClaimMaker.Evidence(
      document: document, linked: linked, speakers: speakers, chains: chains, manners: manners,
      unattributed: unattributed.map(\.index))
    let claims = ClaimMaker(lexicon: sourcing, people: people).claims(from: evidence)
    guard progress(0.85) else { return nil }
    return AnalysisWriter(
      engine: engine, evidence: evidence, claims: claims, unattributed: unattributed,
      people: people, sourcing: sourcing
    ).analysis()
  }

  private func relays(
    of linked: [LinkedAttribution], in document: Document, publisher: Mention?
  ) -> [[Mention]] {
    let reader = RelayReader(
      lexicon: sourcing, people: people, reader: MentionReader(lexicon: people))
    return linked.map { own in
      reader.relays(
        of: own, inside: own.within.map { linked[$0] }, in: document, publisher: publisher)
    }
  }

  private func manners(of linked: [LinkedAttribution], in document: Document) -> [Manner] {
    let reader = MannerReader(lexicon: sourcing)
    return linked.map { reader.manner(of: $0, in: document) }
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
