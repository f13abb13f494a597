/// A set of words and phrases that is looked for in a row of words. ``WordLists`` can read it like any other list.
package struct PhraseSet: Sendable, Decodable {
  private var byFirst: [String: [[String]]] = [:]

  package init(_ phrases: Set<String>) {
    for phrase in phrases.sorted() {
      let words = phrase.split(separator: " ").map(String.init)
      if let first = words.first { byFirst[first, default: []].append(words) }
    }
  }

  /// All of them.
  package var phrases: [String] {
    byFirst.values.flatMap { $0.map { $0.joined(separator: " ") } }
  }

  /// How many words of the longest phrase start at `index`; 0 where none does.
  package func length(at index: Int, in words: [String]) -> Int {
    guard let phrases = byFirst[words[index]] else { return 0 }
    return phrases.filter { phrase in
      index + phrase.count <= words.count && zip(phrase, words[index...]).allSatisfy { $0 == $1 }
    }.map(\.count).max() ?? 0
  }

  /// Whether one of the phrases stands in `words`.
  package func occurs(in words: [String]) -> Bool {
    words.indices.contains { length(at: $0, in: words) > 0 }
  }

  /// Whether `words` open with one of the phrases.
  package func opens(_ words: [String]) -> Bool { !words.isEmpty && length(at: 0, in: words) > 0 }
}
