import HearsayModel
import HearsayResources

/// The cues of a language and its small words.
package final class Lexicon: Sendable {
  package let entries: [CueEntry]
  package let verbs: [String: CueForm]
  /// Cue nouns, as indices into the entries.
  package let nouns: [String: Int]
  /// Phrases by their first word, the longest first.
  package let phrases: [String: [CuePhrase]]
  private let classes: [String: WordClasses]

  init(_ lists: inout WordLists, _ calendar: Calendar) throws {
    var draft = LexiconDraft()
    try draft.readClasses(&lists, calendar)
    try draft.readVerbs(&lists)
    try draft.readNouns(&lists)
    try draft.readPhrases(&lists)
    entries = draft.entries
    verbs = draft.verbs
    nouns = draft.nouns
    phrases = draft.phrases
    classes = draft.classes
  }

  /// What a word does, as far as the list of small words knows.
  package func classes(of word: String) -> WordClasses { classes[word] ?? [] }
}

// MARK: - Looking up

extension Lexicon {
  /// The longest phrase whose words stand at `index`.
  package func phrase(startingAt index: Int, in words: [String]) -> CuePhrase? {
    guard index < words.count else { return nil }
    return phrases[words[index]]?.first { phrase in
      index + phrase.words.count <= words.count
        && words[index..<index + phrase.words.count].elementsEqual(phrase.words)
    }
  }
}

// MARK: - Reading the lists

/// The lists as they are read, row by row.
private struct LexiconDraft {
  var entries: [CueEntry] = []
  var verbs: [String: CueForm] = [:]
  var nouns: [String: Int] = [:]
  var phrases: [String: [CuePhrase]] = [:]
  var classes: [String: WordClasses] = [:]

  mutating func readClasses(_ lists: inout WordLists, _ calendar: Calendar) throws {
    for word in calendar.times { classes[word, default: []].insert(.time) }
    for (heading, named) in WordClasses.named {
      for word in try lists.list("grammar", heading) { classes[word, default: []].insert(named) }
    }
  }

  mutating func readVerbs(_ lists: inout WordLists) throws {
    let columns = ["verb", "also", "present", "past", "gerund", "sense", "frames"]
    for row in try lists.table("cue-verbs", "verbs", columns: columns) {
      entries.append(try CueEntry(row, lemma: "verb"))
      let index = entries.count - 1
      for (column, inflection): (String, CueForm.Inflection) in [
        ("verb", .base), ("also", .base), ("present", .present), ("past", .past),
        ("gerund", .gerund),
      ] {
        for form in try row.words(column) where verbs[form] == nil {
          verbs[form] = CueForm(entry: index, inflection: inflection)
        }
      }
    }
  }

  mutating func readNouns(_ lists: inout WordLists) throws {
    let columns = ["noun", "plural", "sense", "frames"]
    for row in try lists.table("cue-nouns", "nouns", columns: columns) {
      entries.append(try CueEntry(row, lemma: "noun"))
      nouns[row["noun"]] = entries.count - 1
      if !row["plural"].isEmpty { nouns[row["plural"]] = entries.count - 1 }
    }
  }

  mutating func readPhrases(_ lists: inout WordLists) throws {
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
      case "noun": isAlsoNoun = true
      case "person": takesOnlyAddressee = true
      case "inverted": isInverted = true
      case "naming": givesNames = true
      case "about-only": linksOnlyAbout = true
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
