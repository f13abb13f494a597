import HearsayModel
import HearsayScreen
import HearsayTestSupport
import Testing

@testable import HearsayReader

@Suite("A long text, laid out where one reads")
struct LongTextTests {
  @Test(arguments: 1...12)
  func everyStretchHasTheLinesOfTheWholeText(seed: UInt64) {
    var chance = Dice(seed: seed)
    let text = ArticleText(chance.text(bytes: 6_000))
    for columns in [1, 7, 40, 66] {
      let whole = TextLayout(text, columns: columns)
      for _ in 0..<12 {
        let offset = chance.number(below: text.count + 1)
        let part = TextLayout(text, whole.outline, around: offset, reach: 300, columns: columns)
        #expect(part.shows(offset))
        let first = whole.lines.firstIndex { $0 == part.lines.first } ?? 0
        #expect(whole.lines[first...].prefix(part.lines.count).elementsEqual(part.lines))
        #expect(part.lines.contains(whole.lines[whole.line(showing: offset)]))
      }
    }
  }

  @Test(arguments: 1...3)
  func whateverIsDoneTheScreenShowsLinesOfTheWholeText(seed: UInt64) {
    var chance = Dice(seed: seed)
    let text = ArticleText(chance.text(bytes: 600_000))
    var reading = Reading(
      Article(id: "x", text: text), request: .entry("x"), place: nil, columns: 40)
    var (columns, rows) = (40, 20)
    var wholes: [Int: TextLayout] = [:]
    for step in 0..<60 {
      let offset = chance.number(below: text.count)
      switch chance.number(below: 6) {
      case 0: reading.scroll(toLine: reading.top + chance.number(below: 40) - 20)
      case 1: reading.scroll(toByte: offset, below: chance.number(below: rows))
      case 2: reading.reveal(Span(offset, min(text.count, offset + 200)))
      case 3: (columns, rows) = (20 + chance.number(below: 3) * 23, 5 + chance.number(below: 50))
      case 4: reading.scroll(toLine: Int(Int32.max))
      default: reading.scroll(toLine: -Int(Int32.max))
      }
      reading.fit(columns: columns, rows: rows)
      let whole = wholes[columns] ?? TextLayout(text, columns: columns)
      wholes[columns] = whole
      let seen = reading.visibleLines
      #expect(seen.count == rows, "step \(step)")
      let first = whole.lines.firstIndex { $0 == seen.first } ?? 0
      #expect(whole.lines[first...].prefix(seen.count).elementsEqual(seen), "step \(step)")
    }
  }

  @Test func whatIsRevealedIsSeenHoweverFarAwayItIs() {
    var chance = Dice(seed: 7)
    let text = ArticleText(chance.text(bytes: 600_000))
    var reading = Reading(
      Article(id: "x", text: text), request: .entry("x"), place: nil, columns: 50)
    reading.fit(columns: 50, rows: 12)
    for _ in 0..<20 {
      let layout = TextLayout(text, reading.layout.outline, around: 0, columns: 50)
      let paragraph = chance.number(below: layout.outline.count)
      let start = layout.outline.range(of: paragraph).lowerBound
      reading.reveal(Span(start, start + 1))
      #expect(reading.visible.contains(start))
    }
  }

  @Test func theEndOfALongTextIsAtTheFootOfThePaneAndItsBeginningAtTheTop() throws {
    var bench = try bench(with: "First words.\n\n" + Dice.words(400_000) + "\n\nThe last words.")
    #expect(bench.text.contains("First words."))
    bench.press("G")
    #expect(bench.text.contains("The last words."))
    #expect(!bench.text.contains("First words."))
    bench.press("g")
    #expect(bench.text.contains("First words."))
  }

  @Test func aSearchFindsWordsFarFromTheScreen() throws {
    var bench = try bench(
      with: Dice.words(400_000) + "\n\nA needle is here.\n\n" + Dice.words(400_000))
    bench.press("/ n e e d l e Enter")
    #expect(bench.text.contains("A needle is here."))
  }

  @Test func aNewSizeInTheMiddleLeavesTheFirstWordsWhereTheyAre() throws {
    var bench = try bench(with: Dice.words(900_000))
    bench.press("/ w o r d 5 0 0 0 1 Enter")
    #expect(bench.text.contains("word50001"))
    bench.tell(.resized(Size(columns: 60, rows: 16)))
    #expect(bench.text.contains("word50001"))
    bench.tell(.resized(Size(columns: 160, rows: 50)))
    #expect(bench.text.contains("word50001"))
  }

  @Test func oneLineOfAMegabyteIsATextLikeEveryOther() {
    for line in [String(repeating: "北方建設", count: 90_000), String(repeating: "a", count: 1 << 20)] {
      let text = ArticleText(line)
      var reading = Reading(
        Article(id: "x", text: text), request: .entry("x"), place: nil, columns: 40)
      reading.fit(columns: 40, rows: 20)
      reading.scroll(toLine: Int(Int32.max))
      #expect(reading.visible.upperBound == text.count)
      #expect(reading.layout.lines.count < 10_000)
      // No letter is lost where the line is cut into pieces, and none is torn apart.
      let outline = reading.layout.outline
      let pieces = (0..<outline.count).map { text[Span(outline.range(of: $0))] }
      #expect(pieces.joined() == line)
    }
  }

  @Test func manyLinesOfOneMeasureAreTakenApartWhereOneOfThemIsLonger() {
    let line = String(repeating: "abcd ", count: 15).dropLast() + "\n"
    let long = String(repeating: "abcd ", count: 40)
    let joined = TextOutline(ArticleText(String(repeating: String(line), count: 100)))
    #expect(joined.count == 1)
    let apart = TextOutline(ArticleText(String(repeating: String(line), count: 100) + long))
    #expect(apart.count == 101)
  }

  private func bench(with text: String) throws -> Bench {
    let entry = Entry(id: "x", title: "long.txt")
    var bench = try Bench(80, 24, entries: [entry])
    bench.tell(.articleLoaded(Article(id: "x", text: ArticleText(text)), from: .entry("x")))
    return bench
  }
}

/// Texts and numbers by chance, the same for the same seed.
extension Dice {
  fileprivate mutating func number(below limit: Int) -> Int {
    Int.random(in: 0..<max(1, limit), using: &self)
  }

  /// Paragraphs with and without empty lines between them, broken to a measure or not, in several scripts.
  fileprivate mutating func text(bytes: Int) -> String {
    let words = [
      "said", "the", "harbour", "—", "“We", "go”", "作者北方", "建設。", "👩🏽‍🚒", "e\u{301}gal", "🇸🇪🇳🇴",
      "well-known", "Iran-backed", String(repeating: "x", count: 90), "\t", "Мария", "a\u{301}",
    ]
    var text = ""
    var length = 0
    while length < bytes {
      var paragraph = ""
      for _ in 0..<(1 + number(below: 60)) {
        paragraph += words[number(below: words.count)]
        paragraph += number(below: 12) == 0 ? "\n" : " "
      }
      paragraph += ["\n", "\n\n", "\n \n\n", "\r\n\n"][number(below: 4)]
      text += paragraph
      length += paragraph.utf8.count
    }
    return text
  }

  /// `word1 word2 …` in paragraphs of twenty.
  fileprivate static func words(_ bytes: Int) -> String {
    (1...bytes / 10).map { "word\($0)" + ($0 % 20 == 0 ? ".\n\n" : " ") }.joined()
  }
}
