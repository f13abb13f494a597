import HearsayModel
import HearsayResources
import Testing

@testable import HearsayEngine

@Suite("Whose voice it is, in short articles")
struct VoicesTests {
  private let analyzer: Analyzer

  init() throws { analyzer = try Analyzer(resources: .locate()) }

  @Test(
    "Three who are named in a row speak together",
    arguments: [
      """
      Three divers came up: Lena Brandt, Omar Haddad and Pia Storm. They said the hull was empty.
      ====
      no-source: they
      says: *Lena Brandt, Omar Haddad and Pia Storm* / three divers* | the hull was empty
      """,
      """
      Gunnar Alm, Beth Osei and Raj Patil left the hut last. They said the stove had been warm.
      ====
      no-source: they
      says: Gunnar Alm, Beth Osei and Raj Patil | the stove had been warm
      """,
    ])
  func threeInARow(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "They are the many with whom the paragraph opens, and not a body that is silent",
    arguments: [
      """
      Tenants of the tower stood in the rain. They said no bell had rung. Plumbers searched every floor. They found nothing, they said, but a cat.
      ====
      says: tenants* | no bell had rung
      says: plumbers | nothing
      no-source: they
      """,
      """
      Brenna Rovers FC sold their keeper on Sunday. They said a new one was on his way.
      ====
      says: Brenna Rovers FC | a new one was on his way
      """,
    ])
  func they(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Whoever was asked has the word, also by a surname alone",
    arguments: [
      """
      Hartog questioned Molina about the ledger. She said she had never opened it.
      ====
      says: Molina | she had never opened it
      not: Hartog | she had never opened it
      """,
      """
      Coach Rita Sund watched from the stand. Her captain, Elsa Rohr, limped off after ten minutes. "Ask me tomorrow."
      ====
      not: *Rita Sund | Ask me tomorrow.
      """,
    ])
  func asked(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Whom an outlet cites is the source, wherever the citing stands",
    arguments: [
      """
      The mill will close in May, the Financial Times reported, citing two people familiar with the matter.
      ====
      says: two people* | The mill will close in May
      """,
      """
      Citing two officials, Reuters said the minister would resign.
      ====
      says: two officials | the minister would resign
      """,
      """
      Samples were spoilt, the Wall Street Journal reported on Monday, citing an internal memo.
      ====
      says: an internal memo | Samples were spoilt
      """,
      """
      The mill will close, the Financial Times reported, citing concerns about the river.
      ====
      says: *Financial Times | The mill will close
      """,
    ])
  func citing(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Whose account it is",
    arguments: [
      """
      The brothers shared one coat. By their aunt's account, they shared everything.
      ====
      says: *aunt* | they shared everything
      not: *brothers* | they shared everything
      """,
      """
      The inquest heard that the boat had no lamps. The skipper did not answer.
      ====
      says: nobody / unknown | the boat had no lamps
      not: the inquest | the boat had no lamps
      """,
      """
      A tribunal was told the nurse had slept.
      ====
      not: a tribunal | the nurse had slept
      """,
    ])
  func accounts(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Two posts of two are two people",
    arguments: [
      """
      Kenya's central bank governor said rates would stay. The central bank governor said bread was dear.
      ====
      same: Kenya's central bank governor = the central bank governor
      """
    ])
  func posts(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Whoever was told has said nothing",
    arguments: [
      """
      The girl's mother has been informed of the accident. She lives in Ely.
      ====
      not: *mother | of the accident
      """
    ])
  func hearers(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Who is meant where another name stands nearer",
    arguments: [
      """
      From the Rafla crossing in the south, Al-Amin sighed. "It is not enough for a day," he said.
      ====
      not: Rafla | It is not enough for a day
      """,
      """
      Chris Early built the boat. Early says it will float.
      ====
      says: Chris Early | it will float
      """,
      """
      Goats were taken off the rock, said Shanna Challenger, who leads the work. Challenger said the grass was back.
      ====
      says: *Shanna Challenger | the grass was back
      one: *Challenger
      """,
      """
      The guard who reported the call recalled that it had lasted an hour.
      ====
      not: the call | it had lasted an hour
      """,
      """
      Scientists said the frog was new. Some scientists had suggested that it was old.
      ====
      different: scientists <> some scientists
      """,
      """
      Part of the note was the line "Go home." The club's owner, Bo Falk, said the note was a fake.
      ====
      not: *Bo Falk | Go home.
      """,
      """
      Neither side published the list of the nine towns they said were flooded. Officials in Ely and Orlo met.
      ====
      not: the nine towns | were flooded
      """,
    ])
  func nearer(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "A person by their country is whoever has a name, and no name",
    arguments: [
      """
      Villa's Pau Serra was less pleased. The Spaniard said his side had earned all three points.
      ====
      says: *Pau Serra | his side had earned all three points
      no-source: *Spaniard
      """,
      """
      Rolf Aas met Ivo Kern in the final on Sunday. The Norwegian said he had been tired.
      ====
      naming: the Norwegian = described
      kind: the Norwegian = person
      """,
    ])
  func nationals(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }
}

