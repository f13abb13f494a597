import HearsayLanguage
import HearsayModel
import HearsayResources
import HearsayTestSupport
import Testing

@testable import HearsayEngine

/// What rules set right in the network's findings, which the marks stand for: no model is needed.
@Suite("What rules know better at a cue that the network found")
struct SecondOpinionTests {
  private let lexicon: Lexicon

  init() throws { lexicon = Language.english.lexicon }

  /// The first marked attribution after the rules have looked at it.
  private func settled(_ marked: String) throws -> (Said, addressee: String?) {
    let text = MarkedText(marked)
    let document = Document(text.article)
    let cue = try #require(text.spans["cue"]?.first)
    let found = TaggedAttribution(
      source: text.spans["source"]?.first, cue: cue, content: text.spans["content"] ?? [],
      confidence: 0.9)
    let ruled = RulesTagger()
      .attributions(in: document.paragraphs.indices, of: document)
      .first { $0.cue?.overlaps(cue) ?? false }
    let settled = SecondOpinion(document: document).settled(found, beside: ruled)
    func words(_ span: Span?) -> String? { span.map { document.text[$0] } }
    return (
      Said(
        source: words(settled.source), cue: words(settled.cue),
        content: settled.content.map { document.text[$0] }),
      words(settled.addressee)
    )
  }

  @Test("With somebody calling it mad, it is he who calls it so")
  func ownActor() throws {
    let (said, _) = try settled(
      "{source Harbour owners} attacked the plan, with Ann Roe of Ely {cue calling} {content it mad}."
    )
    #expect(said.source == "Ann Roe of Ely")
  }

  @Test("What is reportedly so is nobody's, least of all his whom it is told of")
  func rumour() throws {
    let (said, _) = try settled("{source Roe} {cue reportedly} {content left the harbour at noon}.")
    #expect(said.source == nil)
    #expect(said.content == ["Roe", "left the harbour at noon"])
  }

  @Test("Each cue has the source before it, not that of the next")
  func nearer() throws {
    let (said, _) = try settled(
      "One guest {cue said} {content it was late} and {source several} said it was early.")
    #expect(said.source == "One guest")
  }

  @Test("Whoever was told something did not say it")
  func told() throws {
    let (said, addressee) = try settled(
      "{source Residents} {cue were told} {content that the water was safe}.")
    #expect(said.source == nil)
    #expect(addressee == "Residents")
    let (convinced, _) = try settled(
      "{source Residents} {cue were convinced} {content that the water was safe}.")
    #expect(convinced.source == "Residents")
  }

  @Test("An outlet between telling and what was told is who was told")
  func between() throws {
    let (_, addressee) = try settled(
      "{source Roe} {cue told} Delta News {content Mark Hale had left the harbour}.")
    #expect(addressee == "Delta News")
    let (_, nobody) = try settled("{source Roe} {cue told} {content of a long night}.")
    #expect(nobody == nil)
  }

  @Test("A platform is where it was written, not who wrote it")
  func platform() throws {
    let (said, _) = try settled(
      "Ann Roe on {source Twitter} {cue described} {content the vote as a farce}.")
    #expect(said.source == "Ann Roe")
    let (own, _) = try settled("{source Twitter} {cue said} {content it had closed the account}.")
    #expect(own.source == "Twitter")
  }

  @Test("Who somebody is belongs to the source, one more item of a list does not")
  func apposition() throws {
    let (said, _) = try settled(
      "{cue According to} {source Ann Roe}, {content the harbour's former pilot, the ferry was late}."
    )
    #expect(said.source == "Ann Roe, the harbour's former pilot")
    #expect(said.content == ["the ferry was late"])
    let (list, _) = try settled(
      "{cue According to} {source the study}, {content skulls with spikes, grooves or ridges were found in frogs}."
    )
    #expect(list.source == "the study")
  }

  @Test("A content that stands nowhere near its cue gives way to what does")
  func atHand() throws {
    let (said, _) = try settled(
      "{content The bridge was shut}. {cue According to} {source Roe}, the ferry was late.")
    #expect(said.content == ["the ferry was late"])
  }
}

@Suite("Words that say nothing are nobody's")
struct HollowPiecesTests {
  @Test(
    "However, she said: the however is the writer's",
    arguments: [
      "{content However}, Roe {cue added}, {content the ferry was late}.",
      "{content It} {cue was reported} {content the ferry was late}.",
    ])
  func hollow(marked: String) throws {
    let text = MarkedText(marked)
    let document = Document(text.article)
    let pieces = ContentPieces(document: document, dropsHollow: true)
    let kept = pieces.standing(
      with: try #require(text.spans["cue"]?.first), text.spans["content"] ?? [])
    #expect(kept.map { document.text[$0] } == ["the ferry was late"])
  }
}
