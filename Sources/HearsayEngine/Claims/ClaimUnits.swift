import HearsayModel

/// Who puts a claim forward: an attribution, or a sentence that nobody is credited with.
enum ClaimOwner: Hashable, Sendable {
  /// As an index into the linked attributions.
  case attribution(Int)
  /// As an index into the unattributed sentences.
  case sentence(Int)
}

/// One sentence's worth of what is said, ready to be compared.
struct ClaimUnit: Sendable {
  var owner: ClaimOwner
  /// From its first word to its last.
  var span: Span
  /// All words in lower case, in order.
  var words: [String]
  /// The words that say what it is of.
  var content: Set<String>
}

extension ClaimUnit {
  /// What `pieces` of one sentence say together.
  init(owner: ClaimOwner, pieces: [Span], in document: Document, lexicon: SourcingLexicon) {
    self.owner = owner
    span = pieces.extent ?? Span(0, 0)
    words = document.words(in: pieces)
    content = Set(
      words.filter {
        !lexicon.stopWords.contains($0) && $0.contains(where: { $0.isLetter || $0.isNumber })
      }
      .map(Self.stem))
  }

  /// Plural and singular are one.
  private static func stem(_ word: String) -> String {
    guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us") else {
      return word
    }
    return String(word.dropLast())
  }
}

/// Two units that say the same, or partly the same.
struct ClaimPair: Hashable, Sendable {
  var first: Int
  var second: Int
  /// Shared words out of all words.
  var jaccard: Double
  /// Shared words out of the shorter one's.
  var containment: Double
  /// How many words the shorter one has.
  var least: Int
  /// How many words both have.
  var shared: Int
}

/// Finds units that say the same without comparing each with each.
///
/// An index from words to units hands over candidates; words that stand in very many units are not looked up, so
/// the work grows with the length of the text and not with its square.
enum NearDuplicates {
  /// Words in more units than this are too common to find anything by.
  private static let commonFrom = 48

  /// The pairs with half of the shorter one's words in common, in order.
  static func pairs(among units: [ClaimUnit]) -> [ClaimPair] {
    var postings: [String: [Int]] = [:]
    for (index, unit) in units.enumerated() {
      for word in unit.content { postings[word, default: []].append(index) }
    }
    var pairs: [ClaimPair] = []
    for (index, unit) in units.enumerated() where unit.content.count >= 3 {
      var shared: [Int: Int] = [:]
      for word in unit.content {
        guard let others = postings[word], others.count <= commonFrom else { continue }
        for other in others where other < index { shared[other, default: 0] += 1 }
      }
      for other in shared.filter({ $0.value >= 2 }).keys.sorted() {
        let both = units[other].content.intersection(unit.content).count
        let least = min(units[other].content.count, unit.content.count)
        guard least >= 3, both * 2 >= least else { continue }
        let all = units[other].content.count + unit.content.count - both
        pairs.append(
          ClaimPair(
            first: other, second: index, jaccard: Double(both) / Double(all),
            containment: Double(both) / Double(least), least: least, shared: both))
      }
    }
    return pairs
  }
}
