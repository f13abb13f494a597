import Glibc

/// Wakes the thread that waits at the terminal; may be called from any thread, at any time.
public final class Waker: Sendable {
  let pipe: Pipe

  init(_ pipe: Pipe) { self.pipe = pipe }

  /// Makes ``CursesTerminal/wait(timeout:)`` return soon.
  public func wake() { pipe.write(0) }
}

/// A pipe that never blocks and is closed with its last user.
final class Pipe: Sendable {
  let readingEnd: Int32
  let writingEnd: Int32

  init() throws(TerminalProblem) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw .noPipe }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    readingEnd = ends[0]
    writingEnd = ends[1]
  }

  deinit {
    _ = close(readingEnd)
    _ = close(writingEnd)
  }

  /// A full pipe is no loss: whoever reads it is about to be woken anyway.
  func write(_ byte: UInt8) {
    var byte = byte
    _ = Glibc.write(writingEnd, &byte, 1)
  }

  /// Everything that was written since the last time.
  func drain() -> [UInt8] {
    var all: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(readingEnd, &part, part.count)
      if count > 0 { all += part[..<count] }
      if count < part.count, !(count < 0 && errno == EINTR) { return all }
    }
  }
}
