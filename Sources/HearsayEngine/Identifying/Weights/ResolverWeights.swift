import HearsayLanguage
import HearsayResources

/// All the numbers with which mentions are brought together.
struct ResolverWeights: Sendable {
  /// How near a name comes to a known one.
  let names: Weights<NameLikeness>
  /// What makes a description fit somebody.
  let descriptions: Weights<DescriptionFeature>
  /// What makes a pronoun mean somebody.
  let pronouns: Weights<PronounFeature>
  /// From where on something is believed, and how far back is looked.
  let limits: Weights<ResolverLimit>
  /// How often whoever was told so is the right one.
  let certainty: Weights<Recognition>

  init(_ lists: inout WordLists) throws {
    names = try Weights("names", &lists)
    descriptions = try Weights("descriptions", &lists)
    pronouns = try Weights("pronouns", &lists)
    limits = try Weights("limits", &lists)
    certainty = try Weights("certainty", measure: "told right", &lists)
  }

  /// A limit that is counted.
  func count(_ limit: ResolverLimit) -> Int { Int(limits[limit]) }
}

/// How a name may be one that is known already.
enum NameLikeness: Int, Named {
  /// The same words, the same letters for them, or an outlet's name in another form.
  case same
  /// *NASA* for the National Aeronautics and Space Administration.
  case initials
  /// *Bill* and *William* with one surname, or *J.* and *Jane*.
  case givenName
  /// The end of a longer name: *Lindqvist*, *Van der Berg*.
  case surname
  /// *Kristen* and *Kristin* with one surname.
  case spelling
  /// *Montero* of *Ricardo Montero Nieves*.
  case firstSurname
  /// *Fjord Police* of the *North Fjord Police*.
  case partOfBody
  /// *Redco* of *Redco Holdings*.
  case firstWordOfBody
  /// *Anna* of *Anna Lindqvist*.
  case givenNameAlone
  /// *Tran* of *Tran Van Duc*: the family name stands first.
  case familyNameFirst
}

/// What speaks for and against somebody as the one who is described.
enum DescriptionFeature: Int, Named {
  /// *The*, *this*, *his*: somebody known.
  case definite
  /// No such word.
  case indefinite
  /// For each describing word that is known of them.
  case wordKnown
  /// For each place they were not said to be of.
  case otherPlace
  /// For each other word that was not said of somebody with a name.
  case wordNewOfNamed
  /// For each other word that was not said of somebody without one.
  case wordNew
  case hasSpoken
  case spokeLast
  /// The very same head, not one of its kind.
  case sameHead
  /// Brought up in somebody's words, and silent.
  case onlySpokenOf
  /// For each sentence since they were mentioned.
  case sentenceSince
  /// For each word that describes somebody with a name: they are called by it.
  case wordOfNamed
  case mentionedOften
  /// A former president is not "the president".
  case formerHolder
}

/// What speaks for and against somebody as the one whom a pronoun means.
enum PronounFeature: Int, Named {
  /// Everybody whom the pronoun fits.
  case fits
  /// For each sentence in between.
  case sentenceBetween
  /// A source where they were mentioned.
  case hasSpoken
  case firstInSentence
  /// A person with a name opens the sentence before, in the same paragraph, and does not speak.
  case subjectOfParagraph
  /// Brought up by name and role.
  case introduced
  /// The same as a source, more than a sentence ago.
  case introducedAsSource
  /// Mentioned inside quotation marks, the pronoun outside of them, or the other way round.
  case acrossQuotationMarks
  /// Known only beside somebody else: *her daughter*.
  case somebodys
  /// *DNA*, and silent.
  case onlyLetters
  /// *He* or *she* for somebody whose words do not tell.
  case genderUntold
  /// *They* for one.
  case oneForMany
  /// Somebody has asked them something in the sentence before.
  case justAsked
  /// What is said speaks of them by name.
  case namedInWords
  /// Nothing but a pronoun stands there.
  case pronounOnly
  /// Nothing tells their gender, and the words of the pronoun speak of a *him* where it is a *she*.
  case otherGenderBeside
  /// *It* for a name of which nothing tells that it is a body's.
  case kindUntold
  /// What is held speaks less often than who holds it.
  case event
  /// Many of a kind, without an article, who open no sentence of the paragraph: *experts*.
  case anyOfKind
  /// *They* for the many with whom the sentence before opens.
  case manyAtHand
}

/// From where on something is believed, and how far back is looked.
enum ResolverLimit: Int, Named {
  /// A pronoun means nobody below this score.
  case pronounScore
  /// Two who are closer than this may both be meant by a pronoun.
  case pronounMargin
  /// Up to this lead of the first the trained scorer is asked as well.
  case pronounDoubt
  /// What each unit of the trained scorer's answer counts.
  case pronounJudge
  /// Up to this score "they" of an earlier paragraph is a guess.
  case sureMany
  case pronounSentences
  /// Two who are closer than this may both be meant by a description.
  case descriptionMargin
  /// Sentences that count as distance from a description.
  case descriptionSentences
  /// Words of somebody with a name that count.
  case describingWords
  /// Mentions from which on somebody is mentioned often.
  case oftenMentioned
  case pairSentences
  case bodySentences
  case epithetSentences
  /// Entities looked at where no name or head leads to them.
  case recentEntities
  case recentForOutlets
  /// Letters of a surname that may be misspelt.
  case misspeltLetters
  /// Letters of a surname that may be misspelt twice.
  case misspeltTwiceLetters
  /// Letters of a given name that may have two spellings.
  case spellingLetters
  /// How sure a tagger must be of a source's kind.
  case sureKind
}
