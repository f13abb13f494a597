import HearsayLanguage
import HearsayResources

/// What bodies may be called, by the words of their names: a ministry is no "company", and a shipbuilder no "union".
struct BodyKinds: Sendable {
  /// For each word of a name what a body with it may be called.
  private var called: [String: Set<String>] = [:]
  /// What a body with a name that tells nothing may be called.
  let calledAnything: Set<String>
  /// The same for one of which letters or a word that is no surname are known.
  let calledLetters: Set<String>
  /// Firms whose names do not say that they are firms.
  private let firms: Set<String>
  /// What is held, and says nothing as "the company".
  let events: Set<String>

  init(_ lists: inout WordLists) throws {
    let columns = ["kind", "words in its name", "it may be called"]
    for row in try lists.table("organisations", "body-kinds", columns: columns) {
      let calls = Set(try row.words("it may be called"))
      for word in try row.words("words in its name") { called[word, default: []].formUnion(calls) }
    }
    calledAnything = try lists.words("organisations", "called-anything")
    calledLetters = try lists.words("organisations", "called-letters")
    firms = try lists.words("organisations", "firms-by-name")
    events = try lists.words("organisations", "events")
  }

  /// Whether a firm is known by this name, in lower case.
  func isFirm(_ name: [String]) -> Bool { firms.contains(name.joined(separator: " ")) }

  /// Whether something that is held has this name: the Lisbon Film Awards.
  func isEvent(_ name: [String]) -> Bool { name.last.map(events.contains) ?? false }

  /// What a body with this name may be called: the last word that tells anything; `nil` where none does.
  func calls(name: [String]) -> Set<String>? {
    name.last { called[$0] != nil }.flatMap { called[$0] }
  }

  /// What a body of which these words are said may be called; `nil` where they tell nothing.
  func calls(heads: Set<String>) -> Set<String>? {
    let told = heads.compactMap { called[$0] }
    return told.isEmpty ? nil : told.reduce(into: heads) { $0.formUnion($1) }
  }
}
