/// What the ends of words tell of them.
package final class Endings: Sendable, Decodable {
  private let gerund: [String]
  private let past: [String]
  private let adverb: [String]
  private let plural: [String]
  private let noPlural: [String]
  private let noPluralHeads: [String]
  private let noStem: [String]
  private let vowels: Set<String>
  private let halfVowels: Set<String>
  private let person: [String]

  /// *saying*
  package func isGerund(_ word: String) -> Bool { gerund.contains(where: word.hasSuffix) }
  /// *officers*; *water*, too
  package func isPerson(_ word: String) -> Bool { person.contains(where: word.hasSuffix) }
  /// *praised*
  package func isPast(_ word: String) -> Bool { past.contains(where: word.hasSuffix) }
  /// *bluntly*
  package func isAdverb(_ word: String) -> Bool { adverb.contains(where: word.hasSuffix) }
  /// *officials*; *press*, too
  package func endsLikePlural(_ word: String) -> Bool { plural.contains(where: word.hasSuffix) }
  /// *officials*, not *press*
  package func isPlural(_ word: String) -> Bool {
    endsLikePlural(word) && !noPlural.contains(where: word.hasSuffix)
  }
  /// *official* of "officials", as far as an end tells.
  package func singular(of word: String) -> String? {
    plural.first(where: word.hasSuffix).map { String(word.dropLast($0.count)) }
  }
  /// What plural and singular have in common, *press* and *virus* as they are.
  package func stem(_ word: String) -> String {
    guard word.count > 3, !noStem.contains(where: word.hasSuffix) else { return word }
    return singular(of: word) ?? word
  }
  /// Whether letters in small form may be more than the beginnings of words.
  package func hasVowel(_ word: String) -> Bool { word.contains { vowels.contains(String($0)) } }
  /// The same where *y* is a vowel, too.
  package func maySpeakItself(_ word: String) -> Bool {
    hasVowel(word) || word.contains { halfVowels.contains(String($0)) }
  }
  /// *officials*, not *politics*: what cannot be one thing
  package func isPluralHead(_ word: String) -> Bool {
    endsLikePlural(word) && !noPluralHeads.contains(where: word.hasSuffix)
  }
}
