import HearsayModel
import Testing

@testable import HearsayIngest

@Suite("What programs have done to a text")
struct MendingTests {
  private func mended(_ text: String) -> String {
    TextMending.withoutLinkNumbers(TextMending.mended(ArticleText(text)).text).string
  }

  @Test(arguments: [
    ("&ldquo;It wasn&rsquo;t us,&rdquo; said Jos&eacute; Lima.", "“It wasn’t us,” said José Lima."),
    ("&#8220;No,&#8221; and &#x201C;yes&#x201D;", "“No,” and “yes”"),
    ("&#147;No,&#148; she said.", "“No,” she said."),
    ("Fish &amp;amp; chips &lt;3", "Fish & chips <3"),
    ("The R&D firm and AT&T; &nosuchthing;", "The R&D firm and AT&T; &nosuchthing;"),
  ])
  func `Characters written as references are characters`(broken: String, whole: String) {
    #expect(mended(broken) == whole)
  }

  @Test(arguments: [
    ("â€œWe shall not leave,â€\u{9D} said JosÃ©.", "“We shall not leave,” said José."),
    (
      "â€œWe shall not leave,â€ said Ann. She doesnâ€™t.",
      "“We shall not leave,” said Ann. She doesn’t."
    ),
    ("Ã¢â‚¬Å“NoÃ¢â‚¬Â\u{9D}", "“No”"),
    (
      "“CAFÉ…” said São Tomé’s mayor, “VOILÀ” again", "“CAFÉ…” said São Tomé’s mayor, “VOILÀ” again"
    ),
  ])
  func `Letters that were read in the wrong encoding are read again`(broken: String, whole: String)
  {
    #expect(mended(broken) == whole)
  }

  @Test(arguments: [
    ("The mayor of [3]Ulm, [4]Horst Kamm, [5]said so.", "The mayor of Ulm, Horst Kamm, said so."),
    (
      "In that winter [1947] the sea froze [3] twice, \"[t]he worst\" of all.",
      "In that winter [1947] the sea froze [3] twice, \"[t]he worst\" of all."
    ),
  ])
  func `The numbers of links are taken out, and brackets of the writer's stay`(
    text: String, whole: String
  ) {
    #expect(mended(text) == whole)
  }

  @Test func `A text in order stays as it is`() {
    let text = ArticleText("“Naïve café,” said Zoë — twice.\n")
    #expect(TextMending.mended(text).text == text)
  }

  @Test(
    arguments: [
      ("“Naïve café,” said Zoë.", []), ("Fish &amp; chips", [.lettersMended]),
      ("The cafÃ© is shut.", [.lettersMended]), ("The caf\u{FFFD} is shut.", [.lettersLost]),
      ("Jos&eacute; at the caf\u{FFFD}", [.lettersMended, .lettersLost]), ("ﬁve \u{FF0C}", []),
    ] as [(String, [ArticleNote])])
  func `What was set right and what could not be is noted with the article`(
    text: String, notes: [ArticleNote]
  ) throws {
    #expect(try Ingest().article(from: Array(text.utf8), path: nil).notes == notes)
  }

  @Test func `Bytes that are no letters are noted, too`() throws {
    let bytes = Array("Åsa Lund’s café — “open” — is näher als der Kiosk. ".utf8) + [0xE9]
    #expect(
      try Ingest().article(from: bytes + Array(" Zoë’s, too.".utf8), path: nil).notes
        == [.lettersLost])
  }

  @Test(arguments: [
    (
      "Der Hafen bleibt bis Mai zu. Das teilte die Stadt am Montag mit. Die Fischer warten auf Geld.",
      "de"
    ),
    (
      "De haven blijft tot mei dicht, meldde de gemeente. Negen boten liggen nog in het dok en de vissers wachten.",
      "nl"
    ),
    ("Порт останется закрытым до мая, сообщила в понедельник мэрия.", "ru"),
    ("港は5月まで閉鎖されると市が月曜日に発表した。", "ja"),
    (
      "Die Zeit reported that the mayor would resign, and that he had told friends of his plan on Monday.",
      "en"
    ),
    (
      "\"Nous n'avons pas le choix,\" the mayor said on Monday. The harbour will be shut until May.",
      "en"
    ),
  ])
  func `A text tells its language by its small words`(text: String, language: String) {
    #expect(LanguageGuess(of: ArticleText(text))?.code == language)
  }

  @Test func `A few words tell no language`() {
    #expect(LanguageGuess(of: ArticleText("Ann Roe, 1947")) == nil)
  }

  @Test(arguments: [
    ("The lake froze.\n\nOriginally published on Live Science.", "Live Science"),
    (
      "The lake froze.\n\nThis story first appeared in The Island Post on 3 May 2019.",
      "The Island Post"
    ),
    (
      "The lake froze.\n\nThis article was first published by The Conversation. Read the original article.",
      "The Conversation"
    ),
  ])
  func `A line that says where an article stood first names its publisher`(
    text: String, publisher: String
  ) {
    #expect(metadata(of: text).publisher == publisher)
  }

  @Test func `A month in which something was published is no publisher`() {
    #expect(metadata(of: "The lake froze.\n\nOriginally published in May.").publisher == nil)
  }
}
