import HearsayModel
import HearsayPatterns
import HearsayTestSupport
import Testing

@Suite("Filters")
struct FilterTests {
  private static let marks: [Attribution.ID: Mark] = [
    Attribution.ID(4): mark(on: 3, .todo), Attribution.ID(6): mark(on: 5, .confirmed),
  ]

  private static func mark(on index: Int, _ status: Mark.Status) -> Mark {
    var mark = Mark.samples[0]
    mark.status = status
    mark.note = status == .todo ? "ring the town hall" : ""
    mark.tags = status == .todo ? ["money"] : []
    return mark
  }

  /// The short names of all that passes in the sample article.
  private func passing(_ text: String) throws -> String {
    let filter = try Filter(text)
    let analysis = Analysis.sample
    let said = analysis.attributions.map {
      Filter.Facts($0, in: analysis, mark: Self.marks[$0.id])
    }
    let sentences = analysis.unattributed.map { Filter.Facts($0, in: analysis) }
    let names =
      analysis.attributions.map(\.id.description) + analysis.unattributed.map(\.id.description)
    return try filter.passing(said + sentences).map { names[$0] }.joined(separator: " ")
  }

  @Test(arguments: [
    ("naming:bare", "a4 a5 a6"),
    ("naming:bare,withheld", "a3 a4 a5 a6"),
    ("bare source", "a4 a5 a6"),
    ("alone, unnamed", "a3 a4 a6 a8"),
    ("Alone, unnamed and not bare source", "a3 a8"),
    ("\"bare source\"", ""),
    ("kind:document", "a2"),
    ("source:\"town hall\"", "a4 a6"),
    ("source:LUND", "a1 a9"),
    ("source:北方", "a7 a10"),
    ("through:kustbladet", "a4 a6"),
    ("relayed:yes", "a4 a6"),
    ("relayed:2", ""),
    ("manner:direct", "a1 a6"),
    ("attitude:belief", "a5 a11"),
    ("certainty:denied", "a7"),
    ("flag:conflict", "a4 a5"),
    ("flag:relay-inferred", "a6"),
    ("support:document", "a2"),
    ("unattributed:event", "u1"),
    ("unattributed:yes", "u1 u2 u3 u4 u5"),
    ("sure:<90", "a4"),
    ("marked:yes", "a4 a6"),
    ("marked:todo", "a4"),
    ("marked:open", "a4"),
    ("note:\"town hall\" tag:money", "a4"),
    ("text:/20(19|25)/", "a2"),
    ("/^no$|crowns/", "a4"),
    ("text:\"choice but\"", "a1 a9"),
    ("ferry", "u5"),
    ("mayor", "a1 a9"),
  ])
  func `Each key finds what it asks for`(filter: String, found: String) throws {
    #expect(try passing(filter) == found)
  }

  @Test(arguments: [
    ("naming:bare relayed:yes", "a4 a6"),
    ("naming:bare and not relayed:yes", "a5"),
    ("naming:bare -relayed:yes", "a5"),
    ("kind:document or naming:bare manner:direct", "a2 a6"),
    ("(kind:document or naming:bare) manner:direct", "a6"),
    ("not (unattributed:yes or naming:named,described,bare)", "a3 a11"),
    ("not not kind:document", "a2"),
    ("KIND:Document", "a2"),
    ("kind:document|kind:group", "a2 a5"),
  ])
  func `Terms beside each other must all hold; or binds less; not turns round`(
    filter: String, found: String
  ) throws {
    #expect(try passing(filter) == found)
  }

  @Test func `Without a question everything passes`() throws {
    #expect(try passing("  ").split(separator: " ").count == 16)
  }

  @Test(
    "What cannot be read is pointed at",
    arguments: [
      ("namng:bare", 0..<5, "There is no key “namng”: did you mean “naming”?"),
      (
        "kind:group naming:bear", 18..<22, "“naming” is never “bear”: did you mean “bare”?"
      ),
      ("manner:", 7..<7, "“manner:” asks for nothing."),
      ("(naming:bare", 0..<1, "This “(” is not closed."),
      ("naming:bare)", 11..<12, "Nothing is open that “)” could close."),
      ("naming:bare and", 15..<15, "Something must follow “and”."),
      ("or naming:bare", 0..<2, "Something must stand before “or”."),
      ("source:\"The", 7..<8, "The quotation mark that stands here is never closed."),
      ("text:/a", 5..<6, "The regular expression that begins here has no “/” at its end."),
      ("text:/a(/", 5..<9, "“a(” is no regular expression: missing closing parenthesis."),
      ("naming:/a/", 7..<10, "“naming” takes no regular expression."),
      ("sure:70", 5..<7, "“sure” is asked for as <70 or >90."),
    ])
  func problems(filter: String, place: Range<Int>, sentence: String) throws {
    let problem = try #require(throws: Filter.Problem.self) { try Filter(filter) }
    #expect(problem.sentence == sentence)
    #expect(problem.place == place)
  }

  @Test
  func `A filter that nobody has given a name is pointed at, and in quotation marks it is a word`()
    throws
  {
    var known = NamedFilters()
    let none = #expect(throws: Filter.Problem.self) { try Filter("ferry @grave", named: known) }
    #expect(none?.sentence == "There is no filter called “@grave”: :keep gives one a name.")
    #expect(none?.place == 6..<12)
    try known.keep("flag:high", as: "grave")
    let near = #expect(throws: Filter.Problem.self) { try Filter("@grav", named: known) }
    #expect(near?.sentence == "There is no filter called “@grav”: did you mean “@grave”?")
    #expect(try passing("\"@grave\"") == "")
    _ = try Filter("@ and @grave", named: known)
  }

