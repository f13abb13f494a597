package import HearsayModel

/// What the reader asks of the library, which answers with a ``LibraryAnswer``.
package enum LibraryRequest: Hashable, Sendable {
  /// Take an article out of the list and the library.
  case remove(Entry.ID)
  /// Put back the article that was taken out last, or take back what was last said of sources.
  case restore
  /// Find words in all articles.
  case find(String)
  /// Ask all articles what a filter asks.
  case sift(Filter)
  /// List the sources across articles.
  case listVoices
  /// List everything that one source said.
  case listWords(of: VoiceKey, name: String)
  /// List who else said the same.
  case listLike(ReadingPosition.Item, of: Article.ID, words: String)
  /// Two sources are one.
  case join(VoiceKey, with: VoiceKey)
  /// What was joined with a source is others again.
  case part(VoiceKey)
  /// A source has this name.
  case rename(VoiceKey, String)
  /// Analyse these articles, one after the other: answered with ``Event/batchProgress(_:)``.
  case analyse([Entry.ID])
  /// Analyse no more of them.
  case cancelAnalyses
}
