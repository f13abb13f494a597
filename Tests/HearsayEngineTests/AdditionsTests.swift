import HearsayLanguage
import HearsayModel
import HearsayResources
import HearsayTestSupport
import Testing

@testable import HearsayEngine

/// What rules may add where the network is silent. The network's findings are marked with a 2, so no model is needed.
@Suite("What is kept of the rules beside the network")
struct AdditionsTests {
  private let rules: RulesTagger

  init() throws { rules = RulesTagger() }

  /// The cues of the rules that are shown beside what the marks say was found.
  private func added(_ marked: String) -> [String] {
    let text = MarkedText(marked)
    let document = Document(text.article)
    let found = ["", "2"].compactMap { number -> TaggedAttribution? in
      guard let content = text.spans["content" + number] else { return nil }
      return TaggedAttribution(
        source: text.spans["source" + number]?.first, cue: text.spans["cue" + number]?.first,
        content: content, confidence: 0.9)
    }
    let additions = Additions(document: document, found: found)
    return additions.missing(
      from: rules.attributions(in: document.paragraphs.indices, of: document)
    ).filter(Arbiter().shows).map { document.text[$0.cue ?? Span(0, 0)] }
  }

  @Test("Whoever passes on what somebody said is kept, with or without that")
  func passedOn() {
    #expect(
      added(
        "The Courier reported on Monday {source2 a harbour official} {cue2 said} {content2 the ferry was late}."
      ) == ["reported"])
    #expect(
      added("Delta News reported {source2 its source} {cue2 said} {content2 two were held}.")
        == ["reported"])
  }

  @Test("A second verb in somebody's own words is not given to him as a new attribution")
  func drawnOut() {
    #expect(
      added(
        "{source Ann Roe} {cue says} {content she was born in Ely and knows that the river is deep}."
      ) == [])
  }

  @Test(
    "Fillers and laws are nobody",
    arguments: [
      "The rule, which allows the bank to close, is old.",
      "It is a fine old house, noting that the roof has gone.",
    ])
  func nobody(text: String) {
    #expect(added(text) == [])
  }
}

@Suite("A content that was cut too soon")
struct CutContentTests {
  @Test(
    "It goes on after a word that needs another, up to the next mark",
    arguments: [
      (
        "{source Roe} {cue said} {content that neither} Hale nor Lund had come. They had.",
        "that neither Hale nor Lund had come"
      ),
      (
        "{content The end of the} road was near, {source Roe} {cue said}.",
        "The end of the road was near"
      ),
      ("{content It was the end of} {source Roe} {cue said}.", "It was the end of"),
      ("{source Roe} {cue said} {content that it was late}, and left.", "that it was late"),
      ("{source Roe} {cue wrote} {content \"of the\"} in the margin.", "\"of the\""),
    ])
  func whole(marked: String, expected: String) throws {
    let text = MarkedText(marked)
    let document = Document(text.article)
    let content = try #require(text.spans["content"]?.first)
    let own = ["source", "cue"].compactMap { text.spans[$0]?.first }
    #expect(document.text[SpanEdges(document).whole(content, beside: own)] == expected)
  }
}

@Suite("A content keeps the pieces that stand with its cue")
struct ContentPiecesTests {
  private func kept(_ marked: String) -> [String] {
    let text = MarkedText(marked)
    let document = Document(text.article)
    let cue = text.spans["cue"]?.first ?? Span(0, 0)
    return ContentPieces(document: document).standing(with: cue, text.spans["content"] ?? [])
      .map { document.text[$0] }
  }

  @Test("Words without marks from another sentence or paragraph are dropped")
  func elsewhere() {
    #expect(
      kept(
        "The act covers {content liability of hosts}. {cue According to} Roe, {content it is old}."
      ) == ["it is old"])
    #expect(
      kept(
        "Roe {cue said} {content it was late}. He was {content dangerous}.\n\nAll {content left}.")
        == ["it was late"])
  }

  @Test("Quotations go on around their cue, before it and after")
  func quotations() {
    let marked =
      "{content “We lost the boat. It is gone,”} Roe {cue said} on Friday. {content “We will build another.”}"
    #expect(
      kept(marked) == ["“We lost the boat. It is gone,”", "“We will build another.”"])
  }

  @Test("A piece ends with its sentence, unless marks hold two sentences together")
  func overrun() {
    #expect(
      kept(
        "Police {cue said} {content they had a call at noon. One man died, according to The Times}."
      ) == ["they had a call at noon"])
    #expect(
      kept("Roe {cue said} {content she was \"sad. Very sad\"} that night.")
        == ["she was \"sad. Very sad\""])
  }

  @Test("Where all stands elsewhere, all is kept")
  func nothingNear() {
    #expect(kept("{content The boat was lost}. So {cue said} Roe.") == ["The boat was lost"])
  }
}
