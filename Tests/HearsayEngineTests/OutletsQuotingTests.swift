import HearsayModel
import HearsayResources
import HearsayTestSupport
import Testing

@testable import HearsayEngine

@Suite("Whose words an outlet says that it passes on")
struct OutletsQuotingTests {
  private let analyzer: Analyzer

  init() throws { analyzer = try Analyzer(resources: .locate()) }

  /// The names along the chain of every attribution, from the publisher to the source.
  private func chains(of text: String) -> [[String]] {
    let analysis = analyzer.analyze(
      Article(id: "test", publisher: "Harbour News", text: ArticleText(text)))
    return analysis.attributions.map { analysis.chainNames(of: $0) }
  }

  @Test(arguments: [
    (
      "Reuters, citing the ministry of transport, said that two boats had sunk.",
      ["Harbour News", "Reuters", "the ministry of transport"]
    ),
    (
      "According to Norpress news agency, quoting Mayor Ann Lee, the harbour is closed.",
      ["Harbour News", "Norpress news agency", "Mayor Ann Lee"]
    ),
    (
      "State media, citing police sources, reported that a man had been held.",
      ["Harbour News", "state media", "police sources"]
    ),
    (
      "According to Reuters, which cited sources close to the talks, the deal was off.",
      ["Harbour News", "Reuters", "sources close to the talks"]
    ),
    // Reasons are nobody, and a ministry is no outlet.
    (
      "Reuters, citing safety concerns, said that it would not print the names.",
      ["Harbour News", "Reuters"]
    ),
    (
      "The ministry, citing a lack of boats, said that the harbour was closed.",
      ["Harbour News", "the ministry"]
    ),
  ])
  func quotedByAnOutlet(text: String, chain: [String]) {
    #expect(Set(chains(of: text)) == [chain])
  }

  @Test(arguments: [
    (
      "In a Reuters interview, {source Ann Lee} {cue said} {content that she would run}.",
      ["Reuters: stated"]
    ),
    (
      "Speaking to Harbour.net, {source Ann Lee} {cue said} {content that she would run}.",
      ["Harbour.net: stated"]
    ),
    (
      "{source Ann Lee} {cue said} {content a pass was used by the man}, reported by Reuters as convicted and by CNN of fraud.",
      []
    ),
    (
      "{source Ann Lee} {cue said} {content that she would run}, as reported by Reuters.",
      ["Reuters: stated"]
    ),
    (
      "{source Ann Lee} {cue said} on Voice of America's Harbour Hour programme {content that she would run}.",
      ["Voice of America: stated"]
    ),
    (
      "{source Ann Lee} {cue said} on WHBR-TV {content that she would run}.",
      ["WHBR-TV: stated"]
    ),
  ])
  func onTheWay(marked: String, route: [String]) throws {
    #expect(try Workshop().analysis(marked, publisher: "Harbour News").routes == [route])
  }

  @Test(
    "An outlet that was spoken to is no part of what was said",
    arguments: [
      (
        "Mayor Ann Lee commented on the flood to The Guardian.", "the flood",
        ["Harbour News", "The Guardian", "Mayor Ann Lee"]
      ),
      (
        "Mayor Ann Lee confirmed the sale of the pier to Reuters.", "the sale of the pier",
        ["Harbour News", "Reuters", "Mayor Ann Lee"]
      ),
      // To whom the letter went is what she says.
      (
        "Mayor Ann Lee said that she wrote to Reuters.", "that she wrote to Reuters",
        ["Harbour News", "Mayor Ann Lee"]
      ),
    ])
  func toldToAnOutlet(text: String, content: String, chain: [String]) throws {
    let analysis = analyzer.analyze(
      Article(id: "test", publisher: "Harbour News", text: ArticleText(text)))
    let found = try #require(analysis.attributions.first)
    #expect(found.contentSpans.map { String(analysis.article.text[$0]) } == [content])
    #expect(analysis.chainNames(of: found) == chain)
  }
}
