/// Which description may take up which: "the lawmaker" a senator, "the newspaper" a daily.
struct Kinship: Sendable {
  /// For each head the heads it may take up, itself included.
  private var accepted: [String: Set<String>] = [:]

  /// Reads lines of `mp = member of parliament` and `lawmaker > mp, senator`.
  init(_ list: WordList) {
    for line in list.lines() {
      if line.contains(">") {
        let sides = line.split(separator: ">").map { String($0.trimmed) }
        guard sides.count == 2 else { continue }
        let kinds = sides[1].split(separator: ",").map { String($0.trimmed) }
        accepted[sides[0], default: []].formUnion(kinds)
      } else {
        let same = line.split(separator: "=").map { String($0.trimmed) }
        for word in same { accepted[word, default: []].formUnion(same) }
      }
    }
  }

  /// The heads that "the `head`" may take up.
  func accepted(by head: String) -> Set<String> { (accepted[head] ?? []).union([head]) }
}
