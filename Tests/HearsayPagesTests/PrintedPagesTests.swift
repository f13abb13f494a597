import HearsayPages
import Testing

@Suite("A document that was set on pages")
struct PrintedPagesTests {
  @Test func `What stands at the top and the foot of each page is no part of the text`() {
    let pages = (1...4).map { number in
      "VALLEY COUNCIL  Report \(number)\n\nParagraph \(Self.names[number - 1]) says what it says.\n\nPage \(number) of 4\n"
    }
    #expect(
      PrintedPages(pages.joined(separator: "\u{C}")).text
        == "Paragraph one says what it says.\n\nParagraph two says what it says.\n\nParagraph three says what it says.\n\nParagraph four says what it says."
    )
  }

  @Test func `A paragraph goes on on the next page`() {
    #expect(
      PrintedPages("The ferry sailed again on\n\u{C}Thursday, four days late.\n").text
        == "The ferry sailed again on\nThursday, four days late.")
  }

  @Test func `A word that a line's end broke is whole again`() {
    #expect(
      PrintedPages("The minis-\nter said so. It is a well-known\nfact, and well-\nknown to all.")
        .text
        == "The minister\nsaid so. It is a well-known\nfact, and well-known\nto all.")
  }

  @Test(arguments: ["Port-\nMercy is closed.", "pages 3-\n4 are gone", "-\nfirst"])
  func `What may be no broken word stays as it is`(text: String) {
    #expect(PrintedPages(text).text == text)
  }

  @Test func `Of one page nothing is taken for its head`() {
    #expect(
      PrintedPages("Budget\n\nThe pier is paid for.").text == "Budget\n\nThe pier is paid for.")
  }

  private static let names = ["one", "two", "three", "four"]
}
