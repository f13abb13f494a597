import HearsayModel
import HearsayText

/// Which quotations stand in somebody's content already. What is attributed inside a quotation takes nothing from it.
struct TakenQuotations {
  private let spans: [(span: Span, attribution: Int)]
  private let cues: [Span?]
  private var added: [Span: Int] = [:]

  init(_ tagged: [TaggedAttribution]) {
    cues = tagged.map(\.cue)
    spans = tagged.enumerated().flatMap { index, attribution in
      (attribution.spans + [attribution.addressee].compactMap(\.self)).map { ($0, index) }
    }.sorted { $0.0 < $1.0 }
  }

  /// Notes that an attribution has this quotation.
  mutating func add(_ span: Span, _ attribution: Int) { added[span] = attribution }

  /// The attribution that has some of these words.
  func attribution(of span: Span) -> Int? {
    if let index = added[span] { return index }
    let end = spans.partitioningIndex { $0.span.start >= span.end }
    return spans[..<end].suffix(LinkingSettings.spansLookedAt).last { taken in
      taken.span.overlaps(span) && cues[taken.attribution].map(span.contains) != true
    }?.attribution
  }
}
