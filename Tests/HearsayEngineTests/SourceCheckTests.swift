import HearsayLanguage
import HearsayModel
import HearsayResources
import HearsayTestSupport
import Testing

@testable import HearsayEngine

@Suite("Who can be a source, whatever the tagger says")
struct SourceCheckTests {
  private let analyzer: Analyzer

  init() throws { analyzer = try Analyzer(resources: .locate()) }

  private func sources(of text: String) -> [String?] {
    let analysis = analyzer.analyze(Article(id: "test", text: ArticleText(text)))
    return analysis.attributions.map { attribution in
      analysis.sources.first { $0.id == attribution.source }?.name
    }
  }

  @Test(
    "Words that nobody would take for a speaker say nothing",
    arguments: [
      "You know what the bridge cost last year.",
      "Who would have believed that the bridge would hold?",
      "Whom do you most admire and why?",
      "Lund was known for his use of two oars.",
      "A group called the Harbour Friends met in the old hall.",
      "Hale runs a firm called eHarbour, which helps boat builders.",
      "Hungary started a programme dubbed \"Clear Water\" in May.",
    ])
  func nobody(text: String) {
    #expect(sources(of: text) == [])
  }

  @Test("An article alone is nobody")
  func article() throws {
    let document = Document(
      Article(id: "test", text: ArticleText("The first charged him with fraud.")))
    let tagged = { (end: Int) in
      TaggedAttribution(
        source: Span(0, end), cue: Span(10, 17), content: [Span(18, 32)], confidence: 0.95)
    }
    let check = SourceCheck(lexicon: try PeopleLexicon(.locate()))
    #expect(check.doubts(about: tagged(3), in: document) == [.noSource])
    #expect(check.doubts(about: tagged(9), in: document) == [])
  }

  @Test("An age between a name and *who* does not hide the name")
  func age() {
    #expect(
      sources(of: "Another passenger was Thomas Lund, 24, who said that the boat had been full.")
        == ["Thomas Lund"])
  }

  @Test(
    "The newspaper, the agency and state media are whom they can be",
    arguments: [
      (
        "Reuters counted the boats. The agency said it got no answer.", ["Reuters"]
      ),
      (
        "The Times said the deal was off. State media said it would be signed.",
        ["The Times", "state media"]
      ),
      ("According to Norpress news agency, two men were held.", ["Norpress news agency"]),
      (
        "Hale met Ann Roe's lawyers, who argued that the sale was void.", ["Ann Roe's lawyers"]
      ),
      (
        "An MP, who sat in the back, said the vote was close.", ["an MP"]
      ),
    ])
  func taken(text: String, speakers: [String?]) {
    #expect(sources(of: text) == speakers)
  }

  @Test("The day before a name is no part of it")
  func day() {
    #expect(
      sources(of: "On February 1 Blue Heron Services said the files were safe.")
        == ["Blue Heron Services"])
  }

  @Test("The company takes up a lone name that nothing showed to be a person's")
  func company() {
    let analysis = analyzer.analyze(
      Article(
        id: "test",
        text: ArticleText(
          "Hirtenfels said the plant would close in May. The company said it had no orders left.")))
    #expect(analysis.attributions.map(\.source).count == 2)
    #expect(Set(analysis.attributions.compactMap(\.source)).count == 1)
    #expect(analysis.sources.first?.kind == .organisation)
  }

  @Test("Where nobody is credited the chain ends at the publisher")
  func nobodyCredited() throws {
    let analysis = try Workshop().analysis(
      "{content The ferry} {cue was reportedly} {content sold}, {to The Guardian} was told.")
    #expect(analysis.attributions[0].source == nil)
    #expect(analysis.attributions[0].chain.count <= 1)
  }
}
