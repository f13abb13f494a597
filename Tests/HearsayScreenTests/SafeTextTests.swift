import HearsayScreen
import HearsayTestSupport
import Testing

/// Cells as a test reads them: one after the other between bars, wide ones with a dot after them.
private func cells(_ text: String) -> String {
  SafeText.clusters(of: text).map { $0.text + ($0.width == 2 ? "·" : "") }.joined(separator: "|")
}

@Suite struct SafeTextTests {
  @Test(arguments: [
    ("No.", "N|o|."),
    ("作者", "作·|者·"),
    ("cafe\u{301}!", "c|a|f|e\u{301}|!"),
    ("👍", "👍·"),
    ("🇮🇶🇺🇸", "🇮🇶·|🇺🇸·"),
    ("ﷲ", "ﷲ"),
    ("क्षि", "क्|ष|ि"),
    ("한", "한·"),
  ])
  func `Letters keep what belongs to them`(text: String, expected: String) {
    #expect(cells(text) == expected)
  }

  @Test func `A spacing vowel sign has a cell of its own, because ncurses counts it so`() {
    #expect(SafeText.clusters(of: "षि").map(\.width) == [1, 1])
  }

  @Test(arguments: [
    ("\u{1B}[31mred", "␛|[|3|1|m|r|e|d"),
    ("a\0b", "a|␀|b"),
    ("a\tb", "a| |b"),
    ("a\r\nb", "a|␍|␊|b"),
    ("\u{7F}", "␡"),
    ("\u{9B}31m", "␛|[|3|1|m"),
    ("\u{9D}0;title", "␛|]|0|;|t|i|t|l|e"),
    ("\u{85}", "␛|E"),
  ])
  func `Controls are shown`(text: String, expected: String) {
    #expect(cells(text) == expected)
  }

  @Test(arguments: ["\u{202E}", "\u{202A}", "\u{202C}", "\u{2066}", "\u{2069}"])
  func `What turns the direction is shown instead`(control: String) {
    #expect(cells("no \(control)yes") == "n|o| |⇄|y|e|s")
  }

  @Test(arguments: [
    "\u{200B}", "\u{FEFF}", "\u{2060}", "\u{AD}", "\u{200D}", "\u{200C}", "\u{FE0F}", "\u{200E}",
    "\u{61C}", "\u{E0041}", "\u{3164}",
  ])
  func `What nobody sees is left out`(unseen: String) {
    #expect(cells("to\(unseen)day") == "t|o|d|a|y")
    #expect(cells(unseen) == "")
  }

  @Test func `A family is its members side by side`() {
    #expect(cells("👨‍👩‍👧‍👦") == "👨·|👩·|👧·|👦·")
    #expect(cells("👩🏽‍💻") == "👩·|💻·")
    #expect(cells("❤️") == "❤")
    #expect(cells("1️⃣") == "1\u{20E3}")
  }

  @Test func `A mark with no letter stands on a circle`() {
    #expect(cells("\u{301}a") == "◌\u{301}|a")
  }

  @Test func `Four marks are kept on a letter`() {
    let zalgo = "a" + String(repeating: "\u{301}", count: 40)
    #expect(SafeText.clusters(of: zalgo).map { $0.text.unicodeScalars.count } == [5])
    #expect(SafeText.clusters(of: String(zalgo.dropFirst(1))).isEmpty)
    let lone = String(String.UnicodeScalarView(zalgo.unicodeScalars.dropFirst()))
    #expect(SafeText.clusters(of: lone).map { $0.text.unicodeScalars.count } == [5])
  }

  @Test func `What is no character is a replacement character`() {
    #expect(cells("\u{E000}\u{FFFF}\u{378}") == "\u{FFFD}|\u{FFFD}|\u{FFFD}")
    #expect(cells(String(decoding: [0x63, 0xE9, 0x20], as: UTF8.self)) == "c|\u{FFFD}| ")
  }

  @Test func `Parts of a string are read like strings`() {
    #expect(SafeText.width(of: "the 作者 said".dropFirst(4)) == 9)
  }

  @Test func `A text keeps its lines and tabs, and a line has none`() {
    let text = "a\u{1B}[2J\tb\r\n\u{9B}c\rd\n"
    #expect(SafeText.lines(of: text) == "a␛[2J\tb\n␛[c␍d\n")
    #expect(SafeText.line(of: text) == "a␛[2J b␍␊␛[c␍d␊")
    #expect(SafeText.lines(of: "") == "")
  }

  @Test func `Width is the sum over code points`() {
    var random = Dice(seed: 11)
    for _ in 0..<2000 {
      let scalars = random.scalars(count: 12)
      var text = "a"
      text.unicodeScalars.append(contentsOf: scalars)
      let sum = scalars.reduce(1) { $0 + SafeText.columns(of: $1) }
      #expect(SafeText.width(of: text) == sum, "\(scalars.map(\.value))")
    }
  }

  @Test func `Lines do not break before marks or inside flags`() {
    #expect(SafeText.keepsTogether("e", "\u{301}"))
    #expect(SafeText.keepsTogether("\u{200D}", "👩"))
    #expect(SafeText.keepsTogether("👍", "\u{1F3FD}"))
    #expect(SafeText.keepsTogether("\u{1F1EE}", "\u{1F1F6}"))
    #expect(!SafeText.keepsTogether("a", "b"))
    #expect(!SafeText.keepsTogether("作", "者"))
  }
}
