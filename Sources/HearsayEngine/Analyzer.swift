package import HearsayLanguage
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
  /// What finds the spans.
  public let tagger: any SpanTagger
  /// Who makes the analyses: the engine with the fingerprint of its rules, its word lists and its model.
  public let engine: EngineVersion
  /// Whether there is no model, so that rules do its work.
  public let isWithoutModel: Bool
  /// What articles are written in.
  let language: Language
  let linker: Linker
  let people: PeopleLexicon
  let sourcing: SourcingLexicon
  let acts: Acts
  /// Tells apart two of whom a pronoun may mean either; only where there is a network that knows the language.
  private let pronouns: PronounScorer?
  /// By their codes those who read the other languages that have a folder of word lists. They go by rules alone: the
  /// network was trained on one language.
  private let others: [String: Analyzer]

  /// An analyzer with the word lists of `resources`; without a `tagger` the trained one, or where the resources hold
  /// no model the one made of rules.
  ///
  /// - Throws: `ResourceError` where the word lists are missing, `WordListError` where one cannot be read,
  ///   `ModelFileError` where the model cannot be used.
  public init(resources: Resources, tagger: (any SpanTagger)? = nil) throws {
    let rules = RulesTagger()
    let chosen = try tagger ?? ModelTagger(resources: resources, rules: rules)
    let tagger: any SpanTagger = chosen ?? rules
    let fingerprint = try EngineFingerprint(resources, tagger: tagger)
    let engine = EngineVersion(version: fingerprint.written, model: tagger.name)
    var others: [String: Analyzer] = [:]
    for code in Language.codes(in: resources) where code != Language.standard {
      others[code] = try Analyzer(
        code, resources, tagger: rules, isWithoutModel: true, engine: engine)
    }
    try self.init(
      Language.standard, resources, tagger: tagger, isWithoutModel: chosen == nil, engine: engine,
      others: others)
  }

  private init(
    _ code: String, _ resources: Resources, tagger: any SpanTagger, isWithoutModel: Bool,
    engine: EngineVersion, others: [String: Analyzer] = [:]
  ) throws {
    (self.tagger, self.isWithoutModel, self.engine) = (tagger, isWithoutModel, engine)
    self.others = others
    var lists = try WordLists(language: code, in: resources)
    language = try Language(code, &lists)
    people = try PeopleLexicon(&lists)
    sourcing = try SourcingLexicon(&lists)
    acts = try Acts(&lists)
    linker = Linker(lexicon: language.lexicon, sourcing: sourcing)
    if let network = (tagger as? ModelTagger)?.network {
      pronouns = try PronounScorer(resources, language, people, network: network)
    } else {
      pronouns = nil
    }
    try lists.finish()
  }

  /// Who reads what an article is written in; this one where nobody does.
  func reader(of article: Article) -> Analyzer { others[article.language] ?? self }
}

// MARK: - Analysing

extension Analyzer {
  /// Where the sentences of an article are.
  public func sentences(of article: Article) -> [Span] {
    Document(article, reader(of: article).language).sentences.map(\.span)
  }

  /// What the article says on whose word, with what the reader has set right.
  public func analyze(_ article: Article, correcting corrections: [Correction] = []) -> Analysis {
    analyze(article, correcting: corrections) { _ in true }
      ?? analysis(of: Document(article, reader(of: article).language), linked: [])
  }

  /// What the article says on whose word, with news of how far the work is.
  ///
  /// - Parameters:
  ///   - article: the article to be read.
  ///   - corrections: what the reader has set right, in any order.
  ///   - progress: is told the share done, from 0 to 1, every few paragraphs; `false` stops the work.
  /// - Returns: the analysis, or `nil` where it was stopped.
  public func analyze(
    _ article: Article, correcting corrections: [Correction] = [], progress: (Double) -> Bool
  ) -> Analysis? {
    withoutActuallyEscaping(progress) { progress in
      var watch = Watch()
      let stop = watch.stop
      watch.progress = { if !progress($0) { stop.putUp() } }
      var draft = Draft(of: article)
      return read(&draft, correcting: corrections, watching: watch)
    }
  }

  /// The analysis of a section, or of as much of it as was read, with what the reader has set right in it.
  ///
  /// - Returns: the analysis, or `nil` where `progress` stopped it; that is told the share of these steps that is done.
  func analysis(
    of findings: Findings, published publisher: Mention?,
    correcting corrections: [PlacedCorrection],
    progress: (Double) -> Bool
  ) -> Analysis? {
    let document = findings.document
    var spans = SettledSpans(corrections)
    guard progress(0) else { return nil }
    let linked = linked(findings.attributions, &spans, in: document)
    return analysis(
      of: document, linked: linked, settled: spans, published: publisher, progress: progress)
  }

