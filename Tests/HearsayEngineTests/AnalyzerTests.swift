import Foundation
import HearsayModel
import HearsayResources
import HearsayTestSupport
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
    #expect(analyzer.analyze(article(long), progress: { $0 < 0.7 }) == nil)
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

@Suite struct `Many threads may share an analyzer` {
  @Test func andAllReadTheSame() async throws {
    let analyzer = try Analyzer(resources: .locate())
    let article = Article(
      id: "sha256:test",
      text: ArticleText(
        "The mayor said the bridge was safe.\n\nA worker told Reuters that it was not."))
    let expected = analyzer.analyze(article)
    let analyses = await withTaskGroup(of: Analysis.self) { group in
      for _ in 0..<8 { group.addTask { analyzer.analyze(article) } }
      return await group.reduce(into: [Analysis]()) { $0.append($1) }
    }
    #expect(analyses.allSatisfy { $0 == expected })
  }
}

@Suite struct `Work grows with the length of a text, not with its square` {
  @Test func thousandsOfLikeSentencesAreCompared() throws {
    // The comparing is what takes long, not the network.
    let analyzer = try Analyzer(resources: .locate(), tagger: RulesTagger())
    let line = "The northern ferry hit the harbour wall on Monday, Ann Lee told Reuters."
    let text = Array(repeating: line, count: 2_000).joined(separator: "\n\n")
    let clock = ContinuousClock()
    let time = clock.measure {
      let analysis = analyzer.analyze(Article(id: "sha256:test", text: ArticleText(text)))
      #expect(analysis.attributions.count == 2_000)
      #expect(Set(analysis.attributions.compactMap(\.source)).count == 1)
    }
    // Seconds in a debug build; comparing each with each would take many minutes.
    #expect(time < .seconds(120))
  }
}

/// The article that started the project, where it is there.
private let relayedArticle = SharedFolder.path.flatMap {
  try? String(contentsOfFile: $0 + "/articles/hamas-baghdad.txt", encoding: .utf8)
}

@Suite(
  .enabled(
    if: relayedArticle != nil, "needs ../shared or HEARSAY_SHARED"))
struct `A relayed, anonymous article is seen through` {
  let analysis: Analysis

  init() throws {
    let text = try #require(relayedArticle)
    analysis = try Analyzer(resources: .locate())
      .analyze(Article(id: "sha256:test", text: ArticleText(text)))
  }

  @Test func `Nobody with a name is a source`() {
    #expect(!analysis.sources.contains { $0.kind == .person && $0.naming == .named })
    #expect(analysis.summary.flags.contains(.noNamedPerson))
  }

  @Test func `All that is relayed came through one outlet`() {
    let routes = Set(
      analysis.attributions.filter { $0.flags.contains(.relayed) }.flatMap {
        analysis.relays(of: $0)
      })
    #expect(routes.count == 1)
    #expect(analysis.summary.flags.contains(.oneOutletRelay))
    #expect(analysis.chainNames(of: analysis.attributions[0]).first == "Shafaq News")
  }

  @Test func `One claim is told twice, another is contradicted`() {
    #expect(analysis.claims.contains { $0.flags.contains(.duplicateClaim) })
    #expect(analysis.claims[0].related.contains { $0.relation == .conflict })
  }

  @Test func `Nine sentences have no source, and at most one of them is given one`() {
    #expect((8...9).contains(analysis.unattributed.count))
  }
}

/// What a progress closure was told.
private final class Shares: @unchecked Sendable {
  private let lock = NSLock()
  private var shares: [Double] = []

  func note(_ share: Double) { lock.withLock { shares.append(share) } }
  var all: [Double] { lock.withLock { shares } }
}
