import Foundation
import HearsayModel
import Testing

@testable import HearsayEngine

@Suite struct `What the reader sets right holds, and everything follows from it` {
  private let bridge = """
    {source Mayor Ana Lund} {cue said} {content the bridge is safe}.
    {source Jens Falk, an engineer,} {cue said} {content the cables are rusty}.
    {source He} {cue added} {content that he had warned the town}.
    {source Officials} {cue expect} {content the work to take a year}.
    """

  // MARK: - Who says it

  @Test func `A wrong speaker becomes the right one, and the mention goes along`() throws {
    var desk = try KeptCorrections(bridge)
    #expect(desk.machine.lines[2] == "Jens Falk: that he had warned the town")
    desk.correct(
      .speaker(
        of: try desk.subject("warned the town"), is: .source(try desk.party("Mayor Ana Lund"))))
    #expect(
      desk.lines == [
        "Mayor Ana Lund: the bridge is safe", "Jens Falk: the cables are rusty",
        "Mayor Ana Lund: that he had warned the town", "officials: the work to take a year",
      ])
    let analysis = desk.analysis
    #expect(
      analysis.chainNames(of: analysis.attributions[2]) == ["Harbour News", "Mayor Ana Lund"])
    let lund = try #require(analysis.sources.first { $0.name == "Mayor Ana Lund" })
    #expect(lund.mentions.map { desk.text[$0] } == ["Mayor Ana Lund", "He"])
    let falk = try #require(analysis.sources.first { $0.name == "Jens Falk" })
    #expect(falk.mentions.map { desk.text[$0] } == ["Jens Falk, an engineer"])
    #expect(analysis.attributions[2].confidence == 1)
  }

  @Test func `Taken back it is as it was, byte for byte`() throws {
    var desk = try KeptCorrections(bridge)
    desk.correct(.dismissal(of: try desk.subject("the cables")))
    desk.correct(.naming(of: try desk.party("officials"), is: .named))
    #expect(desk.analysis != desk.machine)
    desk.undo()
    desk.undo()
    #expect(desk.analysis == desk.machine)
  }

  @Test func `Somebody whom the article does not name is read as a name would be`() throws {
    var desk = try KeptCorrections(bridge)
    let subject = try desk.subject("the bridge is safe")
    desk.correct(.speaker(of: subject, is: .source(.init(name: "Councillor Eva Brandt"))))
    #expect(desk.analysis.voices.contains("Councillor Eva Brandt person named"))
    // The words that name somebody else are no mention of hers.
    #expect(desk.analysis.attributions[0].sourceSpans.isEmpty)
    desk.correct(.speaker(of: subject, is: .source(.init(name: "a source"))))
    let analysis = desk.analysis
    #expect(analysis.voices.contains("a source person bare"))
    #expect(analysis.attributions.contains { $0.flags.contains(.bareSource) })
    #expect(analysis.summary.unnamed == desk.machine.summary.unnamed + 1)
  }

  @Test func `Two corrections with one new name mean one new source`() throws {
    var desk = try KeptCorrections(bridge)
    for words in ["the bridge is safe", "the cables are rusty"] {
      desk.correct(
        .speaker(of: try desk.subject(words), is: .source(.init(name: "Eva Brandt"))))
    }
    #expect(desk.analysis.sources.filter { $0.name == "Eva Brandt" }.count == 1)
    #expect(desk.lines.prefix(2).allSatisfy { $0.hasPrefix("Eva Brandt: ") })
  }

  @Test func `Where nobody says it the chain ends at the publisher`() throws {
    var desk = try KeptCorrections(bridge)
    desk.correct(.speaker(of: try desk.subject("the work"), is: .nobody))
    let analysis = desk.analysis
    let own = try #require(analysis.attributions.last)
    #expect(own.source == nil && own.sourceSpans.isEmpty)
    #expect(analysis.chainNames(of: own) == ["Harbour News"])
    #expect(own.flags.contains(.implicitSource))
    #expect(!analysis.voices.contains { $0.hasPrefix("officials") })
  }

  @Test func `Whoever goes on without a cue goes along`() throws {
    var desk = try KeptCorrections(
      """
      {content "It is over,"} {source the envoy} {cue said}.
      {source Minister Karl Aas} {cue said} {content the talks go on}.

      "Nobody has left the table. We are patient people."
      """)
    #expect(desk.machine.lines.last?.hasPrefix("Minister Karl Aas: ") == true)
    let envoy = try desk.party("the envoy")
    desk.correct(.speaker(of: try desk.subject("talks go on"), is: .source(envoy)))
    #expect(desk.lines.allSatisfy { $0.hasPrefix("the envoy: ") })
  }

  // MARK: - What is an attribution, and which words are its

  @Test func `What is no attribution is an unattributed sentence`() throws {
    var desk = try KeptCorrections(bridge)
    desk.correct(.dismissal(of: try desk.subject("the cables are rusty")))
    let analysis = desk.analysis
    #expect(analysis.attributions.count == 3)
    #expect(
      analysis.unattributed.map { desk.text[$0.span] } == [
        "Jens Falk, an engineer, said the cables are rusty."
      ])
    #expect(analysis.summary.unattributedSentences == 1)
  }

  @Test func `A quotation that only went on is nobody's any more`() throws {
    var desk = try KeptCorrections(
      """
      {source Ana Lund} {cue said} {content the ferry was late}. She left before noon.

      The sign at the pier was old. "No diving after dark."
      """)
    guard desk.machine.attributions.count == 2 else { return }
    desk.correct(.dismissal(of: try desk.subject("No diving")))
    #expect(desk.lines == ["Ana Lund: the ferry was late"])
  }

  @Test func `Wrong edges become the right ones, and the rest of the sentence is free`() throws {
    var desk = try KeptCorrections(
      "{source Ana Lund} {cue said} {content the bridge is safe, but few people use it}.")
    desk.correct(
      .spans(
        of: try desk.subject("the bridge is safe"),
        are: try desk.words(source: "Ana Lund", cue: "said", content: ["the bridge is safe"])))
    #expect(desk.lines == ["Ana Lund: the bridge is safe"])
    // Other words for the source: the mention is now there.
    desk.correct(
      .spans(
        of: try desk.subject("the bridge is safe"),
        are: try desk.words(source: "Lund", cue: "said", content: ["the bridge is safe"])))
    #expect(desk.analysis.attributions[0].sourceSpans.map { desk.text[$0] } == ["Lund"])
  }

  @Test func `What was missed is there, with its own claim and its chain`() throws {
    var desk = try KeptCorrections(
      bridge + "\nThe ferry will run at night, so Lund. Nobody was hurt.")
    let before = desk.machine.summary.unattributedSentences
    desk.correct(
      .addition(
        of: try desk.words(content: ["The ferry will run at night"]),
        by: .source(try desk.party("Mayor Ana Lund"))))
    let analysis = desk.analysis
    #expect(analysis.lines.last == "Mayor Ana Lund: The ferry will run at night")
    #expect(analysis.summary.unattributedSentences == before - 1)
    let own = try #require(analysis.attributions.last)
    #expect(analysis.chainNames(of: own) == ["Harbour News", "Mayor Ana Lund"])
    #expect(analysis.claim(own.claim)?.support == .namedSingle)
  }

  @Test func `What was missed inside somebody's words stands within them`() throws {
    var desk = try KeptCorrections(
      "{source Ana Lund} {cue said} {content the harbour master had called the pier a ruin}.")
    desk.correct(
      .addition(
        of: try desk.words(
          source: "the harbour master", cue: "called", content: ["the pier a ruin"]),
        by: .source(.init(name: "the harbour master"))))
    let analysis = desk.analysis
    #expect(analysis.attributions.last?.within == .init(1))
    #expect(
      analysis.attributions.last.map { analysis.chainNames(of: $0) }
        == ["Harbour News", "Ana Lund", "the harbour master"])
  }

  // MARK: - Who is who

  @Test func `Two sources that are one count once`() throws {
    var desk = try KeptCorrections(
      """
      {source An aide} {cue said} {content the minister will resign on Monday}.
      {source Ola Berg} {cue said} {content the minister will resign on Monday morning}.
      """)
    #expect(desk.machine.summary.sources == 2)
    desk.correct(.merger(of: try desk.party("an aide"), into: try desk.party("Ola Berg")))
    let analysis = desk.analysis
    #expect(analysis.voices == ["Ola Berg person named"])
    #expect(analysis.claims.map(\.independentSources) == [1])
    #expect(analysis.claims[0].flags.contains(.duplicateClaim))
    #expect(analysis.summary.unnamed == 0)
    #expect(analysis.sources.last?.mentions.count == 2)
  }

  @Test func `The name comes from whichever of the two has one`() throws {
    var desk = try KeptCorrections(bridge)
    desk.correct(.merger(of: try desk.party("Jens Falk"), into: try desk.party("officials")))
    #expect(desk.analysis.voices == ["Mayor Ana Lund person named", "Jens Falk person named"])
    // Who is corrected afterwards by the old name is the merged one.
    desk.correct(.kind(of: try desk.party("Jens Falk"), is: .organisation))
    #expect(desk.analysis.voices.last == "Jens Falk organisation named")
  }

  @Test func `One source that is two is two, and the other words stay where they are`() throws {
    var desk = try KeptCorrections(
      """
      {source An official} {cue said} {content the road is open}.
      {source The official} {cue said} {content the tunnel is shut}.
      {source The official} {cue said} {content nobody was asked}.
      """)
    #expect(desk.machine.summary.sources == 1)
    let party = try desk.party("an official")
    desk.correct(.separation(of: [try desk.subject("nobody was asked")], from: party))
    #expect(
      desk.lines == [
        "an official: the road is open", "an official: the tunnel is shut",
        "The official: nobody was asked",
      ])
    #expect(desk.analysis.summary.sources == 2)
    #expect(desk.analysis.voices.last == "The official person bare")
  }

  @Test func `Kind and naming change, and so does what hangs on them`() throws {
    var desk = try KeptCorrections(bridge)
    #expect(desk.machine.attributions[3].flags.contains(.bareSource))
    desk.correct(.naming(of: try desk.party("officials"), is: .named))
    desk.correct(.kind(of: try desk.party("officials"), is: .organisation))
    let analysis = desk.analysis
    #expect(analysis.voices.last == "officials organisation named")
    #expect(!analysis.attributions[3].flags.contains(.bareSource))
    #expect(analysis.claims.last?.support == .namedSingle)
    desk.correct(.naming(of: try desk.party("Jens Falk"), is: .withheld))
    #expect(desk.analysis.voices[1] == "Jens Falk person withheld")
  }

  @Test func `Of two corrections of one thing the later holds`() throws {
    var desk = try KeptCorrections(bridge)
    let subject = try desk.subject("the work")
    desk.correct(.speaker(of: subject, is: .source(try desk.party("Jens Falk"))))
    desk.correct(
      .spans(
        of: try desk.subject("the work"),
        are: try desk.words(cue: "expect", content: ["take a year"])))
    desk.correct(.speaker(of: subject, is: .source(try desk.party("Mayor Ana Lund"))))
    #expect(desk.lines.last == "Mayor Ana Lund: take a year")
    desk.correct(.dismissal(of: try desk.subject("a year")))
    #expect(desk.lines.count == 3)
  }

  // MARK: - Another text, another engine

  @Test func `In an edited text the corrections stand where their words are`() throws {
    var desk = try KeptCorrections(bridge)
    desk.correct(
      .speaker(
        of: try desk.subject("warned the town"), is: .source(try desk.party("Mayor Ana Lund"))))
    desk.correct(.dismissal(of: try desk.subject("the cables are rusty")))
    let edited = try KeptCorrections(
      "The bridge was closed on Tuesday after an inspection.\n" + bridge)
    #expect(
      desk.moved(to: edited).lines == [
        "Mayor Ana Lund: the bridge is safe", "Mayor Ana Lund: that he had warned the town",
        "officials: the work to take a year",
      ])
    let traces = CorrectionTraces(desk.corrections, in: desk.moved(to: edited).analysis)
    #expect(traces.all.map(\.isLost) == [false, false])
    #expect(traces.all[0].attributions == [.init(2)])
    #expect(traces.all[1].sentences.count == 1)
  }

  @Test func `One whose words are gone does nothing and says so`() throws {
    var desk = try KeptCorrections(bridge)
    desk.correct(.dismissal(of: try desk.subject("the cables are rusty")))
    let other = try KeptCorrections("{source A diver} {cue said} {content the wreck lies deep}.")
    let moved = desk.moved(to: other)
    #expect(moved.analysis == other.machine)
    #expect(CorrectionTraces(moved.corrections, in: other.machine).all.map(\.isLost) == [true])
  }

  @Test func `A better engine that sees it as the reader did changes nothing`() throws {
    var desk = try KeptCorrections(
      "{source Ana Lund} {cue said} {content the bridge}. It is safe at night.")
    desk.correct(
      .addition(
        of: try desk.words(content: ["It is safe at night"]),
        by: .source(try desk.party("Ana Lund"))))
    let better = try KeptCorrections(
      "{source Ana Lund} {cue said} {content the bridge}. {content2 It is safe at night}.")
    #expect(desk.moved(to: better).lines == desk.lines)
  }

  @Test func `What a later engine no longer finds is there because the reader said so`() throws {
    var desk = try KeptCorrections(bridge)
    desk.correct(
      .speaker(of: try desk.subject("the work"), is: .source(try desk.party("Mayor Ana Lund"))))
    let worse = try KeptCorrections(
      """
      {source Mayor Ana Lund} {cue said} {content the bridge is safe}.
      {source Jens Falk, an engineer,} {cue said} {content the cables are rusty}.
      {source He} {cue added} {content that he had warned the town}.
      Officials expect the work to take a year.
      """)
    #expect(worse.machine.attributions.count == 3)
    #expect(desk.moved(to: worse).lines.last == "Mayor Ana Lund: the work to take a year")
  }

  @Test func `The edges of another engine are the reader's again`() throws {
    var desk = try KeptCorrections(
      "{source Ana Lund} {cue said} {content the bridge is safe, most days}.")
    desk.correct(
      .spans(
        of: try desk.subject("the bridge"),
        are: try desk.words(source: "Ana Lund", cue: "said", content: ["the bridge is safe"])))
    let other = try KeptCorrections(
      "{source Ana} Lund {cue said the} {content bridge is safe}, most days.")
    let analysis = desk.moved(to: other).analysis
    #expect(analysis.attributions[0].contentSpans.map { desk.text[$0] } == ["the bridge is safe"])
    #expect(analysis.attributions[0].sourceSpans.map { desk.text[$0] } == ["Ana Lund"])
  }
}
