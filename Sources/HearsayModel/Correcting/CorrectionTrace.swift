/// Where corrections show in an analysis that they were worked into.
public struct CorrectionTraces: Hashable, Sendable {
  /// Where one correction shows.
  public struct Trace: Hashable, Sendable {
    /// The correction.
    public var correction: Correction
    /// The attributions that are as the reader says.
    public var attributions: [Attribution.ID] = []
    /// The sources that are as the reader says.
    public var sources: [Source.ID] = []
    /// The sentences that nobody is credited with any more.
    public var sentences: [UnattributedSentence.ID] = []
    /// Where its words stand, as far as they do.
    public var place: Span?
    /// Whether neither its words nor its source are in the text any more, so that it does nothing.
    public var isLost = false
  }

  /// In the order in which they were made.
  public private(set) var all: [Trace]
  private var ofAttribution: [Attribution.ID: [Int]] = [:]
  private var ofSource: [Source.ID: [Int]] = [:]
  private var ofSentence: [UnattributedSentence.ID: [Int]] = [:]

  /// The traces of `corrections` in `analysis`.
  public init(_ corrections: [Correction], in analysis: Analysis) {
    all = PlacedCorrection.all(corrections, in: analysis.article.text).map {
      Trace($0, in: analysis)
    }
    for (index, trace) in all.enumerated() {
      for id in trace.attributions { ofAttribution[id, default: []].append(index) }
      for id in trace.sources { ofSource[id, default: []].append(index) }
      for id in trace.sentences { ofSentence[id, default: []].append(index) }
    }
  }
}

extension CorrectionTraces {
  /// What was corrected in an attribution, its speaker included, in the order in which it was made.
  public func corrections(of attribution: Attribution) -> [Correction] {
    let indices =
      ofAttribution[attribution.id, default: []]
      + (attribution.source.map { ofSource[$0, default: []] } ?? [])
    return Set(indices).sorted().map { all[$0].correction }
  }

  /// Where a correction shows.
  public func trace(of id: Correction.ID) -> Trace? { all.first { $0.correction.id == id } }

  /// What was corrected in a source.
  public func corrections(of source: Source.ID) -> [Correction] {
    ofSource[source, default: []].map { all[$0].correction }
  }

  /// What was corrected in a sentence that nobody is credited with.
  public func corrections(of sentence: UnattributedSentence.ID) -> [Correction] {
    ofSentence[sentence, default: []].map { all[$0].correction }
  }
}

extension CorrectionTraces {
  /// All attributions and sentences that are as the reader says, also where only their source is.
  public func items(in analysis: Analysis) -> Set<ReadingPosition.Item> {
    let attributions = analysis.attributions.filter { !corrections(of: $0).isEmpty }
    let sentences = analysis.unattributed.filter { !corrections(of: $0.id).isEmpty }
    return Set(attributions.map { .attribution($0.id) } + sentences.map { .sentence($0.id) })
  }
}

// MARK: - One correction

extension CorrectionTraces.Trace {
  fileprivate init(_ placed: PlacedCorrection, in analysis: Analysis) {
    correction = placed.correction
    func attributions(_ subjects: some Sequence<PlacedSubject?>) -> [Attribution.ID] {
      subjects.compactMap { subject in
        subject?.best(of: analysis.attributions) { ($0.cueSpans.first, $0.contentSpans) }
          .map { analysis.attributions[$0].id }
      }
    }
    func source(_ place: Int) -> [Source.ID] {
      let parties = correction.change.parties
      guard parties.indices.contains(place) else { return [] }
      return [analysis.source(parties[place], mentionedAt: placed.mentions[place])]
        .compactMap(\.self)
    }
    switch correction.change {
    case .speaker, .addition, .separation: self.attributions = attributions(placed.subjects)
    case .spans: self.attributions = attributions(placed.subjects.suffix(1))
    case .dismissal:
      let words = placed.subjects.first.flatMap { $0?.content } ?? []
      sentences = analysis.unattributed.filter { sentence in
        words.contains { $0.overlaps(sentence.span) }
      }.map(\.id)
    case .merger: sources = source(1)
    case .kind, .naming: sources = source(0)
    }
    let subject = placed.subjects.last ?? nil
    let spans = subject.map { $0.content.isEmpty ? [$0.cue].compactMap(\.self) : $0.content }
    place =
      spans?.extent
      ?? placed.mentions.compactMap(\.self).first
    isLost = placed.isLost || (correction.change.subjects.isEmpty && sources.isEmpty)
  }
}

extension Analysis {
  /// The source that a correction speaks of: the one mentioned there, or the one of that name.
  package func source(_ party: Correction.Party, mentionedAt place: Span?) -> Source.ID? {
    let here = place.flatMap { place in
      sources.first { source in source.mentions.contains { $0.overlaps(place) } }
    }
    if let here { return here.id }
    let name = party.name.lowercased()
    return sources.first { $0.name.lowercased() == name }?.id
  }
}
