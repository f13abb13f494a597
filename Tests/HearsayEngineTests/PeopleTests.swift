import HearsayModel
import Testing

@testable import HearsayEngine

@Suite struct `Mentions of one source are brought together` {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  @Test(arguments: [
    // A surname, a title and a pronoun.
    (
      """
      {source Mayor Anna Lindqvist} {cue said} {content the bridge is safe}.
      {source Lindqvist} {cue added} {content that tests go on}.
      {content "We are sure,"} {source she} {cue said}.
      {source The mayor} {cue promised} {content a report}.
      """,
      [
        "Mayor Anna Lindqvist", "Mayor Anna Lindqvist", "Mayor Anna Lindqvist",
        "Mayor Anna Lindqvist",
      ]
    ),
    // Mentioned before she speaks.
    (
      """
      The council met Sen. Rosa Delgado in the town hall on Friday.
      {source The senator} {cue said} {content the money had come too late}.
      """, ["Sen. Rosa Delgado"]
    ),
    // An apposition gives the role.
    (
      """
      {source Peter Marsh, a spokesman for the port,} {cue said} {content nobody was hurt}.
      {source The spokesman} {cue declined} {content to give numbers}.
      """, ["Peter Marsh", "Peter Marsh"]
    ),
    // Particles, initials, a nickname.
    (
      """
      {source Professor Willem van der Berg} {cue said} {content the ice is thin}.
      {source Van der Berg} {cue warned} {content that it would crack}.
      """, ["Professor Willem van der Berg", "Professor Willem van der Berg"]
    ),
    (
      """
      {source William Harker} {cue said} {content the mine would close}.
      {source Bill Harker} {cue said} {content the men would be paid}.
      """, ["William Harker", "William Harker"]
    ),
    // The first of two surnames, and a "he" that cannot be the one who says it.
    (
      """
      {source Ricardo Montero Nieves} {cue said} {content he would resign}.
      {source Montero} {cue said} {content it was time}.
      """, ["Ricardo Montero Nieves", "Ricardo Montero Nieves"]
    ),
    // Two people of one name stay two.
    (
      """
      {source John Okafor} {cue said} {content the vote was fair}.
      {source Mary Okafor} {cue said} {content it was not}.
      """, ["John Okafor", "Mary Okafor"]
    ),
    // An acronym, then its letters.
    (
      """
      On Monday {source the International Lifeboat Union (ILU)} {cue said} {content it had sent two boats}.
      {source The ILU} {cue said} {content both were back}.
      """, ["International Lifeboat Union", "International Lifeboat Union"]
    ),
    // A slip of the pen in a surname.
    (
      """
      {source Ingrid Baumgartner} {cue said} {content the dam holds}.
      {source Baumgarntner} {cue added} {content that the valley is safe}.
      """, ["Ingrid Baumgartner", "Ingrid Baumgartner"]
    ),
  ])
  func byNameTitleAndRole(marked: String, speakers: [String]) {
    #expect(workshop.analysis(marked).speakers == speakers)
  }

  @Test(arguments: [
    // A description takes up a description.
    (
      """
      {content "The talks failed,"} {cue said} {source a senior member of the Danish parliament with ties to the union}.
      {source The MP} {cue added} {content that they would resume}.
      """,
      [
        "a senior member of the Danish parliament with ties to the union",
        "a senior member of the Danish parliament with ties to the union",
      ]
    ),
    // The same head with other modifiers is somebody else.
    (
      """
      {source Police officials} {cue said} {content the road was closed}.
      {source City officials} {cue said} {content it was open}.
      """, ["police officials", "city officials"]
    ),
    // "Another source" is a new one; two bare mentions are not.
    (
      """
      {source Sources} {cue said} {content the deal was done}.
      {source Another source} {cue said} {content it was not}.
      {source Sources} {cue said} {content it would be signed on Monday}.
      """, ["sources", "another source", "sources"]
    ),
    // A report and what it found.
    (
      """
      {source A new study of river trout} {cue found} {content that numbers had halved}.
      {source The report} {cue says} {content that the water is too warm}.
      """, ["a new study of river trout", "a new study of river trout"]
    ),
    // An institution's short form.
    (
      """
      {source North Fjord Police} {cue said} {content a man was held}.
      {source Police} {cue said} {content he was from Oslo}.
      """, ["North Fjord Police", "North Fjord Police"]
    ),
  ])
  func byDescription(marked: String, speakers: [String]) {
    #expect(workshop.analysis(marked).speakers == speakers)
  }

  @Test func `An unnamed leader is not given the name of a leader who was only mentioned`() {
    let analysis = workshop.analysis(
      """
      {content "We met union leader Karl Brandt. Later the leader of a small party with a seat in Oslo joined us,"} {source an aide} {cue said}.
      and {source the leader} {cue said} {content the plan was dead}.
      """)
    #expect(analysis.speakers == ["an aide", "the leader of a small party with a seat in Oslo"])
    #expect(analysis.attributions[1].flags.contains(.ambiguousSource))
    #expect(!analysis.sources.contains { $0.name.contains("Brandt") })
  }

