import HearsayLanguage
import HearsayModel
import HearsayTestSupport
import Testing

private func document(_ text: String) -> Document {
  Document(Article(id: "test", text: ArticleText(text)))
}

private func quotations(_ text: String) -> [String] {
  let document = document(text)
  return document.quotations.map { document.text[$0.span] }
}

@Suite("Quotations")
struct QuotesTests {
  @Test(
    "Marks of every kind are paired",
    arguments: [
      #"{q "We are late,"} he said."#,
      "{q “We are late,”} he said.",
      "{q «Nous sommes en retard»}, he said.",
      "{q ``We are late,''} he said.",
      "{q ''We are late,''} he said.",
      "{q „Wir sind spät“}, he said.",
      "{q ‘We don’t know the players’ names,’} he said.",
      "{q 'We don't know the players' names,'} he said.",
      "{q 「遅い」} he said.",
      #"He said: {q "Late."} She said: {q "Never."}"#,
    ])
  func kindsOfMarks(marked: String) {
    let text = MarkedText(marked)
    #expect(document(text.plain).quotations.map(\.span) == text.spans["q"])
  }

  @Test(
    "An apostrophe is no quotation mark",
    arguments: [
      "’Tis the players’ day, O’Neill’s aides said in the ’90s.",
      "'Tis the players' day, O'Neill's aides said in the '90s.",
      "Rock 'n' roll isn't dead.",
    ])
  func apostrophes(text: String) {
    #expect(quotations(text).isEmpty)
  }

  @Test("A quotation inside another knows which")
  func nested() {
    let document = document("“He told me ‘never’ and left,” she said.")
    #expect(
      document.quotations.map { document.text[$0.span] } == [
        "“He told me ‘never’ and left,”", "‘never’",
      ])
    #expect(document.quotations.map(\.within) == [nil, 0])
  }

  @Test(
    "Two quotations never cross, whatever is left open",
    arguments: [
      "“We said it. He called it ‘a shame. A pity’ again, then “Never,” she said.",
      "“We are “late. ‘Not yet. Never’ today “now” and then.",
      "‘So it goes,” he said. ‘It goes on’ and on.", "«Yes. “No. Or» so” he said «well.",
    ])
  func crossing(text: String) {
    for around in ["", "“The quay is shut.\n\n"] {
      let spans = document(around + text).quotations.map(\.span)
      for (number, span) in spans.enumerated() {
        for later in spans[(number + 1)...] where later.start < span.end {
          #expect(later.end <= span.end, "\(text)")
        }
      }
    }
  }

  @Test(
    "Odd marks are named",
    arguments: [
      ("He said, \" We are late.\"", Quotation.Oddity.spaceInside),
      ("He said, “We are late.\"", .mixedMarks),
      ("He said, \"We are late.", .unclosed),
    ])
  func oddities(text: String, oddity: Quotation.Oddity) {
    #expect(document(text).quotations.map(\.oddities) == [[oddity]])
  }

  @Test("A quotation that the next paragraph opens again goes on there")
  func severalParagraphs() {
    let document = document("“We are late.\n\n“We were always late,” he said.")
    #expect(document.quotations.map(\.continuesInNext) == [true, false])
    #expect(document.quotations.map(\.oddities) == [[], []])
  }

  @Test("One odd mark spoils no more than its paragraph")
  func recovery() {
    #expect(
      quotations("He said \"we are late.\n\nShe said, \"We are not.\" They left.")
        == ["\"we are late.", "\"We are not.\""])
    #expect(
      quotations("“We are late, he said. “Very late.”") == [
        "“We are late, he said.", "“Very late.”",
      ])
  }

  @Test(
    "A title that nobody said, a word at arm's length, and speech",
    arguments: [
      (#"Sources told "The Daily News" that it is over."#, Quotation.Role.title),
      (#"He starred in "The Long Road Home" last year."#, .title),
      (#"The so-called "caliphate" fell."#, .words),
      (#""No," he said."#, .speech),
      (#""The whole plan was a mistake from the start," she said."#, .speech),
    ])
  func roles(text: String, role: Quotation.Role) {
    #expect(document(text).quotations.map(\.role) == [role])
  }
}
