import Foundation
import HearsayModel
import HearsayResources
import Testing

@testable import HearsayEngine

@Suite struct `An article is analysed from its words to its summary` {
  let analyzer: Analyzer
  init() throws { analyzer = try Analyzer(resources: .locate()) }

  private func article(_ text: String) -> Article {
    Article(id: "sha256:test", publisher: "Harbour News", text: ArticleText(text))
  }

  private let story = """
    Ferry hits wall in Bergen

    The northern ferry hit the harbour wall on Monday, Mayor Anna Lindqvist said.

    "Nobody was hurt," the mayor told reporters. "We were lucky."

    A crew member told Reuters that the brakes had failed. The ship is 40 years old.
    """

  @Test func `Who, how, by which way, and what nobody says`() {
    let analysis = analyzer.analyze(article(story))
    #expect(analysis.speakers.filter { $0 == "Mayor Anna Lindqvist" }.count == 2)
    #expect(analysis.speakers.last == "a crew member")
    #expect(analysis.routes.last == ["Reuters: stated"])
    #expect(
      analysis.unattributed.map { analysis.article.text[$0.span] } == ["The ship is 40 years old."])
    #expect(analysis.summary.namedPeople == 1)
    #expect(analysis.summary.relayed == 1)
    #expect(analysis.engine.model == analyzer.tagger.name)
  }

  @Test func `The same article gives the same bytes, and every name leads somewhere`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let first = try encoder.encode(analyzer.analyze(article(story)))
    let second = try encoder.encode(analyzer.analyze(article(story)))
    #expect(first == second)
    let analysis = try JSONDecoder().decode(Analysis.self, from: first)
    for attribution in analysis.attributions {
      #expect(attribution.chain.allSatisfy { analysis.source($0.source) != nil })
      #expect(analysis.claim(attribution.claim)?.attributions.contains(attribution.id) == true)
    }
  }

  @Test(arguments: [
    "", " \n \n", "\"", "“Unclosed and", "}{)(", "He said", "1. 2. 3.", "Ünïcödé “„« said Ω.",
    "and\nand\nand",
  ])
  func `Odd text is understood as far as it goes`(text: String) {
    let analysis = analyzer.analyze(article(text))
    #expect(analysis.summary.attributions == analysis.attributions.count)
  }

  @Test func `Progress grows, and false stops the work`() {
    let long = Array(repeating: story, count: 40).joined(separator: "\n\n")
    let seen = Shares()
    #expect(
      analyzer.analyze(
        article(long),
        progress: {
          seen.note($0); return true
        }) != nil)
    #expect(seen.all == seen.all.sorted())
    #expect(seen.all.first == 0)
    #expect(seen.all.last == 1)
    #expect(analyzer.analyze(article(long), progress: { $0 < 0.3 }) == nil)
  }

  @Test func `With and without news of progress the analysis is the same`() {
    #expect(
      analyzer.analyze(article(story), progress: { _ in true }) == analyzer.analyze(article(story)))
  }

  @Test func `An article whose every relayed word came through one outlet says so`() {
    let text = """
      A source told Reuters that the bank was sold on Friday morning.

      Sources told Reuters that the buyer was a fund from abroad.
      """
    #expect(analyzer.analyze(article(text)).summary.flags == [.oneOutletRelay, .noNamedPerson])
  }
}

/// What a progress closure was told.
private final class Shares: @unchecked Sendable {
  private let lock = NSLock()
  private var shares: [Double] = []

  func note(_ share: Double) { lock.withLock { shares.append(share) } }
  var all: [Double] { lock.withLock { shares } }
}
