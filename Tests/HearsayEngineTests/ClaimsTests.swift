import HearsayModel
import Testing

@testable import HearsayEngine

@Suite struct `Claims that say the same are told once` {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  @Test func `The same source twice is a duplicate`() {
    let analysis = workshop.analysis(
      """
      {content "The merger was discussed in Oslo by union leaders and bank managers,"} {cue said} {source a board member of the bank}.
      {source The board member} {cue added} {content that the merger was discussed last week in Oslo by union leaders and the bank's managers}.
      """)
    #expect(analysis.claims.map(\.attributions.count) == [2])
    #expect(analysis.claims[0].flags == [.duplicateClaim])
    #expect(analysis.claims[0].independentSources == 1)
    #expect(analysis.claims[0].support == .anonymousSingle)
  }

  @Test func `Two named sources corroborate, and are not alone`() {
    let analysis = workshop.analysis(
      """
      {source Ann Lee} {cue said} {content the northern ferry hit the harbour wall at noon}.
      {source Omar Haddad} {cue said} {content the northern ferry hit the harbour wall around noon}.
      """)
    #expect(analysis.claims.map(\.flags) == [[.corroborated]])
    #expect(analysis.claims[0].support == .namedMultiple)
    #expect(analysis.claims[0].independentSources == 2)
  }

  @Test func `Different unnamed sources are an echo`() {
    let analysis = workshop.analysis(
      """
      {source A port worker} {cue said} {content the northern ferry hit the harbour wall at noon}.
      {source A ship's cook} {cue said} {content the northern ferry hit the harbour wall around noon}.
      """)
    #expect(analysis.claims.map(\.flags) == [[.echo]])
    #expect(!analysis.attributions[0].flags.contains(.singleAnonymous))
  }

  @Test func `A headline and the lead that it sums up are one claim`() {
    let analysis = workshop.analysis(
      """
      {source Mayor} {cue urges} {content calm over harbour wall}

      {source Mayor Ann Lee} {cue said} {content on Tuesday that people near the harbour should stay calm and keep away}.
      """)
    #expect(analysis.claims.map(\.attributions.count) == [2])
    #expect(analysis.claims[0].flags.isEmpty)
  }

  @Test func `A report and the quotation that it rests on belong together`() {
    let analysis = workshop.analysis(
      """
      {source Ann Lee} {cue said} {content retaliation would be wrong}.
      {content "If we retaliate now, then nobody wins,"} {source she} {cue said}.
      {content "I like fish,"} {source she} {cue said}.
      """)
    #expect(analysis.claims.map { $0.related.map(\.relation) } == [[.overlap], [.overlap], []])
  }

  @Test func `The same quoted words in two mouths are noticed`() {
    let analysis = workshop.analysis(
      """
      {content "The next winter will break the old harbour wall for good,"} {source Ann Lee} {cue said}.
      {content "The next winter will break the old harbour wall for good,"} {source Omar Haddad} {cue said}.
      """)
    #expect(analysis.claims[0].flags.contains(.twoSpeakers))
  }

  @Test(arguments: [
    (
      "{source A source} {cue said} {content the group will open a press office in Lima within two days}.",
      "The group plans to open a press office in Lima within weeks."
    ),
    (
      "{source Ann Lee} {cue said} {content 14 sailors drowned near the northern harbour wall}.",
      "Police found that 22 sailors drowned near the northern harbour wall."
    ),
    (
      "{source Ann Lee} {cue said} {content the northern ferry company paid the harbour tax}.",
      "The northern ferry company never paid the harbour tax."
    ),
  ])
  func `Times, numbers and denials that differ are in conflict`(said: String, told: String) {
    let analysis = workshop.analysis(said + "\n" + told)
    #expect(analysis.claims.map(\.flags) == [[.conflict], [.conflict]])
    #expect(
      analysis.claims[0].related == [.init(claim: analysis.claims[1].id, relation: .conflict)])
  }

  @Test(arguments: [
    // Whoever wants less than others want contradicts nobody.
    """
    {source Labour} {cue wants} {content lines that bring more trams to the harbour}.
    {source The Greens} {cue want} {content lines that bring fewer trams to the harbour}.
    """,
    // A plan is no party to a dispute, and whatever else is said of single mothers is not what it turned down.
    """
    {source Ann Lee} {cue said} {content many single mothers live near the harbour}.
    {source The plan} {cue rejected} {content single mothers}.
    """,
  ])
  func `Wishes and refusals are not taken for contradictions`(marked: String) {
    let analysis = workshop.analysis(marked)
    #expect(!analysis.claims.contains { $0.flags.contains(.conflict) })
  }

  @Test func `A denial is the other side of one claim, the one it shares most with`() {
    let analysis = workshop.analysis(
      """
      {source Ann Lee} {cue said} {content the mayor was taking bribes from the ferry company}.
      {source Omar Haddad} {cue said} {content the ferry company paid its taxes}.
      {source The mayor} {cue denied} {content taking bribes from any ferry company}.
      """)
    #expect(
      analysis.claims.map { $0.flags.contains(.conflict) } == [true, false, true])
  }

  @Test func `The same words of a named and an unnamed speaker may be one person's`() {
    let analysis = workshop.analysis(
      """
      {content "The next winter will break the old harbour wall for good,"} {source Ann Lee} {cue said}.
      {content "The next winter will break the old harbour wall for good,"} {source an engineer} {cue said}.
      """)
    #expect(!analysis.claims[0].flags.contains(.twoSpeakers))
  }

  @Test func `"This warning" goes on from the words before it`() {
    let analysis = workshop.analysis(
      """
      {source Ann Lee} {cue warned} {content that ships would sink}.
      This warning was sent to every captain.
      """)
    #expect(analysis.claims[1].related.map(\.relation) == [.continuation])
  }

  @Test func `A confirmation inside somebody's words is not a second source`() {
    let analysis = workshop.analysis(
      "{content {source2 A clerk} {cue2 said} {content2 the whole northern harbour was sold to a foreign bank}}, {cue according to} {source the Guardian}.",
      publisher: "Harbour News")
    #expect(analysis.claims.count == 1)
    #expect(analysis.claims[0].independentSources == 1)
    #expect(analysis.claims[0].support == .anonymousSingle)
  }

  @Test func `Only another outlet's word is relayed, nobody's is unattributed`() {
    let analysis = workshop.analysis(
      """
      {cue According to} {source Reuters}, {content the harbour is closed}.
      Three ships have left the bay.
      """, publisher: "Harbour News")
    #expect(analysis.claims.map(\.support) == [.relayedOnly, .unattributed])
  }
}
