import Foundation
import HearsayModel
import HearsayReader
import HearsayScreen
import HearsayTestSupport
import Testing

@Suite("Found in the library")
struct PassagesTests {
  private static let sample = Analysis.sample.article

  private static let said = Passage(
    kind: .statement, article: sample.id, title: sample.title, publisher: sample.publisher,
    published: "2025-05-13", start: Analysis.sample.attributions[5].contentSpans[0].start,
    words: "Everybody at the town hall knew,", matches: [17..<26],
    source: "a source at the town hall",
    naming: .bare, manner: .direct)

  private static let elsewhere = Passage(
    kind: .text, article: "sha256:2", title: "Fair moves", published: "2025-05-14", start: 21,
    words: "The town hall is shut.", matches: [4..<13])

  private func bench(_ passages: [Passage], _ columns: Int = 80, _ rows: Int = 12) throws -> Bench {
    var bench = try Bench.reading(.sample, columns, rows)
    bench.press("F")
    bench.type("town hall")
    bench.press("Enter")
    bench.tell(.library(.found(Passages(.words("town hall"), passages))))
    return bench
  }

  @Test func whoSaysItStandsBesideTheWordsAndWhatWasFoundStandsOut() throws {
    let bench = try bench([Self.said, Self.elsewhere])
    #expect(bench.deeds == [.library(.find("town hall"))])
    #expect(
      bench.text == """
         Found · town hall                                                       1 of 2

        ▌ “○ a source at the town hall · Norrvik closes its harbour bridge  13 May 2025
        ▌     Everybody at the town hall knew,
          in the text · Fair moves                                          14 May 2025
              The town hall is shut.





         Enter open  F find  / search  q back  ? help
        """)
    #expect(bench.style(of: "town hall is") != bench.style(of: "is shut"))
  }

  @Test func aPlaceInTheOpenArticleIsGoneToAndTheWordsAreLit() throws {
    var bench = try bench([Self.elsewhere, Self.said])
    bench.press("j Enter")
    #expect(bench.text.contains("Everybody at the town hall"))
    #expect(bench.screen.text(ofRow: 11).hasSuffix("2/2"))
    bench.press("n")
    #expect(bench.screen.text(ofRow: 11) == " town hall: on from the top")
    // And back to what was found, with the same row selected.
    bench.press("Esc q")
    #expect(bench.row(with: "▌ “○ a source") != nil)
  }

  @Test func aPlaceInAnotherArticleOpensIt() throws {
    var bench = try bench([Self.elsewhere])
    bench.forgetEffects()
    bench.press("Enter")
    #expect(bench.deeds == [.open(.stored("sha256:2"))])
    let lines = (1...30).map { "Line \($0)." }.joined(separator: "\n\n")
    bench.tell(
      .articleLoaded(
        Article(
          id: "sha256:2",
          text: ArticleText("The fair is moving. \n\(lines)\nThe town hall is shut.")),
        from: .stored("sha256:2")))
    #expect(bench.text.contains("The town hall is shut."))
    bench.press("q")
    #expect(bench.screen.text(ofRow: 0).hasPrefix(" Found · town hall"))
  }

  @Test func whatIsNowhereIsSaidAndTheListBeforeIsShownAgainWithoutWords() throws {
    var bench = try Bench.reading(.sample, 80, 12)
    bench.press("F Enter")
    #expect(bench.screen.text(ofRow: 11) == " Nothing was searched for yet.")
    bench.press(":")
    bench.type("find zebra")
    bench.press("Enter")
    #expect(bench.deeds.last == .library(.find("zebra")))
    #expect(bench.screen.text(ofRow: 11) == " searching…")
    bench.tell(.library(.found(Passages(.words("zebra"), []))))
    #expect(bench.screen.text(ofRow: 11) == " “zebra” occurs in no article of the library.")
  }

  @Test func everythingASourceSaidAndWhoElseSaidIt() throws {
    var bench = try Bench.reading(.sample, 80, 12)
    bench.press("Tab A")
    let mayor = VoiceKey(rawValue: "p:ana lund")
    #expect(bench.deeds == [.library(.listWords(of: mayor, name: "Mayor Ana Lund"))])
    bench.press("C")
    #expect(
      bench.deeds.last
        == .library(
          .listLike(
            .attribution(Attribution.ID(1)), of: Self.sample.id,
            words: Analysis.sample.article.text[
              Analysis.sample.attributions[0].contentSpans.reduce(
                Analysis.sample.attributions[0].contentSpans[0]
              ) { $0.union($1) }])))
    var like = Self.elsewhere
    like.kind = .statement
    like.source = "Ana Lund"
    like.naming = .named
    like.likeness = 0.914
    bench.tell(.library(.found(Passages(.like("We had no choice"), [like]))))
    #expect(bench.screen.text(ofRow: 0).hasPrefix(" Who else said · We had no choice"))
    #expect(bench.row(with: "● Ana Lund · 91 % alike") != nil)
    bench.press("Esc u A")
    #expect(bench.text.contains("Nobody is credited with this"))
  }
}

