import HearsayModel
package import HearsayResources

/// The word lists with which sourcing is judged.
package struct SourcingLexicon: Sendable {
  private let list: WordList
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

  /// Reads the lists called `sourcing-…`.
  package init(_ resources: Resources) throws {
    let list = WordList(try resources.text("lexicon/sourcing-words.txt"))
    self.list = list
    func phrases(_ heading: String) -> PhraseSet { PhraseSet(list.words(heading)) }
    hedges = phrases("hedges")
    hedgingCues = phrases("hedging-cues")
    forecasts = phrases("forecast")
    hearsayVerbs = phrases("hearsay-verbs")
    hearsayNouns = phrases("hearsay-nouns")
    nobody = list.words("nobody")
    confirming = phrases("confirming")
    anonymityGranted = phrases("anonymity-granted")
    anonymityReason = phrases("anonymity-reason")
    firstHand = phrases("first-hand")
    occasions = phrases("occasions")
    relayOpeners = list.words("relay-openers")
    links = phrases("dated-links")
    timeUnits = list.words("time-units")
    timePointers = phrases("time-pointers")
    months = list.words("months")
    recent = phrases("recent")
    framingOpeners = phrases("framing-openers")
    contextPhrases = phrases("context-phrases")
    analysisWords = phrases("analysis-words")
    backgroundWords = phrases("background-words")
    presentVerbs = list.words("present-verbs")
    auxiliaries = list.words("auxiliaries")
    pastVerbs = list.words("past-verbs")
    sayingCues = phrases("saying-cues")
    subordinators = list.words("subordinators")
    negations = list.words("negations")
    accusing = phrases("accusing")
    stopWords = WordList(try resources.text("lexicon/sourcing-stopwords.txt")).words()
  }

  /// Words at which a noun phrase ends: auxiliaries, irregular pasts, verbs of saying, conjunctions.
  var phraseEnds: Set<String> {
    auxiliaries.union(pastVerbs).union(list.words("saying-cues")).union([
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