  /// The attributions of a tagger with their places settled.
  ///
  /// These are all the steps that add, drop or change any, with what each may do, but for the last one: ``OwnVoice`` drops
  /// a few when it is known who is who. Whether something is dropped is for the ``Arbiter`` to say.
  private func linked(
    _ proposed: [TaggedAttribution], _ spans: inout SettledSpans, in document: Document
  ) -> [LinkedAttribution] {
    let reader = MentionReader(lexicon: people)
    // Drops those whose source nobody would take for one, and what was done and not said.
    var tagged = sourced(proposed, in: document)
    tagged = Arbiter().shown(tagged) { acts.doubts(about: $0, in: document) }
    // Whatever the reader says; what comes after doubts none of it.
    tagged = spans.settle(tagged)
    // Shortens sources that say how an outlet came by them.
    tagged = WritingsSeen(lexicon: sourcing).settled(tagged, in: document)
    // Changes where a source ends, and drops quotations that a tagger gave to whoever spoke long before.
    tagged = SourceEdges(reader: reader).settled(tagged, in: document)
    tagged = FarQuotations(lexicon: people).settled(tagged, in: document)
    // Changes who was told: an outlet at the end of a content is no part of it.
    tagged = OutletsTold(reader: reader, lexicon: sourcing).settled(tagged, in: document)
    // Changes the source where an outlet quotes somebody, and drops the "quoting".
    tagged = OutletsQuoting(reader: reader, lexicon: sourcing).settled(tagged, in: document)
    // Drops own words inside quotations and contents, adds quotations that have no cue, and says what stands in what.
    let linked = linker.attributions(tagged, in: document)
    // The reader's words again where content was added, and without what was made of a quotation that he gave to nobody.
    return spans.settle(linked)
  }

  /// The attributions of sources that somebody would take for one: whoever surely says one thing may say another.
  private func sourced(_ proposed: [TaggedAttribution], in document: Document)
    -> [TaggedAttribution]
  {
    let check = SourceCheck(lexicon: people)
    let doubts = proposed.map { check.doubts(about: $0, in: document) }
    func isShown(_ index: Int, despite ground: Ground? = nil) -> Bool {
      var own = proposed[index]
      own.grounds.formUnion(doubts[index])
      if let ground { own.grounds.remove(ground) }
      return Arbiter().shows(own)
    }
    let shown = proposed.indices.filter { isShown($0) }
    let trusted = Set(shown.compactMap { proposed[$0].source })
    let kept = Set(shown)
    return proposed.indices.filter { index in
      kept.contains(index)
        || proposed[index].source.map(trusted.contains) == true
          && isShown(index, despite: .unlikelySource)
    }.map { index in
      var own = proposed[index]
      own.grounds.formUnion(doubts[index])
      if !kept.contains(index) { own.grounds.remove(.unlikelySource) }
      return own
    }
  }

  /// The outlet that published an article, if it says so.
  func publisher(of document: Document) -> Mention? {
    PublisherReader(people: people).publisher(of: document)
  }

  /// The analysis of a document whose attributions are linked.
  package func analysis(of document: Document, linked: [LinkedAttribution]) -> Analysis {
    let analysis = analysis(
      of: document, linked: linked, settled: SettledSpans([]), published: publisher(of: document),
      progress: { _ in true })
    guard let analysis else {
      preconditionFailure("An analysis that nobody stops comes to its end.")
    }
    return analysis
  }

  /// The same, or `nil` where `progress` stopped it; it is told the share of these steps that is done.
  private func analysis(
    of document: Document, linked: [LinkedAttribution], settled: SettledSpans,
    published publisher: Mention?, progress: (Double) -> Bool
  ) -> Analysis? {
    guard progress(0) else { return nil }
    let ordered = LinkedAttribution.inOrder(linked)
    let relays = relays(of: ordered, in: document, publisher: publisher)
    guard progress(0.1) else { return nil }
    let clusterer = SourceClusterer(
      lexicon: people, stopping: sourcing.phraseEnds, scorer: pronouns)
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
    let evidence = Evidence(
      document: document, linked: linked, speakers: speakers, chains: chains, manners: manners,
      unattributed: unattributed)
    let claims = ClaimMaker(lexicon: sourcing, people: people).claims(from: evidence)
    guard progress(0.85) else { return nil }
    return AnalysisWriter(
      engine: engine, evidence: evidence, claims: claims, people: people, sourcing: sourcing
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
  /// In order of first appearance, the outer before the inner, with `within` and `continues` following the move; of those
  /// that share a source the one whose cue comes first.
  static func inOrder(_ linked: [LinkedAttribution]) -> [LinkedAttribution] {
    let extents = linked.map(\.extent)
    var ends = extents.map(\.end)
    for (_, sharing) in Dictionary(grouping: linked.indices, by: { linked[$0].source }) {
      guard linked[sharing[0]].source != nil else { continue }
      let end = sharing.map { extents[$0].end }.max() ?? 0
      for index in sharing where linked[index].source?.start == extents[index].start {
        ends[index] = end
      }
    }
    func place(_ index: Int) -> (Int, Int, Int, Int) {
      (extents[index].start, -ends[index], linked[index].cue?.start ?? 0, index)
    }
    let order = linked.indices.sorted { place($0) < place($1) }
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
