import HearsayModel
import HearsayReader
import HearsayScreen
import HearsayTestSupport
import Testing

@Suite("Taking things elsewhere")
struct SharingTests {
  @Test func aClaimIsCopiedWithWhoSaidIt() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab Tab y")
    #expect(
      bench.deeds == [
        .copy(
          """
          according to › the cracks were first measured in 2019 and were then “forty centimetres at most”
          — a report by the Road Agency · Norrvik closes its harbour bridge, Norrvik Post, 2025-05-13, \
          https://norrvikpost.example/2025/05/13/bridge

          """)
      ])
  }

  @Test func aMarkIsCopiedFromItsListAndItsCard() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("Tab Tab m M y")
    guard case .copy(let text)? = bench.deeds.last else {
      Issue.record("nothing copied")
      return
    }
    #expect(text.hasPrefix("according to › the cracks were first measured in 2019"))
    #expect(text.contains("\n— a report by the Road Agency · Norrvik closes its harbour bridge, "))
    bench.press("T y")
    #expect(bench.deeds.last == .copy(text))
    bench.press("q q ? y")
    #expect(bench.screen.text(ofRow: 29) == " There is nothing selected to copy.")
  }

  @Test func `A claim, a mark and a sentence of nobody are copied in the form that one wants`()
    throws
  {
    var preferences = Preferences()
    preferences.template = try Template("{|verb|: }{speaker} | {quote}{ due |due|}")
    var bench = try Bench.reading(.sample, 112, 30, preferences: preferences)
    bench.press("Tab Tab y")
    let words = "the cracks were first measured in 2019 and were then “forty centimetres at most”"
    let claim = Effect.copy("According to: a report by the Road Agency | \(words)\n")
    #expect(bench.deeds == [claim])
    bench.press("m D")
    bench.type("2025-12-01")
    bench.press("Enter M y")
    let mark = Effect.copy(
      "According to: a report by the Road Agency | \(words) due 2025-12-01\n")
    #expect(bench.deeds.last == mark)
    bench.press("T y")
    #expect(bench.deeds.last == mark)
    bench.press("q q u y")
    guard case .copy(let sentence)? = bench.deeds.last else {
      Issue.record("nothing copied")
      return
    }
    #expect(sentence.hasPrefix("nobody | "))
  }

  @Test func selectedWordsAreCopiedAsTheyStandThere() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("/ c r a c k s Enter V y")
    guard case .copy(let text)? = bench.deeds.last else {
      Issue.record("nothing copied")
      return
    }
    #expect(text.hasPrefix("cracks\n— Norrvik closes its harbour bridge"))
  }

  @Test func theClaimOrTheArticleIsSentToACommand() throws {
    var bench = try Bench.reading(.sample, 80, 24)
    bench.press("Tab Tab |")
    #expect(bench.screen.text(ofRow: 23).hasPrefix("claim |"))
    bench.type("wc -w")
    #expect(bench.screen.text(ofRow: 23).hasSuffix("Tab: the article"))
    bench.press("Tab")
    #expect(bench.screen.text(ofRow: 23).hasPrefix("article | wc -w"))
    bench.press("Tab Enter | Up Tab Enter")
    guard case .pipe(.text(let text), to: "wc -w")? = bench.deeds.first else {
      Issue.record("nothing sent")
      return
    }
    #expect(text.hasPrefix("according to › the cracks were first measured"))
    #expect(bench.deeds.last == .pipe(.article(Analysis.sample.article.id), to: "wc -w"))
    #expect(bench.keptLines == [.init(.pipe, "wc -w"), .init(.pipe, "wc -w")])
    bench.forgetEffects()
    bench.press(":")
    bench.type("pipe sort")
    bench.press("Enter")
    #expect(bench.deeds.count == 1)
  }

  @Test func onlyAddressesOfTheWebAreOpened() throws {
    var analysis = Analysis.sample
    var bench = try Bench.reading(analysis, 80, 24)
    bench.press("o")
    #expect(
      bench.deeds
        == WebAddress("https://norrvikpost.example/2025/05/13/bridge").map { [.openAddress($0)] })
    for bad in ["javascript:alert(1)", "file:///etc/passwd", "--help", "https://a.example/`id`"] {
      analysis.article.url = bad
      bench = try Bench.reading(analysis, 80, 24)
      bench.press("o")
      #expect(bench.deeds == [.bell])
    }
    analysis.article.url = nil
    bench = try Bench.reading(analysis, 80, 24)
    bench.press("o")
    #expect(bench.screen.text(ofRow: 23) == " This article has no known address.")
  }

  @Test func theTextIsOpenedWhereItsReaderIs() throws {
    var bench = try Bench.reading(.sample, 80, 24)
    bench.press("Tab Tab e")
    let text = Analysis.sample.article.text
    let start = String(decoding: text.bytes, as: UTF8.self).utf8.count
    guard case .editText(let id, let offset)? = bench.deeds.first else {
      Issue.record("no editor")
      return
    }
    #expect(id == Analysis.sample.article.id && offset < start)
    #expect(text[Span(offset, offset + 12)] == "According to")
  }

  @Test func aChangedFileIsReadAnewAndShownWhereItWasLeft() throws {
    var bench = try Bench.reading(.sample, 40, 12)
    bench.press("Space")
    let before = bench.screen.text(ofRow: 1)
    bench.reload()
    #expect(bench.deeds.last == .open(.entry("one")))
    var article = Analysis.sample.article
    article.id = "sha256:other"
    bench.tell(.articleLoaded(article, from: .entry("one")))
    #expect(bench.screen.text(ofRow: 1) == before)
  }

  @Test func whatWasTypedInAnEarlierSessionIsThereAgain() throws {
    var bench = try Bench.reading(.sample, 80, 24)
    bench.recall(History([.init(.command, "source lund"), .init(.filter, "naming:bare")]))
    bench.press(": Up")
    #expect(bench.screen.text(ofRow: 23).hasPrefix(":source lund"))
    bench.press("Enter f Up")
    #expect(bench.screen.text(ofRow: 23).hasPrefix("filter: naming:bare"))
    bench.press("Enter")
    #expect(
      bench.keptLines == [.init(.command, "source lund"), .init(.filter, "naming:bare")])
  }

  @Test func aListIsGoneThroughWhileItIsFiltered() throws {
    var bench = try Bench.reading(.sample, 80, 24)
    bench.press("? /")
    bench.type("to the")
    let before = bench.screen.text(ofRow: 3)
    bench.press("Down Down")
    #expect(bench.screen.text(ofRow: 3) != before)
    #expect(bench.screen.text(ofRow: 23).hasPrefix("only with: to the"))
  }
}
