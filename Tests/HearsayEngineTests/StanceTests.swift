import HearsayModel
import Testing

@testable import HearsayEngine

@Suite struct `Where a source stands to the words` {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  @Test(arguments: [
    ("{source Ann Lee} {cue said} {content that the dam was safe}.", Stance?.none),
    ("{source Ann Lee} {cue denied} {content that the dam was safe}.", .denied),
    ("{source Ann Lee} {cue did not concede} {content defeat}.", .denied),
    ("{source The council} {cue has never approved} {content the plan}.", .denied),
    ("{source Ann Lee} {cue declined} {content to comment on the dam}.", .refused),
    ("{source Ann Lee} {cue did not respond} {content to questions about the dam}.", .refused),
    ("{source The police} {cue have not said} {content who opened the gate}.", .refused),
    ("{source Ann Lee} {cue condemned} {content the sale of the dam}.", .opposed),
    ("{source The council} {cue voted against} {content the sale of the dam}.", .opposed),
    ("{source Ann Lee} {cue did not deny} {content that the dam was safe}.", nil),
    ("{source None of the captains} {cue said} {content that the channel was safe}.", .denied),
  ])
  func isTold(marked: String, stance: Stance?) {
    #expect(workshop.analysis(marked).attributions[0].stance == stance)
  }

  @Test func `Words that say nothing alone are shown in their sentence`() {
    let analysis = workshop.analysis(
      "{content It}, {source Ann Lee} {cue said}, would take a year to mend.")
    let context = analysis.attributions[0].context.map { analysis.article.text[$0] }
    #expect(context == "It, Ann Lee said, would take a year to mend.")
  }

  @Test(arguments: [
    "{source Ann Lee} {cue said} {content that the dam was safe}.",
    "{source Ann Lee} {cue said}: {content “No.”}",
  ])
  func needNoSentence(marked: String) {
    #expect(workshop.analysis(marked).attributions[0].context == nil)
  }

  @Test func `A "not" that stands before the source is shown with the sentence`() {
    let analysis = workshop.analysis(
      "{source No organisation} {cue claimed} {content responsibility for the fire at the mill}.")
    #expect(analysis.attributions[0].stance == .denied)
    #expect(analysis.attributions[0].context != nil)
  }
}

@Suite struct `Who could be named and is not` {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  private func flags(_ marked: String) -> Set<Flag> {
    Set(workshop.analysis(marked).attributions[0].flags)
      .intersection([.bareSource, .singleAnonymous, .noAnonymityReason, .opinionAnonymous])
  }

  @Test(arguments: [
    "{source US officials} {cue said} {content the channel was closed}.",
    "{source A senior official at the port} {cue said} {content the channel was closed}.",
    "{source Two people familiar with the talks} {cue said} {content the channel was closed}.",
    "{source One of the captains} {cue said} {content the channel was closed}.",
    "{source Analysts} {cue said} {content the channel was closed}.",
  ])
  func isAnAnonymousSource(marked: String) {
    #expect(flags(marked).isSuperset(of: [.singleAnonymous, .noAnonymityReason]))
  }

  @Test(arguments: [
    "{source Protesters} {cue said} {content the channel was closed}.",
    "{source Visitors to the lighthouse} {cue said} {content the channel was closed}.",
    "{source Researchers from the University of Velm} {cue said} {content the channel was closed}.",
    "{source Multiple world leaders} {cue said} {content the channel was closed}.",
    "{source A spokesperson for the port} {cue said} {content the channel was closed}.",
    "{source A federal judge} {cue ruled} {content that the channel was closed}.",
    "{source Officials} {cue declined} {content to comment on the channel}.",
    "{source Nearly all legal experts} {cue said} {content the channel was closed}.",
    "{source None of the captains} {cue said} {content the channel was closed}.",
  ])
  func isNoAnonymousSource(marked: String) {
    #expect(flags(marked).isEmpty)
  }

  @Test func `Whom a named source quotes, that source answers for`() {
    let analysis = workshop.analysis(
      "{source Ann Lee} {cue said} {content {source2 an official} {cue2 had told} her {content2 the channel was closed}}."
    )
    let inner = analysis.attributions.first { $0.within != nil }
    #expect(inner?.flags.contains(.singleAnonymous) == false)
  }
}
