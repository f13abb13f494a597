import HearsayResources

/// What the names of elements and the first words of lines say: `Resources/pages`.
struct PageWords: Sendable {
  /// What a word in the name of an element says of the text inside.
  struct Hints: OptionSet, Hashable, Sendable {
    var rawValue: UInt32

    static func at(_ index: Int) -> Hints { Hints(rawValue: 1 << UInt32(index)) }
  }

  /// The sections of `words.txt`, in the order of the hints' bits and of the features made of them.
  static let hints = [
    "body", "navigation", "footer", "aside", "comments", "related", "share", "offer", "advert",
    "credit", "caption",
    "player", "consent", "list", "tags", "headline", "standfirst", "unseen", "post", "quotation",
    "correction",
  ]
  /// The sections of `phrases.txt`.
  static let openings = ["offers", "read-on", "share", "advert", "rights", "credit", "correction"]

  /// Under which names pages say what they are.
  let facts: FactNames
  private let hintsOfWord: [String: Hints]
  private let stems: [(stem: [UInt8], hints: Hints)]
  private let openingsByFirstWord: [String: [(phrase: [UInt8], section: Int)]]

  /// The words in these resources.
  init(in resources: Resources) throws {
    var lists = try WordLists(resources, folder: "pages")
    var hints: [String: Hints] = [:]
    for (index, heading) in Self.hints.enumerated() {
      for word in try lists.list("words", heading) { hints[word, default: []].insert(.at(index)) }
    }
    hintsOfWord = hints
    stems = hints.filter { $0.key.utf8.count >= 5 }.map { (Array($0.key.utf8), $0.value) }
    var openings: [String: [([UInt8], Int)]] = [:]
    for (index, heading) in Self.openings.enumerated() {
      for phrase in try lists.list("phrases", heading) {
        openings[Self.firstWord(Array(phrase.utf8)), default: []].append(
          (Array(phrase.utf8), index))
      }
    }
    openingsByFirstWord = openings
    facts = try FactNames(&lists)
    try lists.finish()
  }
}

// MARK: - Names of elements

extension PageWords {
  /// What a word in a name says, whole or as a part of it.
  func hints(ofWord word: String) -> Hints {
    if let known = hintsOfWord[word] { return known }
    guard word.utf8.count >= 6 else { return [] }
    let letters = Array(word.utf8)
    return stems.reduce(into: []) { hints, entry in
      if Self.contains(letters, entry.stem) { hints.formUnion(entry.hints) }
    }
  }

  private static func contains(_ word: [UInt8], _ stem: [UInt8]) -> Bool {
    guard stem.count <= word.count else { return false }
    return (0...(word.count - stem.count)).contains { start in
      word[start] == stem[0] && word[start..<(start + stem.count)].elementsEqual(stem)
    }
  }

  /// The hint of a section of `words.txt`.
  static func hint(_ name: String) -> Hints { hints.firstIndex(of: name).map(Hints.at) ?? [] }

  /// The words of a class or id: "articleBody-text_2" is article, body and text.
  static func words(ofName name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasSmall = false
    func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
    func close() {
      if word.count > 1 { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in name.utf8 {
      let small = byte | 0x20
      guard small >= 0x61, small <= 0x7A else {
        close()
        wasSmall = false
        continue
      }
      if isCapital(byte), wasSmall { close() }
      wasSmall = !isCapital(byte)
      word.append(small)
    }
    close()
    return words
  }
}

// MARK: - Lines

extension PageWords {
  /// The section whose phrase a line begins with, and whether the line says nothing else.
  func opening(of line: [UInt8]) -> (section: Int, isWhole: Bool)? {
    let start = Array(line.prefix(80).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
    var found: (section: Int, length: Int)?
    for (phrase, section) in openingsByFirstWord[Self.firstWord(start)] ?? []
    where start.starts(with: phrase) && phrase.count > found?.length ?? 0 {
      let next = phrase.count < start.count ? start[phrase.count] : 0x20
      if next >= 0x61 && next <= 0x7A { continue }
      found = (section, phrase.count)
    }
    return found.map { ($0.section, line.count <= $0.length + 2) }
  }

  private static func firstWord(_ line: [UInt8]) -> String {
    String(decoding: line.prefix { $0 != 0x20 && $0 != 0x3A }, as: UTF8.self)
  }
}
