import CNcurses
import Glibc

/// The last way out: gives the terminal back when the program dies of a fault.
///
/// Only calls that are allowed in a signal handler, on bytes prepared beforehand. Best effort: the program is
/// dying, and the shell behind it should not be found in the alternate screen without echo.
enum Rescue {
  private static let faults = [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS]

  /// Remembers how the terminal was and how to bring it back. `extra` goes before what the description says.
  static func prepare(terminal: Int32, output: Int32, modes: termios, extra: String) {
    var bytes = Array(extra.utf8)
    for ability in ["sgr0", "rmkx", "cnorm", "rmcup"] {
      guard let text = hs_string_ability(ability) else { continue }
      bytes += withoutPadding(String(cString: text)).utf8
    }
    let kept = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
    kept.update(from: bytes, count: bytes.count)
    let keptModes = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    keptModes.initialize(to: modes)
    // Never freed: a handler may be reading them. One terminal, a hundred bytes.
    kit = Kit(
      bytes: kept, count: bytes.count, modes: keptModes, terminal: terminal, output: output)
  }

  /// From now on a fault gives the terminal back before the program dies.
  static func arm() {
    isArmed = 1
    guard !isInstalled else { return }
    isInstalled = true
    useOwnStack()
    for fault in faults {
      Signals.install(fault, flags: Int32(SA_ONSTACK) | Int32(bitPattern: SA_RESETHAND)) {
        rescueAndDie(of: $0)
      }
    }
    atexit { rescue() }
  }

  /// The terminal is as it was.
  static func disarm() { isArmed = 0 }

  /// A handler needs room when the stack has overflowed.
  private static func useOwnStack() {
    let size = 64 * 1024
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    _ = sigaltstack(&stack, nil)
  }

  /// `$<5>` in a description asks for a pause; terminals of today need none.
  static func withoutPadding(_ text: String) -> String {
    // Byte by byte: a search for text takes longer to get ready than the rest of the start.
    var kept: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "$")) {
      kept += rest[..<start]
      rest = rest[start...]
      if rest.dropFirst().first == UInt8(ascii: "<"),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      {
        rest = rest[(end + 1)...]
      } else {
        kept.append(rest.removeFirst())
      }
    }
    return String(decoding: kept + rest, as: UTF8.self)
  }
}

/// Gives the terminal back, then lets the signal end the program as it would have.
func rescueAndDie(of fault: Int32) {
  rescue()
  _ = signal(fault, SIG_DFL)
  _ = raise(fault)
}

private func rescue() {
  guard isArmed != 0, let kit else { return }
  isArmed = 0
  // A terminal that takes nothing must not keep the program from dying.
  var end = pollfd(fd: kit.output, events: Int16(POLLOUT), revents: 0)
  if poll(&end, 1, 0) == 1 { _ = write(kit.output, kit.bytes, kit.count) }
  _ = tcsetattr(kit.terminal, TCSANOW, kit.modes)
}

private struct Kit {
  var bytes: UnsafeMutablePointer<UInt8>
  var count: Int
  var modes: UnsafeMutablePointer<termios>
  var terminal: Int32
  var output: Int32
}

// A handler can reach nothing but globals.
nonisolated(unsafe) private var kit: Kit?
nonisolated(unsafe) private var isArmed: Int32 = 0
nonisolated(unsafe) private var isInstalled = false
