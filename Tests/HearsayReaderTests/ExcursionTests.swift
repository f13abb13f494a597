import Foundation
import HearsayModel
import HearsayScreen
import HearsayTestSupport
import Testing

@testable import HearsayReader

/// From an article through three views, and back by three steps: each screen is found as it was left.
@Suite("Excursions of three views")
struct ExcursionTests {
  private static let here: Article = {
    var article = Analysis.sample.article
    article.links = [
      ArticleLink(span: Span(0, 7), address: "https://sun.example/fair"),
      ArticleLink(span: Span(8, 14), address: "https://post.example/quay"),
    ]
    return article
  }()

  private static let fair = Article(
    id: "sha256:2", title: "The fair moves",
    text: ArticleText(
      "The fair moves\n\nThe fair is moving to the other bank.\n\n"
        + (1...40).map { "Line \($0) of it." }.joined(separator: "\n\n")
        + "\n\nThe town hall is shut."))

  private static let page = Article(
    id: "sha256:3", title: "Quay shut", url: "https://post.example/quay",
    text: ArticleText("Quay shut\n\nNobody may go there."))

  private static let elsewhere = Passage(
    kind: .text, article: fair.id, title: fair.title, start: fair.text.count - 22,
    words: "The town hall is shut.", matches: [4..<13])

  private static let inPlace = Passage(
    kind: .statement, article: here.id, title: here.title,
    start: Analysis.sample.attributions[5].contentSpans[0].start,
    words: "Everybody at the town hall knew,", source: "a source at the town hall",
    naming: .bare, manner: .direct)

  private static let voices = [
    Voice(
      id: VoiceKey(rawValue: "p:ana lund"), name: "Mayor Ana Lund", kind: .person, naming: .named,
      statements: 12, articles: 4),
    Voice(
      id: VoiceKey(rawValue: "o:road agency"), name: "Road Agency", kind: .organisation,
      naming: .named, statements: 3, articles: 1),
  ]

  private static let feed = {
    var feed = Subscription(address: "https://post.example/rss", title: "Norrvik Post")
    (feed.unread, feed.entries) = (2, 2)
    return feed
  }()

  private static let news = (1...2).map { number in
    var entry = NewsEntry(
      NewsItem(
        guid: "\(number)", link: "https://post.example/quay", title: "Quay shut \(number)"),
      of: feed.address)
    // What is opened is read: the row stays as it is.
    (entry.id, entry.state) = (number, .read)
    return entry
  }

  private static let changes = ArticleChanges(
    from: (corrected(with: .denied), []), to: (corrected(with: nil), []))

  private static func corrected(with stance: Stance?) -> Analysis {
    var analysis = Analysis.sample
    analysis.attributions[6].stance = stance
    return analysis
  }

  /// Everything that was asked for comes at once.
  private func answer(_ bench: inout Bench) {
    let effects = bench.effects
    bench.forgetEffects()
    for effect in effects {
      switch effect {
      case .open(let request), .reopen(let request, _), .openAnew(let request):
        bench.tell(.articleLoaded(article(for: request), from: request))
        if article(for: request).id == Self.here.id { bench.tell(.analysisFinished(analysis)) }
      case .library(.listVoices): bench.tell(.library(.voices(Self.voices)))
      case .library(.find(let words)):
        bench.tell(.library(.found(Passages(.words(words), [Self.elsewhere, Self.inPlace]))))
      case .library(.listWords(_, let name)):
        bench.tell(.library(.found(Passages(.source(name), [Self.elsewhere, Self.inPlace]))))
      case .library(.listLike(_, _, let words)):
        bench.tell(.library(.found(Passages(.like(words), [Self.elsewhere]))))
      case .news(.list): bench.tell(.newsListed(feeds: [Self.feed], entries: Self.news))
      case .compare(let id): bench.tell(.compared(Self.changes, id))
      default: continue
      }
      answer(&bench)
    }
  }

  private var analysis: Analysis {
    var analysis = Analysis.sample
    analysis.article = Self.here
    return analysis
  }

  private func article(for request: Request) -> Article {
    switch request {
    case .entry("two"), .stored(Self.fair.id): Self.fair
    case .page: Self.page
    default: Self.here
    }
  }

