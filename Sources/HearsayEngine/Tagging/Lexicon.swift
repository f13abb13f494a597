import HearsayModel

/// The cues of a language and its small words.
public struct Lexicon: Sendable {
  private(set) var entries: [CueEntry] = []
  private(set) var verbs: [String: CueForm] = [:]
  private(set) var nouns: [String: Int] = [:]
  /// Phrases by their first word, the longest first.
  private(set) var phrases: [String: [CuePhrase]] = [:]
  private var classes: [String: WordClasses] = [:]

  init(_ lists: inout WordLists) throws {
    for (heading, named) in WordClasses.named {
      for word in try lists.list("grammar", heading) { classes[word, default: []].insert(named) }
    }
    try readVerbs(&lists)
    try readNouns(&lists)
    try readPhrases(&lists)
  }

  /// What a word does, as far as the list of small words knows.
  func classes(of word: String) -> WordClasses { classes[word] ?? [] }
}

// MARK: - Looking up

extension Lexicon {
  /// What is known of a cue, by its words: the rarest of them decides, so "has repeatedly denied" is a denial.
  package func sense(ofCue words: [String]) -> CueSense {
    var found: CueEntry?
    for word in words.reversed() {
      guard let index = verbs[word]?.entry ?? nouns[word] else { continue }
      found = entries[index]
      break
    }
    if found == nil {
      found = words.indices.lazy.compactMap { self.phrase(startingAt: $0, in: words) }
        .first.map { self.entries[$0.entry] }
    }
    let isNegated = words.contains { !classes(of: $0).isDisjoint(with: [.negation, .contraction]) }
    return CueSense(
      attitude: found?.attitude ?? .statement, isLoaded: found?.isLoaded ?? false,
      isDenial: found?.isDenial ?? false || isNegated && found != nil,
      isReported: found?.isReported ?? false)
  }

  /// The longest phrase whose words stand at `index`.
  func phrase(startingAt index: Int, in words: [String]) -> CuePhrase? {
    guard index < words.count else { return nil }
    return phrases[words[index]]?.first { phrase in
      index + phrase.words.count <= words.count
        && words[index..<index + phrase.words.count].elementsEqual(phrase.words)
    }
  }
}

// MARK: - Reading the lists

extension Lexicon {
  private mutating func readVerbs(_ lists: inout WordLists) throws {
    let columns = ["verb", "forms", "sense", "frames"]
    for row in try lists.table("cue-verbs", "verbs", columns: columns) {
      entries.append(try CueEntry(row, lemma: "verb"))
      let index = entries.count - 1
      for (form, inflection) in Inflections.forms(of: row["verb"], irregular: row["forms"]) {
        if verbs[form] == nil { verbs[form] = CueForm(entry: index, inflection: inflection) }
      }
    }
  }

  private mutating func readNouns(_ lists: inout WordLists) throws {
    let columns = ["noun", "plural", "sense", "frames"]
    for row in try lists.table("cue-nouns", "nouns", columns: columns) {
      entries.append(try CueEntry(row, lemma: "noun"))
      nouns[row["noun"]] = entries.count - 1
      if !row["plural"].isEmpty { nouns[row["plural"]] = entries.count - 1 }
    }
  }

  private mutating func readPhrases(_ lists: inout WordLists) throws {
    let columns = ["phrase", "shape", "sense", "share"]
    for row in try lists.table("cue-phrases", "phrases", columns: columns) {
      guard let shape = CuePhrase.Shape(rawValue: row["shape"]) else {
        throw row.error(in: "shape")
      }
      guard let share = Double(row["share"]) else { throw row.error(in: "share") }
      entries.append(try CueEntry(row, lemma: "phrase", frames: nil))
      let words = row.parts("phrase")
      phrases[words[0], default: []].append(
        CuePhrase(words: words, shape: shape, entry: entries.count - 1, prior: share / 100))
    }
    for first in phrases.keys { phrases[first]?.sort { $0.words.count > $1.words.count } }
  }
}

extension CueEntry {
  /// The entry in a row of cues, whose lemma stands under `lemma` and what may follow under `frames`.
  fileprivate init(_ row: WordLists.Row, lemma: String, frames: String? = "frames") throws {
    guard !row[lemma].isEmpty else { throw row.error(in: lemma) }
    let senses = row.parts("sense")
    guard let first = senses.first, let attitude = Attitude(rawValue: first) else {
      throw row.error(in: "sense")
    }
    self.init(lemma: row[lemma], attitude: attitude)
    for sense in senses.dropFirst() {
      switch sense {
      case "loaded": isLoaded = true
      case "denial": isDenial = true
      case "reported": isReported = true
      case "carrier": carriesNoun = true
      case "addressee": takesAddressee = true
      case "felt": isFelt = true
      default: throw row.error(in: "sense")
      }
    }
    guard let frames else { return }
    for pair in row.parts(frames) {
      let parts = pair.split(separator: "=")
      guard parts.count == 2, let frame = CueFrame(parts[0]), let share = Double(parts[1]) else {
        throw row.error(in: frames)
      }
      self.frames[frame] = share / 100
    }
  }
}
