extension Analysis {
  /// Whether the words at `span` are credited to somebody, and to nobody who could be called `name`.
  ///
  /// Names are compared by their words, because an edited article may give a fuller one: *Lund* may be *Mayor Ana
  /// Lund*, and *the source* may be *a source at the town hall*.
  func credits(_ span: Span, toOtherThan name: String?) -> Bool {
    guard let name else { return false }
    let speakers = attributions.filter { attribution in
      let shared = attribution.contentSpans.reduce(0) {
        $0 + ($1.intersection(span)?.count ?? 0)
      }
      return shared * 2 > span.count
    }.compactMap { speaker(of: $0) }
    guard !speakers.isEmpty else { return false }
    return !speakers.contains { speaker in
      ([speaker.name] + speaker.mentions.map { article.text[$0] }).contains { mayName($0, name) }
    }
  }

  private func mayName(_ one: String, _ other: String) -> Bool {
    let (one, other) = (nameWords(of: one), nameWords(of: other))
    guard !one.isEmpty, !other.isEmpty else { return true }
    return one.isSubset(of: other) || other.isSubset(of: one)
  }

  private func nameWords(of name: String) -> Set<String> {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return Set(words).subtracting(["a", "an", "the"])
  }
}
