import Dispatch
import HearsayEngine
import HearsayModel
import HearsayReader
import HearsayStore

/// Compares the open article with the version of it that was read before, in the background.
final class VersionComparison: BackgroundJob {
  private let queue = DispatchQueue(label: "hearsay.versions", qos: .userInitiated)
  private let mailbox: Mailbox
  private let libraryWriter: LibraryWriter
  private let analyses: AnalysisQueue
  private let sign = StopSign()

  init(mailbox: Mailbox, libraryWriter: LibraryWriter, analyses: AnalysisQueue) {
    self.mailbox = mailbox
    self.libraryWriter = libraryWriter
    self.analyses = analyses
  }

  func finish() { queue.sync {} }
  func cancel() { sign.putUp() }

  /// What an article says otherwise than the version before it.
  func compare(_ article: Article) {
    queue.async { [self] in
      libraryWriter.finish()
      do {
        guard let before = try libraryWriter.store()?.earlierVersion(of: article) else {
          return mailbox.post(.compared(nil, article.id))
        }
        guard let changes = try analyses.changes(from: before, to: article, until: sign) else {
          return
        }
        mailbox.post(.compared(changes, article.id))
      } catch is AnalysisQueue.TooLong {
        mailbox.post(.message("The article is too long to be compared."))
      } catch {
        mailbox.post(.message("\(error)"))
      }
    }
  }
}
