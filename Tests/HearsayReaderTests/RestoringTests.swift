import HearsayModel
import HearsayReader
import HearsayScreen
import HearsayTestSupport
import Testing

/// Something that comes from outside when an article is opened again.
enum Piece: CaseIterable, Hashable, Sendable {
  case place, article, analysis

  /// Every order in which they can come; an analysis is made of an article, so it never comes before.
  static let orders: [[Piece]] = [
    [.article, .place, .analysis], [.article, .analysis, .place], [.place, .article, .analysis],
  ]
}

@Suite("Where it was left")
struct RestoringTests {
  private let left = ReadingPosition(
    offset: 600, selected: .attribution(Analysis.sample.attributions[5].id))

  private func tell(_ bench: inout Bench, _ piece: Piece, _ position: ReadingPosition?) {
    let analysis = Analysis.sample
    switch piece {
    case .place: bench.tell(.placeRecalled(position, analysis.article.id))
    case .article: bench.tell(.articleLoaded(analysis.article, from: .entry("one")))
    case .analysis: bench.tell(.analysisFinished(analysis))
    }
  }

  private func bench() throws -> Bench {
    try Bench(80, 24, entries: [Entry(id: "one", title: "one.txt")])
  }

  @Test("What is selected is kept by its number, and nothing while only a part was read")
  func whatBeginsAtAByte() throws {
    var bench = try bench()
    tell(&bench, .article, nil)
    let analysis = Analysis.sample
    let part = AnalysisPart(analysis, of: [Span(0, 40)])
    bench.tell(.analysisPart(part))
    let attribution = analysis.attributions[5]
    #expect(bench.reader.item(at: attribution.extent.start) == nil)
    tell(&bench, .analysis, nil)
    #expect(bench.reader.item(at: attribution.extent.start) == .attribution(attribution.id))
    let sentence = analysis.unattributed[0]
    #expect(bench.reader.item(at: sentence.span.start) == .sentence(sentence.id))
    #expect(bench.reader.item(at: analysis.article.text.count) == nil)
  }

  @Test(arguments: Piece.orders)
  func theSamePlaceIsShownAndTheSameIsSelectedInWhateverOrderThePiecesCome(order: [Piece]) throws {
    var bench = try bench()
    for piece in order { tell(&bench, piece, left) }
    let selected = Analysis.sample.attributions[5].extent.start
    #expect(bench.reader.place?.selection == selected)
    var usual = try self.bench()
    for piece in Piece.orders[0] { tell(&usual, piece, left) }
    #expect(bench.text == usual.text)
    #expect(bench.reader.place == usual.reader.place)
    #expect(bench.reader.place?.top != 0)
  }

  @Test(arguments: Piece.orders)
  func withoutAKeptPlaceTheBeginningIsShownInWhateverOrder(order: [Piece]) throws {
    var bench = try bench()
    for piece in order { tell(&bench, piece, nil) }
    #expect(bench.reader.place?.top == 0)
    #expect(bench.reader.place?.selection != nil)
  }

  @Test func whoHasGoneElsewhereMeanwhileStaysThereAndComesToTheKeptPlaceWithOneKey() throws {
    var bench = try bench()
    tell(&bench, .article, nil)
    tell(&bench, .analysis, nil)
    bench.press("Tab Tab")
    let place = bench.reader.place
    bench.forgetEffects()
    tell(&bench, .place, left)
    #expect(bench.reader.place == place)
    #expect(bench.keptPlace == place)
    bench.press("C-o")
    #expect(bench.reader.place?.selection == Analysis.sample.attributions[5].extent.start)
  }

  @Test func aPlaceOfAnotherArticleChangesNothing() throws {
    var bench = try bench()
    for piece in Piece.orders[0] { tell(&bench, piece, left) }
    let place = bench.reader.place
    bench.tell(.placeRecalled(ReadingPosition(offset: 3), "sha256:another"))
    #expect(bench.reader.place == place)
  }
}

@Suite("The beginning of a text that is still on its way")
struct GlimpseTests {
  private let article = Analysis.sample.article

  private func bench() throws -> Bench {
    var bench = try Bench(80, 24, entries: [Entry(id: "one", title: "one.txt")])
    bench.tell(.beginningRead(article.text, from: .entry("one")))
    return bench
  }

  @Test func itIsShownAsItsTextWillBe() throws {
    var bench = try bench()
    let glimpse = bench.text.split(separator: "\n", omittingEmptySubsequences: false)
    bench.tell(.articleLoaded(article, from: .entry("one")))
    let whole = bench.text.split(separator: "\n", omittingEmptySubsequences: false)
    // Between the header and the card, beside the map: the same words in the same places.
    for row in 2..<16 { #expect(glimpse[row].dropLast(4) == whole[row].dropLast(4)) }
  }

  @Test func whatIsTypedMeanwhileIsDoneWhenTheArticleIsHere() throws {
    var bench = try bench()
    bench.press("G")
    #expect(bench.effects == [.open(.entry("one"))])
    bench.tell(.articleLoaded(article, from: .entry("one")))
    var usual = try Bench(80, 24, entries: [Entry(id: "one", title: "one.txt")])
    usual.tell(.articleLoaded(article, from: .entry("one")))
    usual.press("G")
    #expect(bench.text == usual.text)
  }

  @Test func oneCanLeaveBeforeTheArticleIsHere() throws {
    for key in ["q", "Q"] {
      var bench = try bench()
      bench.press(key)
      #expect(bench.effects.last == .quit)
    }
  }

  @Test func whereTheArticleCannotBeReadAfterAllTheListIsShownAndSaysWhy() throws {
    var bench = try bench()
    bench.tell(.articleFailed(.entry("one"), "one.txt does not exist."))
    #expect(bench.text.contains("one.txt does not exist."))
    bench.press("G")
    #expect(!bench.text.contains("opening"))
  }

  @Test func aTinyWindowShowsItToo() throws {
    for (columns, rows) in [(1, 1), (5, 3), (20, 5), (200, 60)] {
      var bench = try bench()
      bench.tell(.resized(Size(columns: columns, rows: rows)))
      #expect(bench.screen.size.columns == columns)
    }
  }
}
