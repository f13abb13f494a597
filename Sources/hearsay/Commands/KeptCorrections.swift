import Foundation
import HearsayModel
import HearsayStore

/// The corrections of the library, for commands that work without a reader.
struct KeptCorrections {
  private let store: Store?
  /// All of them, in the order in which they were made.
  let all: [Correction]
  /// Whether there is a library that cannot be read.
  let isUnreadable: Bool

  /// The corrections of this user's library; none where there is no library, and a sentence on standard error where
  /// there is one that cannot be read.
  init() {
    var (library, corrections): (Store?, [Correction]) = (nil, [])
    var isUnreadable = false
    do {
      library = try Store.openIfThere(
        environment: ProcessInfo.processInfo.environment, access: .readOnly)
      corrections = try library?.corrections() ?? []
    } catch {
      complain("\(error)")
      isUnreadable = true
    }
    (store, all) = (library, corrections)
    self.isUnreadable = isUnreadable
  }

  /// What was set right in an article or in an earlier version of it.
  func corrections(of article: Article) -> [Correction] {
    all.filter { correction in
      correction.article == article.id
        || correction.snapshot.isOfEarlierVersion(of: article, known: stored(correction.article))
    }
  }

  /// An article as the library has it.
  func stored(_ id: Article.ID) -> Article? { try? store?.article(id) }
}
