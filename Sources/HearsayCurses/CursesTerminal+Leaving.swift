import CNcurses
import Glibc

extension CursesTerminal {
  /// Asks for a stop, as control-Z does: the answer is ``Happening/suspend``.
  public func requestSuspension() {
    // The whole job, as the keyboard would: a script around this program stops as well.
    _ = kill(0, SIGTSTP)
  }

  /// Gives the terminal to the shell and stops, until the shell says go on.
  public func suspend() {
    leave()
    Signals.leaveToSystem(SIGTSTP)
    // To this thread, so that it stops here and not a moment later.
    _ = raise(SIGTSTP)
    Signals.handle(SIGTSTP)
    // A stopped job that is killed goes on in the background, where the terminal is not ours to touch.
    var ends: [Happening] = []
    for byte in signals.drain() {
      let signal = Int32(byte)
      if signal == SIGTERM || signal == SIGHUP || signal == SIGQUIT {
        ends.append(.end(signal: signal))
      }
    }
    if ends.isEmpty {
      comeBack()
      queue.append(.input(.resize(size)))
    }
    queue += ends
  }
}