  /// Without the lowest row: what can be done, or what is said, may be other words.
  private func shown(_ bench: Bench) -> String {
    bench.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "\n")
  }

  /// Each excursion: how one gets to where it begins, and the keys to each of its views; what moves within a view stands with
  /// the keys that lead there.
  @Test(arguments: [
    ("through the marks, a card and the help", "Tab Tab m", ["M", "T", "?"]),
    ("through articles, marks and a card", "Tab Tab m", ["L", "M", "T"]),
    ("through the sheet, marks and the help", "Tab m", ["i", "M", "?"]),
    (
      "to what was found, its article and the list of articles", "Tab Tab Tab",
      ["F \"town hall\" Enter", "Enter", "L"]
    ),
    ("through sources and their words into an article", "Tab Tab", ["O j", "Enter", "Enter"]),
    ("through a source's words into another article, and its marks", "Tab", ["A", "Enter", "M"]),
    ("through links, a page and its help", "Tab Tab", ["& j", "Enter", "?"]),
    ("through feeds and their news to a page", "Tab", ["B", "Enter j", "Enter"]),
    ("through the news to a page and what was read", "Tab Tab", ["H", "Enter", "L"]),
    ("through what has changed to its place, and who else says so", "Tab", ["Z", "Enter", "C"]),
    ("through who else says it to their article, and its help", "Tab", ["C", "Enter", "?"]),
    ("through marks to the marked words, and their card", "Tab Tab m Tab", ["M", "Enter", "T"]),
  ])
  func isThereAndBackInThreeSteps(_ name: String, before: String, views: [String]) throws {
    for (columns, rows) in [(80, 24), (120, 40)] {
      var bench = try Bench(
        columns, rows,
        entries: [
          Entry(id: "one", title: "one.txt", article: Self.here.id),
          Entry(id: "two", title: "two.txt", article: Self.fair.id),
        ])
      answer(&bench)
      press(before, &bench)
      var screens: [String] = []
      for keys in views {
        screens.append(shown(bench))
        press(keys, &bench)
        #expect(shown(bench) != screens.last, "\(keys) leads somewhere")
      }
      for (step, screen) in screens.enumerated().reversed() {
        press("q", &bench)
        #expect(shown(bench) == screen, "\(name): step \(step) at \(columns)x\(rows)")
      }
      bench.forgetEffects()
      bench.press("q")
      #expect(bench.deeds == [.quit], "\(name): at the top, one step leaves")
    }
  }

  private static let both = [
    Entry(id: "one", title: "one.txt", article: here.id),
    Entry(id: "two", title: "two.txt", article: fair.id),
  ]

  @Test(arguments: [
    "M", "L", "?", "i", "H Enter", "& j Enter", "F \"town hall\" Enter Enter", "O j Enter Enter",
  ])
  func
    `After any excursion an article has its place among the others, and K leads to the one before`(
      keys: String
    ) throws
  {
    var bench = try Bench(120, 40, entries: Self.both.reversed())
    answer(&bench)
    press("J Tab Tab", &bench)
    #expect(bench.screen.text(ofRow: 0).contains("2 of 2"))
    let before = shown(bench)
    press(keys, &bench)
    var steps = 0
    while shown(bench) != before, steps < 5 {
      press("q", &bench)
      steps += 1
    }
    #expect(bench.screen.text(ofRow: 0).contains("2 of 2"))
    press("K", &bench)
    #expect(bench.screen.text(ofRow: 0).contains("1 of 2"))
    #expect(bench.reader.reading?.article.id == Self.fair.id)
  }

  @Test
  func `C-o goes back into the article that a list was opened from, and C-n forth again`()
    throws
  {
    var bench = try Bench(120, 40, entries: Self.both)
    answer(&bench)
    press("Tab Tab Tab", &bench)
    let place = bench.reader.place
    press("F \"town hall\" Enter Enter", &bench)
    #expect(bench.reader.reading?.article.id == Self.fair.id)
    let there = bench.reader.place
    press("C-o", &bench)
    #expect(bench.reader.reading?.article.id == Self.here.id)
    #expect(bench.reader.place == place)
    press("C-n", &bench)
    #expect(bench.reader.reading?.article.id == Self.fair.id)
    #expect(bench.reader.place == there)
  }

  @Test
  func `The list opened over an article that a list led to is one step, and that list another`()
    throws
  {
    var bench = try Bench(
      80, 24, entries: [Entry(id: "one", title: "one.txt", article: Self.here.id)],
      showing: .list)
    press("Enter Tab", &bench)
    let article = shown(bench)
    press("L q", &bench)
    #expect(shown(bench) == article)
    press("q", &bench)
    #expect(bench.screen.text(ofRow: 0).hasPrefix(" Articles"))
    bench.forgetEffects()
    bench.press("q")
    #expect(bench.deeds == [.quit])
  }

  /// Keys one after the other, words in quotation marks typed.
  private func press(_ keys: String, _ bench: inout Bench) {
    guard let script = try? KeyScript(parsing: keys) else {
      Issue.record("\(keys) are no keys")
      return
    }
    for key in script.keys {
      bench.receive(.key(key))
      answer(&bench)
    }
  }
}
