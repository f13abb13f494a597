import HearsayEngine
import HearsayLanguage
import HearsayModel
import HearsayTestSupport
import Testing

/// Sentences with their spans marked, by construction: what the rules must find, no more and no less.
@Suite("Who said what in a sentence")
struct TaggingTests {
  let engine: SpanEngine

  init() throws {
    engine = try SpanEngine()
  }

  private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let text = MarkedText(marked)
    #expect(engine.said(in: text.plain) == text.attributions, sourceLocation: sourceLocation)
  }

  @Test(
    "Speakers are found on either side",
    arguments: [
      #"{source The MP} {cue added}, {content " The move was discussed."}"#,
      #"{content "We will not go back,"} {source the mayor} {cue said}."#,
      #"{content "We will not go back,"} {cue said} {source Ann Roe, the mayor of Ely}."#,
      #"{content "Yes,"} {source he} {cue said}, {content "but not today."}"#,
      #"{content "We will win,"} {cue said} {source Hale}, {content "and they know it."}"#,
      #"{content “We will not go back,”} {source Mr. Hale}, 82, {cue said}."#,
      #"{content The pool will close in May}, {source a source} {cue said}."#,
      #"{content The pool was never safe}, {source the mayor's former doctor} {cue maintains}."#,
      #"{content The pool will close in May}, {cue said} {source a spokesman for the council}."#,
      #"{content The plan}, {source he} {cue said}, {content would fail within a year}."#,
      #"{source Hale} {cue said:} {content "We are finished."}"#,
    ])
  func eitherSide(marked: String) { check(marked) }

  @Test(
    "A clause is reported with or without that",
    arguments: [
      "{source The ministry} {cue said} {content that two people were hurt}.",
      "{source Officials} {cue say} {content the bridge is safe}.",
      "{source Sen. Jo Hale (R-Utah)} {cue said} {content she would vote no}.",
      "{source Fjord.com} {cue reported} {content that the ship had sailed}.",
      "{source Ann Roe, a lawyer for the family}, {cue argued} {content that the police knew}.",
      "{source A study by Harvard and the University of Leeds} {cue found} {content that people lie}.",
      "{source Roe and Hale} {cue believe} {content the road will open}.",
      "{source Critics} {cue wondered} {content whether it would last}.",
    ])
  func clauses(marked: String) { check(marked) }

  @Test(
    "The cue is the whole verb group, with denial and adverb",
    arguments: [
      "{source Hale} {cue has repeatedly denied} {content that she knew}.",
      "{source The company} {cue did not say} {content whether it would appeal}.",
      "{source The mayor} {cue later conceded} {content that he was wrong}.",
      "{source The bank} {cue said in a statement} {content that it had done nothing wrong}.",
    ])
  func wholeVerbGroup(marked: String) { check(marked) }

  @Test(
    "Who was told is no content",
    arguments: [
      ("Roe told reporters that the road was open.", "reporters"),
      ("Roe told The National on Tuesday that the road was open.", "The National"),
      (#"Sources told "The Daily News" that the road was open."#, "\"The Daily News\""),
      (#""The road is open," Roe told Radio Ely."#, "Radio Ely"),
      ("Sources disclosed to The National that the road was open.", "The National"),
      (
        "The road is open, a source informed Delta News Agency on June 13, 2024.",
        "Delta News Agency"
      ),
    ])
  func addressees(text: String, addressee: String) {
    let document = Document(Article(id: "test", text: ArticleText(text)))
    let attributions = engine.linked(document)
    #expect(attributions.map { $0.addressee.map { document.text[$0] } } == [addressee])
    #expect(attributions.flatMap(\.content).allSatisfy { !document.text[$0].contains(addressee) })
  }

  @Test(
    "Intentions and demands",
    arguments: [
      "{source Hamas} {cue plans} {content to open an office in the city}.",
      "{source The union} {cue vowed} {content to go on}.",
      "{source The council} {cue agreed} {content to pay half}.",
      "{source The group} {cue called for} {content an inquiry}.",
      "{source The spokesman} {cue declined} {content to comment}.",
      "{source Hale} {cue criticized} {content the plan}.",
    ])
  func intentions(marked: String) { check(marked) }

  @Test(
    "According to somebody, before and after",
    arguments: [
      "{content Two people were hurt}, {cue according to} {source police}.",
      "{cue According to} {source the report}, {content two people were hurt}.",
    ])
  func accordingTo(marked: String) { check(marked) }

  @Test(
    "Nobody is named as expecting, seeming or alleging it",
    arguments: [
      "{content The talks} {cue are expected} {content to resume in May}.",
      "{content The general} {cue is said} {content to have left}.",
      "{content He} {cue allegedly} {content took the money}.",
      "Lund, who {cue reportedly} {content works there as a cook}, has left the building.",
      "{content Police held him}, {cue reportedly} {content in a shop}, at noon and let him go.",
    ])
  func sourceless(marked: String) { check(marked) }

  @Test(
    "A date, a comma too few or a word between does not hide the speaker",
    arguments: [
      "{source Mayor Ann Roe} on Tuesday {cue said} {content the bridge was closed}.",
      "{source The council} {cue said} in May {content the bridge might close}.",
      "{source Roe} {cue argued} during Saturday's debate {content that she could win}.",
      "{source The ministry} {cue reported} {content Monday's attack was the deadliest}.",
      "{source He} {cue also noted} {content the purchase fits into the plans of the council}.",
      "{source Hale} {cue pointed out} {content it would have been cheaper to wait}.",
      "{source Officials} {cue believe}, however, {content that the bridge is safe}.",
      "{cue According to} {source reports}, {content Hale was unable to attend}.",
      "{source US authorities} {cue said} {content the port was closed}.",
      "{content The club is closed}, {cue according to} {source the Ely Morning Herald}.",
      "{cue According to} {source Hale} {content the money was returned by mail}.",
      "{cue According to} {source the Center for Clean Water}, {content trout are fewer}.",
      "{cue According to} {source a report} on Monday by Blue Fox, a security firm, {content two files were open}.",
    ])
  func detours(marked: String) { check(marked) }

  @Test("An answer in an interview is its speaker's, all of it; a question is nobody's")
  func interviews() {
    let text =
      "((EN)) When did you begin?\n\n((Ada Holm)) I began in May. We had no money.\n\n"
      + "It was a hard year.\n\n((EN)) Who helped you?\n\n((Ada Holm)) My sister did."
    let said = engine.said(in: text)
    #expect(said.map(\.source) == ["Ada Holm", "Ada Holm"])
    #expect(said.first?.content == ["I began in May. We had no money", "It was a hard year."])
    #expect(said.last?.content == ["My sister did"])
  }

  @Test(
    "Two cues of one speaker are two attributions",
    arguments: [
      "{source1 {source2 Roe}} {cue1 announced} {content1 a review} and {cue2 said} {content2 it would be quick}.",
      "{source1 {source2 The bank}} {cue1 said} {content1 it was sorry}, {cue2 adding} {content2 that it would pay}.",
    ])
  func sharedSpeaker(marked: String) { check(marked) }

  @Test(
    "Quoted, asked, criticised: the passive",
    arguments: [
      #"{source The minister} {cue was quoted as saying} {content that the war was over}."#,
      "{content The plan} {cue was criticized} by {source the union}.",
    ])
  func passives(marked: String) { check(marked) }

  @Test(
    "Nouns hand words over too",
    arguments: [
      "Doctors examined {source the firm's} {cue claim} {content that it was ill}.",
      "It is firm in {source its} {cue demands for} {content a ceasefire}.",
    ])
  func nouns(marked: String) { check(marked) }

  @Test(
    "Headlines, transcripts and signed quotations",
    arguments: [
      "{source Mayor}{cue :} {content School to close}\n\nThe school closes in May.",
      "{content Hamas to open office}{cue :} {source source}\n\nThe office opens in May.",
      "Two speakers met.\n\n{source HALE}{cue :} {content Well, the road was closed}.",
      "Two readers wrote in.\n\n{content \"We are glad to be here.\"} {cue —} {source Ann Roe}",
    ])
  func layouts(marked: String) { check(marked) }

  @Test(
    "The writer's own words stay out of the content",
    arguments: [
      "{source A source} {cue revealed} {content that the firm keeps an office in Doha}, which will close in May.",
      "{source Hale} {cue said} {content the road was open}, but nobody used it.",
    ])
  func scope(marked: String) { check(marked) }

  @Test(
    "Nothing is attributed where nobody says anything",
    arguments: [
      "The road was closed for a week.",
      "The company is set to open an office, and its teams will protect it.",
      "The report was published in May.",
      "He was happy.",
      "The stated aims of the plans were the claims of the day.",
      "He was freed in May and is out on licence, also called parole, and lives in Ely.",
      "The crane put men into position near the roofs deemed dangerous.",
      "Its director, Ola Lund, has alleged ties to the smugglers.",
      "Health worries have followed the team all year.",
      "A set of new rules that could close the mine was lost.",
      "The chart that aides carry as they speak to business and political leaders shows what a car would cost.",
      "Two speakers met.\n\nCLARIFICATION: The first line of this article was changed.",
    ])
  func nothingSaid(text: String) {
    #expect(engine.said(in: text) == [])
  }

  @Test("A tagger asked for some paragraphs reports no others")
  func someParagraphs() {
    let document = Document(
      Article(
        id: "test",
        text: ArticleText("Roe said it was late.\n\nHale said it was early.\n\nNobody knew.")))
    let tagger = engine.tagger
    let first = tagger.attributions(in: 0..<1, of: document)
    let rest = tagger.attributions(in: 1..<3, of: document)
    #expect(first.compactMap(\.source).map { document.text[$0] } == ["Roe"])
    #expect(first + rest == tagger.attributions(in: 0..<3, of: document))
  }
}
