package import HearsayModel

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

// MARK: - Words

extension Passages {
  var title: String {
    switch question {
    case .words(let words): "Found · \(words)"
    case .source(let name): "Words of \(name)"
    case .like(let words): "Who else said · \(words)"
    }
  }

  var nothingWords: String {
    switch question {
    case .words(let words): "“\(words)” occurs in no article of the library."
    case .source(let name): "The library has no words of \(name)."
    case .like: "Nobody in another article of the library said the same."
    }
  }
}
