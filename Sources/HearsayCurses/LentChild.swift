import Dispatch
import Glibc
import Synchronization

/// A program that has the terminal while this one waits for it.
///
/// A signal that is to end this program is passed on, so that an editor can keep what it has; one that does not end
/// soon after that is not waited for any more.
final class LentChild: Sendable {
  private let process: pid_t
  /// Says that it has ended.
  private let ended: Pipe
  /// As the system says it.
  private let status = Mutex<Int32>(unknown << 8)

  /// How long a program may take to end once it was told to, in milliseconds.
  private static let patience: Int32 = 2_000
  /// The status of a program that could not be waited for.
  static let unknown: Int32 = 127

  /// Begins to wait for a process; `nil` where the system has nothing left to wait with.
  init?(_ process: pid_t) {
    guard let ended = try? Pipe() else { return nil }
    self.process = process
    self.ended = ended
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      var found = Self.unknown << 8
      while waitpid(process, &found, 0) < 0, errno == EINTR {}
      status.withLock { $0 = found }
      ended.write(0)
    }
  }

  /// Waits until it ends, or until it was told to and has not.
  ///
  /// - Parameter signals: where signals arrive; those that came and were not passed on are put back.
  /// - Returns: its exit status, or 128 and the signal that killed it.
  func wait(hearing signals: Pipe) -> Int32 {
    var heard: [UInt8] = []
    defer { heard.forEach(signals.write) }
    var isEnding = false
    while true {
      var ends = [
        pollfd(fd: ended.readingEnd, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.readingEnd, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&ends, 2, isEnding ? Self.patience : -1)
      if count < 0, errno != EINTR { return Self.unknown }
      if ends[0].revents != 0 { break }
      // The terminal is its own for as long as it lives: nothing is to be read or written here.
      if count == 0 { return 128 + SIGTERM }
      for byte in signals.drain() {
        heard.append(byte)
        let signal = Int32(byte)
        guard signal == SIGTERM || signal == SIGHUP else { continue }
        isEnding = true
        Signals.prolongEnding(by: UInt32(Self.patience / 1_000) + 1)
        pass(signal)
      }
    }
    let status = status.withLock { $0 }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Passes a signal on to the process and, where that is a shell that waits for another, to that one as well.
  private func pass(_ signal: Int32) {
    for child in children { _ = kill(child, signal) }
    _ = kill(process, signal)
  }

  /// The processes that the system says it has started; none where it does not say.
  private var children: [pid_t] {
    guard let file = fopen("/proc/\(process)/task/\(process)/children", "r") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).compactMap { pid_t($0) }
  }
}
