import CNcurses
import Glibc

extension CursesTerminal {
  /// Lends the terminal to another program and waits for it.
  ///
  /// The command may have arguments (`code --wait`); the shell takes it apart. No name of a file is an option to it.
  ///
  /// - Returns: its exit status, 128 and the signal that killed it, or 127 where it cannot be started.
  public func run(_ command: String, file: String) -> Int32 {
    lend { run(["/bin/sh", "-c", command + " \"$@\"", "sh", fileArgument(file)]) }
  }

  /// Lends the terminal to a program with these arguments, which no shell sees, and waits for it.
  ///
  /// - Returns: its exit status, 128 and the signal that killed it, or 127 where it cannot be started.
  public func run(words: [String]) -> Int32 { lend { run(words) } }

  /// Lends the terminal to a command that reads a file, or without one what is typed, and waits for it and then for the
  /// enter key: what the command has written is gone afterwards. One that has written into a file and ended well has
  /// nothing to show.
  ///
  /// - Returns: its exit status, 128 and the signal that killed it, or 127 where it cannot be started.
  public func pipe(file: String?, to command: String) -> Int32 {
    lend {
      let input = file.map { open($0, O_RDONLY | O_CLOEXEC) }
      guard input != -1 else { return 127 }
      defer { if let input { Glibc.close(input) } }
      let status = run(["/bin/sh", "-c", command], input: input)
      if status == 0, writesIntoFile(command) { return status }
      let ending = status == 0 ? "" : "ended with status \(status) · "
      write("\n[\(ending)Enter goes back to hearsay] ")
      waitForEnter()
      return status
    }
  }

  /// Hands a text to the terminal's clipboard (OSC 52), as far as the terminal takes it.
  ///
  /// - Parameter base64: the text in base 64, which no terminal can misunderstand.
  /// - Returns: whether it is short enough for every terminal that has a clipboard.
  public func copy(base64: String) -> Bool {
    guard base64.utf8.count <= Self.longestCopy else { return false }
    write("\u{1B}]52;c;\(base64)\u{07}")
    return true
  }

  /// What xterm takes at most, in bytes.
  private static let longestCopy = 100_000
}

// MARK: - Lending

extension CursesTerminal {
  /// Does something while the terminal is as the shell left it.
  private func lend(_ work: () -> Int32) -> Int32 {
    leave()
    // What the keyboard sends is meant for the other program; a stop is meant for both.
    Signals.ignore(SIGINT)
    Signals.ignore(SIGQUIT)
    Signals.leaveToSystem(SIGTSTP)
    let status = work()
    for signal in [SIGINT, SIGQUIT, SIGTSTP] { Signals.handle(signal) }
    let meant = signals.drain().filter { $0 != UInt8(SIGCONT) && $0 != UInt8(SIGWINCH) }
    let ending = meant.first { $0 == UInt8(SIGTERM) || $0 == UInt8(SIGHUP) }
    if let ending {
      // There is nothing to come back for: the screen stays the shell's.
      queue.append(.end(signal: Int32(ending)))
      return status
    }
    comeBack()
    for byte in meant { signals.write(byte) }
    queue.append(.input(.resize(size)))
    return status
  }

  /// Whether the program was told to end, and has not taken notice yet.
  public var isEnding: Bool {
    queue.contains { if case .end = $0 { true } else { false } }
  }

  /// Waits for the enter key, for the end of the terminal, or for a signal that ends the program.
  private func waitForEnter() {
    while true {
      var ends = [
        pollfd(fd: inputEnd, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.readingEnd, events: Int16(POLLIN), revents: 0),
      ]
      if poll(&ends, 2, -1) < 0, errno != EINTR { return }
      let ending = signals.drain().filter { $0 == UInt8(SIGTERM) || $0 == UInt8(SIGHUP) }
      for byte in ending { signals.write(byte) }
      guard ending.isEmpty else { return }
      guard ends[0].revents != 0 else { continue }
      var byte: UInt8 = 0
      let count = read(inputEnd, &byte, 1)
      if count == 0 || count < 0 && errno != EINTR || byte == 0x0A || byte == 0x0D { return }
    }
  }

  private func run(_ words: [String], input: Int32? = nil) -> Int32 {
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
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    guard let program = words.first,
      posix_spawnp(&child, program, &actions, &attributes, arguments, environ) == 0
    else { return 127 }
    return LentChild(child)?.wait(hearing: signals) ?? LentChild.unknown
  }
}

/// Whether what a shell command prints goes into a file: `sort > claims.txt`, and not `make 2> errors` or `date > d; cat d`.
public func writesIntoFile(_ command: String) -> Bool {
  var quote: Character?
  var before: Character = " "
  var isRedirected = false
  for letter in command {
    if let open = quote {
      if letter == open { quote = nil }
    } else {
      switch letter {
      case "'", "\"": quote = letter
      case ">": isRedirected = !before.isNumber || before == "1"
      case "|", ";", "&", "\n": isRedirected = false
      default: break
      }
    }
    before = letter
  }
  return isRedirected && quote == nil
}