  @Test func `A headline's role points forward to whom the article names`() {
    let analysis = workshop.analysis(
      """
      {source Lawmaker} {cue urges} {content calm over harbour}

      {source Rep. Tom Alvarez} {cue said} {content the harbour would stay open on Tuesday whatever the weather}.
      """)
    #expect(analysis.speakers == ["Rep. Tom Alvarez", "Rep. Tom Alvarez"])
  }

  @Test(arguments: [
    (
      "{source He} {cue said} {content so}",
      "On Friday in the old harbour Carla Jensen met Ivan Petrov, the coach of the visiting team.",
      "Ivan Petrov"
    ),
    (
      "{source She} {cue said} {content so}",
      "On Friday in the old harbour Carla Jensen, the captain of the team, met Ivan Petrov for the first time.",
      "Carla Jensen"
    ),
  ])
  func `A pronoun goes to whoever it can mean`(last: String, first: String, speaker: String) {
    #expect(workshop.analysis(first + "\n" + last + ".").speakers == [speaker])
  }

  @Test func `What somebody says of her own belief is one voice, another's stays another's`() {
    let analysis = workshop.analysis(
      "{source Maria Costa} {cue said} {content that {source2 she} {cue2 believes} {content2 {source3 the pilots} {cue3 knew} {content3 the port was closed}}}."
    )
    #expect(analysis.speakers == ["Maria Costa", "the pilots"])
    #expect(analysis.attributions[1].within == analysis.attributions[0].id)
  }

  @Test func `Whoever spoke last goes before somebody named earlier`() {
    let analysis = workshop.analysis(
      """
      {source Prosecutor Carla Jensen} {cue said} {content the men had lied}.
      {source One of the victims} {cue agreed} {content to be named}. {source2 She} {cue2 said} {content2 she felt no shame}.
      """)
    #expect(
      analysis.speakers == ["Prosecutor Carla Jensen", "one of the victims", "one of the victims"])
  }

  @Test func `Her daughter is brought up beside somebody who matters more`() {
    let analysis = workshop.analysis(
      """
      {source Carla Jensen} {cue loves} {content the school}. {source2 Her daughter} {cue2 likes} {content2 to sing}.
      {source She} {cue fears} {content the school will close}.
      """)
    #expect(analysis.speakers == ["Carla Jensen", "her daughter", "Carla Jensen"])
  }

  @Test(arguments: [
    (
      """
      {source Carla Jensen} {cue said} {content the men had lied}.
      {cue According to} {source her account}, {content they left at noon}.
      """, ["Carla Jensen", "Carla Jensen"]
    ),
    (
      """
      {source The Northern Ferry Company} {cue did not say} {content who had steered}.
      {cue According to} {source its press release}, {content the ship was old}.
      """, ["Northern Ferry Company", "Northern Ferry Company"]
    ),
  ])
  func `What somebody wrote speaks for its writer`(marked: String, speakers: [String]) {
    #expect(workshop.analysis(marked).speakers == speakers)
  }

  @Test func `A known person goes by his post the second time, where nobody else can be meant`() {
    let one = workshop.analysis(
      """
      {source Carla Jensen} {cue said} {content the debate was unfair}.
      {source The Ohio senator} {cue admitted} {content that some would leave}.
      """)
    #expect(one.speakers == ["Carla Jensen", "Carla Jensen"])
    #expect(one.attributions[1].flags.contains(.ambiguousSource))
    let two = workshop.analysis(
      """
      {source Carla Jensen} {cue said} {content the debate was unfair}.
      {source Ivan Petrov} {cue said} {content it was not}.
      {source The Ohio senator} {cue admitted} {content that some would leave}.
      """)
    #expect(two.speakers == ["Carla Jensen", "Ivan Petrov", "the Ohio senator"])
  }

  @Test func `The governor is not the deputy governor`() {
    let analysis = workshop.analysis(
      """
      {source Deputy Governor Oleg Marin} {cue said} {content ten were missing}.
      {source The governor} {cue promised} {content money}.
      """)
    #expect(analysis.speakers == ["Deputy Governor Oleg Marin", "the governor"])
  }

  @Test func `A surname that is a city's too is its bearer's, whose age shows a person`() {
    let analysis = workshop.analysis(
      """
      The attacker, identified as Sudo Amman, 20, was freed a week ago.
      {source Amman} {cue told} {to her} {content to leave}.
      """)
    #expect(analysis.speakers == ["Sudo Amman"])
    #expect(analysis.speaker(of: analysis.attributions[0])?.kind == .person)
  }
}

