import HearsayLanguage

/// Who reports news: names, endings of names, and what an outlet is called once it was named.
struct OutletNames: Sendable, Decodable {
  private let agencies: Set<String>
  private let newspapers: Set<String>
  private let broadcasters: Set<String>
  private let magazines: Set<String>
  private let sites: Set<String>
  private let endings: Set<String>
  private let openings: Set<String>
  /// Not outlets, though their names end like an outlet's.
  private let not: Set<String>
  /// "the newspaper", "the agency".
  let heads: Set<String>
  private let generic: Set<String>
  /// Names that are everyday words or other things' names too.
  private let everyday: Set<String>
  private let callSignEndings: Set<String>
  private let callSignLetters: Set<String>
  private let articles: Set<String>

  /// Whether a name in lower case, without an article, is an outlet's.
  ///
  /// A single word must be on the list, and those that are everyday words as well (*Time*, *The Sun*) count only
  /// with their article, which the caller knows.
  func isOutlet(_ name: [String], hasArticle: Bool) -> Bool {
    let words = withoutArticle(name)
    guard let last = words.last else { return false }
    let joined = words.joined(separator: " ")
    if not.contains(joined) { return false }
    if isKnown(joined) {
      return words.count > 1 || hasArticle || words.count < name.count
        || !everyday.contains(joined)
    }
    if words.count == 1, isCallSign(joined) { return true }
    if words.count > 1, let stem = generic.contains(last) ? words.dropLast() : nil,
      isKnown(stem.joined(separator: " "))
    {
      return true
    }
    if words.count > 2, endings.contains(words.suffix(2).joined(separator: " ")) { return true }
    return words.count > 1 && (endings.contains(last) || openings.contains(words[0]))
  }

  /// "WSET-TV", "KQED-FM": an American station by its letters.
  private func isCallSign(_ name: String) -> Bool {
    let parts = name.split(separator: "-")
    return parts.count == 2 && callSignEndings.contains(String(parts[1]))
      && (3...4).contains(parts[0].count) && parts[0].allSatisfy { $0.isASCII && $0.isLetter }
      && callSignLetters.contains(String(parts[0].prefix(1)))
  }

  /// Whether these words are on the list of outlets.
  func isKnown(_ name: [String]) -> Bool { isKnown(name.joined(separator: " ")) }

  private func isKnown(_ name: String) -> Bool {
    agencies.contains(name) || newspapers.contains(name) || broadcasters.contains(name)
      || magazines.contains(name) || sites.contains(name)
  }

  /// One name for all forms of an outlet's name: "The National News" and *The National* give `national`.
  func key(_ name: [String]) -> String {
    var words = withoutArticle(name)
    while words.count > 1, let last = words.last, generic.contains(last) { words.removeLast() }
    return words.joined(separator: " ")
  }

  private func withoutArticle(_ name: [String]) -> [String] {
    name.first.map(articles.contains) == true ? Array(name.dropFirst()) : name
  }
}
