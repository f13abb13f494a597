import Foundation
import HearsayModel
import HearsayReader
import HearsayTestSupport
import Testing

/// What stands in a question when the terminal goes away.
struct CutShortTests {
  private func kept(_ bench: Bench) -> Mark? {
    bench.effects.reversed().lazy.compactMap {
      if case .saveMark(let mark) = $0 { mark } else { nil }
    }
    .first
  }

  @Test("A note that was typed and not entered is kept when the terminal goes away")
  func aNoteIsKeptWhenTheTerminalGoes() throws {
    var bench = try Bench.reading(.sample, 100, 30)
    bench.press("Tab +")
    bench.type("ask the mayor ")
    bench.end()
    #expect(kept(bench)?.notes.map(\.text) == ["ask the mayor"])
    // Once: what is kept is asked for no more.
    bench.forgetEffects()
    bench.end()
    #expect(bench.effects.isEmpty)
  }

  @Test("A note that was being changed stays beside what was typed over it")
  func aNoteBeingChangedStays() throws {
    var bench = try Bench.reading(.sample, 100, 30)
    bench.press("Tab +")
    bench.type("Which of the two contracts?")
    bench.press("Enter T")
    bench.press("j j j j Enter C-u")
    bench.type("The second contract")
    bench.end()
    #expect(
      kept(bench)?.notes.map(\.text) == ["Which of the two contracts?", "The second contract"])
  }

  @Test(
    "What says nothing new keeps nothing when the terminal goes away",
    arguments: [
      "Tab +", "Tab + Space Space", "Tab D f r i", "Tab Hash a", "Tab E", "/ a", "Tab t", "",
    ])
  func nothingTypedKeepsNothing(keys: String) throws {
    var bench = try Bench.reading(.sample, 100, 30)
    bench.press(keys)
    bench.forgetEffects()
    bench.end()
    #expect(bench.deeds.isEmpty)
  }
}
