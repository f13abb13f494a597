import HearsayModel
import HearsayTestSupport
import Testing

@Suite("The sourcing sheet")
struct SourcingSheetTests {
  private let analysis = Analysis.sample
  private let sheet = SourcingSheet(.sample)

  private func name(_ source: Source.ID?) -> String {
    source.flatMap(analysis.source)?.name ?? "nobody"
  }

  @Test
  func `Who speaks, and how much: most words first, nobody last; words within words count once`() {
    #expect(
      sheet.speakers.map { "\(name($0.source)) \($0.amount.words)/\($0.quotedWords)" } == [
        "Mayor Ana Lund 28/16", "a source at the town hall 17/6",
        "北方建設 (Hoppo Construction) 15/0", "a report by the Road Agency 14/14", "officials 8/0",
        "an engineer who worked on the inspection 5/0", "a foreman on the site 2/0", "nobody 11/0",
      ])
    let credited = sheet.speakers.filter { $0.source != nil }.reduce(0) { $0 + $1.amount.words }
    #expect(sheet.creditedWords == credited)
    #expect(sheet.words == analysis.summary.words)
  }

  @Test func `Named against unnamed`() {
    #expect(sheet.namings[.bare]?.attributions == 3)
    #expect(sheet.namings[.implicit]?.attributions == 1)
    #expect(sheet.namings.values.reduce(0) { $0 + $1.attributions } == 11)
  }

  @Test func `How it got here, as a tree from the publisher`() {
    func lines(_ route: SourcingSheet.Route, _ depth: Int) -> [String] {
      [String(repeating: "  ", count: depth) + "\(name(route.source)) \(route.amount.attributions)"]
        + route.branches.flatMap { lines($0, depth + 1) }
    }
    #expect(
      sheet.routes.flatMap { lines($0, 0) } == [
        "Norrvik Post 11", "  Mayor Ana Lund 2", "  Kustbladet 2",
        "    a source at the town hall 2",
        "  北方建設 (Hoppo Construction) 3", "    a foreman on the site 1",
        "  a report by the Road Agency 1", "  nobody 1", "  officials 1",
        "  an engineer who worked on the inspection 1",
      ])
  }

  @Test func `Without a known publisher the ways begin with nobody, and a speaker stands once`() {
    var analysis = analysis
    for index in analysis.attributions.indices {
      analysis.attributions[index].chain.removeAll { $0.basis == .publisher }
    }
    let routes = SourcingSheet(analysis).routes
    #expect(routes.map(\.source) == [nil])
    #expect(
      routes.map { $0.branches.map(\.amount) } == sheet.routes.map { $0.branches.map(\.amount) })
    #expect(routes[0].branches.first.map { name($0.source) } == "Mayor Ana Lund")
  }

  @Test func `Claims by support, conflicts, duplicates`() {
    #expect(sheet.claims.map(\.support.rawValue).first == "document")
    #expect(sheet.claims.flatMap(\.claims).count == 10)
    #expect(sheet.conflicts.count == 1)
    #expect(sheet.duplicates.count == 1)
  }

  @Test func `Flags, heaviest first, each with where it holds`() {
    #expect(sheet.flags.first?.flag == .bareSource)
    #expect(sheet.flags.first?.attributions.map(\.number) == [4, 5, 6])
    #expect(sheet.flags.contains { $0.flag == .oneOutletRelay && $0.attributions.isEmpty })
    let levels = sheet.flags.map(\.flag.level)
    #expect(levels == levels.sorted(by: >))
  }

  @Test(arguments: Flag.allCases)
  func `Every flag has a rule that is a sentence`(flag: Flag) {
    #expect(flag.rule.count > 30 && flag.rule.hasSuffix("."))
  }

  @Test func `Every word of every paragraph has one standing`() {
    #expect(sheet.paragraphs.count == 9)
    for paragraph in sheet.paragraphs {
      #expect(paragraph.words == paragraph.stretches.reduce(0) { $0 + $1.words })
    }
    #expect(
      sheet.paragraphs[1].stretches.map(\.standing) == [
        .attributed(.init(1)), .between, .attributed(.init(1)),
      ])
  }

  @Test func `An article in which nobody speaks, and none at all`() {
    for text in ["It rained.\n\nIt stopped.", "", "\n\n"] {
      let sheet = SourcingSheet(
        AnalysisDraft(text, title: nil, publisher: "Post").analysis(sentences: 2))
      #expect(sheet.speakers.isEmpty && sheet.routes.isEmpty && sheet.flags.isEmpty)
    }
  }
}
