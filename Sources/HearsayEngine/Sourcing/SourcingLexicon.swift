import HearsayModel

/// The word lists with which sourcing is judged.
package struct SourcingLexicon: Sendable {
  let hedges: PhraseSet
  let hedgingCues: PhraseSet
  let forecasts: PhraseSet
  let hearsayVerbs: PhraseSet
  let hearsayNouns: PhraseSet
  let nobody: Set<String>
  let confirming: PhraseSet
  let anonymityGranted: PhraseSet
  let anonymityReason: PhraseSet
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
  let accusing: PhraseSet
  /// Words that say nothing about what a sentence is of.
  let stopWords: Set<String>
  /// Words at which a noun phrase ends: auxiliaries, irregular pasts, verbs of saying, conjunctions.
  let phraseEnds: Set<String>

  init(_ lists: inout WordLists) throws {
    func words(_ heading: String) throws -> Set<String> { try lists.words("sourcing", heading) }
    func phrases(_ heading: String) throws -> PhraseSet { PhraseSet(try words(heading)) }
    hedges = try phrases("hedges")
    hedgingCues = try phrases("hedging-cues")
    forecasts = try phrases("forecast")
    hearsayVerbs = try phrases("hearsay-verbs")
    hearsayNouns = try phrases("hearsay-nouns")
    nobody = try words("nobody")
    confirming = try phrases("confirming")
    anonymityGranted = try phrases("anonymity-granted")
    anonymityReason = try phrases("anonymity-reason")
    firstHand = try phrases("first-hand")
    occasions = try phrases("occasions")
    relayOpeners = try words("relay-openers")
    links = try phrases("dated-links")
    timeUnits = try words("time-units")
    timePointers = try phrases("time-pointers")
    months = try words("months")
    recent = try phrases("recent")
    framingOpeners = try phrases("framing-openers")
    contextPhrases = try phrases("context-phrases")
    analysisWords = try phrases("analysis-words")
    backgroundWords = try phrases("background-words")
    presentVerbs = try words("present-verbs")
    auxiliaries = try words("auxiliaries")
    pastVerbs = try words("past-verbs")
    let saying = try words("saying-cues")
    sayingCues = PhraseSet(saying)
    subordinators = try words("subordinators")
    negations = try words("negations")
    accusing = try phrases("accusing")
    stopWords = try lists.words("stopwords", "words")
    phraseEnds = auxiliaries.union(pastVerbs).union(saying).union([
      "and", "or", "but", "if", "because", "that", "who", "which", "when", "while", "as", "than",
      "not", "by", "at",
      "to", "from", "in", "on", "for", "with", "of", "after", "before", "under", "he", "she", "it",
      "they", "we",
      "i", "you", "also", "a", "an", "the",
    ])
  }
}

/// A set of words and phrases that is looked for in a row of words.
struct PhraseSet: Sendable {
  private var byFirst: [String: [[String]]] = [:]

  init(_ phrases: Set<String>) {
    for phrase in phrases.sorted() {
      let words = phrase.split(separator: " ").map(String.init)
      if let first = words.first { byFirst[first, default: []].append(words) }
    }
  }

  /// How many words of the longest phrase start at `index`; 0 where none does.
  func length(at index: Int, in words: [String]) -> Int {
    guard let phrases = byFirst[words[index]] else { return 0 }
    return phrases.filter { phrase in
      index + phrase.count <= words.count && zip(phrase, words[index...]).allSatisfy { $0 == $1 }
    }.map(\.count).max() ?? 0
  }

  /// Whether one of the phrases stands in `words`.
  func occurs(in words: [String]) -> Bool {
    words.indices.contains { length(at: $0, in: words) > 0 }
  }

  /// Whether `words` open with one of the phrases.
  func opens(_ words: [String]) -> Bool { !words.isEmpty && length(at: 0, in: words) > 0 }
}

extension Document {
  /// The words of a span in lower case, marks left out.
  func words(in span: Span) -> [String] {
    tokens[tokenRange(in: span)].filter { $0.kind == .word || $0.kind == .number }.map(\.lower)
  }

  /// The words of several spans.
  func words(in spans: [Span]) -> [String] { spans.flatMap(words(in:)) }
}
