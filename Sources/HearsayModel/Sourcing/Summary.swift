/// The sourcing of a whole article in figures.
public struct Summary: Hashable, Sendable, Codable {
  /// How many attributions there are, nested ones included.
  public var attributions: Int
  /// How many sources are cited.
  public var sources: Int
  /// How many of them are people with a name.
  public var namedPeople: Int
  /// How many attributions go back to somebody without a name.
  public var unnamed: Int
  /// How many attributions came through another outlet.
  public var relayed: Int
  /// How many sentences the article has.
  public var sentences: Int
  /// How many of them nobody is credited with.
  public var unattributedSentences: Int
  /// How many words those have.
  public var unattributedWords: Int
  /// How many words the article has.
  public var words: Int
  /// What a careful reader should know about the article as a whole.
  public var flags: [Flag]

  /// The figures of an article.
  public init(
    attributions: Int, sources: Int, namedPeople: Int, unnamed: Int, relayed: Int, sentences: Int,
    unattributedSentences: Int, unattributedWords: Int, words: Int, flags: [Flag] = []
  ) {
    self.attributions = attributions
    self.sources = sources
    self.namedPeople = namedPeople
    self.unnamed = unnamed
    self.relayed = relayed
    self.sentences = sentences
    self.unattributedSentences = unattributedSentences
    self.unattributedWords = unattributedWords
    self.words = words
    self.flags = flags
  }
}
