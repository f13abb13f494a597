import HearsayEngine
import HearsayModel
import Testing

@Suite("Quotations that go on in the next paragraph without a new mark")
struct CarriedQuotationTests {
  private let engine: SpanEngine

  init() throws { engine = try SpanEngine() }

  @Test(
    "A mark that can only close ends what the paragraph before left open",
    arguments: [
      "Hale said, {content \"We lost the boat.}\n\n{content It is gone.\"} The harbour is shut.",
      "Hale said, {content “We lost the boat.}\n\n{content It is gone.”} The harbour is shut.",
    ])
  func carried(marked: String) {
    let text = MarkedText(marked)
    #expect(engine.said(in: text.plain).map(\.content) == text.attributions.map(\.content))
  }

  @Test("The next speaker of that paragraph keeps his own words")
  func nextSpeaker() {
    let text = MarkedText(
      "{source1 Hale} {cue1 said}, {content1 \"We lost the boat.}\n\n{content1 It is gone.\"} After the storm {source2 Roe} {cue2 said}, {content2 \"We won.\"}"
    )
    #expect(engine.said(in: text.plain) == text.attributions)
  }

  @Test("Where the next paragraph opens its own quotation, nothing is carried")
  func notCarried() {
    let said = engine.said(
      in: "Hale said, \"We lost the boat.\n\nThe harbour is shut. \"We won,\" Roe said.")
    #expect(said.map(\.content) == [["\"We lost the boat."], ["\"We won,\""]])
  }
}
