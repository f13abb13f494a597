import HearsayModel
import Testing

@Suite("Bytes and code points")
struct ArticleTextTests {
  @Test(arguments: ["", "plain", "é–ß", "e\u{301}", "🌉🇸🇪", "a\u{0}b", "市長は「いいえ」と述べた。\n"])
  func `Every byte offset at which a code point starts has its number`(string: String) {
    let text = ArticleText(string)
    let bytes = text.byteOffsetsOfScalars()
    #expect(bytes.count == string.unicodeScalars.count + 1)
    let scalars = text.scalarOffsets(of: bytes)
    #expect(bytes.map { scalars[$0] } == Array(bytes.indices))
  }

  @Test func `A span that cuts a character in two shows the replacement character there`() {
    #expect(ArticleText("né")[Span(0, 2)] == "n\u{FFFD}")
  }
}
