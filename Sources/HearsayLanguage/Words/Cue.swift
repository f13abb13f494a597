package import HearsayModel

/// What may follow a cue word: where the content stands, and how it is built.
package enum CueFrame: Hashable, Sendable {
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
  package init?(_ name: Substring) {
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
package struct CueEntry: Sendable {
  /// As the list has it: *say*, *claim*.
  package var lemma: String
  package var attitude: Attitude
  package var isLoaded = false
  package var isDenial = false
  package var isReported = false
  /// The noun after it is who was told: "told *reporters* that".
  package var takesAddressee = false
  /// In the passive it tells what somebody thinks: "*is convinced* that".
  package var isFelt = false
  /// Its base form is as often a noun: "the *report*".
  package var isAlsoNoun = false
  /// The noun after it is always who was told, and never what.
  package var takesOnlyAddressee = false
  /// It may stand before its source although the noun after it may be who was told: "Why?" *asked* Hale.
  package var isInverted = false
  /// Its participle also gives another name: "licence, also *called* parole".
  package var givesNames = false
  /// Of the prepositions after it only "of" and "about" belong to the cue.
  package var linksOnlyAbout = false
  /// A cue noun after it belongs to the cue: "expressed *concern* that".
  package var carriesNoun = false
  /// The share of such places that are cues.
  package var frames: [CueFrame: Double] = [:]
}

/// A form of a cue verb.
package struct CueForm: Hashable, Sendable {
  /// Which form of the verb a word is.
  package enum Inflection: Sendable {
    case base, present, past, gerund
  }

  package var entry: Int
  package var inflection: Inflection
}

/// A cue of several words.
package struct CuePhrase: Sendable {
  /// How a phrase stands to its source and content.
  package enum Shape: String, Sendable {
    case sourceAfter = "source-after"
    case subjectBefore = "subject-before"
    case adverb, channel
  }

  package var words: [String]
  package var shape: Shape
  package var entry: Int
  package var prior: Double
}
