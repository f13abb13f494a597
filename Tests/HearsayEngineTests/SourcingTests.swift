import HearsayModel
import Testing

@testable import HearsayEngine

@Suite struct `A chain leads from the publisher back to the source` {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  @Test(arguments: [
    (
      "{source A minister} {cue told} {to The New York Times} {content that the law will pass}.",
      ["The New York Times: stated"]
    ),
    (
      "{source Ann Lee} {cue said} in an interview with Fox News {content that she would run}.",
      ["Fox News: stated"]
    ),
    (
      "{content \"I was asleep,\"} {cue wrote} {source Leo Ruiz, the sculptor,} in an e-mail to The Irish Times.",
      ["The Irish Times: stated"]
    ),
    (
      "{cue According to} {source the Jakarta Post}, {content two ships collided}.",
      ["Jakarta Post: stated"]
    ),
    ("{source The mayor} {cue told} {to reporters} {content that work had begun}.", []),
    ("{source The mayor} {cue told} {to Harbour News} {content that work had begun}.", []),
    ("{source The minister} {cue said} in a statement {content that work had begun}.", []),
  ])
  func asTheSentenceSays(marked: String, route: [String]) {
    #expect(workshop.analysis(marked, publisher: "Harbour News").routes == [route])
  }

  @Test func `The outlet in whose name the outer source speaks is no hop of its own`() {
    let analysis = workshop.analysis(
      "{source The transcript published by The Irish Times} {cue shows} {content that {source2 Ann Lee} {cue2 said} {content2 no}}."
    )
    #expect(analysis.routes.last == [])
  }

  @Test func `Nested words come through whoever passes them on`() {
    let analysis = workshop.analysis(
      "{content {source2 Another source} {cue2 revealed} {content2 that the fleet will stay}}, {cue according to} {source the Guardian}.",
      publisher: "Harbour News")
    #expect(
      analysis.attributions.map { analysis.chainNames(of: $0) } == [
        ["Harbour News", "Guardian"], ["Harbour News", "Guardian", "another source"],
      ])
  }

  @Test func `An unnamed source that named its outlet once lends it to its other words`() {
    let analysis = workshop.analysis(
      """
      {content "It is over,"} {cue said} {source a senior diplomat from Chile}.
      {source The diplomat} {cue told} {to Reuters} {content that nobody had agreed}.
      """, publisher: "Harbour News")
    #expect(analysis.routes == [["Reuters: inherited"], ["Reuters: stated"]])
    #expect(analysis.attributions[0].flags.contains(.relayInferred))
    #expect(!analysis.attributions[1].flags.contains(.relayInferred))
  }

  @Test func `A named person who gave one interview is not relayed ever after`() {
    let analysis = workshop.analysis(
      """
      {source Ann Lee} {cue told} {to CNN} {content that she would run}.
      {source Omar Haddad} {cue said} {content the field was open}.
      {source Lee} {cue said} at a rally {content that she liked the weather}.
      """)
    #expect(analysis.routes == [["CNN: stated"], [], []])
  }

  @Test(arguments: [
    (
      "Oslo Daily/ {source A source} {cue said} {content the tram had stopped for good}.",
      "Oslo Daily"
    ),
    (
      "LAGOS (Reuters) - {source A source} {cue said} {content the tram had stopped for good}.",
      "Reuters"
    ),
    (
      "{source A source} {cue told} {to The Courier} {content that the tram had stopped for good}.",
      nil
    ),
  ])
  func `The dateline names the publisher, what was told to others does not`(
    marked: String, publisher: String?
  ) {
    let analysis = workshop.analysis(marked)
    let first = analysis.attributions[0].chain.first { $0.basis == .publisher }
    #expect(first.flatMap { analysis.source($0.source)?.name } == publisher)
  }
}

@Suite struct `Manner and certainty` {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  @Test(arguments: [
    ("{content \"We are late,\"} {source he} {cue said}. {content \"Very late.\"}", Manner.direct),
    ("{source He} {cue said} {content that \"we are late\"}.", .mixed),
    ("{source He} {cue said} {content the boat was \"a wreck\" by noon}.", .mixed),
    ("{source He} {cue said} {content the boat was late}.", .indirect),
    ("{source He} {cue said} {content it was in \"The Sea Journal\" on Friday}.", .indirect),
    ("{source He} {cue called for} {content an inquiry}.", .reported),
    ("{source He} {cue denied} {content the allegation}.", .reported),
    ("{source He} {cue denied} {content that he was there}.", .indirect),
  ])
  func ofAContent(marked: String, manner: Manner) {
    #expect(workshop.analysis(marked).attributions[0].manner == manner)
  }

