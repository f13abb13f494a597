import Foundation
import HearsayModel
import HearsayPatterns
import HearsayReader
import HearsayScreen
import HearsayTestSupport
import Testing

@Suite("Searching")
struct SearchTests {
  @Test func wordsAreFoundWhileTheyAreTyped() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("/")
    bench.type("town")
    #expect(bench.screen.text(ofRow: 29).hasPrefix("/town"))
    #expect(bench.screen.text(ofRow: 29).hasSuffix("1/6"))
    #expect(bench.screen.cursor == Point(row: 29, column: 5))
    bench.press("Enter n n")
    #expect(bench.screen.text(ofRow: 29).hasSuffix("3/6"))
    bench.press("N N N")
    #expect(bench.screen.text(ofRow: 29) == " town: on from the end")
  }

  @Test func allMatchesAreHighlightedUntilEscape() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    let plain = bench.style(of: "bridge at Norrvik")
    bench.press("/ b r i d g e Enter")
    let found = bench.style(of: "bridge at Norrvik")
    let other = bench.style(of: "bridge. The")
    #expect(found != plain && found != other && other?.background != nil)
    bench.press("Esc")
    #expect(bench.style(of: "bridge at Norrvik")?.background == nil)
  }

  @Test func escapeInThePromptGoesBackToWhereItBegan() throws {
    var bench = try Bench.reading(.sample, 40, 12)
    bench.press("Tab")
    let before = bench.text
    bench.press("/ f e r r y")
    #expect(bench.text.contains("ferry"))
    bench.press("Esc")
    #expect(bench.text == before)
  }

  @Test func wordsThatDoNotOccurAreSaidToBeMissing() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("/ z z Enter")
    #expect(bench.screen.text(ofRow: 29) == " “zz” does not occur.")
    #expect(bench.deeds == [.bell])
  }

  @Test(arguments: [("(a|zz", 0), ("zz)", 2), ("[zz", 0), ("z*+*", 3), ("zz\\", 2)])
  func whatIsNoPatternIsPointedAt(text: String, column: Int) throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("/")
    bench.type(text)
    bench.press("Enter")
    #expect(bench.screen.text(ofRow: 29) == "/\(text)")
    #expect(
      bench.screen.text(ofRow: 28).hasPrefix(" “\(text)” does not occur. This is no pattern: "))
    #expect(bench.screen.cursor == Point(row: 29, column: 1 + column))
    bench.press("Esc")
    #expect(!bench.text.contains("no pattern"))
  }

  @Test func whatDoesNotOccurAsItStandsIsAPattern() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("/")
    bench.type("no (choice|chance)")
    #expect(
      bench.deeds.last == .searchPattern("no (choice|chance)", in: Analysis.sample.article.id))
    #expect(bench.screen.text(ofRow: 29).hasSuffix("searching"))
    bench.press("Enter")
    let text = Analysis.sample.article.text
    let (found, isComplete) = try Pattern("no (choice|chance)", anchors: .lines).matches(in: text) {
      true
    }
    let spans = found.map { Span($0.lowerBound, $0.upperBound) }
    // What was asked for before does not count any more.
    bench.tell(.patternSearched("no", Analysis.sample.article.id, [Span(0, 4)], isComplete: true))
    bench.tell(
      .patternSearched(
        "no (choice|chance)", Analysis.sample.article.id, spans, isComplete: isComplete))
    #expect(bench.screen.text(ofRow: 29).hasSuffix("pattern 1/2"))
    #expect(bench.style(of: "no choice")?.background != nil)
  }

  @Test func wordsWithSignsOfPatternsAreFoundAsTheyStand() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("/")
    bench.type("arm. ")
    #expect(bench.screen.text(ofRow: 29).hasSuffix("1/1"))
    #expect(bench.deeds.isEmpty)
  }

  @Test func theSelectionFollowsAMatch() throws {
    var bench = try Bench.reading(.sample, 112, 30)
    bench.press("/ c r o w n s Enter")
    #expect(bench.row(with: "▌ 4 ~○ a source at the town hall") != nil)
  }
}

@Suite("Help")
struct HelpTests {
  @Test func theHelpIsMadeFromTheKeysAsTheyAre() throws {
    let standard = try KeyMap(parsing: Bench.resource("keys/default.keys"))
    let own = try KeyMap(parsing: "mark = F9\nzen =", over: standard)
    var bench = try Bench(100, 24, keys: own)
    bench.press("? / f o l l o w Enter")
    #expect(bench.row(with: "mark for follow-up")?.hasPrefix("   F9   ") == true)
    bench.press("/ h i d e")
    #expect(!bench.text.contains("hide the list"))
  }

  @Test func theHelpTellsTheKeysOfTheViewItWasAskedForIn() throws {
    var bench = try Bench.reading(.sample, 100, 60)
    bench.press("?")
    #expect(bench.text.contains(" In the article"))
    bench.press("q l ?")
    #expect(bench.text.contains(" In the list of who said what"))
  }

