import HearsayModel
import Testing

@Suite("Texts as they are")
struct TextsAsTheyAreTests {
  // MARK: - Lines

  @Test
  func `Lines wrapped to any width are one paragraph, and a word that a line's end cut is whole`()
    throws
  {
    let read = try ReadText(
      """
         The ferry company has cancelled all sailings to Brannholm until
         Thursday because of ice in the strait, a spokeswoman for the
         line, Petra Lund, said.
           She told reporters that nobody had been hurt when a ship ran
         aground off the cape, and that tugs would try again at high wa-
         ter.
           "We are not in the business of heroics," Lund added.
      """)
    #expect(
      read.source(of: "We are not in the business of heroics").first?.contains("Petra Lund") == true
    )
    #expect(read.source(of: "has cancelled all sailings").first?.contains("Petra Lund") == true)
    #expect(read.analysis.unattributed.isEmpty)
  }

  @Test func `In a double-spaced text a blank line after every line ends nothing`() throws {
    let read = try ReadText(
      """
      The bakers of Ulm have lowered the price

      of a loaf for the first time since the

      war, their guild said on Tuesday.


      Its head, Horst Kamm, told the Courier

      that flour had become cheaper.
      """)
    #expect(read.source(of: "flour had become cheaper").first?.contains("Horst Kamm") == true)
    #expect(read.source(of: "have lowered the price").first?.contains("guild") == true)
  }

  @Test func `A sentence to a line is a paragraph to a line, and so is a headline over a byline`()
    throws
  {
    let read = try ReadText(
      """
      Storm shuts the airport at Lund
      By Ann Sorley
      The airport at Lund was shut on Monday after a storm took the roof off a hangar, the operator said.
      Nobody was hurt.
      """)
    #expect(read.source(of: "The airport at Lund was shut") == ["the operator"])
    #expect(read.uncredited("Nobody was hurt") != nil)
  }

  // MARK: - Lists and captions

  @Test func `The points of the news and the entries of a live report are no captions`() throws {
    let read = try ReadText(
      """
      The west is under water, the mayor of Orsk says.

      9:05
      Power is out in the old town
      9:20
      Soldiers carried the patients out of the clinic by boat.
      9:31
      Three villages are cut off
      10:02
      The dam holds, engineers say.
      10:30
      Rain stops
      """)
    #expect(read.uncredited("Soldiers carried the patients") == .event)
    #expect(read.source(of: "The dam holds") == ["engineers"])
  }

  @Test func `A row of captions is nobody's claim`() throws {
    let read = try ReadText(
      """
      The fair opened on Saturday with a parade of tractors.

      The oldest tractor in the valley
      A goat in the mayor's hat
      Lunch on the green
      Nine brass bands
      The queen of the fair
      """)
    #expect(read.analysis.unattributed.count == 1)
  }

  // MARK: - Marks for programs

  @Test func `Emphasis round quotations and names changes nothing, and neither does a link`() throws
  {
    let read = try ReadText(
      "*\"Nobody asked us,\"* **Tove Lindgren**, who runs the kiosk, ***said***. "
        + "[Karl Ober](https://example.org/ober_(miller)) said the mill would close.")
    #expect(read.source(of: "Nobody asked us") == ["Tove Lindgren"])
    #expect(read.source(of: "the mill would close") == ["Karl Ober"])
  }

  @Test func `The number of a note is no word, a year in brackets is one`() throws {
    let read = try ReadText(
      "The dam was built in 1931.[2] It leaks, the owner, Vera Stahl, said.[3] "
        + "\"In that winter [1947] it froze,\" she added.")
    #expect(read.source(of: "It leaks").first?.contains("Vera Stahl") == true)
    #expect(!read.source(of: "1947").isEmpty)
  }

  // MARK: - Marks of quotation

  @Test(arguments: [
    "❝We never got the letter,❞", "〝We never got the letter,〞", "″We never got the letter,″",
    ",,We never got the letter,''", "‘‘We never got the letter,’’", "<<We never got the letter,>>",
    "´´We never got the letter,´´", "``We never got the letter,''", "`We never got the letter,´",
    "«We never got the letter,»", "„We never got the letter,“",
  ])
  func `Quotation marks of every kind hold somebody's words`(quotation: String) throws {
    let read = try ReadText("\(quotation) said Ines Falk.")
    #expect(read.attributions(of: "We never got the letter").map(\.manner) == [.direct])
    #expect(read.source(of: "We never got the letter") == ["Ines Falk"])
  }

  @Test func `Feet and inches are no quotation marks`() throws {
    let read = try ReadText("The door is 6′ 2″ high and 30″ wide, the carpenter Ivo Prell said.")
    #expect(read.attributions(of: "high and 30").map(\.manner) == [.indirect])
  }

  // MARK: - Letters

  @Test func `Soft hyphens, zero widths and ligatures make no second person`() throws {
    let read = try ReadText(
      "The ﬁre chief, An\u{AD}na Stoﬀel, said the ﬂat was empty. An\u{200B}na Stoffel blamed a candle."
    )
    #expect(read.analysis.sources.map(\.name) == ["Anna Stoffel"])
  }

  @Test func `Names that are shouted are shown as names are written`() throws {
    let shouted = try ReadText(
      "NOBODY WAS HURT ON SUNDAY.\n\n\"WE SHALL TRY AGAIN AT NOON,\" SAID PETRA LUND ON MONDAY.")
    #expect(shouted.analysis.sources.map(\.name) == ["Petra Lund"])
    #expect(shouted.uncredited("NOBODY WAS HURT") != nil)
    let surname = try ReadText("\"The brakes failed,\" said Jan KOVAC, who drove the tram.")
    #expect(surname.analysis.sources.first?.name.hasPrefix("Jan Kovac") == true)
    let initials = try ReadText("NATO said the bridge would be rebuilt by May.")
    #expect(initials.analysis.sources.map(\.name) == ["NATO"])
  }

  // MARK: - Another language

  @Test
  func
    `In another language quotations are marked, nobody is credited, and nothing is said to have no source`()
    throws
  {
    let read = try ReadText(
      "Il porto resterà chiuso fino a maggio. «Non abbiamo scelta», ha dichiarato la sindaca Ines Falco. "
        + "Nove barche sono ancora nel bacino.", language: "it")
    #expect(read.source(of: "Non abbiamo scelta") == ["nobody"])
    #expect(read.analysis.unattributed.isEmpty)
    #expect(read.analysis.summary.unattributedSentences == 0)
    #expect(read.analysis.summary.flags.isEmpty)
  }
}
