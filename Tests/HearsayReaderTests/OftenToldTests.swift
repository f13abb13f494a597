import Foundation
import HearsayModel
import HearsayTestSupport
import Testing

@testable import HearsayReader

@Suite("What is said again and again")
struct OftenToldTests {
  @Test("The detail names twelve who say the same, and counts the rest")
  func detailOfAClaimToldThirtyTimes() throws {
    let times = 30
    let text = (1...times).map { "{source:\($0) The mayor} {cue:\($0) said} {content:\($0) no}." }
    var draft = AnalysisDraft(text.joined(separator: "\n\n"), title: nil, publisher: "Gazette")
    draft.source("mayor", "The mayor", .person, .described)
    for number in 1...times {
      draft.attribute(to: "mayor", .indirect, sameAs: number == 1 ? nil : 1)
    }
    var bench = try Bench.reading(draft.analysis(sentences: times), 60, 60)
    bench.perform(.nextAttribution)
    bench.press("Enter")
    #expect(bench.screen.text.components(separatedBy: "also said in").count - 1 == 12)
    #expect(bench.row(with: "and 17 more") != nil)
  }
}
