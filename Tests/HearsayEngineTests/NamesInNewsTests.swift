import HearsayModel
import Testing

@testable import HearsayEngine

@Suite("What a list calls whoever speaks")
struct NamesInNewsTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  @Test(
    "Names, and what kind of thing bears them",
    arguments: [
      (
        "Secretary of Justice Wanda Vale Garcia", "Secretary of Justice Wanda Vale Garcia",
        .person, .named
      ),
      ("Son Abel Lund", "Abel Lund", .person, .named),
      ("Arvonia lawyer Abel Lund", "Arvonia lawyer Abel Lund", .person, .named),
      ("Mayor Abel Lund", "Mayor Abel Lund", .person, .named),
      ("Rosatlas, the Arvonian space agency,", "Rosatlas", .organisation, .named),
      ("The summary of the ruling", "the summary of the ruling", .document, .described),
      ("Time magazine", "Time magazine", .outlet, .named),
      ("Sixteen-year-old Ida", "Ida", SourceKind.person, Naming.named),
      ("A Liberal Assemblywoman, Jill Toller,", "Jill Toller", .person, .named),
      (
        "the party's founder and the former leader of its youth wing, Howard Hockley,",
        "Howard Hockley", .person, .named
      ),
      ("The Arvonia Coast Guard (ACG)", "Arvonia Coast Guard", .organisation, .named),
      (
        "the Arvonian House of Representatives", "Arvonian House of Representatives",
        .organisation, .named
      ),
      (
        "The Arvonia Department of Corrections and Rehabilitation (ADCR)",
        "Arvonia Department of Corrections and Rehabilitation", .organisation, .named
      ),
      (
        "the Commission on Harbour Debates", "Commission on Harbour Debates", .organisation, .named
      ),
      (
        "some of the divers Harbour News interviewed",
        "some of the divers Harbour News interviewed", .group, .described
      ),
      ("some of the protesters Reuters", "some of the protesters Reuters", .group, .described),
      ("Arvonia-based retailer Redco", "Redco", .organisation, .named),
      ("The Committee to Protect Divers", "Committee to Protect Divers", .organisation, .named),
      ("Lund University data", "Lund University data", .document, .named),
      ("an opinion poll", "an opinion poll", .document, .described),
      ("his lawyers", "his lawyers", .group, .described),
      ("lawyers", "lawyers", .group, .bare),
      ("Photos released of the scene", "photos released of the scene", .document, .described),
    ])
  func names(source: String, name: String, kind: SourceKind, naming: Naming) throws {
    let analysis = workshop.analysis("{source \(source)} {cue said} {content the river was high}.")
    let found = try #require(analysis.attributions.first.flatMap { analysis.speaker(of: $0) })
    #expect(found.name == name)
    #expect(found.kind == kind)
    #expect(found.naming == naming)
  }

  @Test("What stands before a name and is nobody's post is left out of the list")
  func deed() {
    let analysis = workshop.analysis(
      "With {source the acquisition Redco} {cue said} {content it would grow}.")
    #expect(analysis.speakers == ["Redco"])
    // The same after the opening of a clause.
    let asked = workshop.analysis(
      "{source What the settlement Redco} {cue said} {content was fair}.")
    #expect(asked.speakers == ["Redco"])
  }

  @Test("The companies are those that were named together, and a crowd is no it")
  func together() {
    let analysis = workshop.analysis(
      """
      {source Redco and Salmon Group} {cue said} {content they would merge}.
      {source The regulator} {cue said} {content it would look at the plan}.
      {source The companies} {cue said} {content they would wait}.
      {source Local police} {cue said} {content the road was closed}. The Harbour Party met on Sunday.
      {source It} {cue named} {content Ann Lee}.
      """)
    #expect(analysis.speakers[2] == analysis.speakers[0])
    #expect(analysis.speakers[4] == "Harbour Party")
  }

  @Test(
    "Parts of a name and its initials are whoever bears it",
    arguments: [
      ("United States Commission on Harbour Debates", "CHD", true),
      ("the United States Commission on Harbour Debates", "The commission", true),
      ("retailer Salmon Group", "Salmon", true),
      ("Elizabeth Warren", "Warren", true),
      ("the House Harbour Committee", "The House", false),
      ("the Court of Harbours", "The Court", true),
      ("Kristen Lund", "Kristin Lund", true),
      ("Jordan Lund", "Jordon Roe", false),
      ("an IMO report", "the official WHO report", false),
      ("an IMO report", "the report", true),
      ("the Lund campaign", "the Roe campaign", false),
      ("the Harbour Party's nominee", "the River Party's nominee", false),
      ("the Harbour Party's nominee", "the nominee", true),
      (
        "retailer Redco and brewer Salmon Group",
        "The companies", true
      ),
    ])
  func partsOfNames(first: String, second: String, isSame: Bool) {
    let analysis = workshop.analysis(
      """
      {source \(first)} {cue said} {content the river was high}.
      {source \(second)} {cue said} {content it would fall}.
      """)
    #expect((analysis.speakers[0] == analysis.speakers[1]) == isSame)
  }

  @Test(
    "Two who speak together are two",
    arguments: [
      "Senator Ted Lund and fellow Liberal Representative Francis Roe",
      "President Ida Lund and some Liberals", "Mayor Ida Lund and Francis Roe",
    ])
  func coordination(source: String) {
    let analysis = workshop.analysis("{source \(source)} {cue said} {content it was high}.")
    #expect(analysis.speakers == [source])
    #expect(analysis.sources.contains { $0.name == source && $0.naming == .named })
  }

  @Test("The Department is the department named before")
  func secondMention() {
    let analysis = workshop.analysis(
      """
      {source The Arvonia Department of Corrections and Rehabilitation} {cue named} {content nobody}.
      {source The Department} {cue said} {content a man was hurt}.
      """)
    #expect(
      analysis.speakers
        == Array(repeating: "Arvonia Department of Corrections and Rehabilitation", count: 2))
  }

  @Test("Whom a paragraph opens with comes before whoever spoke in the paragraph before")
  func paragraphOpener() {
    let analysis = workshop.analysis(
      """
      {source Albert Sundin} {cue said} {content the test was hard}. {cue2 In} {source2 his} opinion {content2 it was fair}.
      Alexander Gardner of Ely, who came third, studies in Deal. This year, {source3 he} {cue3 said}, {content3 he came to help}.
      """)
    #expect(analysis.speakers.last == "Alexander Gardner")
  }

  @Test("A day is nobody, whoever stands after it")
  func day() {
    let analysis = workshop.analysis(
      "Last Friday, the Arvonian Prime Minister spoke. {source The Prime Minister} {cue signed} {content a decree}."
    )
    #expect(!analysis.sources.contains { $0.name.contains("Friday") })
  }

  @Test(
    "A post may end in a preposition, with nothing behind it",
    arguments: ["the minister people had spoken of", "the spokesman they had asked for"])
  func nothingBehindAPreposition(source: String) throws {
    let analysis = workshop.analysis("{source \(source)} {cue said} {content the river was high}.")
    #expect(analysis.sources.map(\.name) == [source])
  }
}
