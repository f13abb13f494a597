/// What the ends of words tell of them.
package final class Endings: Sendable {
  private let gerunds: [String]
  private let pasts: [String]
  private let adverbs: [String]
  private let plurals: [String]
  private let noPlurals: [String]
  private let noPluralHeads: [String]
  private let persons: [String]

  init(_ lists: inout WordLists) throws {
    gerunds = try lists.list("endings", "gerund")
    pasts = try lists.list("endings", "past")
    adverbs = try lists.list("endings", "adverb")
    plurals = try lists.list("endings", "plural")
    noPlurals = try lists.list("endings", "no-plural")
    noPluralHeads = try lists.list("endings", "no-plural-heads")
    persons = try lists.list("endings", "person")
  }

  /// *saying*
  package func isGerund(_ word: String) -> Bool { gerunds.contains(where: word.hasSuffix) }
  /// *officers*; *water*, too
  package func isPerson(_ word: String) -> Bool { persons.contains(where: word.hasSuffix) }
  /// *praised*
  package func isPast(_ word: String) -> Bool { pasts.contains(where: word.hasSuffix) }
  /// *bluntly*
  package func isAdverb(_ word: String) -> Bool { adverbs.contains(where: word.hasSuffix) }
  /// *officials*; *press*, too
  package func endsLikePlural(_ word: String) -> Bool { plurals.contains(where: word.hasSuffix) }
  /// *officials*, not *press*
  package func isPlural(_ word: String) -> Bool {
    endsLikePlural(word) && !noPlurals.contains(where: word.hasSuffix)
  }
  /// *officials*, not *politics*: what cannot be one thing
  package func isPluralHead(_ word: String) -> Bool {
    endsLikePlural(word) && !noPluralHeads.contains(where: word.hasSuffix)
  }
}
