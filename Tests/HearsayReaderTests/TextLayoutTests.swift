import HearsayModel
import Testing

@testable import HearsayReader

/// The lines of a text, a mark at the edge where white space was dropped.
private func lines(_ text: String, _ columns: Int) -> [String] {
  let text = ArticleText(text)
  return TextLayout(text, columns: columns).lines.map { text[Span($0.range)] }
}

@Suite("Text in lines")
struct TextLayoutTests {
  @Test func linesBreakAtSpaces() {
    #expect(
      lines("The MP added that the move was discussed.", 16) == [
        "The MP added", "that the move", "was discussed.",
      ])
  }

  @Test func aWordWiderThanTheLineIsBroken() {
    #expect(lines("see https://example.org/a", 10) == ["see", "https://ex", "ample.org/", "a"])
    #expect(lines(String(repeating: "x", count: 7), 3) == ["xxx", "xxx", "x"])
  }

  @Test func wordsWithHyphensAndDashesBreakAfterThem() {
    #expect(lines("an Iran-backed group", 9) == ["an Iran-", "backed", "group"])
    #expect(lines("the bridge—closed since May", 12) == ["the bridge—", "closed since", "May"])
    #expect(lines("minus -5 degrees", 8) == ["minus -5", "degrees"])
  }

  @Test func betweenParagraphsIsOneEmptyLine() {
    #expect(lines("\n\nOne.\n\n\n\nTwo.\n\n", 20) == ["One.", "", "Two."])
  }

  @Test func paragraphsWithoutAirBetweenThemGetIt() {
    let long = String(repeating: "word ", count: 30)
    let result = lines("\(long)\n\(long)", 200)
    #expect(result.count == 3 && result[1].isEmpty)
  }

  @Test func linesThatWereBrokenToAMeasureAreJoinedAgain() {
    let text = """
      The ministry said on Monday that the ferry would run every
      hour until the bridge is open again, and that nobody would
      have to pay for it.
      """
    #expect(
      lines(text, 70) == [
        "The ministry said on Monday that the ferry would run every\nhour until",
        "the bridge is open again, and that nobody would\nhave to pay for it.",
      ])
  }

  @Test func listsAndVersesStayAsTheyAre() {
    let list = """
      - the ferry, which runs every hour from the old harbour pier
      - the bus, which goes round the fjord and takes three hours
      """
    #expect(lines(list, 80).count == 2)
    #expect(lines("Short.\nVery short.", 80) == ["Short.", "Very short."])
  }

  @Test func wideCharactersTakeTwoColumnsAndBreakAnywhereButBeforeAClosingMark() {
    #expect(lines("北方建設公司", 5) == ["北方", "建設", "公司"])
    #expect(lines("北方建設。公司", 8) == ["北方建", "設。公司"])
  }

  @Test func clustersStayWhole() {
    #expect(lines("e\u{301}e\u{301}e\u{301}", 2) == ["e\u{301}e\u{301}", "e\u{301}"])
    #expect(lines("🇸🇪🇳🇴🇩🇰", 4) == ["🇸🇪🇳🇴", "🇩🇰"])
    #expect(lines("👩🏽‍🚒a", 4) == ["👩🏽‍🚒", "a"] || lines("👩🏽‍🚒a", 4) == ["👩🏽‍🚒a"])
  }

  @Test func oneColumnIsEnoughForEverything() {
    #expect(lines("ab 北", 1) == ["a", "b", "北"])
  }

  @Test(arguments: ["", "\n", " ", "\n \n\t\n", "a", "\u{0}", "\u{301}", "\r\n"])
  func smallTextsOfEveryKindHaveLines(text: String) {
    for columns in [1, 2, 80] {
      let layout = TextLayout(ArticleText(text), columns: columns)
      #expect(layout.line(showing: 0) == 0)
      #expect(layout.lines.allSatisfy { $0.start <= $0.end && Int($0.end) <= text.utf8.count })
    }
  }

  @Test func everyLetterIsOnExactlyOneLine() {
    let text = ArticleText(
      String(repeating: "“It’s 作者 — e\u{301}gal…”, said Iran-backed groups 👍🏽. ", count: 40))
    for columns in 1...30 {
      let layout = TextLayout(text, columns: columns)
      var shown: [UInt8] = []
      for line in layout.lines { shown += text.bytes[line.range] }
      let space = UInt8(ascii: " ")
      #expect(shown.filter { $0 != space } == text.bytes.filter { $0 != space })
    }
  }

  @Test func aByteFindsItsLineAndParagraph() {
    let layout = TextLayout(ArticleText("One two.\n\nThree four five."), columns: 10)
    #expect(layout.line(showing: 0) == 0)
    #expect(layout.line(showing: 12) == 2)
    #expect(layout.line(showing: 22) == 3)
    #expect(layout.line(showing: 9_999) == 3)
    #expect(layout.paragraph(at: 3) == 1)
    #expect(layout.paragraph(at: 22) == 2)
  }
}

@Suite("Words to find")
struct TextSearchTests {
  private func found(_ query: String, in text: String) -> [String] {
    let text = ArticleText(text)
    return TextSearch(query, in: text).matches.map {
      text[Span(Int($0.lowerBound), Int($0.upperBound))]
    }
  }

  @Test func capitalsCountOnlyWhereOneIsTyped() {
    #expect(found("mp", in: "The MP and another mp.") == ["MP", "mp"])
    #expect(found("MP", in: "The MP and another mp.") == ["MP"])
    #expect(found("élan", in: "Élan, élan") == ["Élan", "élan"])
  }

  @Test func aSpaceStandsForALineEndAndAStraightMarkForACurlyOne() {
    #expect(found("old town", in: "the old\ntown") == ["old\ntown"])
    #expect(found("\"don't", in: "He said: “Don’t.”") == ["“Don’t"])
  }

  @Test func signsMeanThemselves() {
    #expect(found("(50 %)", in: "half (50 %) of it") == ["(50 %)"])
    #expect(found("[a", in: "[a") == ["[a"])
    #expect(found(".", in: "abc").isEmpty)
  }

  @Test func matchesDoNotOverlap() { #expect(found("aa", in: "aaaaa").count == 2) }
}
