/// The numbers by which claims are compared, sentences are taken for nobody's, and windows are cut.
///
/// They were set by hand on articles in which claims, sources and flags were marked. 13 such articles and 259 small cases show
/// what one of them gains when it is taken away; where a remark says that nothing is lost there, the number keeps apart what
/// only seems alike in longer articles, and waits for more of them to be marked.
enum JudgingSettings {
  // MARK: - What is the same claim

  /// Fewer telling words than this say too little to be compared.
  static let fewestWordsOfUnit = 3
  /// A word in more sentences than this finds nothing; an article of usual length has no such word.
  static let unitsOfCommonWord = 48
  /// From this share of common words on two sentences say the same. With 0.7 one flag more is wrong (13, not 12); 0.35 is as
  /// good.
  static let sameWords = 0.5
  /// One source says the same again if this much of the shorter sentence is in the longer one. Nothing is lost without it.
  static let sameInShorter = 0.7
  /// So many telling words need two people who say the same, and one who says it in a longer sentence. Nothing is lost
  /// without it.
  static let fewestWordsOfOne = 4
  /// So many need two people whose claims are related. Nothing is lost without it.
  static let fewestWordsOfRelated = 5
  /// So many words have to be common to both for a relation that is worth telling. Nothing is lost without it.
  static let fewestSharedWords = 3
  /// From this share of common words on quoted words are those of two speakers.
  static let quotedTwins = 0.6

  // MARK: - What says nothing alone

  /// Content of so few words, of which one or none tells something, is shown with its sentence: *which*, *the vote*.
  static let wordsOfBareContent = 2

  /// Fewer quoted words may be anybody's; so many have to have a verb.
  static let wordsOfChorus = 4

  /// More people than this are a crowd, whatever they are.
  static let mostWhoCouldBeNamed = 12

  // MARK: - What contradicts

  /// In fewer common words of the shorter sentence, only what is promised for the time ahead is compared. Without it one case
  /// fails.
  static let shareToContradict = 0.6
  /// In fewer common words, a "not" or another place is one of another thing. Nothing is lost without it.
  static let likenessToDeny = 0.5
  /// From this share of common words on two short sentences are one but for a "not", where the longer has all of the shorter's.
  static let sameButForNot = 0.7
  /// How many attributions a denial may stand from what it denies, and how many beginnings of words both need.
  static let (reachOfDenial, stemsOfDenial) = (20, 2)
  /// What has more sentences is a speech, not a claim: that two sentences of it differ says little. With 6, answers of
  /// interviews contradict each other.
  static let sentencesOfClaim = 3
  /// How far a unit of time stands from its "within".
  static let wordsOfDuration = 4

  // MARK: - What is told twice in other words

  /// How many attributions of the body a headline may stand for.
  static let reachOfHeadline = 6
  /// How much of a headline the lead repeats.
  static let shareOfHeadline = 0.25
  /// How much of a report the quotation after it repeats.
  static let shareOfQuotation = 0.2
  /// *retaliate* and *retaliation* are one.
  static let lettersOfStem = 5

  // MARK: - What nobody is credited with

  /// An attribution that has more of a sentence has all of it.
  static let shareOfWholeSentence = 0.85
  /// A cue without a source has to have this much.
  static let shareOfNobodysSentence = 0.5
  /// And any other this much, where no other clause stands before it.
  static let shareOfSentence = 0.2
  /// A longer sentence is no mere transition: "However, not everyone agrees."
  static let wordsOfFraming = 8
  /// How far into a sentence its first verb is looked for.
  static let wordsBeforeVerb = 12
  /// In bytes; a longer paragraph after a dash is no signature.
  static let longestSignature = 120

  // MARK: - How far is looked

  /// How many words behind a first name are searched for saying that it is not all of the name, or none.
  static let wordsToPseudonym = 12
  /// How many mentions of a source are searched for a reason of its anonymity; it is given early.
  static let mentionsLookedAt = 8
  /// How many places where a name stands are searched for an accusation.
  static let sightingsLookedAt = 20
  /// How many words an outlet's name has, and how far from it "interview" stands.
  static let wordsOfOutlet = 4
  /// How many attributions lie within each other at most.
  static let deepestChain = 8
}
