import Foundation
import HearsayModel
import HearsayReader
import HearsayScreen
import HearsayTestSupport
import Testing

@Suite("The list of articles")
struct ArticleListTests {
  private static let yesterday = Date(timeIntervalSince1970: 1_750_000_000 - 86_400)

  private let entries = [
    Entry(
      id: "1", title: "Quay to stay closed", publisher: "Kustbladet", published: "2025-05-12",
      article: "sha256:1",
      figures: SourcingFigures(
        attributions: 10, unnamed: 8, implicit: 1, relayed: 3, unattributed: 9, grave: 2),
      lastRead: yesterday, progress: .readThrough),
    Entry(
      id: "2", title: "A fair without a bridge", publisher: "Norrvik Post", published: "2025-05-14",
      article: "sha256:2",
      figures: SourcingFigures(attributions: 4, unnamed: 0, relayed: 0, unattributed: 0),
      lastRead: yesterday, progress: .begun),
    Entry(id: "3", title: "Mayor asks for help", published: "2025-05-13", article: "sha256:3"),
  ]

  @Test func itSaysWhatWasReadAndHowItIsSourced() throws {
    let bench = try Bench(76, 10, entries: entries, showing: .list)
    #expect(
      bench.text == """
         Articles                                                            1 of 3

        ▌ Quay to stay closed                                           12 May 2025
        ▌   Kustbladet · ●○○○○◌ ⇠ !  10 attributions · 8 unnamed ·…  read yesterday
          A fair without a bridge                                       14 May 2025
            Norrvik Post · ●●●●●●  4 attributions                   begun yesterday
          Mayor asks for help                                           13 May 2025
                                                                                new

         Enter open  w arrange  / search  ? help  f filter  F find  M marks …
        """)
  }

  @Test func withoutUnicodeTheSignsAreLetters() throws {
    let bench = try Bench(76, 10, unicode: false, entries: entries, showing: .list)
    #expect(bench.row(with: "Kustbladet - Nbbbb- < !") != nil)
  }

  @Test func wSortsItAndTheCommandToo() throws {
    var bench = try Bench(76, 10, entries: entries, showing: .list)
    func titles(_ bench: Bench) -> [String] {
      [2, 4, 6].map { String(bench.screen.text(ofRow: $0).dropFirst(2).prefix(4)) }
    }
    bench.press("w")
    #expect(bench.screen.text(ofRow: 0).hasPrefix(" Articles · newest first"))
    #expect(titles(bench) == ["A fa", "Mayo", "Quay"])
    bench.press("w")
    #expect(titles(bench) == ["A fa", "Mayo", "Quay"])
    for (order, first) in [
      ("unread", "Mayo"), ("publisher", "Quay"), ("unnamed", "Quay"), ("flags", "Quay"),
      ("given", "Quay"),
    ] {
      bench.press(":")
      bench.type("sort \(order)")
      bench.press("Enter")
      #expect(titles(bench).first == first, "\(order)")
    }
    bench.press(":")
    bench.type("sort size")
    bench.press("Enter")
    #expect(
      bench.screen.text(ofRow: 8).hasPrefix(" Articles are sorted by given, published, title"))
  }

  @Test func whatIsSelectedStaysSelectedWhenTheListChanges() throws {
    var bench = try Bench(76, 10, entries: entries, showing: .list)
    bench.press("w j")
    #expect(bench.row(with: "▌ Mayor asks") != nil)
    bench.tell(.entriesListed([Entry(id: "0", title: "News", published: "2025-06-01")] + entries))
    #expect(bench.row(with: "▌ Mayor asks") != nil)
    bench.press("Enter")
    #expect(bench.deeds == [.open(.entry("3"))])
  }

  @Test func jGoesOnInTheOrderOfTheList() throws {
    var bench = try Bench(76, 10, entries: entries, showing: .list)
    bench.press("w Enter")
    bench.tell(
      .articleLoaded(
        Article(id: "sha256:2", text: ArticleText("A fair.")), from: .entry("2")))
    #expect(bench.text.contains("1 of 3"))
    bench.press("J")
    #expect(bench.deeds.last == .open(.entry("3")))
  }

  @Test func anArticleIsTakenOutAndBroughtBack() throws {
    var bench = try Bench(76, 10, entries: entries, showing: .list)
    bench.tell(
      .marksLoaded(
        Mark.samples.map { mark in
          var mark = mark
          mark.article = "sha256:1"
          return mark
        }))
    bench.press("Delete")
    #expect(bench.deeds == [.library(.remove("1"))])
    #expect(bench.row(with: "Quay to stay closed  ") == nil)
    #expect(
      bench.screen.text(ofRow: 9)
        == " removed, its 3 marks stay, U brings it back: Quay to stay closed")
    bench.press("U")
    #expect(bench.deeds.last == .library(.restore))
  }

  @Test func theEndOfAnArticleIsNotedOnceAndOnlyWhenItIsSeen() throws {
    let text = (1...40).map { "Line \($0) of the story." }.joined(separator: "\n\n")
    var bench = try Bench(60, 12, entries: [Entry(id: "1", title: "Story")])
    bench.tell(
      .articleLoaded(Article(id: "sha256:1", text: ArticleText(text + "\n\n")), from: .entry("1")))
    #expect(!bench.effects.contains(.noteEnd("sha256:1")))
    bench.press("Space ? G Esc")
    #expect(!bench.effects.contains(.noteEnd("sha256:1")))
    bench.press("G g G")
    #expect(bench.effects.filter { $0 == .noteEnd("sha256:1") }.count == 1)
  }
}
