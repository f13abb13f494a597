/// What a word does in a sentence, as far as a list of small words and its ending tell.
package struct WordClasses: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  package static let determiner = WordClasses(rawValue: 1 << 0)
  package static let possessive = WordClasses(rawValue: 1 << 1)
  package static let subject = WordClasses(rawValue: 1 << 2)
  package static let standalone = WordClasses(rawValue: 1 << 3)
  package static let object = WordClasses(rawValue: 1 << 4)
  package static let preposition = WordClasses(rawValue: 1 << 5)
  package static let linking = WordClasses(rawValue: 1 << 6)
  package static let auxiliary = WordClasses(rawValue: 1 << 7)
  package static let modal = WordClasses(rawValue: 1 << 8)
  package static let negation = WordClasses(rawValue: 1 << 9)
  package static let contraction = WordClasses(rawValue: 1 << 10)
  package static let adverb = WordClasses(rawValue: 1 << 11)
  package static let subordinator = WordClasses(rawValue: 1 << 12)
  package static let conjunction = WordClasses(rawValue: 1 << 13)
  package static let relative = WordClasses(rawValue: 1 << 14)
  package static let question = WordClasses(rawValue: 1 << 15)
  package static let time = WordClasses(rawValue: 1 << 16)
  /// Irregular pasts.
  package static let past = WordClasses(rawValue: 1 << 17)
  package static let notVerb = WordClasses(rawValue: 1 << 18)
  package static let lead = WordClasses(rawValue: 1 << 19)
  /// Cue verbs that look like nouns: *plans*, *credits*.
  package static let nounLike = WordClasses(rawValue: 1 << 20)
  /// Words that say nothing where they stand alone: *however*, *it*.
  package static let hollow = WordClasses(rawValue: 1 << 21)
  /// Where people write to everybody: "on *Twitter*".
  package static let platform = WordClasses(rawValue: 1 << 22)

  // What no list says, for it depends on the words around.

  /// A verb with a tense, as far as one can tell: *is*, *would*, *went*, *praised*.
  package static let tensed = WordClasses(rawValue: 1 << 23)
  /// Noun, adjective, number or name: what noun phrases are made of.
  package static let nominal = WordClasses(rawValue: 1 << 24)
  /// Ends in -ly, or is an adverb that doesn't.
  package static let adverbial = WordClasses(rawValue: 1 << 25)

  /// The classes by their headings in `grammar.txt`.
  package static let named: [String: WordClasses] = [
    "determiner": .determiner, "possessive": .possessive, "subject": .subject,
    "standalone": .standalone, "object": .object, "preposition": .preposition, "linking": .linking,
    "auxiliary": .auxiliary, "modal": .modal, "negation": .negation, "contraction": .contraction,
    "adverb": .adverb, "subordinator": .subordinator, "conjunction": .conjunction,
    "relative": .relative, "question": .question, "past": .past,
    "not-verbs": .notVerb, "lead": .lead, "noun-like": .nounLike,
    "hollow": .hollow, "platform": .platform, "genitive": .genitive,
    "complementiser": .complementiser, "infinitive": .infinitive, "agent": .agent,
    "additive": .additive, "coordinator": .coordinator, "indefinite": .indefinite,
    "non-finite": .nonFinite,
  ]

  /// *'s*
  package static let genitive = WordClasses(rawValue: 1 << 26)
  /// *that*, where it opens what is said.
  package static let complementiser = WordClasses(rawValue: 1 << 27)
  /// *to*
  package static let infinitive = WordClasses(rawValue: 1 << 28)
  /// *by*, before whoever does what a passive says.
  package static let agent = WordClasses(rawValue: 1 << 29)
  /// *and*
  package static let additive = WordClasses(rawValue: 1 << 30)
  /// *and*, *but*
  package static let coordinator = WordClasses(rawValue: 1 << 31)
  /// *a*, *an*
  package static let indefinite = WordClasses(rawValue: 1 << 32)
  /// Forms of auxiliaries without a tense: *being*.
  package static let nonFinite = WordClasses(rawValue: 1 << 33)

  /// Words that help a verb.
  package static let helpers: WordClasses = [.auxiliary, .modal, .negation, .contraction]
}
