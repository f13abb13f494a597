import HearsayLanguage
import HearsayResources

/// Which description may take up which: "the lawmaker" a senator, "the newspaper" a daily.
struct Kinship: Sendable {
  /// For each head the heads it may take up, itself included.
  private var accepted: [String: Set<String>] = [:]

  init(_ lists: inout WordLists) throws {
    for (word, others) in try lists.map("kin", "same") {
      let same = [word] + others
      for word in same { accepted[word, default: []].formUnion(same) }
    }
    for (head, kinds) in try lists.map("kin", "kinds") {
      accepted[head, default: []].formUnion(kinds)
    }
  }

  /// The heads that "the `head`" may take up.
  func accepted(by head: String) -> Set<String> { (accepted[head] ?? []).union([head]) }

  /// The heads that a description with any of these heads may take up.
  func accepted(by heads: [String]) -> Set<String> {
    heads.reduce(into: []) { $0.formUnion(accepted(by: $1)) }
  }
}
