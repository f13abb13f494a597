import HearsayModel
import Testing

@Suite("What was said, as it can stand by itself")
struct SayingTests {
  private func text(
    _ cue: String?, _ manner: Manner?, _ words: String, stance: Stance? = nil,
    context: String? = nil, _ signs: SignSet = .unicode
  ) -> String {
    Saying(cue: cue, manner: manner, stance: stance, words: words, context: context)
      .text(in: signs)
  }

  @Test func `Words that are no direct quotation have their verb before them`() {
    #expect(
      text("denies", .indirect, "that the ferry was late") == "denies › that the ferry was late")
    #expect(text("condemned", .reported, "the sale") == "condemned › the sale")
    #expect(text("called", .mixed, "the sale “a gift”") == "called › the sale “a gift”")
    #expect(text("denies", .indirect, "it", .ascii) == "denies > it")
  }

  @Test func `A direct quotation stands alone, unless its source denies it`() {
    #expect(text("said", .direct, "“We are late.”") == "“We are late.”")
    #expect(
      text("did not say", .direct, "“We are late”", stance: .refused)
        == "did not say › “We are late”")
  }

  @Test func `Words within somebody else's quotation have their verb, since they have no marks`() {
    #expect(text("fear", .direct, "it will deepen the rift") == "fear › it will deepen the rift")
    #expect(text("said", .direct, " ‘We are late.’") == "‘We are late.’")
    #expect(text("called it", .direct, "\"a ferry,\"") == "called it › \"a ferry,\"")
  }

  @Test(arguments: [
    ("“We [the crew] are late.”", Manner.direct, true), ("“We are … late.”", .direct, true),
    ("“We are late.”", .direct, false), ("that we [the crew] are late", .indirect, false),
  ])
  func `A quotation that the outlet has edited is told from others`(
    words: String, manner: Manner, isEdited: Bool
  ) {
    var analysis = AnalysisDraftForSaying.twoPieces
    analysis.article.text = ArticleText(words)
    analysis.attributions[0].contentSpans = [Span(0, words.utf8.count)]
    analysis.attributions[0].manner = manner
    #expect(analysis.isEdited(analysis.attributions[0]) == isEdited)
  }

  @Test func `A colon hands nothing over, and neither does a sentence of nobody`() {
    #expect(text(":", .indirect, "the ferry was late") == "the ferry was late")
    #expect(text(nil, nil, "The ferry was late.") == "The ferry was late.")
  }

  @Test func `Words that say nothing alone have their sentence with them, all on one line`() {
    #expect(
      text(
        "said", .indirect, "which", context: "The plan,\nwhich Roe said  would fail, was dropped.")
        == "said › which (The plan, which Roe said would fail, was dropped.)")
  }

  @Test func `What was left out between two pieces is shown as cut, and no marks are added`() throws
  {
    var draft = AnalysisDraftForSaying.twoPieces
    #expect(
      draft.saying(of: draft.attributions[0]).text(in: .unicode)
        == "said › the ferry was late … and full")
    draft.attributions[0].stance = .denied
    #expect(draft.saying(of: draft.attributions[0], limit: 9).words == "the ferry… … and full")
  }
}

/// An attribution whose content stands in two pieces.
private enum AnalysisDraftForSaying {
  static let twoPieces: Analysis = {
    let text = ArticleText("The ferry, the ferry was late, Roe said, and full.")
    return Analysis(
      engine: EngineVersion(version: "0", model: "by hand"),
      article: Article(id: "sha256:1", text: text), sources: [],
      attributions: [
        Attribution(
          id: Attribution.ID(1), source: nil, sourceSpans: [Span(31, 34)],
          cueSpans: [Span(35, 39)], contentSpans: [Span(11, 29), Span(41, 49)],
          manner: .indirect, claim: Claim.ID(1))
      ],
      claims: [], unattributed: [],
      summary: Summary(
        attributions: 1, sources: 0, namedPeople: 0, unnamed: 0, relayed: 0, sentences: 1,
        unattributedSentences: 0, unattributedWords: 0, words: 10))
  }()
}
