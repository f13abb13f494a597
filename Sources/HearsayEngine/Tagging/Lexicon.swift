import HearsayModel
public import HearsayResources

/// The word lists of the engine, read from `Resources/lexicon`.
///
/// A line that cannot be understood is left out: a reader may add a word without being able to break the program.
public struct Lexicon: Sendable {
  private(set) var entries: [CueEntry] = []
  private(set) var verbs: [String: CueForm] = [:]
  private(set) var nouns: [String: Int] = [:]
  /// Phrases by their first word, the longest first.
  private(set) var phrases: [String: [CuePhrase]] = [:]
  private var classes: [String: WordClasses] = [:]

  /// The lists in the folder of resources.
  public init(_ resources: Resources) throws {
    readGrammar(try resources.text("lexicon/grammar.txt"))
    readVerbs(try resources.text("lexicon/cue-verbs.txt"))
    readNouns(try resources.text("lexicon/cue-nouns.txt"))
    readPhrases(try resources.text("lexicon/cue-phrases.txt"))
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
  /// The lines of a list without remarks, each cut at its bars.
  private func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.split(separator: " ").joined(separator: " ")
      }
    }
  }

  private mutating func readGrammar(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let named = WordClasses.named[String(parts[0])] else { continue }
      for word in parts[1].split(separator: " ") {
        classes[String(word), default: []].insert(named)
      }
    }
  }

  private mutating func readVerbs(_ text: String) {
    for row in rows(text) where row.count == 4 {
      guard let entry = entry(row[0], senses: row[2], frames: row[3]) else { continue }
      entries.append(entry)
      let index = entries.count - 1
      for (form, inflection) in Inflections.forms(of: row[0], irregular: row[1]) {
        if verbs[form] == nil { verbs[form] = CueForm(entry: index, inflection: inflection) }
      }
    }
  }

  private mutating func readNouns(_ text: String) {
    for row in rows(text) where row.count == 4 {
      guard let entry = entry(row[0], senses: row[2], frames: row[3]) else { continue }
      entries.append(entry)
      nouns[row[0]] = entries.count - 1
      if !row[1].isEmpty { nouns[row[1]] = entries.count - 1 }
    }
  }

  private mutating func readPhrases(_ text: String) {
    for row in rows(text) where row.count == 4 {
      guard let shape = CuePhrase.Shape(rawValue: row[1]), let share = Double(row[3]),
        let entry = entry(row[0], senses: row[2], frames: "")
      else { continue }
      entries.append(entry)
      let words = row[0].split(separator: " ").map(String.init)
      phrases[words[0], default: []].append(
        CuePhrase(words: words, shape: shape, entry: entries.count - 1, prior: share / 100))
    }
    for first in phrases.keys { phrases[first]?.sort { $0.words.count > $1.words.count } }
  }

  private func entry(_ lemma: String, senses: String, frames: String) -> CueEntry? {
    let senses = senses.split(separator: " ").map(String.init)
    guard !lemma.isEmpty, let first = senses.first, let attitude = Attitude(rawValue: first) else {
      return nil
    }
    var entry = CueEntry(lemma: lemma, attitude: attitude)
    entry.isLoaded = senses.contains("loaded")
    entry.isDenial = senses.contains("denial")
    entry.isReported = senses.contains("reported")
    entry.carriesNoun = senses.contains("carrier")
    entry.takesAddressee = senses.contains("addressee")
    entry.isFelt = senses.contains("felt")
    for pair in frames.split(separator: " ") {
      let parts = pair.split(separator: "=")
      guard parts.count == 2, let frame = CueFrame(parts[0]), let share = Double(parts[1]) else {
        continue
      }
      entry.frames[frame] = share / 100
    }
    return entry
  }
}
