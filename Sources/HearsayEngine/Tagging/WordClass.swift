/// What a word does in a sentence, as far as a list of small words and its ending tell.
struct WordClasses: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  static let determiner = WordClasses(rawValue: 1 << 0)
  static let possessive = WordClasses(rawValue: 1 << 1)
  static let subject = WordClasses(rawValue: 1 << 2)
  static let standalone = WordClasses(rawValue: 1 << 3)
  static let object = WordClasses(rawValue: 1 << 4)
  static let preposition = WordClasses(rawValue: 1 << 5)
  static let linking = WordClasses(rawValue: 1 << 6)
  static let auxiliary = WordClasses(rawValue: 1 << 7)
  static let modal = WordClasses(rawValue: 1 << 8)
  static let negation = WordClasses(rawValue: 1 << 9)
  static let contraction = WordClasses(rawValue: 1 << 10)
  static let adverb = WordClasses(rawValue: 1 << 11)
  static let subordinator = WordClasses(rawValue: 1 << 12)
  static let conjunction = WordClasses(rawValue: 1 << 13)
  static let relative = WordClasses(rawValue: 1 << 14)
  static let question = WordClasses(rawValue: 1 << 15)
  static let time = WordClasses(rawValue: 1 << 16)
  static let finite = WordClasses(rawValue: 1 << 17)
  static let notVerb = WordClasses(rawValue: 1 << 18)
  static let lead = WordClasses(rawValue: 1 << 19)
  /// Cue verbs that look like nouns: *plans*, *credits*.
  static let nounLike = WordClasses(rawValue: 1 << 20)
  /// Words that say nothing where they stand alone: *however*, *it*.
  static let hollow = WordClasses(rawValue: 1 << 21)
  /// Where people write to everybody: "on *Twitter*".
  static let platform = WordClasses(rawValue: 1 << 22)

  /// The classes by their headings in `grammar.txt`.
  static let named: [String: WordClasses] = [
    "determiner": .determiner, "possessive": .possessive, "subject": .subject,
    "standalone": .standalone, "object": .object, "preposition": .preposition, "linking": .linking,
    "auxiliary": .auxiliary, "modal": .modal, "negation": .negation, "contraction": .contraction,
    "adverb": .adverb, "subordinator": .subordinator, "conjunction": .conjunction,
    "relative": .relative, "question": .question, "time": .time, "finite": .finite,
    "not-verbs": .notVerb, "lead": .lead, "noun-like": .nounLike,
    "hollow": .hollow, "platform": .platform,
  ]

  /// Words that help a verb.
  static let helpers: WordClasses = [.auxiliary, .modal, .negation, .contraction]
}
