extension Flag {
  /// Why it matters: the rule that newsrooms keep, in a sentence.
  public var rule: String {
    switch self {
    case .bareSource:
      "Describe a source as fully as possible (AP): a reader should see why it could know."
    case .singleAnonymous:
      "Anonymous sources are the weakest, and two are better than one (Reuters); be reluctant to rest on one (BBC)."
    case .noAnonymityReason:
      "Say why a name is withheld, and what the source may want (SPJ, New York Times)."
    case .implicitSource:
      "A reader should be able to see who says so (SPJ: identify sources clearly)."
    case .opinionAnonymous: "Anonymity is for information, never for opinion (AP)."
    case .relayed: "Credit other outlets for what one has not gathered oneself (AP)."
    case .relayedNoLink:
      "Show the report that is passed on, so that it can be checked (Trust Project: references)."
    case .relayInferred: "Credit belongs with each statement, not only with the first (AP)."
    case .hearsay: "Prefer those who know it directly (New York Times): ask who was there."
    case .circular: "Only a source that knows it by itself confirms."
    case .pluralVerbatim:
      "Never make several sources of one (Reuters): people do not speak in chorus."
    case .ambiguousSource:
      "It should be plain whose words they are (SPJ: identify sources clearly)."
    case .quoteBoundary: "Where a quotation ends is where somebody's words end."
    case .loadedCue: "“Said” takes no side; “confirmed”, “revealed” and “claimed” do."
    case .hedged: "Say what is not known (Reuters)."
    case .relativeTime: "A time that depends on the day of writing cannot be checked later."
    case .duplicateClaim, .echo: "One source counts once, however often it is quoted (Reuters)."
    case .corroborated: "Two sources that know it by themselves are better than one (Reuters)."
    case .twoSpeakers:
      "The same words on two people's lips: one of the two is wrong, or both were given them."
    case .conflict: "Say so where accounts differ; attribute what is not corroborated (BBC)."
    case .unattributed: "Attribute what the outlet has not seen itself (BBC)."
    case .fragment: "Something was lost here, perhaps the words that said whose it was."
    case .oneOutletRelay:
      "Passing on one outlet's report does not make it two (BBC: only from the reputable)."
    case .noNamedPerson: "A named source beats one without a name (Reuters)."
    case .subjectNotHeard: "Give those who are accused a chance to answer (SPJ)."
    }
  }
}
