package import HearsayModel

extension Document {
  /// The words of a span in lower case, marks left out.
  package func words(in span: Span) -> [String] {
    tokens[tokenRange(in: span)].filter { $0.kind == .word || $0.kind == .number }.map(\.lower)
  }

  /// The words of several spans.
  package func words(in spans: [Span]) -> [String] { spans.flatMap(words(in:)) }
}
