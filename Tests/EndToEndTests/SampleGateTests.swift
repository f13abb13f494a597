import Foundation
import HearsayEngine
import HearsayIngest
import HearsayModel
import HearsayResources
import HearsayTestSupport
import Testing

/// What may not get worse: who said what in the bundled samples, as an editor reads them.
///
/// The bars stand a little under the figures of the day, so that a change of taste passes and a loss does not. Whoever
/// makes the machine better raises them.
@Suite("The bundled samples are read as an editor reads them")
struct SampleGateTests {
  private static let samples = [
    "1-border-envoy", "2-harbour-fire", "3-coalition-talks", "4-bribery-verdict", "5-cave-bats",
    "6-ferry-maker", "7-striker", "8-dam-report",
  ]

  @Test("Statements are found, with the right speaker, the right flags and few strangers")
  func figures() throws {
    let analyzer = try Analyzer(resources: .locate())
    var figures = SampleFigures()
    for sample in Self.samples {
      let path = Page.root.appendingPathComponent("Resources/samples/\(sample).txt").path
      let article = try #require(Ingest().articles(at: [path]).first).get()
      figures.differences.append("== \(sample)")
      try figures.add(analyzer.analyze(article), expecting: SampleExpectations(of: sample))
    }
    print(figures.differences.joined(separator: "\n"))
    print(
      "found \(figures.foundShare) who \(figures.speakerShare) flags \(figures.flags)",
      "strangers \(figures.strangers)")
    #expect(figures.named > 140)
    #expect(figures.foundShare >= 96.5)
    #expect(figures.speakerShare >= 95)
    #expect(figures.flags >= 75)
    #expect(figures.strangers <= 9)
  }

  @Test("An analysis that finds nothing, or credits everything to nobody, fails")
  func bars() throws {
    let path = Page.root.appendingPathComponent("Resources/samples/\(Self.samples[0]).txt").path
    let article = try #require(Ingest().articles(at: [path]).first).get()
    let expectations = try SampleExpectations(of: Self.samples[0])
    var analysis = try Analyzer(resources: .locate()).analyze(article)
    for index in analysis.attributions.indices {
      analysis.attributions[index].source = nil
      analysis.attributions[index].sourceSpans = []
      analysis.attributions[index].flags = []
    }
    var nobody = SampleFigures()
    try nobody.add(analysis, expecting: expectations)
    #expect(nobody.foundShare > 90 && nobody.speakerShare < 20 && nobody.flags == 0)
    analysis.attributions = []
    var nothing = SampleFigures()
    try nothing.add(analysis, expecting: expectations)
    #expect(nothing.foundShare == 0)
  }
}
