import Dispatch

/// Work that goes on behind the screen for as long as a session lasts.
///
/// All of it stands in ``Session/jobs``: there it is begun, waited for and ended, and nowhere else.
protocol BackgroundJob: Sendable {
  /// Begins with what nobody has to ask for, once the first words are on the screen.
  func begin()
  /// Waits until all that was asked for is done, and what came of it is in the mailbox.
  func finish()
  /// Stops within a moment: nobody waits for anything any more.
  func cancel()
  /// Whether something would be lost if the program ended before this has finished.
  var isKeeping: Bool { get }
}

extension BackgroundJob {
  func begin() {}
  func finish() {}
  func cancel() {}
  var isKeeping: Bool { false }
}

/// What is done on a queue, one after the other, and cannot be stopped.
struct QueuedWork: BackgroundJob {
  let queue: DispatchQueue
  var isKeeping = false

  func finish() { queue.sync {} }
}