  @Test(arguments: [
    ("{source He} {cue said} {content the boat was late}.", Certainty.plain),
    ("{source He} {cue said} {content the boat could be late}.", .hedged),
    ("{source He} {cue said} {content the boat sank last May}.", .plain),
    ("{cue Reportedly}, {content the boat sank}.", .hedged),
    ("{source He} {cue denied} {content that the boat sank}.", .denied),
  ])
  func ofAStatement(marked: String, certainty: Certainty) {
    #expect(workshop.analysis(marked).attributions[0].certainty == certainty)
  }
}

@Suite struct `Flags tell what a careful reader should know` {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  @Test(arguments: [
    (
      "{source Sources} {cue said} {content the tram had stopped}.",
      [Flag.bareSource, .singleAnonymous, .noAnonymityReason]
    ),
    (
      "{source A night nurse} {cue said} {content the tram had stopped}.",
      [.singleAnonymous, .noAnonymityReason]
    ),
    ("{source The ministry} {cue said} {content the tram had stopped}.", []),
    ("{source Ann Lee} {cue said} {content the tram had stopped}.", []),
  ])
  func anonymity(marked: String, flags: [Flag]) {
    #expect(workshop.analysis(marked).attributions[0].flags == flags)
  }

  @Test(arguments: [
    (
      Flag.noAnonymityReason,
      "{source A night nurse, who was not authorised to speak,} {cue said} {content the ward had closed}.",
      false
    ),
    (
      .opinionAnonymous, "{source A night nurse} {cue believes} {content the ward is finished}.",
      true
    ),
    (
      .opinionAnonymous, "{source A night nurse} {cue said} {content the ward closed in March}.",
      false
    ),
    (.implicitSource, "{cue Allegedly}, {content the ward had closed}.", true),
    (
      .relayed, "{source A night nurse} {cue told} {to Reuters} {content the ward had closed}.",
      true
    ),
    (
      .relayedNoLink,
      "{source A night nurse} {cue told} {to Reuters} {content the ward had closed}.", true
    ),
    (
      .relayedNoLink,
      "{cue According to} {source a Reuters report} published on 3 May 2024, {content the ward had closed}.",
      false
    ),
    (.hearsay, "{source Ann Lee} {cue said} {content that the council agreed to the sale}.", true),
    (.hearsay, "{source Ann Lee} {cue said} {content that she believes in the sale}.", false),
    (.hearsay, "{source Ann Lee} {cue said} {content that the sale was legal}.", false),
    (
      .hearsay, "{source Ann Lee} {cue criticised} {content the council's decision to sell}.", false
    ),
    (
      .hearsay, "{source Ann Lee} {cue said} {content the council broke its own promise to wait}.",
      false
    ),
    (.hearsay, "{source Ann Lee} {cue said} {content the council's promise was forgotten}.", true),
    (.hearsay, "{source Ann Lee} {cue said} {content two suspects were held}.", false),
    (.hearsay, "{source Ann Lee} {cue said} {content the city plans are old}.", false),
    (.hearsay, "{source Ann Lee} {cue said} {content that Lima plans to sell}.", true),
    (
      .hearsay, "{source Ann Lee} {cue said} {content the shops were threatened by the flood}.",
      false
    ),
    (.hearsay, "{source Ann Lee} {cue said} {content the shopkeepers were told to leave}.", true),
    (.hearsay, "{source Ann Lee} {cue said} {content the proposed sale was legal}.", false),
    (.hearsay, "{source Ann Lee} {cue said} {content these frogs suggested a pattern}.", false),
    (
      .hearsay,
      "{cue According to} {source The Lima Post}, {content the council agreed to the sale}.", false
    ),
    (.hearsay, "{source The letter} {cue said} {content the council agreed to the sale}.", false),
    (
      .circular,
      "{content \"A night nurse confirmed those figures,\"} {cue said} {source a nurse at the ward}.",
      true
    ),
    (
      .circular,
      "{content \"A diver confirmed those figures,\"} {cue said} {source a nurse at the ward}.",
      false
    ),
    (
      .pluralVerbatim, "{source Police officers} {cue said} {content \"the road is closed\"}.", true
    ),
    (.pluralVerbatim, "{source Police officers} {cue said} {content the road is closed}.", false),
    (.pluralVerbatim, "{source The ministry} {cue said} {content \"the road is closed\"}.", false),
    (.quoteBoundary, "{source Ann Lee} {cue said}, {content \" The road is closed.\"}", true),
    (.quoteBoundary, "{source Ann Lee} {cue said}, {content \"The road is closed.\"}", false),
    (.loadedCue, "{source Ann Lee} {cue claimed} {content the road was closed}.", true),
    (.loadedCue, "{source Ann Lee} {cue said} {content the road was closed}.", false),
    (.hedged, "{source Ann Lee} {cue said} {content the road may be closed}.", true),
    (.relativeTime, "{source Ann Lee} {cue said} {content the road was closed last month}.", true),
    (
      .relativeTime,
      "{source Ann Lee} {cue said} {content the road was closed last month, on 4 June 2024}.", false
    ),
    (.relativeTime, "{source Ann Lee} {cue said} {content the road was closed on Monday}.", false),
    // The reason of a ban is no reason for keeping a name back.
    (
      .noAnonymityReason,
      "{source Officials} {cue said} {content the road was closed for security reasons}.", true
    ),
    (
      .noAnonymityReason,
      "{source Officials}, who asked not to be named for security reasons, {cue said} {content no}.",
      false
    ),
    (.fragment, "and {source Ann Lee} {cue said} {content the road was closed}.", true),
  ])
  func eachFlagHasItsRule(flag: Flag, marked: String, isRaised: Bool) {
    let flags = workshop.analysis(marked, publisher: "Harbour News").attributions[0].flags
    #expect(flags.contains(flag) == isRaised, "\(flags)")
  }
}

