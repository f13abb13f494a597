import HearsayModel

/// A row of the list of who said what: an attribution, or a sentence that nobody is credited with.
struct Item: Hashable, Sendable {
  enum Subject: Hashable, Sendable {
    /// By its place in the analysis.
    case attribution(Int)
    case sentence(Int)
  }

  var subject: Subject
  /// From its first word to its last.
  var extent: Span
  /// The words that a mark is put on: what is said.
  var said: Span
  /// Its place among the sources; `nil` for nobody.
  var source: Int?
  /// Whether a flag of the highest level stands on it.
  var isGrave: Bool

  var isAttribution: Bool {
    if case .attribution = subject { true } else { false }
  }
}

extension Item {
  /// All rows of an analysis, in order of reading.
  static func all(of analysis: Analysis) -> [Item] {
    let places = Dictionary(
      analysis.sources.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let length = analysis.article.text.count

    let attributions = analysis.attributions.enumerated().map { index, attribution in
      let said = attribution.contentSpans.extent ?? attribution.extent
      return Item(
        subject: .attribution(index), extent: attribution.extent.clipped(to: length),
        said: said.clipped(to: length), source: attribution.source.flatMap { places[$0] },
        isGrave: analysis.flags(of: attribution).first?.level == .high)
    }
    let sentences = analysis.unattributed.enumerated().map { index, sentence in
      let isGrave = analysis.claim(sentence.claim)?.flags.first?.level == .high
      let span = sentence.span.clipped(to: length)
      return Item(
        subject: .sentence(index), extent: span, said: span, source: nil, isGrave: isGrave)
    }
    return (attributions + sentences).sorted {
      ($0.extent.start, $0.isAttribution ? 0 : 1) < ($1.extent.start, $1.isAttribution ? 0 : 1)
    }
  }
}

extension Span {
  /// What of it lies in a text of `length` bytes.
  func clipped(to length: Int) -> Span { Span(min(start, length), min(end, length)) }
}
