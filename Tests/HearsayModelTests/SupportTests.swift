import HearsayModel
import HearsayTestSupport
import Testing

@Suite("What the tests themselves stand on")
struct SupportTests {
  @Test func `A marked text is its words, with spans in bytes`() {
    let marked = MarkedText(#"{content:1 "É,"} {source she} \{sic\} {a {b x}y}"#)
    #expect(marked.text.string == #""É," she {sic} xy"#)
    #expect(marked.spans("content") == [Span(0, 5)])
    #expect(marked.spans("content", "2") == [])
    #expect(marked.marks.map(\.role) == ["content", "source", "a", "b"])
    #expect(marked.spans("a") == [Span(16, 18)])
    #expect(marked.text[marked.spans("b")[0]] == "x")
  }

  @Test func `A draft numbers what the test names, and counts the figures`() {
    let analysis = AnalysisDraft(
      "{source:1 Lund} {cue:1 said} {content:1 so}. {nobody:event It rained.}", title: nil,
      publisher: "Norrvik Post"
    ).with {
      $0.source("Lund", "Ana Lund", .person, .named)
      $0.attribute(to: "Lund", .indirect)
    }
    .analysis(sentences: 2)
    #expect(analysis.attributions[0].id.description == "a1")
    #expect(analysis.chainNames(of: analysis.attributions[0]) == ["Norrvik Post", "Ana Lund"])
    #expect(analysis.summary.namedPeople == 1)
    #expect(analysis.summary.words == 5)
    #expect(analysis.summary.unattributedWords == 2)
    #expect(analysis.unattributed.map(\.kind) == [.event])
  }
}
