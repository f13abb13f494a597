import HearsayModel
import HearsayScreen
import HearsayTestSupport
import Testing

@testable import HearsayReader

@Suite("Links of an article, and the pages they lead to")
struct LinksTests {
  /// An article with two links, the second one far down.
  private static let article: Article = {
    let text =
      "Ann Roe told the Daily Sun so.\n\n"
      + (1...30).map { "Line \($0) of it." }.joined(separator: "\n\n")
      + "\n\nRead the whole report."
    func link(_ words: String, _ address: String) -> ArticleLink {
      let start =
        text.utf8.count - (text.range(of: words).map { text[$0.lowerBound...].utf8.count } ?? 0)
      return ArticleLink(span: Span(start, start + words.utf8.count), address: address)
    }
    return Article(
      id: "sha256:one", title: "Ferry strike", url: "https://post.example/ferry",
      text: ArticleText(text),
      links: [
        link("Daily Sun", "https://sun.example/ferry"),
        link("the whole report", "https://post.example/report"),
      ])
  }()

  private static let linked = Article(
    id: "sha256:two", title: "The Sun's own report", url: "https://sun.example/ferry",
    text: ArticleText("The Sun's own report\n\nAnn Roe spoke to us."))

  private let sun: Request
  private let report: Request

  init() throws {
    sun = .page(try #require(WebAddress("https://sun.example/ferry")))
    report = .page(try #require(WebAddress("https://post.example/report")))
  }

  private func bench(_ columns: Int = 80, _ rows: Int = 24) throws -> Bench {
    var bench = try Bench(columns, rows, entries: [Entry(id: "one", title: "one")])
    bench.tell(.articleLoaded(Self.article, from: .entry("one")))
    bench.forgetEffects()
    return bench
  }

  @Test func `A link is underlined in the text`() throws {
    let bench = try bench()
    #expect(bench.style(of: "Daily Sun")?.attributes.contains(.underline) == true)
    #expect(bench.style(of: "told")?.attributes.contains(.underline) == false)
  }

  @Test func `A key selects the next link, says where it leads, and Enter opens it here`() throws {
    var bench = try bench()
    bench.press("]")
    #expect(bench.text.contains("https://sun.example/ferry · Enter opens it, o in the browser"))
    bench.press("Enter")
    #expect(bench.deeds == [.open(sun)])
    #expect(bench.text.contains("fetching sun.example…; Esc cancels"))
  }

  @Test func `The next link is found wherever it is, and after the last there is none`() throws {
    var bench = try bench()
    bench.press("] ]")
    #expect(bench.text.contains("Read the whole report."))
    bench.press("]")
    #expect(bench.text.contains("There is no further link."))
    bench.press("[ Enter")
    #expect(bench.deeds.last == .open(sun))
  }

  @Test func `Links in sight have numbers while one is asked for, and the number opens it`() throws
  {
    var bench = try bench()
    #expect(!bench.text.contains("the1Daily Sun"))
    bench.press(";")
    #expect(bench.text.contains("the1Daily Sun"))
    bench.type("2")
    #expect(bench.text.contains("the2whole report") || bench.text.contains("Read2the whole report"))
    bench.press("Enter")
    #expect(bench.deeds == [.open(report)])
  }

  @Test func `Giving the number up puts the text back where it was`() throws {
    var bench = try bench()
    let before = bench.text
    bench.press(";")
    bench.type("2")
    bench.press("Esc")
    #expect(bench.text == before)
  }

  @Test func `A number that no link has is refused with those there are`() throws {
    var bench = try bench()
    bench.press(";")
    bench.type("7")
    bench.press("Enter")
    #expect(bench.text.contains("There are links 1 to 2."))
    #expect(bench.deeds == [])
  }

  @Test func `The links are listed, opened, copied and sent to the browser from there`() throws {
    var bench = try bench()
    bench.press("&")
    #expect(bench.row(with: "Daily Sun")?.contains("sun.example") == true)
    bench.press("j y o")
    let address = try #require(WebAddress("https://post.example/report"))
    #expect(bench.deeds == [.copy(address.description), .openAddress(address)])
    bench.forgetEffects()
    bench.press("Enter")
    #expect(bench.deeds == [.open(report)])
  }

  @Test func `The browser opens the selected link, and without one the article`() throws {
    var bench = try bench()
    bench.press("o ] o")
    #expect(
      bench.deeds.map { "\($0)" } == [
        "openAddress(https://post.example/ferry)", "openAddress(https://sun.example/ferry)",
      ])
  }

  @Test func `The first click on a link selects it, the second opens it`() throws {
    var bench = try bench()
    let row = try #require(
      (0..<24).first { bench.screen.text(ofRow: $0).contains("Daily Sun") })
    let line = bench.screen.text(ofRow: row)
    let column = line.distance(
      from: line.startIndex, to: try #require(line.range(of: "Daily Sun")).lowerBound)
    let click = Input.mouse(Mouse(.press, at: Point(row: row, column: column + 2)))
    let release = Input.mouse(Mouse(.release, at: Point(row: row, column: column + 2)))
    bench.receive(click)
    bench.receive(release)
    #expect(bench.deeds == [])
    bench.receive(click)
    bench.receive(release)
    #expect(bench.deeds == [.open(sun)])
  }

  @Test func `One step comes back to the article with its place and its link`() throws {
    var bench = try bench()
    bench.press("] ]")
    let before = bench.keptPlace
    let rows = bench.row(with: "Read the whole report.")
    bench.press("[ ] Enter")
    bench.tell(.articleLoaded(Self.linked, from: report))
    #expect(bench.text.contains("Ann Roe spoke to us."))
    #expect(!bench.text.contains("fetching"))
    bench.forgetEffects()
    bench.press("q")
    #expect(bench.deeds == [.reopen(.entry("one"), "sha256:one")])
    bench.tell(.articleLoaded(Self.article, from: .entry("one")))
    #expect(bench.keptPlace ?? before == before)
    #expect(bench.row(with: "Read the whole report.") == rows)
    bench.forgetEffects()
    bench.press("q")
    #expect(bench.deeds == [.quit])
  }

  @Test func `From page to page, each step back is one page`() throws {
    var bench = try bench()
    bench.press("] Enter")
    var second = Self.linked
    second.links = [ArticleLink(span: Span(0, 7), address: "https://post.example/report")]
    bench.tell(.articleLoaded(second, from: sun))
    bench.press("] Enter")
    var third = Self.linked
    third.id = "sha256:three"
    bench.tell(.articleLoaded(third, from: report))
    bench.forgetEffects()
    bench.press("q")
    #expect(bench.deeds == [.reopen(sun, "sha256:two")])
    bench.tell(.articleLoaded(second, from: sun))
    bench.forgetEffects()
    bench.press("q")
    #expect(bench.deeds == [.reopen(.entry("one"), "sha256:one")])
  }

  @Test func `A page that takes its time is given up with one key, and the article stays`() throws {
    var bench = try bench()
    bench.press("] Enter j")
    #expect(bench.text.contains("fetching…"))
    bench.forgetEffects()
    bench.press("Esc")
    #expect(bench.deeds == [.cancelFetching])
    #expect(bench.text.contains("cancelled"))
    bench.tell(.articleLoaded(Self.linked, from: sun))
    #expect(!bench.text.contains("The Sun's own report"))
  }

  @Test func `A page that cannot be had is one sentence over the article`() throws {
    var bench = try bench()
    bench.press("] Enter")
    bench.tell(.articleFailed(sun, "https://sun.example/ferry is not there (404)."))
    #expect(bench.text.contains("https://sun.example/ferry is not there (404)."))
    #expect(bench.text.contains("Ann Roe told the Daily Sun so."))
  }

  @Test func `A key follows the hop of a chain that is linked, and its address is in the detail`()
    throws
  {
    var analysis = Analysis.sample
    let index = try #require(analysis.attributions.firstIndex { $0.chain.count > 1 })
    var bench = try Bench.reading(analysis)
    bench.press("Tab ^")
    #expect(bench.text.contains("The report that these words come from is not linked here."))
    analysis.attributions[index].chain[1].address = "https://sun.example/ferry"
    bench = try Bench.reading(analysis)
    bench.press(Array(repeating: "Tab", count: index + 1).joined(separator: " "))
    bench.press("Enter")
    #expect(bench.text.contains("https://sun.example/ferry"))
    bench.press("^")
    #expect(bench.deeds.last == .open(sun))
  }

  @Test func `In an article without links the keys say so`() throws {
    var bench = try Bench.opening("Nothing here.")
    for key in ["]", "[", ";", "&"] {
      bench.press(key)
      #expect(bench.text.contains("There are no links in this article."))
    }
  }
}
