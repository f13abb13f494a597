import HearsayEngine
import HearsayModel
import Synchronization

/// What the tagger found in the articles that were read last, so that a correction shows at once.
final class FindingsCache: Sendable {
  private let analyzer: Analyzer
  /// The last ones, the latest last.
  private let kept = Mutex<[Findings]>([])

  /// How many articles are kept.
  private static let count = 3
  /// A longer text is found anew, in bytes: it would take too much memory for what is rarely corrected.
  private static let limit = 1 << 20

  /// A cache in front of an analyzer.
  init(_ analyzer: Analyzer) { self.analyzer = analyzer }

  /// The analysis of an article with what was set right in it; `nil` where `progress` stopped it.
  func analysis(
    of article: Article, correcting corrections: [Correction], progress: (Double) -> Bool
  ) -> Analysis? {
    guard let findings = findings(in: article, progress: { progress(Self.share * $0) }) else {
      return nil
    }
    return analyzer.analysis(of: findings, correcting: corrections) { part in
      progress(Self.share + (1 - Self.share) * part)
    }
  }

  /// How much of the time the tagger takes.
  private static let share = 0.55

  /// What the tagger finds in an article; `nil` where `progress` stopped it.
  func findings(in article: Article, progress: (Double) -> Bool) -> Findings? {
    if let known = kept.withLock({ kept in kept.first { $0.article == article } }) { return known }
    guard let found = analyzer.findings(in: article, progress: progress) else { return nil }
    guard article.text.count <= Self.limit else { return found }
    kept.withLock { kept in
      kept.append(found)
      if kept.count > Self.count { kept.removeFirst() }
    }
    return found
  }
}
