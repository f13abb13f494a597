import HearsayLanguage
import HearsayModel

/// Tells another voice in somebody's words from what is his own there: "I think".
struct WithinWords: Sendable {
  let document: Document
  /// *I*, *we*, *which*.
  let ownWords: Set<String>

  /// What speaks against an attribution that stands in somebody else's words.
  func doubt(about attribution: TaggedAttribution) -> Ground {
    guard let source = attribution.source else { return .ownWords }
    let words = document.text[source].lowercased()
    if ownWords.contains(words) { return .ownWords }
    return words.contains(" ") ? .withinWords : .withinWordsByOneWord
  }
}
