import HearsayModel
import HearsayTestSupport
import Testing

@Suite("What a reader is told in words")
struct WordingTests {
  @Test func `The sourcing of an article in one line`() {
    #expect(
      Analysis.sample.sourcingWords == [
        "1 named person", "5 of 11 attributions unnamed", "2 through Kustbladet", "7 sources",
        "5 of 16 sentences unattributed",
      ])
  }

  @Test func `One of a kind, none at all, and several outlets`() {
    let analysis = AnalysisDraft(
      "{content:1 a} {content:2 b}", title: nil, publisher: "Norrvik Post"
    ).with {
      $0.source("TT", "TT", .outlet, .named)
      $0.source("NTB", "NTB", .outlet, .named)
      $0.attribute(to: "TT", .indirect)
      $0.attribute(to: "NTB", .indirect)
    }
    .analysis(sentences: 1)
    #expect(
      analysis.sourcingWords == [
        "no named person", "2 attributions, none unnamed", "2 relayed", "2 sources",
        "0 of 1 sentence unattributed",
      ])
  }

  @Test(arguments: [
    ("2024-06-13", "13 June 2024"), ("2025-01-02T03:04:05Z", "2 January 2025"),
    ("2025-13-02", "2025-13-02"), ("yesterday", "yesterday"), ("", ""), ("2025-05", "2025-05"),
    ("-5-5-5", "-5-5-5"),
  ])
  func `A day as a reader writes it; anything else as it is`(date: String, words: String) {
    #expect(dayWords(date) == words)
  }

  @Test func `The publisher's own words are no relay, even where its name comes up again`() {
    let analysis = AnalysisDraft(
      "{content:1 It rained}, {source:1 a caller} {cue:1 told} {addressee:1 the Post}.", title: nil,
      publisher: "Norrvik Post"
    ).with {
      $0.source("caller", "a caller", .person, .bare)
      $0.attribute(to: "caller", .indirect, through: [("publisher", .stated)])
    }
    .analysis(sentences: 1)
    #expect(analysis.relays(of: analysis.attributions[0]) == [])
    #expect(analysis.summary.relayed == 0)
  }
}
