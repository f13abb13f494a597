import HearsayModel
import HearsayNetwork
public import HearsayResources

/// The trained tagger: spans and links from the network, with boundaries set as the annotators set them.
///
/// An attribution is reported by the call that was asked for the paragraph of its cue, with all of its content,
/// even where some of that stands in the paragraph before.
public struct ModelTagger: SpanTagger {
  private let network: Network

  /// The name and version that the model file states.
  public var name: String { network.name }

  /// The tagger in the model file at `path`.
  ///
  /// - Throws: an error whose description is one sentence, where the file cannot be used.
  public init(path: String) throws {
    network = try Network(path: path)
  }

  /// The tagger that these resources hold; `nil` where they hold no model file.
  ///
  /// - Throws: an error whose description is one sentence, where the file is there and cannot be used.
  public init?(resources: Resources) throws {
    guard let file = resources.names(in: "model").last(where: { $0.hasSuffix(".model") }) else {
      return nil
    }
    try self.init(path: resources.path("model/\(file)"))
  }

  /// The attributions whose cues stand in `paragraphs`, in order of reading.
  public func attributions(in paragraphs: Range<Int>, of document: Document) -> [TaggedAttribution]
  {
    let found = network.attributions(
      in: document.text.bytes, paragraphs: document.paragraphs.map(\.span.range),
      wanted: paragraphs)
    let edges = SpanEdges(document)
    return found.map { found in
      TaggedAttribution(
        source: found.source.map { edges.source(Span($0)) },
        cue: edges.cue(Span(found.cue)),
        content: found.content.map { edges.content(Span($0)) },
        confidence: found.confidence)
    }.sorted { extent($0) < extent($1) }
  }

  private func extent(_ attribution: TaggedAttribution) -> Span {
    ([attribution.source, attribution.cue].compactMap(\.self) + attribution.content)
      .reduce(attribution.content[0]) { $0.union($1) }
  }
}
