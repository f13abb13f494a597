import HearsayModel
import HearsayResources
import Testing

@Suite("What holds of every analysis")
struct InvariantTests {
  private func samples() throws -> [ReadText] {
    let resources = try Resources.locate()
    return try resources.names(in: "samples").filter { $0.hasSuffix(".txt") }
      .map { try ReadText(resources.text("samples/\($0)")) }
  }

  @Test func `No words stand in two mouths, and what is nested lies inside`() throws {
    for read in try samples() {
      let all = read.analysis.attributions
      let tops = all.filter { $0.within == nil }
      for (place, one) in tops.enumerated() {
        for other in tops.dropFirst(place + 1) {
          let isShared = one.contentSpans.contains { piece in
            other.contentSpans.contains { $0.overlaps(piece) }
          }
          #expect(!isShared, "\(one.id) and \(other.id) have the same words")
        }
      }
      for inner in all {
        guard let outer = inner.within.flatMap({ id in all.first { $0.id == id } }) else {
          continue
        }
        let isInside = (inner.cueSpans + inner.contentSpans).allSatisfy { span in
          outer.contentSpans.contains { $0.contains(span) }
        }
        #expect(isInside, "\(inner.id) stands in \(outer.id)")
      }
    }
  }

  @Test func `Every place is one of the text`() throws {
    for read in try samples() {
      let text = read.analysis.article.text.span
      let spans = read.analysis.attributions.flatMap {
        $0.sourceSpans + $0.cueSpans + $0.contentSpans
      }
      #expect(spans.allSatisfy { text.contains($0) && !$0.isEmpty })
    }
  }
}