  @Test func theCommandLineSaysWhatACommandDoes() throws {
    var bench = try Bench.reading(.sample, 80, 24)
    bench.press(": h e l p")
    #expect(bench.screen.text(ofRow: 22) == " show this help, or leave it")
    bench.press("x")
    #expect(bench.row(with: "show this help") == nil)
  }

  @Test func allOfTheHelp() throws {
    var bench = try Bench.reading(.sample, 100, 230)
    bench.press("F1")
    expectSnapshot(bench.text, named: "help.screen")
  }

  @Test func theHelpScrollsAndIsSearchedByTyping() throws {
    var bench = try Bench.reading(.sample, 80, 24)
    bench.press("? Space Space")
    #expect(!bench.text.contains(" In the article"))
    bench.press("/")
    bench.type("unnamed")
    #expect(bench.text.contains("alone, unnamed"))
    #expect(!bench.text.contains("zen"))
    bench.press("Enter Esc")
    #expect(bench.text.contains(" In the article"))
    bench.press("q")
    #expect(bench.text.contains("The harbour bridge"))
  }

  @Test func theHintBarShowsOnlyKeysThatThereAre() throws {
    let standard = try KeyMap(parsing: Bench.resource("keys/default.keys"))
    let own = try KeyMap(parsing: "list-articles =\nquit = X", over: standard)
    let bench = try Bench(80, 24, keys: own)
    #expect(bench.screen.text(ofRow: 23) == " ? help  X quit")
  }
}

@Suite("Articles")
struct ArticlesTests {
  private let entries = [
    Entry(id: "a.txt", title: "Norrvik closes its bridge", publisher: "Norrvik Post"),
    Entry(
      id: "b.txt", title: "作者 and others", published: "2025-05-14",
      figures: SourcingFigures(attributions: 4, unnamed: 2, relayed: 0, unattributed: 3),
      lastRead: Date(timeIntervalSince1970: 1_750_000_000 - 86_400), progress: .begun),
    Entry(id: "c.txt", title: "c.txt"),
  ]

  private func article(_ id: String, _ text: String) -> Article {
    Article(id: id, text: ArticleText(text))
  }

  @Test func theFirstArticleOpensAtOnceAndJGoesToTheNext() throws {
    var bench = try Bench(80, 24, entries: entries)
    #expect(bench.effects == [.open(.entry("a.txt"))])
    bench.tell(.articleLoaded(article("1", "First."), from: .entry("a.txt")))
    bench.forgetEffects()
    bench.press("J J")
    #expect(bench.deeds == [.open(.entry("b.txt")), .open(.entry("c.txt"))])
    // The answer to the first question comes too late.
    bench.tell(.articleLoaded(article("2", "Second."), from: .entry("b.txt")))
    #expect(bench.text.contains("First."))
    bench.tell(.articleLoaded(article("3", "Third."), from: .entry("c.txt")))
    #expect(bench.text.contains("Third.") && bench.text.contains("3 of 3"))
    #expect(bench.deeds.suffix(2) == [.cancelAnalysis("1"), .analyse("3")])
    bench.press("J")
    #expect(bench.screen.text(ofRow: 23) == " This is the last article.")
  }

  @Test func withoutFilesTheLibraryIsShownAndQComesBackToIt() throws {
    var bench = try Bench(60, 12, entries: entries, showing: .list)
    #expect(
      bench.text == """
         Articles                                            1 of 3

        ▌ Norrvik closes its bridge
        ▌   Norrvik Post                                        new
          作者 and others                               14 May 2025
            ●●●○○○  4 attributions · 2 unnamed · 3… begun yesterday
          c.txt
                                                                new



         Enter open  w arrange  / search  ? help  f filter …
        """)
    bench.press("j Enter")
    #expect(bench.deeds == [.open(.entry("b.txt"))])
    bench.tell(.articleLoaded(article("2", "Second."), from: .entry("b.txt")))
    #expect(bench.text.contains("Second."))
    bench.forgetEffects()
    bench.press("q")
    #expect(bench.screen.text(ofRow: 0).hasPrefix(" Articles"))
    bench.press("q")
    #expect(bench.deeds == [.quit])
  }

  @Test func theListOfArticlesIsFilteredByTyping() throws {
    var bench = try Bench(60, 12, entries: entries, showing: .list)
    bench.press("/ b r i d g e Enter")
    #expect(bench.screen.text(ofRow: 0).hasPrefix(" Articles · with “bridge”"))
    #expect(!bench.text.contains("c.txt"))
    bench.press("Enter")
    #expect(bench.deeds == [.open(.entry("a.txt"))])
  }

  @Test func anArticleThatCannotBeOpenedIsExplainedAndTheOthersStay() throws {
    var bench = try Bench(60, 12, entries: entries)
    bench.tell(.articleFailed(.entry("a.txt"), "a.txt is empty."))
    #expect(bench.screen.text(ofRow: 11) == " a.txt is empty.")
    #expect(bench.text.contains("Norrvik closes its bridge"))
    bench.press("j Enter")
    #expect(bench.deeds.last == .open(.entry("b.txt")))
  }

  @Test func anEmptyLibrarySaysHowToBegin() throws {
    let bench = try Bench(60, 6, showing: .list)
    #expect(bench.text.contains("There are no articles yet."))
  }
}
