import HearsayModel
import HearsayNetwork
public import HearsayResources

/// The trained tagger: spans and links from the network, with boundaries set as the annotators set them.
///
/// An attribution is reported by the call that was asked for the paragraph of its cue, with all of its content,
/// even where some of that stands in the paragraph before. What the network was never shown, because its teachers
/// did not mark it, is left to rules: who was told, and attributions inside somebody else's words.
public struct ModelTagger: SpanTagger {
  private let network: Network
  private let rules: RulesTagger?

  /// The name and version that the model file states.
  public var name: String { network.name }

  /// The tagger in the model file at `path`; without `rules`, the network's findings alone.
  ///
  /// - Throws: an error whose description is one sentence, where the file cannot be used.
  public init(path: String, rules: RulesTagger? = nil) throws {
    network = try Network(path: path)
    self.rules = rules
  }

  /// The tagger that these resources hold; `nil` where they hold no model file.
  ///
  /// - Throws: an error whose description is one sentence, where the file is there and cannot be used.
  public init?(resources: Resources, rules: RulesTagger? = nil) throws {
    guard let file = resources.names(in: "model").last(where: { $0.hasSuffix(".model") }) else {
      return nil
    }
    try self.init(path: resources.path("model/\(file)"), rules: rules)
  }

  /// The attributions whose cues stand in `paragraphs`, in order of reading.
  public func attributions(in paragraphs: Range<Int>, of document: Document) -> [TaggedAttribution]
  {
    let edges = SpanEdges(document)
    let found = network.attributions(
      in: document.text.bytes, paragraphs: document.paragraphs.map(\.span.range),
      wanted: paragraphs
    ).map { found in
      TaggedAttribution(
        source: found.source.map { edges.source(Span($0)) },
        cue: edges.cue(Span(found.cue)),
        content: found.content.map { edges.content(Span($0)) },
        confidence: found.confidence)
    }
    let ruled = rules?.attributions(in: paragraphs, of: document) ?? []
    let told = found.map { adding(addresseeFrom: ruled, to: $0) }
    let added = ruled.filter { isMissing($0, from: found) }
    return (told + added).sorted { extent($0) < extent($1) }
  }
}

// MARK: - What rules add

extension ModelTagger {
  /// With the addressee that the rules found at the same cue.
  private func adding(
    addresseeFrom ruled: [TaggedAttribution], to attribution: TaggedAttribution
  ) -> TaggedAttribution {
    guard let cue = attribution.cue,
      let addressee = ruled.first(where: { $0.cue?.overlaps(cue) ?? false })?.addressee,
      !spans(of: attribution).contains(where: { $0.overlaps(addressee) })
    else { return attribution }
    var told = attribution
    told.addressee = addressee
    return told
  }

  /// Whether rules found what the network did not and should have: another voice inside somebody's content, or
  /// something they are rarely wrong about.
  private func isMissing(_ ruled: TaggedAttribution, from found: [TaggedAttribution]) -> Bool {
    guard let cue = ruled.cue, !found.contains(where: { $0.cue?.overlaps(cue) ?? false }) else {
      return false
    }
    return ruled.confidence >= Self.sureOfRules
      || found.contains { stands(ruled, inContentOf: $0) }
  }

  /// Where rules are right three times in four although the network is silent.
  private static let sureOfRules = 0.9

  /// Whether all of one attribution lies inside one piece of another's content.
  private func stands(
    _ inner: TaggedAttribution, inContentOf outer: TaggedAttribution
  ) -> Bool {
    outer.content.contains { content in spans(of: inner).allSatisfy { content.contains($0) } }
  }

  private func spans(of attribution: TaggedAttribution) -> [Span] {
    [attribution.source, attribution.cue].compactMap(\.self) + attribution.content
  }

  private func extent(_ attribution: TaggedAttribution) -> Span {
    spans(of: attribution).reduce(attribution.content[0]) { $0.union($1) }
  }
}
