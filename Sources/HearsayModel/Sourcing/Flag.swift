/// What a careful reader should know about how something is sourced.
///
/// Its name here is the one in the JSON and in filters; what it is about, how much it weighs, its words and the newsroom's
/// rule behind it stand in the table below. When it stands is decided in `HearsayEngine/Judging/Flags`.
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

  /// All that is fixed of a flag.
  struct Definition {
    let subject: Subject
    let level: Level
    /// A word or two, where there is no room for a clause.
    let label: String
    /// What is the matter, in a clause that can stand in a list.
    let words: String
    /// Why it matters: the rule that newsrooms keep, in a sentence.
    let rule: String

    init(_ subject: Subject, _ level: Level, _ label: String, words: String, rule: String) {
      self.subject = subject
      self.level = level
      self.label = label
      self.words = words
      self.rule = rule
    }
  }

  /// What the flag is about.
  public var subject: Subject { definition.subject }

  /// How much it weighs. An unattributed sentence weighs by its kind: see ``UnattributedSentence/Kind/level``.
  public var level: Level { definition.level }

  /// A word or two, where there is no room for a clause.
  public var shortWords: String { definition.label }

  /// What is the matter, in a clause that can stand in a list.
  public var words: String { definition.words }

  /// Why it matters: the rule that newsrooms keep, in a sentence.
  public var rule: String { definition.rule }
}

// MARK: - The table

extension Flag {
  private var definition: Definition {
    switch self {
    case .bareSource:
      Definition(
        .attribution, .high, "bare source",
        words: "the source is neither named nor described",
        rule: "Describe a source as fully as possible (AP): a reader should see why it could know.")
    case .singleAnonymous:
      Definition(
        .attribution, .high, "alone, unnamed",
        words: "no name, and nobody else in the article says this",
        rule:
          "Anonymous sources are the weakest, and two are better than one (Reuters); be reluctant to rest on one (BBC)."
      )
    case .noAnonymityReason:
      Definition(
        .attribution, .medium, "no reason for anonymity",
        words: "no reason is given for the anonymity",
        rule: "Say why a name is withheld, and what the source may want (SPJ, New York Times).")
    case .implicitSource:
      Definition(
        .attribution, .medium, "no source",
        words: "something is said, but nobody is credited with it",
        rule: "A reader should be able to see who says so (SPJ: identify sources clearly).")
    case .opinionAnonymous:
      Definition(
        .attribution, .medium, "anonymous opinion",
        words: "an opinion or forecast from an unnamed source",
        rule: "Anonymity is for information, never for opinion (AP).")
    case .relayed:
      Definition(
        .attribution, .info, "relayed",
        words: "came through another outlet",
        rule: "Credit other outlets for what you have not gathered yourself (AP).")
    case .relayedNoLink:
      Definition(
        .attribution, .medium, "no link",
        words: "the other outlet's report is not linked, titled or dated",
        rule:
          "Show the report that is passed on, so that it can be checked (Trust Project: references)."
      )
    case .relayInferred:
      Definition(
        .attribution, .info, "relay inferred",
        words: "this sentence does not name the outlet it came through",
        rule: "Credit belongs with each statement, not only with the first (AP).")
    case .hearsay:
      Definition(
        .attribution, .medium, "hearsay",
        words: "passes on somebody else's words, decision or state of mind",
        rule: "Prefer those who know it directly (New York Times): ask who was there.")
    case .circular:
      Definition(
        .attribution, .high, "circular",
        words: "goes back to itself: this is not a confirmation",
        rule: "Only a source with knowledge of its own can confirm.")
    case .pluralVerbatim:
      Definition(
        .attribution, .medium, "one voice for many",
        words: "the same quoted words are credited to several people at once",
        rule: "Never make several sources of one (Reuters): people do not speak in chorus.")
    case .ambiguousSource:
      Definition(
        .attribution, .info, "who?",
        words: "somebody else may be meant",
        rule: "It should be plain whose words they are (SPJ: identify sources clearly).")
    case .quoteBoundary:
      Definition(
        .attribution, .info, "odd marks",
        words: "the quotation marks do not close as they should",
        rule: "Where a quotation ends is where somebody's words end.")
    case .loadedCue:
      Definition(
        .attribution, .low, "loaded verb",
        words: "the verb takes a side",
        rule: "“Said” takes no side; “confirmed”, “revealed” and “claimed” do.")
    case .hedged:
      Definition(
        .attribution, .info, "hedged",
        words: "hedged: could, may, if, reportedly",
        rule: "Say what is not known (Reuters).")
    case .relativeTime:
      Definition(
        .attribution, .low, "when?",
        words: "a time without a date",
        rule: "A time that depends on the day of writing cannot be checked later.")
    case .duplicateClaim:
      Definition(
        .claim, .medium, "told twice",
        words: "the same source says it again: count once",
        rule: "One source counts once, however often it is quoted (Reuters).")
    case .echo:
      Definition(
        .claim, .medium, "echo",
        words: "the same words from an unnamed source or by the same route: not a second source",
        rule: "One source counts once, however often it is quoted (Reuters).")
    case .corroborated:
      Definition(
        .claim, .good, "corroborated",
        words: "another named source says so, by another route",
        rule: "Two sources with knowledge of their own are better than one (Reuters).")
    case .twoSpeakers:
      Definition(
        .claim, .medium, "two speakers",
        words: "nearly the same quoted words are credited to two sources",
        rule:
          "The same words from two people: one credit is wrong, or both were handed the line.")
    case .conflict:
      Definition(
        .claim, .medium, "conflict",
        words: "another claim differs in a time, a number, a place or a “not”: compare them",
        rule: "Say so where accounts differ; attribute what is not corroborated (BBC).")
    case .unattributed:
      Definition(
        .sentence, .medium, "unattributed",
        words: "nobody is credited with this",
        rule: "Attribute what the outlet has not seen itself (BBC).")
    case .fragment:
      Definition(
        .paragraph, .info, "fragment",
        words: "the paragraph starts in the middle of a sentence",
        rule: "Something was lost here, perhaps the words that said whose it was.")
    case .oneOutletRelay:
      Definition(
        .article, .high, "all through one outlet",
        words: "everything passed on comes through one outlet",
        rule: "Passing on one outlet's report does not make it two (BBC: only from the reputable).")
    case .noNamedPerson:
      Definition(
        .article, .high, "no named person",
        words: "no named person is a source",
        rule: "A named source beats an unnamed one (Reuters).")
    case .subjectNotHeard:
      Definition(
        .article, .medium, "a party is not heard",
        words: "somebody described or accused is never heard",
        rule: "Give those who are accused a chance to answer (SPJ).")
    }
  }
}
