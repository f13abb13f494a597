/// The numbers by which the tagger decides: how often a way of standing must be a cue's to count as one, and what a rule's
/// finding is worth.
///
/// Shares are those of `cue-verbs.txt`, `cue-nouns.txt` and `cue-phrases.txt`, counted in the training part of PolNeAR for common
/// verbs and estimated for others. Where no measurement is named, a number was set by hand beside them. What each rule keeps of
/// its share was measured, and stands in ``Trust``.
enum TaggingSettings {
  // MARK: - Verbs

  /// A verb that is a cue less often where it stands so is taken for none.
  static let leastShare = 0.42
  /// A verb that hands over clauses so often does so, too, where a noun seems to follow.
  static let shareOfClauseVerb = 0.7
  /// A cue noun belongs to its verb at least so surely: "expressed concern that".
  static let shareOfCarried = 0.8
  /// What is left of a frame's share where another frame was expected.
  static let keptByFallback = 0.9
  /// A verb that so often closes a content may stand before its source: `"…," said the mayor`.
  static let shareOfInverted = 0.6
  /// And such a place is nearly always a cue.
  static let inverted = 0.9
  /// A verb that so often closes a content ends the one before it: ", he said.".
  static let shareOfPostposed = 0.7
  /// From here on a verb hands over clauses so often that it is hardly ever anything but speech or thought.
  static let shareOfSpeech = 0.8
  /// "was asked whether".
  static let passive = 0.6
  /// "was quoted as saying".
  static let quotedAsSaying = 0.95
  /// What is left of a noun's share where the noun is the subject of a passive: "was criticised by the mayor".
  static let keptByObject = 0.8
  /// A verb with a smaller share has no source after "by".
  static let leastShareOfAgent = 0.55
  /// What is left of it.
  static let keptByAgent = 0.9

  // MARK: - Other cues

  /// "in a statement" belongs to the cue, "in an interview" doesn't.
  static let shareOfOwnChannel = 0.65
  /// A noun that is a cue less often where it stands so is taken for none.
  static let leastShareOfNoun = 0.5
  /// The same where nobody has it: "prompted calls for an inquiry".
  static let shareOfNobodysNoun = 0.7
  /// And what is left of its share.
  static let keptByNobodysNoun = 0.8
  /// `Mayor: "…"`.
  static let quotedColon = 0.9
  /// "Mayor: school to close".
  static let headlineColon = 0.6
  /// "School to close: mayor".
  static let reversedColon = 0.8
  /// How sure a second verb of a source is at least: as sure as the source itself has to be.
  static let coordinated = 0.9
  /// "Per the ministry, …".
  static let openedByPer = 0.85
  /// "By the club's own account, …".
  static let byOwnAccount = 0.85
  /// "Ann Roe said the plan would:" and a list.
  static let setOff = 0.8
  /// A longer list is no statement.
  static let mostItems = 40
  /// "HALE: Well, …".
  static let transcript = 0.9
  /// "((Jo Hale)) We began in May."
  static let interview = 0.9
  /// A quotation with a dash and a name.
  static let signed = 0.9

  // MARK: - Network and rules together

  /// What the network finds with less is wrong four times in five.
  static let leastConfidence = 0.3
  /// From here on what only rules find is kept. On the annotated corpus that costs 0.4 of linked F1; but a sentence
  /// said to have no source, and that has one, is the worse mistake.
  static let sureOfRules = 0.75
  /// Enough for a cue right before somebody who speaks.
  static let enoughBeforeSpeaker = 0.55
}
