import HearsayEngine
import HearsayLanguage
import HearsayModel
import HearsayTestSupport
import Testing

@Suite("Which words belong to whom")
struct LinkingTests {
  let engine: SpanEngine

  init() throws {
    engine = try SpanEngine()
  }

  @Test(
    "A quotation after the speaker's sentence is the same attribution",
    arguments: [
      #"{content "We lost,"} {source Hale} {cue said}. {content "Next year we win."}"#,
      #"{content "We lost,"} {source Hale} {cue told} Radio Ely. {content "Some fear it will get worse. But we go on."}"#,
      "{content “We lost,”} {source Hale} {cue said}.\n\n{content “Next year we win.”}",
      "{content “We lost.}\n\n{content “We always lose,”} {source Hale} {cue said}.",
    ])
  func severalPieces(marked: String) {
    let text = MarkedText(marked)
    #expect(engine.said(in: text.plain) == text.attributions)
  }

  @Test("A quotation of several sentences is one piece")
  func severalSentences() {
    let said = engine.said(in: #"Roe added, "We met. A senior judge confirmed it.""#)
    #expect(
      said == [
        Said(source: "Roe", cue: "added", content: [#""We met. A senior judge confirmed it.""#])
      ])
  }

  @Test("The next speaker's quotation is not taken away")
  func nextSpeaker() {
    let text = MarkedText(
      #"{content1 "We lost,"} {source1 Hale} {cue1 said}. {content2 "We won,"} {source2 Roe} {cue2 said}."#
    )
    #expect(engine.said(in: text.plain) == text.attributions)
  }

  @Test("A quotation without a cue says whose speech it continues")
  func continuing() {
    let document = Document(
      Article(
        id: "test",
        text: ArticleText(
          "Hale said the club was poor. The stadium has been empty since May.\n\n"
            + "\"We have no money for players this year.\" The bank has been patient.")))
    let attributions = engine.linked(document)
    #expect(attributions.map(\.continues) == [nil, 0])
    #expect(attributions.last?.source == nil)
    #expect(attributions.last?.cue == nil)
  }

  @Test("The outlet stands outside, the person inside")
  func nesting() {
    let document = Document(
      Article(
        id: "test",
        text: ArticleText(
          "Another source revealed that the talks had failed, according to the newspaper.")))
    let attributions = engine.linked(document)
    #expect(
      attributions.map { $0.source.map { document.text[$0] } } == [
        "Another source", "the newspaper",
      ])
    #expect(attributions.map(\.within) == [1, nil])
  }

  @Test("What somebody thinks inside their own quotation is no further attribution")
  func ownWords() {
    #expect(
      engine.linked(
        Document(
          Article(id: "test", text: ArticleText(#""I think we said we would go," Hale said."#)))
      ).count == 1)
  }

  @Test(
    "The cue's sense comes from the word lists",
    arguments: [
      (
        "Hale vowed to go on.",
        CueSense(attitude: .intention)
      ),
      (
        "Hale claimed that he won.",
        CueSense(attitude: .statement, isLoaded: true)
      ),
      (
        "Hale denied that he lost.",
        CueSense(attitude: .statement, isDenial: true)
      ),
      (
        "Hale did not say whether he won.",
        CueSense(attitude: .statement, isDenial: true)
      ),
      (
        "Hale declined to comment.",
        CueSense(attitude: .statement, isReported: true)
      ),
      (
        "Hale fears that he lost.",
        CueSense(attitude: .belief)
      ),
    ])
  func senses(text: String, sense: CueSense) {
    let document = Document(Article(id: "test", text: ArticleText(text)))
    #expect(engine.linked(document).map(\.cueSense) == [sense])
  }

  @Test("The engine survives any text")
  func anyText() {
    for text in [
      "", "\"", "said", "said said said.", ", said.", "He said", "According to", "according to.",
      ": said:",
      "“said “said “said", "- —", "HALE:", "the the the said that that that", "(said)",
      "He said \"", "作者说：“你好”",
      String(repeating: "he said that ", count: 3_000),
      String(repeating: "a and ", count: 20_000) + "b said so.",
      "He spoke " + String(repeating: "out ", count: 20_000),
      String(repeating: "\"a,\" said b. ", count: 1_000),
    ] {
      let document = Document(Article(id: "test", text: ArticleText(text)))
      for attribution in engine.linked(document) {
        #expect(!attribution.content.isEmpty)
        #expect(attribution.content.allSatisfy { document.text.span.contains($0) })
      }
    }
  }
}
