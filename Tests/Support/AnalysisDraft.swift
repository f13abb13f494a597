public import HearsayModel

/// Makes an analysis by hand from a marked text, for tests of everything that shows one.
///
/// Spans come from the marks: `{source:1 …}`, `{cue:1 …}`, `{content:1 …}` and `{addressee:1 …}` belong to the
/// first attribution; `{mention:mayor …}` is a further mention of the source called `mayor`;
/// `{nobody:event …}` is an unattributed sentence of that kind. Everything else is said by the test.
/// Attributions and sources are numbered in the order in which the test names them, which has to be that of
/// first appearance.
public struct AnalysisDraft {
  private let marked: MarkedText
  private var article: Article
  private var sources: [Source] = []
  private var names: [String: Source.ID] = [:]
  private var attributions: [Attribution] = []
  private var claims: [Claim] = []

  /// A draft over a marked text. The first source is the publisher.
  public init(_ marked: String, id: String = "sha256:0123", title: String?, publisher: String) {
    self.marked = MarkedText(marked)
    article = Article(id: id, title: title, publisher: publisher, text: self.marked.text)
    source("publisher", publisher, .outlet, .named)
  }
}

// MARK: - Saying who

extension AnalysisDraft {
  /// Adds a source, whose mentions are marked with `key`.
  public mutating func source(
    _ key: String, _ name: String, _ kind: SourceKind, _ naming: Naming
  ) {
    let id = Source.ID(sources.count + 1)
    names[key] = id
    sources.append(
      Source(
        id: id, name: name, kind: kind, naming: naming, mentions: marked.spans("mention", key)))
  }

  /// Adds the next attribution, to the source called `key`; its spans carry its number.
  ///
  /// - Parameter claim: the number of an earlier attribution that says the same.
  public mutating func attribute(
    to key: String?, _ manner: Manner, through relays: [(key: String, basis: Basis)] = [],
    basis: Basis = .stated, attitude: Attitude = .statement, certainty: Certainty = .plain,
    within: Int? = nil, sameAs claim: Int? = nil, confidence: Double = 1,
    alternates: [String] = [], flags: [Flag] = []
  ) {
    let number = attributions.count + 1
    let source = key.flatMap { names[$0] }
    let sourceSpans = marked.spans("source", "\(number)")
    if let source { sources[source.number - 1].mentions += sourceSpans }
    var chain = [Hop(source: Source.ID(1), basis: .publisher)]
    chain += relays.compactMap { relay in
      names[relay.key].map { Hop(source: $0, basis: relay.basis) }
    }
    if let source { chain.append(Hop(source: source, basis: basis)) }
    let claimID = claim.map { attributions[$0 - 1].claim } ?? Claim.ID(claims.count + 1)
    if claim == nil {
      claims.append(
        Claim(id: claimID, attributions: [], support: .unattributed, independentSources: 0))
    }
    claims[claimID.number - 1].attributions.append(Attribution.ID(number))
    attributions.append(
      Attribution(
        id: Attribution.ID(number), source: source, within: within.map { Attribution.ID($0) },
        sourceSpans: sourceSpans, cueSpans: marked.spans("cue", "\(number)"),
        contentSpans: marked.spans("content", "\(number)"),
        addressee: marked.spans("addressee", "\(number)").first, manner: manner,
        attitude: attitude, certainty: certainty, chain: chain, claim: claimID,
        confidence: confidence, alternates: alternates.compactMap { names[$0] }, flags: flags))
  }

  /// Says what stands behind what the attribution of that number says.
  public mutating func support(
    _ number: Int, _ support: Support, sources: Int = 1, flags: [Flag] = []
  ) {
    let index = attributions[number - 1].claim.number - 1
    claims[index].support = support
    claims[index].independentSources = sources
    claims[index].flags = flags
  }

  /// Relates what two attributions say, in both directions.
  public mutating func relate(_ left: Int, _ right: Int, _ relation: Claim.Relation.Kind) {
    for (one, other) in [(left, right), (right, left)] {
      claims[attributions[one - 1].claim.number - 1].related.append(
        Claim.Relation(claim: attributions[other - 1].claim, relation: relation))
    }
  }

  /// The draft, changed.
  public func with(_ change: (inout AnalysisDraft) -> Void) -> AnalysisDraft {
    var copy = self
    change(&copy)
    return copy
  }

  /// Adds what is known of the article.
  public mutating func about(_ change: (inout Article) -> Void) { change(&article) }
}

// MARK: - The analysis

extension AnalysisDraft {
  /// The analysis, with the figures counted.
  public func analysis(sentences: Int, flags: [Flag] = []) -> Analysis {
    var claims = claims
    var unattributed: [UnattributedSentence] = []
    for mark in marked.marks where mark.role == "nobody" {
      let claim = Claim.ID(claims.count + 1)
      claims.append(
        Claim(id: claim, attributions: [], support: .unattributed, independentSources: 0))
      unattributed.append(
        UnattributedSentence(
          id: UnattributedSentence.ID(unattributed.count + 1), span: mark.span,
          kind: UnattributedSentence.Kind(rawValue: mark.label) ?? .event, claim: claim))
    }
    var sources = sources
    for index in sources.indices { sources[index].mentions.sort() }
    var analysis = Analysis(
      engine: EngineVersion(version: "0.0.0", model: "by hand"), article: article,
      sources: sources, attributions: attributions, claims: claims, unattributed: unattributed,
      summary: Summary(
        attributions: attributions.count, sources: 0, namedPeople: 0, unnamed: 0, relayed: 0,
        sentences: sentences, unattributedSentences: unattributed.count,
        unattributedWords: unattributed.reduce(0) { $0 + words(in: $1.span) },
        words: words(in: marked.text.span), flags: flags))
    let cited = Set(attributions.compactMap(\.source)).compactMap(analysis.source)
    analysis.summary.sources = cited.count
    analysis.summary.namedPeople = cited.count { $0.kind == .person && $0.naming == .named }
    analysis.summary.unnamed =
      attributions.count { analysis.speaker(of: $0)?.naming.isUnnamed ?? false }
    analysis.summary.relayed = attributions.count { !analysis.relays(of: $0).isEmpty }
    return analysis
  }

  private func words(in span: Span) -> Int {
    marked.text[span].split(whereSeparator: \.isWhitespace).count
  }
}
