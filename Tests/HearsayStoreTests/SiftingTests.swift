import Foundation
import HearsayModel
import HearsayStore
import HearsayTestSupport
import Testing

@Suite("Filters over the library")
struct SiftingTests {
  let analysis = Analysis.sample
  let store: Store

  init() throws {
    store = try .inMemory()
    try store.save(analysis.article, readAt: .now)
    try store.save(analysis)
    try store.save(.story(1), readAt: .now)
    for mark in Mark.samples { try store.save(mark) }
  }

  /// What the open article would say.
  private func passing(_ filter: Filter) throws -> Int {
    func mark(_ span: Span) -> Mark? { Mark.samples.first { $0.anchor.span == span } }
    let facts =
      analysis.attributions.map { attribution in
        let said = attribution.contentSpans
        let whole = said.dropFirst().reduce(said[0]) { $0.union($1) }
        return Filter.Facts(attribution, in: analysis, mark: mark(whole) ?? mark(said[0]))
      } + analysis.unattributed.map { Filter.Facts($0, in: analysis, mark: mark($0.span)) }
    return try filter.passing(facts).count
  }

  @Test(
    "The library answers as the open article does",
    arguments: [
      "", "naming:bare", "naming:named,described", "not naming:bare", "kind:person", "kind:outlet",
      "relayed:yes", "relayed:no", "relayed:1", "relayed:2", "manner:direct", "-manner:direct",
      "attitude:belief", "certainty:denied", "certainty:hedged", "flag:conflict", "flag:any",
      "flag:high", "flag:medium", "not flag:any", "support:document", "unattributed:yes",
      "unattributed:no", "unattributed:event", "not unattributed:framing", "sure:<90", "sure:>90",
      "source:lund", "source:/^a /", "source:北方", "-source:lund", "through:kustbladet",
      "not through:kustbladet", "text:\"town hall\"", "text:/crown|crack/", "text:/Crack/",
      "bridge", "lund or bridge", "naming:named manner:direct",
      "(lund or bridge) relayed:no",
      "text:\"no choice but to close it\"",
    ])
  func sameAnswer(text: String) throws {
    let filter = try Filter(text)
    let found = try store.sift(filter)
    #expect(try found.passing[analysis.article.id] ?? 0 == passing(filter))
    #expect(found.passing["sha256:1"] == nil)
    #expect(found.unknown == 1)
  }

  @Test(
    "Marks are asked too",
    arguments: [
      ("marked:yes", 3), ("marked:todo", 2), ("marked:open", 2), ("marked:confirmed", 1),
      ("marked:dropped", 0), ("note:tender", 1), ("note:/ask/", 1), ("note:/ASK/", 0),
      ("tag:tender", 1),
      ("tag:\"ask again\"", 1), ("tag:北方", 1), ("marked:yes naming:bare", 1),
      ("not marked:yes", 14),
      ("marked:no naming:bare", 2),
    ])
  func marks(text: String, count: Int) throws {
    #expect(try store.sift(Filter(text)).passing[analysis.article.id] ?? 0 == count)
  }

  @Test("A mark on an article that nobody analysed counts by what it keeps")
  func loneMark() throws {
    try store.save(Mark.sample(on: "sha256:1"))
    #expect(
      try store.sift(Filter("marked:waiting naming:bare relayed:yes")).passing == ["sha256:1": 1])
    #expect(try store.sift(Filter("marked:yes through:kust flag:relayed")).passing["sha256:1"] == 1)
    #expect(try store.sift(Filter("marked:yes flag:conflict")).passing["sha256:1"] == nil)
  }

  @Test("What was set right is found as the open article finds it")
  func corrected() throws {
    let store = try Store.inMemory()
    let corrected = Analysis.correctedSample
    try store.save(corrected.article, readAt: .now)
    for correction in Correction.samples { try store.save(correction) }
    try store.save(corrected, correcting: Correction.samples)
    try store.save(.story(1), readAt: .now)
    let traces = CorrectionTraces(Correction.samples, in: corrected)
    let facts =
      corrected.attributions.map {
        Filter.Facts($0, in: corrected, isCorrected: !traces.corrections(of: $0).isEmpty)
      }
      + corrected.unattributed.map {
        Filter.Facts($0, in: corrected, isCorrected: !traces.corrections(of: $0.id).isEmpty)
      }
    for text in [
      "corrected:yes", "corrected:no", "not corrected:yes", "corrected:yes naming:named",
      "corrected:yes or manner:direct",
    ] {
      let filter = try Filter(text)
      let count = try filter.passing(facts).count
      #expect(count > 0, "\(text)")
      #expect(try store.sift(filter).passing[corrected.article.id] == count, "\(text)")
    }
    // Nothing was set right in an analysis that nobody corrected.
    #expect(try self.store.sift(Filter("corrected:yes")).passing.isEmpty)
  }
}
