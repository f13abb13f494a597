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

/// What the library has found.
package enum LibraryAnswer: Hashable, Sendable {
  /// Places in articles.
  case found(Passages)
  /// How many statements and marks of each article pass a filter.
  case sifted(Filter, passing: [Article.ID: Int])
  /// The sources across articles.
  case voices([Voice])
}

/// Places in articles, and what was asked for.
package struct Passages: Hashable, Sendable {
  /// What was asked for.
  package enum Question: Hashable, Sendable {
    /// These words.
    case words(String)
    /// Everything that this source said.
    case source(String)
    /// Who else said this.
    case like(String)
  }

  /// What was asked for.
  package var question: Question
  /// What was found, in the order in which it is shown.
  package var all: [Passage]
  /// Whether there is more.
  package var isCut: Bool

  /// What was found.
  package init(_ question: Question, _ all: [Passage], isCut: Bool = false) {
    self.question = question
    self.all = all
    self.isCut = isCut
  }
}

/// How far the analysis of many articles has come.
package struct BatchProgress: Hashable, Sendable {
  /// How many are done, and how many there were at the beginning.
  package var done, all: Int
  /// How long the rest will take, in seconds; `nil` as long as nobody can tell.
  package var secondsLeft: Double?

  /// So many of so many.
  package init(done: Int, of all: Int, secondsLeft: Double? = nil) {
    self.done = done
    self.all = all
    self.secondsLeft = secondsLeft
  }
}
