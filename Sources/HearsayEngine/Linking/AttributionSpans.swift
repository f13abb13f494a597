import HearsayModel

/// The words of an attribution on its way to the analysis, whoever found them.
protocol AttributionSpans {
  /// The words that name the source; `nil` where none is expressed.
  var source: Span? { get }
  /// The words that hand the content to the source; `nil` for a quotation without a cue of its own.
  var cue: Span? { get }
  /// What is attributed, piece by piece.
  var content: [Span] { get }
}

extension TaggedAttribution: AttributionSpans {}
extension LinkedAttribution: AttributionSpans {}

extension AttributionSpans {
  /// Source, cue and content.
  var spans: [Span] { [source, cue].compactMap(\.self) + content }

  /// From its first word to its last, whatever stands between.
  var extent: Span { spans.extent ?? Span(0, 0) }

  /// Where its first word starts.
  var start: Int { extent.start }

  /// Whether all of another attribution lies inside one piece of this one's content.
  func holds(_ inner: some AttributionSpans) -> Bool {
    content.contains { piece in inner.spans.allSatisfy { piece.contains($0) } }
  }
}
