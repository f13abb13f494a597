import Foundation
import HearsayModel
import HearsayTestSupport
import Testing

@Suite("Marks and positions")
struct MarksAndPositionsTests {
  @Test func `An anchor keeps the words with 32 characters on both sides`() {
    let marked = MarkedText(
      "🌉 “We had no choice,” she told reporters at the quay, {x and the cracks are long}, very long."
    )
    let anchor = Mark.Anchor(marked.spans("x")[0], in: marked.text)
    #expect(anchor.exact == "and the cracks are long")
    #expect(anchor.prefix == " she told reporters at the quay, ".suffix(32))
    #expect(anchor.suffix == ", very long.")
    #expect(anchor.span == marked.spans("x")[0])
  }

  @Test func `A mark comes back from JSON as it went in`() throws {
    let moment = Date(timeIntervalSinceReferenceDate: 768_000_000.25)
    let mark = Mark(
      article: Analysis.sample.article.id,
      anchor: Mark.Anchor(Span(17, 60), in: Analysis.sample.article.text),
      snapshot: Mark.Snapshot(
        articleTitle: "Norrvik closes its harbour bridge", publisher: nil, published: nil,
        location: nil, source: "Mayor Ana Lund", cue: "told", manner: .direct, kind: .person,
        naming: .named, chain: ["Norrvik Post", "Mayor Ana Lund"], flags: [.hearsay],
        engine: "0.1.0"),
      status: .waiting, note: "Ask for the minutes. ☎", tags: ["bridge", "minutes"],
      created: moment, modified: moment)
    let json = try JSONEncoder().encode(mark)
    #expect(try JSONDecoder().decode(Mark.self, from: json) == mark)
  }

  @Test(arguments: ["a5", "u12"])
  func `What is selected is written as its short name`(name: String) {
    #expect(ReadingPosition.Item(name)?.description == name)
  }

  @Test(arguments: ["", "a", "a0", "s3", "a-1", "a5 ", "ä5"])
  func `A name of something else selects nothing`(name: String) {
    #expect(ReadingPosition.Item(name) == nil)
  }
}