@Suite("Sources across articles")
struct VoicesListTests {
  private let voices = [
    Voice(
      id: VoiceKey(rawValue: "p:ana lund"), name: "Mayor Ana Lund", kind: .person, naming: .named,
      statements: 12, articles: 4, joined: 1, isRenamed: true),
    Voice(
      id: VoiceKey(rawValue: "o:road agency"), name: "Road Agency", kind: .organisation,
      naming: .named, statements: 3, articles: 1),
  ]

  private func bench() throws -> Bench {
    var bench = try Bench(80, 8, showing: .list)
    bench.press("O")
    bench.tell(.library(.voices(voices)))
    bench.forgetEffects()
    return bench
  }

  @Test func theyAreListedWithHowMuchTheySaid() throws {
    let bench = try bench()
    #expect(
      bench.text == """
         Sources                                                                 1 of 2

        ▌ ● Mayor Ana Lund +1 joined by you ✎                          12 in 4 articles
          ● Road Agency                                                  3 in 1 article



         Enter open  x m same as…  x r rename  x p part again  U undo  / search …
        """)
  }

  @Test func twoAreJoinedRenamedAndTakenApart() throws {
    var bench = try bench()
    bench.press("x m")
    #expect(
      bench.screen.text(ofRow: 7)
        == " now press x m on the source that is the same as Mayor Ana Lund")
    bench.press("j x m")
    #expect(
      bench.deeds == [
        .library(
          .join(VoiceKey(rawValue: "p:ana lund"), with: VoiceKey(rawValue: "o:road agency")))
      ])
    #expect(
      bench.screen.text(ofRow: 7) == " Mayor Ana Lund and Road Agency are one; U undoes it")
    bench.press("k x r C-u")
    bench.type("Ana Lund")
    bench.press("Enter x p U")
    #expect(
      bench.deeds.suffix(3) == [
        .library(.rename(VoiceKey(rawValue: "p:ana lund"), "Ana Lund")),
        .library(.part(VoiceKey(rawValue: "p:ana lund"))), .library(.restore),
      ])
    bench.press("Enter")
    #expect(
      bench.deeds.last
        == .library(.listWords(of: VoiceKey(rawValue: "p:ana lund"), name: "Mayor Ana Lund")))
  }
}

@Suite("Filters and analyses of many articles")
struct ManyArticlesTests {
  private let entries = [
    Entry(
      id: "1", title: "Quay to stay closed", article: Analysis.sample.article.id,
      figures: SourcingFigures(Analysis.sample), progress: .begun),
    Entry(
      id: "2", title: "A fair without a bridge", article: "sha256:2",
      figures: SourcingFigures(attributions: 4, unnamed: 0, relayed: 0, unattributed: 0)),
    Entry(id: "3", title: "Mayor asks for help"),
  ]

  @Test func fListsTheArticlesInWhichSomethingPasses() throws {
    var bench = try Bench(80, 12, entries: entries, showing: .list)
    bench.press("f")
    bench.type("flag:konflict")
    bench.press("Enter")
    #expect(bench.text.contains("did you mean “conflict”?"))
    bench.press("End C-u")
    bench.type("flag:conflict")
    bench.press("Enter")
    let filter = try Filter("flag:conflict")
    #expect(bench.deeds.last == .library(.sift(filter)))
    bench.tell(.library(.sifted(filter, passing: [Analysis.sample.article.id: 2])))
    #expect(bench.screen.text(ofRow: 0).hasPrefix(" Articles · filter: flag:conflict"))
    #expect(bench.screen.text(ofRow: 0).hasSuffix("1 of 1"))
    #expect(bench.row(with: "2 pass") != nil)
    #expect(
      bench.screen.text(ofRow: 11) == " 1 of 3 articles are not analysed yet; X analyses them")
    // The article opens with the same filter.
    bench.press("Enter")
    bench.tell(.articleLoaded(Analysis.sample.article, from: .entry("1")))
    bench.tell(.analysisFinished(.sample))
    #expect(bench.screen.text(ofRow: 11).hasPrefix(" Esc cancel"))
    bench.press("L Esc")
    #expect(bench.screen.text(ofRow: 0).hasSuffix("of 3"))
  }

  @Test func manyArticlesAreAnalysedWithWhatIsLeftAndCCStopsIt() throws {
    var bench = try Bench(80, 12, entries: entries, showing: .list)
    bench.press("X")
    #expect(bench.deeds == [.library(.analyse(["3"]))])
    bench.tell(.batchProgress(BatchProgress(done: 11, of: 84, secondsLeft: 130)))
    #expect(
      bench.screen.text(ofRow: 11) == " analysing 12 of 84, about 3 minutes left · Esc stops it")
    bench.press("X")
    #expect(bench.screen.text(ofRow: 11) == " Articles are already being analysed.")
    bench.press("C-c")
    #expect(bench.deeds.last == .library(.cancelAnalyses))
    #expect(bench.screen.text(ofRow: 11) == " stopped: 11 of 84 articles were analysed")
    bench.forgetEffects()
    bench.press("C-c C-c")
    #expect(bench.deeds.isEmpty)
    bench.tell(.batchProgress(BatchProgress(done: 82, of: 84, secondsLeft: 9)))
    bench.press("g")
    #expect(bench.text.contains("analysing 83 of 84, less than a minute left"))
    bench.tell(.batchProgress(nil))
    #expect(!bench.text.contains("analysing"))
  }
}
