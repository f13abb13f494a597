import Foundation
import HearsayModel
import HearsayStore
import HearsayTestSupport
import Testing

@Suite("Corrections are kept")
struct CorrectionTests {
  let store: Store
  let monday = Date(timeIntervalSinceReferenceDate: 768_000_000)

  init() throws { store = try Store.inMemory() }

  /// One of every kind.
  private var all: [Correction] {
    let text = ArticleText("The ferry left, she said, 北方建設 too.")
    let subject = Correction.Subject(
      source: Span(16, 19), cue: Span(20, 24), content: [Span(0, 14)], in: text)
    let party = Correction.Party(name: "the ferry's master", kind: .person, naming: .described)
    let changes: [Correction.Change] = [
      .speaker(of: subject, is: .source(party)), .speaker(of: subject, is: .nobody),
      .dismissal(of: subject), .spans(of: subject, are: subject),
      .addition(of: subject, by: .source(.init(name: "北方建設"))), .merger(of: party, into: party),
      .separation(of: [subject, subject], from: party), .kind(of: party, is: .organisation),
      .naming(of: party, is: .withheld),
    ]
    return changes.enumerated().map { .sample($0 + 1, $1) }
  }

  @Test("Each as it was made, in the order in which they were made")
  func comeBack() throws {
    for correction in all.reversed() { try store.save(correction) }
    #expect(try store.corrections() == all)
  }

  @Test("One that was taken back is gone, and comes back when it is saved again")
  func takenBack() throws {
    let correction = all[0]
    try store.save(correction)
    try store.removeCorrection(correction.id)
    #expect(try store.corrections().isEmpty)
    try store.save(correction)
    #expect(try store.corrections() == [correction])
  }

  @Test("An analysis counts only with the corrections that are in it")
  func analyses() throws {
    let engine = Analysis.sample.engine
    let id = Analysis.sample.article.id
    let corrections = Correction.samples
    try store.save(Analysis.sample.article, readAt: monday)
    try store.save(.sample)
    #expect(try store.analysis(of: id, by: engine) == .sample)
    #expect(try store.analysis(of: id, by: engine, correcting: corrections) == nil)
    try store.save(.correctedSample, correcting: corrections)
    #expect(
      try store.analysis(of: id, by: engine, correcting: corrections.reversed()) == .correctedSample
    )
    #expect(try store.analysis(of: id, by: engine) == nil)
    #expect(
      try store.analysis(of: id, by: engine, correcting: Array(corrections.dropLast())) == nil)
  }
}