  @Test func `A source is found by its name as lists show it, too`() throws {
    var analysis = Analysis.sample
    analysis.sources[1].name = "harbour office clerk Ana Lund"
    let facts = analysis.attributions.map { Filter.Facts($0, in: analysis) }
    let shown = try Filter("source:\"ana lund, harbour\"").passing(facts)
    #expect(shown == (try Filter("source:\"clerk Ana Lund\"").passing(facts)))
    #expect(!shown.isEmpty)
  }

  @Test(arguments: [
    ("na", 2, ["naming:"]),
    ("alo", 3, ["alone, unnamed"]),
    ("kind:group bare s", 6, ["bare source"]),
    ("kind:group naming:b", 1, ["bare"]),
    ("naming:bare,wi", 2, ["withheld"]),
    ("marked:d", 1, ["done", "doing", "dropped"]),
    ("source:lu", 2, ["\"Mayor Ana Lund\""]),
    ("source:\"a source a", 11, ["\"a source at the town hall\""]),
    ("-through:", 0, ["\"Norrvik Post\"", "Kustbladet"]),
    ("nonsense:a", 0, []),
  ])
  func `Keys, values and names complete what is typed`(
    text: String, replaced: Int, candidates: [String]
  ) {
    let completions = Filter.completions(of: text, in: .sample)
    #expect(completions.candidates == candidates)
    if !candidates.isEmpty { #expect(completions.replaced == replaced) }
  }

  @Test(
    "However deep or long a filter is, it is read or pointed at",
    arguments: [
      String(repeating: "(", count: 200_000), String(repeating: "not ", count: 100_000) + "a",
      String(repeating: "-(", count: 100_000),
      String(repeating: "(", count: 90) + "a" + String(repeating: ")", count: 90),
      String(repeating: "a or ", count: 50_000) + "a", String(repeating: "a ", count: 50_000),
      "text:" + String(repeating: "a,", count: 50_000) + "a",
      "text:/" + String(repeating: "(", count: 100_000) + "/",
      String(repeating: "(a or b) and ", count: 10_000) + "not a",
    ])
  func extremes(text: String) {
    let start = ContinuousClock.now
    if let filter = try? Filter(text) {
      _ = try? filter.passing(Analysis.sample.attributions.map { .init($0, in: .sample) })
      _ = filter.asksForMarks
    }
    _ = Filter.completions(of: text, in: .sample)
    #expect(.now - start < .seconds(5))
  }

  @Test("A filter asks only so many things")
  func manyTests() throws {
    let few = Array(repeating: "kind:document", count: 200).joined(separator: " or ")
    #expect(try passing(few) == "a2")
    let problem = #expect(throws: Filter.Problem.self) { try Filter("\(few) or manner:direct") }
    #expect(problem?.sentence == "A filter asks at most 200 things.")
    #expect(problem?.place == few.count + 4..<few.count + 10)
  }

  @Test("An odd number of nots turns round, an even one does not")
  func manyNots() throws {
    let nots = String(repeating: "not ", count: 20_000)
    #expect(try passing("\(nots)kind:document") == "a2")
    #expect(try passing("\(nots)not kind:document") == passing("not kind:document"))
  }

  @Test("A pattern that would take for ever ends", .timeLimit(.minutes(40)))
  func endlessPattern() throws {
    var analysis = Analysis.sample
    analysis.attributions[0].contentSpans = [Span(0, 38)]
    analysis.article.text = ArticleText(String(repeating: "a", count: analysis.article.text.count))
    let facts = [Filter.Facts(analysis.attributions[0], in: analysis)]
    #expect(try Filter("text:/(a+)+b/").passing(facts) == [])
    #expect(try Filter("text:/(a+)+$/").passing(facts) == [0])
    let limit = #expect(throws: PatternLimit.self) {
      try Filter("text:/(a+)+\\1[bc]/").passing(facts)
    }
    #expect(limit?.sentence == "The pattern “(a+)+\\1[bc]” takes too long.")
  }

  @Test("A mark far from its article is asked by what it keeps")
  func marks() throws {
    let facts = Mark.samples.map { Filter.Facts($0) }
    let all = try Filter("marked:yes").passing(facts)
    #expect(all == Array(Mark.samples.indices))
    let confirmed = try Filter("marked:confirmed").passing(facts)
    #expect(confirmed == Mark.samples.indices.filter { Mark.samples[$0].status == .confirmed })
  }

  @Test(arguments: 0..<300)
  func `Whatever is typed is either a filter or pointed at`(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let pieces = [
      "(", ")", "and ", "or ", "not ", "-", "!", "|", "&", "\"", "/", ":", ",", "naming:", "bare",
      "text:", " ", "作者", "é", "\\", "source:", "sure:", "<7", "“", "”", "\t",
    ]
    let text = (0..<Int.random(in: 0...12, using: &dice))
      .map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
    do {
      let filter = try Filter(text)
      _ = try? filter.passing(Analysis.sample.attributions.map { .init($0, in: .sample) })
    } catch {
      #expect(error.place.lowerBound >= 0 && error.place.upperBound <= text.count)
      #expect(error.sentence.hasSuffix(".") || error.sentence.hasSuffix("?"))
    }
    _ = Filter.completions(of: text, in: .sample)
  }
}
