import HearsayModel
import HearsayResources
import Testing

@testable import HearsayEngine

/// How sure a statement is rests on how it was told who speaks, and not on its spans alone.
@Suite struct CertaintyTests {
  private let analyzer: Analyzer

  init() throws { analyzer = try Analyzer(resources: .locate()) }

  /// How sure the attribution with these words is.
  private func confidence(of words: String, in text: String) throws -> Double {
    let analysis = analyzer.analyze(Article(id: "", text: ArticleText(text)))
    let found = analysis.attributions.first { attribution in
      attribution.contentSpans.contains { analysis.article.text[$0].contains(words) }
    }
    return try #require(found).confidence
  }

  @Test func `A name is surer than a pronoun that fits two`() throws {
    let text = """
      Ingrid Halvorsen, the harbour master, met Petra Moe on Monday. She said the crane had been checked twice. \
      Halvorsen said the quay would open in June.
      """
    let pronoun = try confidence(of: "the crane", in: text)
    let name = try confidence(of: "the quay", in: text)
    #expect(name > 0.9)
    #expect(pronoun < 0.9)
    #expect(pronoun < name)
  }

  @Test func `A quotation without a cue is never sure`() throws {
    let text = """
      Jonas Brekke said the bakery would close in May. Signe Dahl shook her head. “We have tried everything.”
      """
    #expect(try confidence(of: "tried everything", in: text) < 0.5)
  }

  @Test func `Nobody is surer of who speaks than the reader who said it`() throws {
    var desk = try KeptCorrections(
      """
      Ingrid Halvorsen, the harbour master, met Petra Moe. {source She} {cue said} {content the crane was safe}.
      """)
    let before = try #require(desk.analysis.attributions.first).confidence
    desk.correct(
      .speaker(of: try desk.subject("the crane"), is: .source(.init(name: "Petra Moe"))))
    let after = try #require(desk.analysis.attributions.first).confidence
    #expect(before < after)
  }
}
