import HearsayLanguage
import HearsayModel
import HearsayTestSupport
import Testing

private func document(_ text: String) -> Document {
  Document(Article(id: "test", text: ArticleText(text)))
}

private func sentences(_ text: String) -> [String] {
  let document = document(text)
  return document.sentences.map { document.text[$0.span] }
}

private func words(_ text: String) -> [String] {
  let document = document(text)
  return document.tokens.map { document.text[$0.span] }
}

@Suite("Words, sentences and paragraphs")
struct TextTests {
  @Test(
    "A stop inside an abbreviation, a number or a name ends no sentence",
    arguments: [
      ["Sen. Jo Hale met Lt. Gov. Ann Roe at 9 a.m. on Tuesday in St. Ives.", "They left."],
      ["The U.S. envoy flew home.", "He was late."],
      ["J. K. Marsh and A.B. Cole paid $4.5 million, or 3.2 percent.", "Nobody else did."],
      ["It was No. 4 on the list.", "Nobody came fifth."],
      ["Was it safe?", "No.", "It was not."],
      ["She works for Acme Inc. in Leeds.", "He works for Dale Ltd.", "The two never met."],
      ["The buyer, Dale Kft. (Dale Limited), paid in full.", "Nobody said why."],
      ["He waited ... and waited.", "Then he left…", "Nobody saw him."],
      ["Read www.example.org/a.b?c=d today.", "It explains all."],
    ])
  func stopsInsideWords(expected: [String]) {
    #expect(sentences(expected.joined(separator: " ")) == expected)
  }

  @Test(
    "A sentence ends after its closing mark, and goes on where the speaker is named",
    arguments: [
      [#""It ended." he said."#, "She agreed."],
      [#"“We lost,” he said."#, #"“Next year we win.”"#, "They did."],
      [#""Why?" Mr. Hale asked."#, #""Why now?""#],
      ["(Nobody answered.)", "The line went dead."],
    ])
  func sentencesAroundMarks(expected: [String]) {
    #expect(sentences(expected.joined(separator: " ")) == expected)
  }

  @Test("A possessive stands alone; negations, names and compounds stay whole")
  func wordsOfNews() {
    #expect(
      words("O’Neill's aides didn't say they’d re-read AT&T's 36-year-old plan.")
        == [
          "O’Neill", "'s", "aides", "didn't", "say", "they", "’d", "re-read", "AT&T", "'s",
          "36-year-old",
          "plan", ".",
        ])
  }

  @Test("Word lists see lower case and straight apostrophes")
  func lowerCase() {
    #expect(document("Élan DIDN’T stop").tokens.map(\.lower) == ["élan", "didn't", "stop"])
  }

  @Test(
    "A dateline is no part of the first sentence",
    arguments: [
      ("BAGHDAD (AP) — ", "The talks began."),
      ("LONDON, March 3 (Reuters) - ", "The talks began."),
      ("Delta News/ ", "The talks began."),
      ("KYIV, Ukraine — ", "The talks began."),
      ("Washington (CNN) ", "The talks began."),
    ])
  func datelines(dateline: String, sentence: String) {
    let document = document(dateline + sentence)
    #expect(document.paragraphs[0].dateline.map { document.text[$0] } == dateline)
    #expect(document.sentences.map { document.text[$0.span] } == [sentence])
  }

  @Test("A sentence with a dash in it has no dateline")
  func noDateline() {
    #expect(document("The mayor — who is ill — stayed away.").paragraphs[0].dateline == nil)
    #expect(document("Either/or is no choice.").paragraphs[0].dateline == nil)
    #expect(
      document("The Harbour Pilots Union (HPU) said the port was closed.").paragraphs[0].dateline
        == nil)
    #expect(
      document("Harbour Pilots Union (HPU) President Ada Holm said no.").paragraphs[0].dateline
        == nil)
  }

  @Test("Headline, date, byline and credit are told from the body")
  func roles() {
    let text = """
      Council votes to close the pool

      Thursday, March 3, 2022

      By Ann Roe

      The council voted to close the pool.

      A long fight

      It took four hours.

      (Reporting by Ann Roe; editing by Jo Hale)
      """
    #expect(
      document(text).paragraphs.map(\.role)
        == [.headline, .apparatus, .apparatus, .body, .headline, .body, .apparatus])
  }

  @Test("Captions are no part of the article: those with a credit, and the lines of a gallery")
  func captions() {
    let text = """
      In pictures: Fair Opens in Ely

      The far end of the floor, shortly after opening on Monday. Image: Jo Hale.

      The fair opened on Monday. It will last a week.

      A cook shows his knives, shortly after noon on Monday. Image: Jo Hale (flickr).

      Thousands came.

      Two of the cooks Photo: Ann Roe/Ely News

      501st Cooking Corps

      A cake in the shape of a boat

      torval as the Baker

      Lots of children came, too, dressed as cakes.

      Marzipan

      The winner of Ely's cup: Hobbits

      Cream

      The fair closes on Sunday. The mayor will be there.

      Ann Roe is a columnist for the Ely News. Follow her on Twitter: @annroe.
      """
    #expect(
      document(text).paragraphs.map(\.role)
        == [.headline, .apparatus, .body, .apparatus, .body, .apparatus]
        + Array(repeating: .apparatus, count: 7) + [.body, .apparatus])
  }

  @Test func `An address on the web is one word, whatever ligatures are in it`() {
    #expect(
      words("See http://quay.example/ﬁles now.") == ["See", "http://quay.example/ﬁles", "now", "."])
    #expect(words("See http://oﬀ.example/ﬁ.") == ["See", "http://oﬀ.example/ﬁ", "."])
  }

  @Test("A site's name is one word")
  func domains() {
    let words = document("One site, Fjord.com, said so.Then it went.").tokens.map(\.lower)
    #expect(words.contains("fjord.com"))
    #expect(!words.contains("so.then"))
  }

  @Test("Lines broken to fit a page are one paragraph; items of a list are not")
  func wrappedLines() {
    let wrapped = """
      The council voted on Tuesday night to close the old pool
      after a debate of four hours, and the mayor said that it
      would not open again.
      """
    #expect(document(wrapped).paragraphs.count == 1)
    #expect(sentences(wrapped).count == 1)
    #expect(document("- One pool closed.\n- Two pools open.").paragraphs.count == 2)
  }

  @Test("Tokens lie in their sentence, sentences in their paragraph, whatever the text")
  func layersAgree() {
    for text in [
      "", "\n\n", "\"", "‘ ’ “", "a\u{301}b 作者说。 🙂", "No stop", "...\n.\n\"\n", "1. 2. 3.",
    ] {
      let document = document(text)
      for (index, sentence) in document.sentences.enumerated() {
        #expect(document.paragraphs[sentence.paragraph].span.contains(sentence.span))
        for token in sentence.tokens {
          #expect(document.tokens[token].sentence == index)
          #expect(sentence.span.contains(document.tokens[token].span))
        }
      }
    }
  }

  @Test("A million marks in one line take no longer than their number")
  func longLines() {
    let short = time { _ = document(String(repeating: "“a' \" ", count: 10_000)) }
    let long = time { _ = document(String(repeating: "“a' \" ", count: 80_000)) }
    #expect(long < max(short, .milliseconds(20)) * 40)
  }

  private func time(_ work: () -> Void) -> Duration { ContinuousClock().measure(work) }
}
