import HearsayEngine
import HearsayModel
import Synchronization

/// The drafts of the articles that were read last, so that a correction shows at once and a stopped reading can go on.
final class Drafts: Sendable {
  private let analyzer: Analyzer
  /// The last ones, the latest last.
  private let kept = Mutex<[Draft]>([])

  /// How many articles are kept; of texts longer than any article only one.
  private static let count = 3

  /// Drafts made by an analyzer.
  init(_ analyzer: Analyzer) { self.analyzer = analyzer }

  /// Reads on in an article; `nil` where the watch stopped it.
  func read(
    _ article: Article, correcting corrections: [Correction], watching watch: Watch
  ) -> Analysis? {
    var draft = take(article) ?? Draft(of: article)
    defer { put(draft) }
    return analyzer.read(&draft, correcting: corrections, watching: watch)
  }

  /// A draft is taken out while it is written in, so that there is one copy of it.
  private func take(_ article: Article) -> Draft? {
    kept.withLock { kept in
      kept.firstIndex { $0.article == article }.map { kept.remove(at: $0) }
    }
  }

  private func put(_ draft: Draft) {
    kept.withLock { kept in
      if draft.isLong { kept.removeAll(where: \.isLong) }
      kept.append(draft)
      if kept.count > Self.count { kept.removeFirst() }
    }
  }
}
