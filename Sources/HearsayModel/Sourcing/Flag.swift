/// What a careful reader should know about how something is sourced.
///
/// The list, each flag's subject and level are fixed by the model; the sentence that a reader sees and the
/// newsroom rule behind it stand in `Wording/Flag+Words.swift`.
public enum Flag: String, Codable, CaseIterable, Hashable, Sendable {
  // On an attribution
  case bareSource = "bare-source"
  case singleAnonymous = "single-anonymous"
  case noAnonymityReason = "no-anonymity-reason"
  case implicitSource = "implicit-source"
  case opinionAnonymous = "opinion-anonymous"
  case relayed
  case relayedNoLink = "relayed-no-link"
  case relayInferred = "relay-inferred"
  case hearsay
  case circular
  case pluralVerbatim = "plural-verbatim"
  case ambiguousSource = "ambiguous-source"
  case quoteBoundary = "quote-boundary"
  case loadedCue = "loaded-cue"
  case hedged
  case relativeTime = "relative-time"
  // On a claim
  case duplicateClaim = "duplicate-claim"
  case echo
  case corroborated
  case twoSpeakers = "two-speakers"
  case conflict
  // On a sentence, a paragraph
  case unattributed
  case fragment
  // On the article
  case oneOutletRelay = "one-outlet-relay"
  case noNamedPerson = "no-named-person"
  case subjectNotHeard = "subject-not-heard"
}

extension Flag {
  /// What a flag is about.
  public enum Subject: Hashable, Sendable {
    case attribution, claim, sentence, paragraph, article
  }

  /// How much a flag weighs, lightest first.
  public enum Level: Int, Hashable, Sendable, Comparable {
    /// Speaks for the claim.
    case good
    /// Worth knowing.
    case info
    case low
    case medium
    /// To be looked at first.
    case high

    /// By weight.
    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// What the flag is about.
  public var subject: Subject {
    switch self {
    case .bareSource, .singleAnonymous, .noAnonymityReason, .implicitSource, .opinionAnonymous,
      .relayed, .relayedNoLink, .relayInferred, .hearsay, .circular, .pluralVerbatim,
      .ambiguousSource, .quoteBoundary, .loadedCue, .hedged, .relativeTime:
      .attribution
    case .duplicateClaim, .echo, .corroborated, .twoSpeakers, .conflict: .claim
    case .unattributed: .sentence
    case .fragment: .paragraph
    case .oneOutletRelay, .noNamedPerson, .subjectNotHeard: .article
    }
  }

  /// How much it weighs. An unattributed sentence weighs by its kind: see ``UnattributedSentence/Kind/level``.
  public var level: Level {
    switch self {
    case .bareSource, .singleAnonymous, .circular, .twoSpeakers, .conflict, .oneOutletRelay,
      .noNamedPerson:
      .high
    case .noAnonymityReason, .implicitSource, .opinionAnonymous, .relayedNoLink, .hearsay,
      .pluralVerbatim, .duplicateClaim, .echo, .unattributed, .subjectNotHeard:
      .medium
    case .loadedCue, .relativeTime: .low
    case .relayed, .relayInferred, .ambiguousSource, .quoteBoundary, .hedged, .fragment: .info
    case .corroborated: .good
    }
  }
}

extension UnattributedSentence.Kind {
  /// How much a missing source weighs: news first, scene-setting last.
  public var level: Flag.Level {
    switch self {
    case .event: .high
    case .analysis: .medium
    case .background: .low
    case .context, .framing: .info
    }
  }
}