@Suite struct `Unattributed sentences` {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  @Test(arguments: [
    "((EN)) The bill failed last year. What will you do now?",
    "Q: The bill failed last year. What will you do now?",
    "— Ann Lee, mayor of Lima",
    "– Court of Appeal",
  ])
  func areNotAnInterviewersNorASignature(line: String) {
    let analysis = workshop.analysis(
      "{source Ann Lee} {cue said} {content the port was full}.\n" + line)
    #expect(analysis.unattributed.isEmpty)
  }

  @Test(arguments: [
    ("Three ships have already left the harbour.", UnattributedSentence.Kind.event),
    ("Two officials flew to the house where the talks would be held.", .event),
    ("If the harbour closes, prices could rise.", .analysis),
    ("The company has controlled the harbour since 1987.", .background),
    ("The move comes as both cities press for a deal.", .context),
    ("The statue is made of bronze and stands near the gate.", .background),
  ])
  func doDifferentThings(sentence: String, kind: UnattributedSentence.Kind) {
    let analysis = workshop.analysis(
      sentence + " {source Ann Lee} {cue said} {content the port was full}.")
    #expect(analysis.unattributed.map(\.kind) == [kind])
    #expect(analysis.unattributed.map { analysis.article.text[$0.span] } == [sentence])
  }

  @Test func `A short opening that leads over to words is framing`() {
    let analysis = workshop.analysis(
      "However, the plan has angered many. {content \"It is mad,\"} {source Ann Lee} {cue said}.")
    #expect(analysis.unattributed.map(\.kind) == [.framing])
  }

  @Test(arguments: [
    "At a press conference in the harbour, {source Ann Lee} {cue said} {content the port was full}.",
    "{content The port was full by noon}, {cue according to} {source Ann Lee}.",
    "Why was the port full?",
    "{content \"The port was full. It was dark.\"} {source Ann Lee} {cue said}.",
  ])
  func areNotThoseThatSomebodySays(marked: String) {
    #expect(workshop.analysis(marked).unattributed.isEmpty)
  }

  @Test func `A plan that follows an act in one sentence does not cover the act`() {
    let analysis = workshop.analysis(
      "{source The union} quietly opened an office in Lima and {cue plans} {content to open another}."
    )
    #expect(analysis.unattributed.count == 1)
  }

  @Test func `A quotation in a side clause does not cover the main clause`() {
    let analysis = workshop.analysis(
      "Nineteen people were injured in the harbour by a fire that {source the mayor} {cue called} {content \"a crime\"}."
    )
    #expect(analysis.unattributed.count == 1)
  }
}
