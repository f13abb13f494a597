import Testing

@testable import HearsayReader

/// What can lie over the article.
struct ModesTests {
  @Test("Every view of a key map is a pane or can lie over the article")
  func everyViewHasItsMode() {
    let views = Focus.allCases.map(\.pane.view) + KeyView.overlays.map { $0.view }
    #expect(views == KeyView.allCases)
  }

  @Test("No action opens two things")
  func openersDiffer() {
    let openers = KeyView.overlays.compactMap { $0.opener }
    #expect(Set(openers).count == openers.count)
  }

  @Test(
    "What an action opened it closes, and the article is there again",
    arguments: KeyView.overlays.compactMap { $0.opener })
  func whatOpensCloses(opener: Action) throws {
    var bench = try Bench.reading()
    bench.press("Tab")
    if opener == .openCard { bench.press("m") }
    let before = bench.text
    bench.perform(opener)
    #expect(!bench.reader.modes.showsArticle)
    bench.perform(opener)
    #expect(bench.reader.modes.showsArticle && bench.text == before)
  }

  @Test("One goes back through what was opened step by step, and each is as it was left")
  func stepsBack() throws {
    var bench = try Bench.reading()
    var screens: [String] = []
    for keys in ["Tab m Esc", "M", "i j j", "?"] {
      bench.press(keys)
      screens.append(bench.text)
    }
    for screen in screens.dropLast().reversed() {
      bench.press("q")
      #expect(bench.text == screen)
    }
  }

  @Test("The help tells the keys of what it was asked for over, wherever another help was open")
  func helpOverAnotherHelp() throws {
    var bench = try Bench.reading()
    bench.press("M ? / t h e Enter")
    let ofMarks = bench.text
    // The sheet lies over the help, and help is asked for again.
    bench.press("i ? / t h e Enter")
    #expect(bench.text != ofMarks)
    bench.press("q q ? / t h e Enter")
    #expect(bench.text == ofMarks)
  }
}
