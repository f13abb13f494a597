import HearsayResources

/// The small words and the offices in names, by which ``VoiceKey`` tells where a name begins.
struct VoiceWords: Sendable, Decodable {
  /// They open a name and are no part of it.
  let articles: Set<String>
  /// Behind a surname: *Jr*.
  let suffixes: Set<String>
  /// Small words inside surnames: *van der*.
  let particles: Set<String>
  /// Before a single name these are no first names: *President Duterte* may be another article's *Rodrigo Duterte*
  /// or not.
  let offices: Set<String>
  /// Common words that open a description before a name: *union leader Tomas Berg*.
  let openings: Set<String>

  /// Those of the language that names are told in. Without its data folder the program reads nothing anyway, and no name
  /// has small words then.
  static let usual: VoiceWords = {
    guard let resources = try? Resources.locate(),
      var lists = try? WordLists(resources, folder: "voices"),
      let words = try? lists.read("en") as VoiceWords
    else { return VoiceWords(articles: [], suffixes: [], particles: [], offices: [], openings: []) }
    return words
  }()
}
