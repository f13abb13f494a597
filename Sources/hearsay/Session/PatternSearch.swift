import Dispatch
import Foundation
import HearsayModel
import HearsayPatterns
import HearsayReader
import Synchronization

/// Looks for patterns in the background; the latest wish ends the one before.
final class PatternSearch: BackgroundJob {
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "hearsay.patterns", qos: .userInitiated)
  /// The number of the latest wish.
  private let latest = Mutex(0)
  /// A pattern that takes longer is stopped, in seconds.
  private static let patience = 4.0

  init(mailbox: Mailbox) { self.mailbox = mailbox }

  /// Looks for a pattern; what is found will be in the mailbox.
  func search(for pattern: String, in article: Article) {
    let number = latest.withLock { latest in
      latest += 1
      return latest
    }
    queue.async { [self] in
      guard isWanted(number), let search = try? Pattern(pattern, anchors: .lines) else { return }
      let end = DispatchTime.now() + Self.patience
      let (matches, isComplete) = search.matches(in: article.text) {
        isWanted(number) && DispatchTime.now() < end
      }
      guard isWanted(number) else { return }
      mailbox.post(
        .patternSearched(
          pattern, article.id, matches.map { Span($0.lowerBound, $0.upperBound) },
          isComplete: isComplete))
    }
  }

  /// Waits until everything that is found is in the mailbox.
  func finish() { queue.sync {} }

  /// Nobody waits for anything any more.
  func cancel() { latest.withLock { $0 += 1 } }

  private func isWanted(_ number: Int) -> Bool { latest.withLock { $0 == number } }
}
