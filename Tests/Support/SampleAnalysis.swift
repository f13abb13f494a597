public import HearsayModel

extension Analysis {
  /// An invented article with every kind of sourcing in it: direct, mixed, indirect and summed up; named,
  /// described, bare, withheld and nobody; relayed, nested, told twice, in conflict, and sentences that nobody
  /// is credited with. It has an emoji and Chinese characters, so that bytes, code points and columns differ.
  public static let sample: Analysis = {
    var draft = AnalysisDraft(
      sampleText, id: "sha256:" + String(repeating: "5a", count: 32),
      title: "Norrvik closes its harbour bridge", publisher: "Norrvik Post")
    draft.about {
      $0.byline = "Ida Strand"
      $0.published = "2025-05-13"
      $0.url = "https://norrvikpost.example/2025/05/13/bridge"
      $0.path = "bridge.txt"
    }
    draft.source("mayor", "Mayor Ana Lund", .person, .named)
    draft.source("report", "a report by the Road Agency", .document, .named)
    draft.source("engineer", "an engineer who worked on the inspection", .person, .withheld)
    draft.source("source", "a source at the town hall", .person, .bare)
    draft.source("Kustbladet", "Kustbladet", .outlet, .named)
    draft.source("officials", "officials", .group, .bare)
    draft.source("contractor", "北方建設 (Hoppo Construction)", .organisation, .named)
    draft.source("foreman", "a foreman on the site", .person, .described)

    draft.attribute(to: "mayor", .direct)
    draft.attribute(to: "report", .mixed, attitude: .perception)
    draft.attribute(to: "engineer", .indirect, flags: [.singleAnonymous])
    draft.attribute(
      to: "source", .indirect, through: [("Kustbladet", .stated)], confidence: 0.86,
      flags: [
        .bareSource, .singleAnonymous, .noAnonymityReason, .relayed, .relayedNoLink,
      ])
    draft.attribute(
      to: "officials", .indirect, attitude: .belief,
      flags: [.bareSource, .noAnonymityReason, .opinionAnonymous])
    draft.attribute(
      to: "source", .direct, through: [("Kustbladet", .inherited)], confidence: 0.91,
      alternates: ["engineer"],
      flags: [
        .bareSource, .singleAnonymous, .noAnonymityReason, .relayed, .relayedNoLink, .relayInferred,
        .ambiguousSource,
      ])
    draft.attribute(to: "contractor", .indirect, certainty: .denied, flags: [.hearsay])
    draft.attribute(
      to: "foreman", .reported, through: [("contractor", .stated)], within: 7,
      flags: [.singleAnonymous, .noAnonymityReason])
    draft.attribute(to: "mayor", .indirect, sameAs: 1)
    draft.attribute(to: "contractor", .reported)
    draft.attribute(
      to: nil, .indirect, attitude: .belief, certainty: .hedged, flags: [.implicitSource, .hedged])

    draft.support(1, .namedSingle, flags: [.duplicateClaim])
    draft.support(2, .document)
    draft.support(3, .anonymousSingle)
    draft.support(4, .anonymousSingle, flags: [.conflict])
    draft.support(5, .anonymousMultiple, flags: [.conflict])
    draft.support(6, .anonymousSingle)
    draft.support(7, .namedSingle)
    draft.support(8, .anonymousSingle)
    draft.support(10, .namedSingle)
    draft.support(11, .unattributed, sources: 0)
    draft.relate(4, 5, .conflict)
    return draft.analysis(sentences: 16, flags: [.oneOutletRelay])
  }()

  private static let sampleText = """
    {mention:publisher Norrvik Post}/ {nobody:event The harbour bridge at Norrvik was closed to all \
    traffic on Tuesday.}

    {content:1 "We had no choice but to close it,"} {source:1 Mayor Ana Lund} {cue:1 told} \
    {addressee:1 reporters}. {content:1 "The cracks are longer than my arm. 🌉"}

    {cue:2 According to} {source:2 a report by the Road Agency}, {content:2 the cracks were first \
    measured in 2019 and were then “forty centimetres at most”}.

    {source:3 An engineer who worked on the inspection}, who asked not to be named because he may not \
    speak to the press, {cue:3 said} {content:3 the town was warned twice}.

    {content:4 The repair will take two years and cost 40 million crowns}, {source:4 a source at the \
    town hall} {cue:4 told} {addressee:4 {mention:Kustbladet Kustbladet}}. {source:5 Officials} \
    {cue:5 expect} {content:5 the bridge to open again within six weeks}.

    {content:6 "Everybody at the town hall knew,"} {source:6 the source} {cue:6 added}.

    {source:7 北方建設 (Hoppo Construction)}, the contractor, {cue:7 denied} {content:7 that \
    {source:8 a foreman on the site} had {cue:8 reported} {content:8 the damage} last autumn}.

    {source:9 Lund} {cue:9 repeated} {content:9 that the town had had no choice but to close the \
    bridge}. {source:10 The contractor} {cue:10 declined} {content:10 to comment on the cost}.

    {nobody:framing But not everybody is waiting.} {content:11 Shops in the old town} {cue:11 are \
    expected to} {content:11 lose a third of their trade}. {nobody:background The bridge, built in \
    1974, carries 18,000 vehicles a day.} {nobody:context The closure comes as the town prepares for \
    its summer fair.} {nobody:analysis If the ferry cannot cope, the fair could be moved to the \
    other bank.}
    """
}
