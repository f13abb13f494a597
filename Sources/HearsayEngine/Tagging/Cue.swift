import HearsayModel

/// What may follow a cue word: where the content stands, and how it is built.
enum CueFrame: Hashable, Sendable {
  /// "that", "whether", "how".
  case thatClause
  /// A clause without "that".
  case bareClause
  /// A quotation or a colon.
  case quotation
  /// A stop or a comma: the content went before.
  case end
  /// A noun: "criticised the plan".
  case noun
  /// "to" and a verb.
  case infinitive
  /// A form in -ing.
  case gerund
  /// A preposition that links to the content: "called for".
  case preposition(String)

  /// The frame of this name in the word lists.
  init?(_ name: Substring) {
    switch name {
    case "t": self = .thatClause
    case "c": self = .bareClause
    case "q": self = .quotation
    case "e": self = .end
    case "n": self = .noun
    case "i": self = .infinitive
    case "g": self = .gerund
    default:
      guard name.hasPrefix("p:") else { return nil }
      self = .preposition(String(name.dropFirst(2)))
    }
  }
}

/// What the word lists know of a cue word.
struct CueEntry: Sendable {
  /// As the list has it: *say*, *claim*.
  var lemma: String
  var attitude: Attitude
  var isLoaded = false
  var isDenial = false
  var isReported = false
  /// The noun after it is who was told: "told *reporters* that".
  var takesAddressee = false
  /// In the passive it tells what somebody thinks: "*is convinced* that".
  var isFelt = false
  /// A cue noun after it belongs to the cue: "expressed *concern* that".
  var carriesNoun = false
  /// The share of such places that are cues.
  var frames: [CueFrame: Double] = [:]
}

/// A form of a cue verb.
struct CueForm: Sendable {
  /// Which form of the verb a word is.
  enum Inflection: Sendable {
    case base, present, past, gerund
  }

  var entry: Int
  var inflection: Inflection
}

/// A cue of several words.
struct CuePhrase: Sendable {
  /// How a phrase stands to its source and content.
  enum Shape: String, Sendable {
    case sourceAfter = "source-after"
    case subjectBefore = "subject-before"
    case adverb, channel
  }

  var words: [String]
  var shape: Shape
  var entry: Int
  var prior: Double
}
