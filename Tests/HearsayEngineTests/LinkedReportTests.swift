import HearsayModel
import Testing

@testable import HearsayEngine

@Suite("A report that is linked can be followed")
struct LinkedReportTests {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  private static let nurse =
    "{source A night nurse} {cue told} {to Reuters} {content the ward had closed}."

  @Test(arguments: ["Reuters", "told"])
  func `A link on the outlet or the cue is the way to the report`(words: String) {
    let analysis = workshop.analysis(
      Self.nurse, publisher: "Harbour News", links: [words: "https://reuters.example/ward"])
    let attribution = analysis.attributions[0]
    #expect(attribution.flags.contains(.relayed))
    #expect(!attribution.flags.contains(.relayedNoLink))
    #expect(
      attribution.chain.map(\.address)
        == attribution.chain.map {
          $0.basis == .stated && $0.source != attribution.source
            ? "https://reuters.example/ward" : nil
        })
  }

  @Test(arguments: [
    ("the ward had closed", "https://reuters.example/ward"),
    ("Reuters", "https://harbour-news.example/topics/reuters"),
  ])
  func `A link within what is said, or to the article's own site, leads to no report`(
    words: String, address: String
  ) {
    let analysis = workshop.analysis(
      Self.nurse, publisher: "Harbour News", url: "https://www.harbour-news.example/ward",
      links: [words: address])
    #expect(analysis.attributions[0].flags.contains(.relayedNoLink))
    #expect(analysis.attributions[0].chain.allSatisfy { $0.address == nil })
  }

  @Test func `A link in another sentence is not taken`() {
    let analysis = workshop.analysis(
      Self.nurse + "\nThe hospital has two hundred beds.", publisher: "Harbour News",
      links: ["hospital": "https://hospital.example"])
    #expect(analysis.attributions[0].flags.contains(.relayedNoLink))
  }
}
