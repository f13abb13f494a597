import Foundation

/// A program running in a terminal of fixed size, watched from outside: what it prints, and what it costs.
final class PseudoTerminal {
  private let master: Int32
  let process: pid_t
  private let started: ContinuousClock.Instant
  private var output: [UInt8] = []

  /// Starts `command` in a terminal of `columns` by `rows`.
  ///
  /// - Parameter input: a file that stands in for the keyboard's standard input, as in `tig < FILE`.
  init(
    _ command: [String], columns: UInt16, rows: UInt16, input: String? = nil,
    environment: [String: String]
  ) throws {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var name = [CChar](repeating: 0, count: 128)
    var master: Int32 = -1
    var slaveEnd: Int32 = -1
    guard openpty(&master, &slaveEnd, &name, nil, &size) == 0 else {
      throw BenchmarkError("No pseudo-terminal can be had here.")
    }
    defer { close(slaveEnd) }
    let slave = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened first by the new session's leader, the slave becomes its controlling terminal.
    posix_spawn_file_actions_addopen(&actions, 1, slave, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    if let input {
      posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    } else {
      posix_spawn_file_actions_adddup2(&actions, 1, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // POSIX_SPAWN_SETSID, which the C library hides from Swift.
    posix_spawnattr_setflags(&attributes, 0x80)

    let arguments = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var child: pid_t = 0
    started = .now
    let result = posix_spawnp(
      &child, command.first ?? "", &actions, &attributes, arguments, variables)
    guard result == 0 else {
      close(master)
      throw BenchmarkError(
        "\(command.first ?? "") cannot be started: \(String(cString: strerror(result))).")
    }
    self.master = master
    process = child
  }

  deinit {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(master)
  }
}

// MARK: - Keys and output

extension PseudoTerminal {
  /// Types `keys`.
  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Reads until `text` has been printed since the last call.
  ///
  /// - Returns: the time since the program was started; `nil` where `text` did not come within `seconds`.
  func wait(for text: String, seconds: Double = 20) -> Duration? {
    let wanted = Array(text.utf8)
    let deadline = ContinuousClock.now + .seconds(seconds)
    output.removeAll()
    while ContinuousClock.now < deadline {
      guard readSome(milliseconds: 20) else { continue }
      if contains(wanted) { return ContinuousClock.now - started }
    }
    return nil
  }

  /// Reads until nothing has been printed for `milliseconds`.
  func settle(milliseconds: Int32) {
    while readSome(milliseconds: milliseconds) {}
    output.removeAll()
  }

  private func readSome(milliseconds: Int32) -> Bool {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    output += buffer[..<count]
    return true
  }

  private func contains(_ wanted: [UInt8]) -> Bool {
    guard output.count >= wanted.count, let first = wanted.first else { return false }
    return output.indices.dropLast(wanted.count - 1).contains { index in
      output[index] == first && output[index..<index + wanted.count].elementsEqual(wanted)
    }
  }
}

// MARK: - What it costs

extension PseudoTerminal {
  /// Processor time of the thread that draws, in milliseconds: analysis in the background is not a key's cost.
  var drawingMilliseconds: Double {
    guard
      let line = try? String(
        contentsOfFile: "/proc/\(process)/task/\(process)/schedstat", encoding: .utf8),
      let nanoseconds = line.split(separator: " ").first.flatMap({ Double($0) })
    else { return 0 }
    return nanoseconds / 1e6
  }

  /// Memory in use, in MiB.
  var residentMebibytes: Double {
    guard
      let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
      let kilobytes = line.split(separator: " ").compactMap({ Double($0) }).first
    else { return 0 }
    return kilobytes / 1024
  }
}

/// A benchmark that cannot be run here, and why.
struct BenchmarkError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
