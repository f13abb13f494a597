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

  /// Lends the terminal to another program and waits for it.
  ///
  /// The command may have arguments (`code --wait`); the shell takes it apart.
  ///
  /// - Returns: its exit status, 128 and the signal that killed it, or 127 where it cannot be started.
  public func run(_ command: String, file: String) -> Int32 {
    leave()
    // What the keyboard sends is meant for the other program; a stop is meant for both.
    Signals.ignore(SIGINT)
    Signals.ignore(SIGQUIT)
    Signals.leaveToSystem(SIGTSTP)
    let status = Self.run(["/bin/sh", "-c", command + " \"$@\"", "sh", file])
    for signal in [SIGINT, SIGQUIT, SIGTSTP] { Signals.handle(signal) }
    let meant = signals.drain().filter { $0 != UInt8(SIGCONT) && $0 != UInt8(SIGWINCH) }
    comeBack()
    for byte in meant { signals.write(byte) }
    queue.append(.input(.resize(size)))
    return status
  }

  private static func run(_ words: [String]) -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    guard posix_spawn(&child, words[0], nil, &attributes, arguments, environ) == 0 else {
      return 127
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      if errno != EINTR { return 127 }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
