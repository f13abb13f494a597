import HearsayLanguage
package import HearsayResources

/// The word lists with which sourcing is judged.
package struct SourcingLexicon: Sendable {
  let hedges: PhraseSet
  let hedgingCues: PhraseSet
  let forecasts: PhraseSet
  let hearsayVerbs: PhraseSet
  let hearsayNouns: PhraseSet
  let nobody: Set<String>
  let confirming: PhraseSet
  let denyingCues: PhraseSet
  let refusingCues: PhraseSet
  let answeringCues: PhraseSet
  let opposingCues: PhraseSet
  let negatingSubjects: Set<String>
  let negatives: Set<String>
  let noNegation: Set<String>
  let unnamedVoices: Set<String>
  let crowds: Set<String>
  let onlookers: Set<String>
  let placesOfSources: Set<String>
  let shouting: Set<String>
  let voicesOfOthers: Set<String>
  let nobodyInParticular: Set<String>
  let nearIt: PhraseSet
  let within: Set<String>
  let tooManyToName: Set<String>
  let toldByName: Set<String>
  let anonymityGranted: PhraseSet
  let anonymityReason: PhraseSet
  let pseudonyms: PhraseSet
  let firstHand: PhraseSet
  let occasions: PhraseSet
  let relayOpeners: Set<String>
  let links: PhraseSet
  let timeUnits: Set<String>
  let timePointers: PhraseSet
  let months: Set<String>
  let recent: PhraseSet
  let framingOpeners: PhraseSet
  let contextPhrases: PhraseSet
  let analysisWords: PhraseSet
  let backgroundWords: PhraseSet
  let presentVerbs: Set<String>
  let auxiliaries: Set<String>
  let pastVerbs: Set<String>
  let sayingCues: PhraseSet
  let subordinators: Set<String>
  let negations: Set<String>
  /// What is kept from somebody who is denied it.
  let kept: Set<String>
  let otherTimes: Set<String>
  let accusing: PhraseSet
  let noSubject: Set<String>
  let denyingSubject: Set<String>
  let betweenSubjectAndVerb: Set<String>
  let possessives: Set<String>
  let commonRoles: Set<String>
  let writers: Set<String>
  let questionLabels: Set<String>
  let relatives: Set<String>
  let perfectAuxiliaries: Set<String>
  let beforeMonths: Set<String>
  let pointingBack: Set<String>
  let clauseWords: Set<String>
  let clauseOpeners: Set<String>
  let articles: Set<String>
  let conversations: Set<String>
  let asideClosers: Set<String>
  let weekdays: Set<String>
  let units: Set<String>
  let numerals: Set<String>
  let durationOpeners: Set<String>
  let beforeDurations: Set<String>
  let beforeCounted: Set<String>
  let notCounted: Set<String>
  let namingCues: Set<String>
  let subjectsAndClauses: Set<String>
  let insideOutlets: Set<String>
  let quoting: Set<String>
  let quotes: Set<String>
  let sourceWords: Set<String>
  let ownWords: Set<String>
  let since: Set<String>
  let seen: Set<String>
  let spoke: Set<String>
  let nounCues: PhraseSet
  let ability: Set<String>
  let able: Set<String>
  let could: Set<String>
  let stateOutlets: PhraseSet
  let othersAble: Set<String>
  let barely: Set<String>
  let permitting: Set<String>
  let may: Set<String>
  /// For each word those that cannot be true with it.
  let opposites: [String: Set<String>]
  /// Words at which a noun phrase ends.
  let phraseEnds: Set<String>
  /// Words that say nothing about what a sentence is of.
  let stopWords: Set<String>

  /// The English words of sourcing in the resources.
  package init(_ resources: Resources) throws {
    var lists = try WordLists(language: "en", in: resources)
    try self.init(&lists)
  }

  init(_ lists: inout WordLists) throws {
    func words(_ heading: String) throws -> Set<String> { try lists.words("sourcing", heading) }
    func phrases(_ heading: String) throws -> PhraseSet { PhraseSet(try words(heading)) }
    let calendar = try Calendar(&lists)
    hedges = try phrases("hedges")
    hedgingCues = try phrases("hedging-cues")
    forecasts = try phrases("forecast")
    hearsayVerbs = try phrases("hearsay-verbs")
    hearsayNouns = try phrases("hearsay-nouns")
    nobody = try words("nobody")
    confirming = try phrases("confirming")
    denyingCues = try phrases("denying-cues")
    refusingCues = try phrases("refusing-cues")
    answeringCues = try phrases("answering-cues")
    opposingCues = try phrases("opposing-cues")
    negatingSubjects = try words("negating-subjects")
    negatives = try ["negation", "contraction"].reduce(into: []) { all, heading in
      all.formUnion(try lists.list("grammar", heading))
    }
    noNegation = try words("no-negation")
    unnamedVoices = try words("unnamed-voices")
    crowds = try words("crowds")
    onlookers = try words("onlookers")
    placesOfSources = try words("places-of-sources")
    shouting = try words("shouting")
    voicesOfOthers = try words("voices-of-others")
    nobodyInParticular = try words("nobody-in-particular")
    nearIt = try phrases("near-it")
    within = try words("within")
    tooManyToName = try words("too-many-to-name")
    toldByName = try words("told-by-name")
    anonymityGranted = try phrases("anonymity-granted")
    anonymityReason = try phrases("anonymity-reason")
    pseudonyms = PhraseSet(
      try words("pseudonyms").union(
        Self.joined(
          try words("name-kept-back"), try words("whose-name"), try words("names-kept-back"))))
    firstHand = try phrases("first-hand")
    occasions = try phrases("occasions")
    relayOpeners = try words("relay-openers")
    links = try phrases("dated-links")
    timeUnits = try words("time-units").union(calendar.months)
    timePointers = try phrases("time-pointers")
    months = calendar.months.union(calendar.shortMonths.map { $0 + "." })
    recent = PhraseSet(try words("recent").union(calendar.days).union(calendar.nearDays))
    framingOpeners = try phrases("framing-openers")
    contextPhrases = try phrases("context-phrases")
    analysisWords = try phrases("analysis-words")
    backgroundWords = try phrases("background-words")
    presentVerbs = try words("present-verbs")
    // The clitics among them ("Hale's") are as often no verbs.
    auxiliaries = try ["auxiliary", "modal", "contraction"].reduce(into: []) { all, heading in
      all.formUnion(try lists.list("grammar", heading).filter { !$0.hasPrefix("'") })
    }
    pastVerbs = try lists.words("grammar", "past")
    let saying = try words("saying-cues")
    sayingCues = PhraseSet(saying)
    subordinators = try words("subordinators")
    negations = try words("negations")
    kept = try words("what-is-kept-back")
    otherTimes = try words("other-times")
    accusing = try phrases("accusing")
    noSubject = try words("no-subject")
    denyingSubject = try words("denying-subject")
    betweenSubjectAndVerb = try words("between-subject-and-verb")
    possessives = try words("possessives")
    commonRoles = try words("common-roles")
    writers = try words("writers")
    questionLabels = try words("question-labels")
    relatives = try words("relatives")
    perfectAuxiliaries = try words("perfect-auxiliaries")
    beforeMonths = try words("before-months")
    pointingBack = try words("pointing-back")
    clauseWords = try words("clause-words")
    clauseOpeners = try words("clause-openers")
    articles = try words("articles")
    conversations = try words("conversations")
    asideClosers = try words("aside-closers")
    weekdays = calendar.days
    units = try words("units")
    numerals = try words("numerals")
    durationOpeners = try words("duration-openers")
    beforeDurations = try words("before-durations")
    beforeCounted = try words("before-counted")
    notCounted = try words("not-counted")
    namingCues = try words("naming-cues")
    subjectsAndClauses = try words("subjects-and-clauses")
    insideOutlets = try words("inside-outlets")
    quoting = try words("quoting")
    quotes = try words("quotes")
    sourceWords = try words("source-words")
    ownWords = try words("own-words")
    opposites = try Self.opposites(&lists)
    since = try words("since")
    seen = try words("seen")
    spoke = try words("spoke")
    nounCues = try phrases("noun-cues")
    ability = try words("ability")
    able = try words("able")
    could = try words("could")
    stateOutlets = try phrases("state-outlets")
    othersAble = try words("others-able")
    barely = try words("barely")
    permitting = try words("permitting")
    may = try words("may")
    phraseEnds = auxiliaries.union(pastVerbs).union(try words("phrase-ends")).union(saying)
    stopWords = try lists.words("stopwords", "words")
  }

  /// Every phrase with a word of each row: "declined to give" + "her" + "surname".
  private static func joined(_ rows: Set<String>...) -> Set<String> {
    rows.dropFirst().reduce(rows.first ?? []) { phrases, row in
      Set(phrases.flatMap { phrase in row.map { "\(phrase) \($0)" } })
    }
  }

  private static func opposites(_ lists: inout WordLists) throws -> [String: Set<String>] {
    var opposites: [String: Set<String>] = [:]
    for (word, others) in try lists.map("opposites", "opposites") {
      for other in others {
        opposites[word, default: []].insert(other)
        opposites[other, default: []].insert(word)
      }
    }
    return opposites
  }

  /// The words that say what a sentence is of.
  func telling(_ words: [String]) -> [String] {
    words.filter { !stopWords.contains($0) && $0.contains { $0.isLetter || $0.isNumber } }
  }
}
