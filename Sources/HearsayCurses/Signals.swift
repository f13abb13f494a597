import Glibc

/// Signals as bytes in a pipe, so that they are handled between two keys and not in the middle of something.
///
/// There is one per process, because signals are.
enum Signals {
  /// What the terminal answers to.
  private static let caught = [SIGWINCH, SIGINT, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGQUIT]

  /// Sends the signals into `pipe` from now on. Must come before `newterm`, which leaves handlers alone
  /// that are not the system's.
  static func send(to pipe: Pipe) {
    pipeEnd = pipe.writingEnd
    unheardQuits = 0
    for signal in caught { handle(signal) }
    install(SIGALRM, flags: SA_RESTART) { _ in rescueAndDie(of: endingSignal) }
    // Whoever started us may have blocked them, and then no resize and no end would ever be seen.
    var all = sigset_t()
    sigemptyset(&all)
    for signal in caught { sigaddset(&all, signal) }
    pthread_sigmask(SIG_UNBLOCK, &all, nil)
  }

  /// Gives the signals back to the system.
  static func stop() {
    for signal in caught { leaveToSystem(signal) }
    pipeEnd = -1
  }

  /// Sends one signal into the pipe.
  static func handle(_ signal: Int32) {
    install(signal, flags: SA_RESTART) { signal in
      let before = errno
      if signal == SIGQUIT {
        // Nobody listened to the last two: the program hangs, and this is the way out of it.
        unheardQuits += 1
        if unheardQuits > 2 { rescueAndDie(of: signal) }
      }
      if signal == SIGHUP || signal == SIGTERM { Signals.limitEnding(by: signal) }
      var byte = UInt8(truncatingIfNeeded: signal)
      if pipeEnd >= 0 { _ = write(pipeEnd, &byte, 1) }
      errno = before
    }
  }

  /// From now on the program has some seconds to end in good order: after that it dies of the signal, whatever it is doing.
  /// Marks are on the disk by then; what may be lost is the place in the text.
  ///
  /// Allowed in a signal handler.
  static func limitEnding(by signal: Int32) {
    endingSignal = signal
    // Who has closed the terminal waits for nothing any more; who asks politely may be waiting for another program.
    _ = alarm(signal == SIGHUP ? 1 : 5)
  }

  /// Gives the program more time to end, because another one has to end first.
  ///
  /// - Parameter seconds: from now on.
  static func prolongEnding(by seconds: UInt32) { _ = alarm(seconds) }

  /// Lets a signal do what it does to every program.
  static func leaveToSystem(_ signal: Int32) { _ = Glibc.signal(signal, SIG_DFL) }

  /// Lets a signal do nothing.
  static func ignore(_ signal: Int32) { _ = Glibc.signal(signal, SIG_IGN) }

  /// The signals in the pipe were read.
  static func heard() { unheardQuits = 0 }

  static func install(
    _ signal: Int32, flags: Int32, _ handler: @escaping @convention(c) (Int32) -> Void
  ) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = flags
    sigemptyset(&action.sa_mask)
    _ = sigaction(signal, &action, nil)
  }
}

// A handler can reach nothing but globals. They are written before handlers are installed, and by handlers.
nonisolated(unsafe) private var pipeEnd: Int32 = -1
nonisolated(unsafe) private var unheardQuits: Int32 = 0
nonisolated(unsafe) private var endingSignal: Int32 = SIGTERM