@Suite struct `What kind of thing speaks, and how it is named` {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  @Test(arguments: [
    (
      "Detective Inspector Ruth Obi", "Detective Inspector Ruth Obi", SourceKind.person,
      Naming.named
    ),
    ("Danish sculptor Nils Holm", "Danish sculptor Nils Holm", .person, .named),
    ("Lydia Grant for the Harbour Board", "Lydia Grant", .person, .named),
    ("President Bashar al-Hadid", "President Bashar al-Hadid", .person, .named),
    ("the prime minister", "the prime minister", .person, .named),
    ("a senior diplomat", "a senior diplomat", .person, .described),
    ("the attacker", "the attacker", .person, .described),
    ("A source", "a source", .person, .bare),
    ("Sources", "sources", .group, .bare),
    ("Some", "some", .group, .bare),
    ("Police officials", "police officials", .group, .described),
    ("The report's authors", "the report's authors", .group, .described),
    ("a wide array of young painters", "a wide array of young painters", .group, .described),
    (
      "authorities in Norway and Sweden", "authorities in Norway and Sweden", .organisation,
      .described
    ),
    ("the Peruvian government", "the Peruvian government", .organisation, .named),
    (
      "Norway's National Fisheries Agency", "Norway's National Fisheries Agency", .organisation,
      .named
    ),
    ("Beijing", "Beijing", .organisation, .named),
    ("Reuters", "Reuters", .outlet, .named),
    ("the Bergen Evening Post", "Bergen Evening Post", .outlet, .named),
    ("a new report by Politico", "Politico", .outlet, .named),
    ("The results of the Northern Whale Survey", "Northern Whale Survey", .document, .named),
    ("A new study documenting sleep", "a new study documenting sleep", .document, .described),
    ("Anna Berg and Olof Lund", "Anna Berg and Olof Lund", .group, .named),
    // A post, what it is of, and the name.
    ("Mayor of Bergen Anna Berg (no relation)", "Mayor of Bergen Anna Berg", .person, .named),
    (
      "Ambassador to Norway Martin Lund", "Ambassador to Norway Martin Lund", .person, .named
    ),
    (
      "retired pilot and safety expert Helen Roe", "Retired pilot and safety expert Helen Roe",
      .person, .named
    ),
    ("a spokesman for Anna Berg", "a spokesman for Anna Berg", .person, .described),
    ("Mayor of London Tarquin Obel (no relation)", "Mayor of London Tarquin Obel", .person, .named),
    ("Senator from Ohio Jane Holm", "Senator from Ohio Jane Holm", .person, .named),
    (
      "businessman and club patron Martin Lund", "Businessman and club patron Martin Lund",
      .person, .named
    ),
    ("Berg and others in the party", "Berg and others in the party", .group, .described),
    (
      "the organiser Alliance to Save Our Rivers (ASOR)", "Alliance to Save Our Rivers",
      .organisation, .named
    ),
    ("Others in the port", "others in the port", .group, .described),
    ("the Evening Kite", "Evening Kite", .organisation, .named),
    ("the Associated Press news agency", "Associated Press", .outlet, .named),
    ("one of the users", "one of the users", .person, .bare),
    // What people write themselves is theirs.
    ("a tweet on Monday by Mayor Anna Berg", "Mayor Anna Berg", .person, .named),
    ("Anna Berg's letter", "Anna Berg", .person, .named),
    ("a report by the police", "a report by the police", .document, .described),
    // What stands before a name says what bears it.
    ("software company Blue Heron", "Blue Heron", .organisation, .named),
    ("the Danish daily newspaper Nordposten", "Nordposten", .outlet, .named),
    // A lone name is a surname, unless it is known as something else.
    ("Halvorsen", "Halvorsen", .person, .named),
    ("Boeing", "Boeing", .organisation, .named),
    // The capital of a sentence's first word is no part of a name.
    ("If Halvorsen", "Halvorsen", .person, .named),
    ("What Anna Berg", "Anna Berg", .person, .named),
    // Parts of a whole are many.
    ("57 percent of voters", "57 percent of voters", .group, .described),
    ("a quarter of the passengers", "a quarter of the passengers", .group, .described),
  ])
  func fromTheWordsAlone(phrase: String, name: String, kind: SourceKind, naming: Naming) throws {
    let analysis = workshop.analysis("{source \(phrase)} {cue said} {content the ferry had sunk}.")
    let source = try #require(analysis.speaker(of: analysis.attributions[0]))
    #expect(source.name == name)
    #expect(source.kind == kind)
    #expect(source.naming == naming)
  }

  @Test func `A source whose name the text says it keeps back is withheld`() {
    let analysis = workshop.analysis(
      "{source An official, who spoke on condition of anonymity,} {cue said} {content the ship had left}."
    )
    #expect(analysis.sources.map(\.naming) == [.withheld])
  }

  @Test func `Nobody is named where no source is expressed`() {
    let analysis = workshop.analysis(
      "{content The strike} {cue is expected} {content to end on Monday}.")
    #expect(analysis.attributions[0].source == nil)
    #expect(analysis.attributions[0].flags.contains(.implicitSource))
  }
}
