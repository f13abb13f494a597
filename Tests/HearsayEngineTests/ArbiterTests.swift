import HearsayModel
import Testing

@testable import HearsayEngine

@Suite("Which of the proposed attributions are shown")
struct ArbiterTests {
  private func isShown(_ confidence: Double, _ grounds: Set<Ground>, pin: Int? = nil) -> Bool {
    var proposed = TaggedAttribution(
      source: Span(0, 3), cue: Span(4, 8), content: [Span(9, 12)], confidence: confidence)
    proposed.grounds = grounds
    proposed.pin = pin
    return Arbiter().shows(proposed)
  }

  @Test("Rules alone have to be surer than the network, unless more speaks for them")
  func rulesAlone() {
    #expect(isShown(0.5, [.network]))
    #expect(!isShown(0.5, [.rulesAlone]))
    #expect(isShown(0.6, [.rulesAlone, .passesOn]))
    #expect(isShown(0.1, [.rulesAlone, .addressee]))
  }

  @Test("A doubt outweighs all that speaks for it, and the gravest doubt counts")
  func doubts() {
    #expect(!isShown(0.8, [.network, .unlikelySource]))
    #expect(isShown(0.95, [.network, .unlikelySource]))
    #expect(isShown(0.87, [.network, .withinWords]))
    #expect(!isShown(0.87, [.network, .withinWords, .unlikelySource]))
    #expect(!isShown(1, [.network, .addressee, .filler]))
  }

  @Test("Nobody doubts what the reader has looked at")
  func pinned() {
    #expect(isShown(0, [.rulesAlone, .filler, .noSource], pin: 0))
  }

  @Test("Where both found it and mean the same, it is as sure as the surer")
  func agreement() {
    #expect(Arbiter().confidence(network: 0.6, rules: 0.9, agree: true) == 0.9)
    #expect(Arbiter().confidence(network: 0.6, rules: 0.9, agree: false) == 0.6)
  }
}
