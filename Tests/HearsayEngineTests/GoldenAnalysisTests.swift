import Foundation
import HearsayLanguage
import HearsayModel
import HearsayResources
import HearsayTestSupport
import Testing

@testable import HearsayEngine

/// What the engine finds in the bundled samples, as digests beside the number of the rules that found it.
///
/// Where the analyses change and the number doesn't, readers would go on to see what an earlier engine found. So a new record is
/// written only under a new number, or where it is the word lists or the model that changed, which the fingerprint knows by itself.
@Suite("The analyses of the samples")
struct GoldenAnalysisTests {
  private static let record = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots/analyses.txt")

  @Test("They change only when the engine's fingerprint does")
  func changeWithTheFingerprint() throws {
    let resources = try Resources.locate()
    let trained = try Analyzer(resources: resources)
    let rules = try Analyzer(resources: resources, tagger: RulesTagger())
    var found = ["engine \(trained.engine.version)"]
    for (name, analyzer) in [("trained", trained), ("rules", rules)] {
      for sample in resources.names(in: "samples") where sample.hasSuffix(".txt") {
        found.append("\(name) \(sample) \(try digest(of: sample, in: resources, by: analyzer))")
      }
    }
    let recorded = try String(contentsOf: Self.record, encoding: .utf8).split(separator: "\n").map(
      String.init)
    guard found.dropFirst() != recorded.dropFirst() else { return }
    let changed = found.dropFirst().filter { !recorded.contains($0) }.map {
      $0.split(separator: " ").prefix(2).joined(separator: " ")
    }
    guard found[0] != recorded.first else {
      Issue.record(
        """
        The analyses of \(changed.joined(separator: ", ")) are others, and the fingerprint is the same: raise \
        EngineFingerprint.rules, so that kept analyses are made anew.
        """)
      return
    }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try Data((found.joined(separator: "\n") + "\n").utf8).write(to: Self.record)
    }
    Issue.record(
      """
      The analyses of \(changed.joined(separator: ", ")) are others. Where they should be: \
      RECORD_SNAPSHOTS=1 swift test --filter GoldenAnalysis.
      """)
  }

  private func digest(
    of sample: String, in resources: Resources, by analyzer: Analyzer
  ) throws -> String {
    let text = ArticleText(try resources.text("samples/\(sample)"))
    var analysis = analyzer.analyze(
      Article(id: "sha256:sample", publisher: "Meridian News", text: text))
    analysis.engine = EngineVersion(version: "", model: "")
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in try encoder.encode(analysis) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(value, radix: 16)
  }
}
