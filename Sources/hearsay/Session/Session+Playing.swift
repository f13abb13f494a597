import HearsayReader
import HearsayScreen

// Keys from a script, and nobody at the terminal.
extension Session {
  /// Plays keys on paper of this size, each as soon as everything that the one before it began is done.
  ///
  /// - Returns: the screen after the last key, or the last one before the program was left; and what is lost, a sentence
  ///   for each.
  static func play(
    _ script: KeyScript, of plan: Plan, on size: Size
  ) throws -> (screen: Screen, lost: [String]) {
    let paper = PaperTerminal(size)
    var session = try Session(plan, on: paper) {}
    try session.begin(plan)
    session.settle()
    for key in script.keys where session.status == nil {
      session.perform(session.reader.receive(.key(key)))
      if session.status == nil { session.settle() }
    }
    let lost = session.end()
    return (paper.shown, lost)
  }

  /// Waits until nothing goes on in the background any more, and shows what has come of it.
  private mutating func settle() {
    repeat {
      takeMail()
      for job in jobs { job.finish() }
    } while mailbox.hasMail
    draw()
  }
}