@Suite("What is named, and how, in short articles")
struct NamedThingsTests {
  private let analyzer: Analyzer

  init() throws { analyzer = try Analyzer(resources: .locate()) }

  @Test(
    "The name of a body is whole",
    arguments: [
      """
      St Brannoc's Hospital has lost its ward. The charity, which runs a milk bank next door, said mothers were being sent away. The hospital did not answer.
      ====
      says: the charity* | mothers were being sent away
      not: St Brannoc* | mothers were being sent away
      """,
      """
      The Kilmore Horse Fair drew 9,000 people. The fair said it would hire more vets.
      ====
      says: *Kilmore Horse Fair | it would hire more vets
      """,
    ])
  func bodies(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Where a name begins and ends",
    arguments: [
      """
      The Center for River Diversity and Center for Lake Safety went to court. The Center for River Diversity said it would win.
      ====
      says: Center for River Diversity | it would win
      """,
      """
      The Office of the Inspector General said nobody had asked.
      ====
      kind: *Inspector General = organisation
      """,
      """
      ABX-CBN chief Carlo Katig said the masts were down. U.S. President Joan Dale said they were up.
      ====
      shown: ABX-CBN chief Carlo Katig
      shown: U.S. President Joan Dale
      """,
      """
      Sentencing was set for Feb. 14. He said he was sorry.
      ====
      no-source: Feb*
      """,
    ])
  func edges(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Who calls itself it is a body, where nothing else is known",
    arguments: [
      """
      Trafigo said its traders had been told. Oslo was calm.
      ====
      kind: Trafigo = organisation
      """,
      """
      Lagerholm Seafood ASA did not say why its head had left.
      ====
      kind: Lagerholm Seafood ASA = organisation
      """,
      """
      Marta Velde said its roof was new when she bought the mill.
      ====
      kind: Marta Velde = person
      """,
    ])
  func itself(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "One in five is many",
    arguments: [
      """
      One in five pupils say they have no desk.
      ====
      kind: one in five pupils = group
      """,
      """
      Three out of four dentists say sugar should cost more.
      ====
      kind: three out of four dentists = group
      """,
    ])
  func shares(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Labels of a transcript and of mail name people",
    arguments: [
      """
      REP. SALLY DUNNE (D-OH): This bill helps nobody.

      THE CHAIR: The time has expired.

      MR. COLBY: I yield.
      ====
      shown: Rep. Sally Dunne
      shown: The Chair
      """,
      """
      On Tue, May 7, 2024 at 8:03 AM Jana Weiler <jana@weiler.example> wrote:
      > I left the key with the porter.
      ====
      says: Jana Weiler | I left the key with the porter.
      """,
      """
      Novelist Idris Khan talks to Maya Lind about his book.

      Maya Lind: Where did it begin?

      Idris Khan: On a bus. I saw a man with a cello.

      ML: And the ending?

      IK: I stole it from my mother.
      ====
      says: *Idris Khan | I stole it from my mother
      """,
      """
      Q&A with Finn Berger, beekeeper

      Q: How many hives do you have?
      A: Forty, before the fire.

      Q: And now?
      A: Nine.
      ====
      says: *Finn Berger* | Forty, before the fire.
      """,
      """
      > "We are not for sale."
      > — **Hanne Dahl**, chair of the dairy
      ====
      says: Hanne Dahl* | We are not for sale.
      """,
    ])
  func labels(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }
}
