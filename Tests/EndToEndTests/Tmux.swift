import Foundation
import HearsayTestSupport
import Testing

/// A shell in a real terminal of fixed size: a tmux of its own, with a home folder of its own.
///
/// Keys go in as a person would press them, and the screen comes out as text. Tests wait for text, never for
/// time; a text that does not come fails with the screen as it is.
final class Tmux {
  /// The folder that is home to everything the program keeps.
  let home: String
  private let socket: String
  private let output: TerminalOutput

  /// Why tests are skipped where there is none.
  static let missing: Comment = "skipped: needs tmux and the built program"
  /// Whether there is a tmux to run in, and a program to run.
  static let isThere = find("tmux") != nil && program != nil

  /// The program, beside the tests in the build folder.
  static let program: String? = {
    let tests = [
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
      CommandLine.arguments.first { $0.hasSuffix(".xctest") }, CommandLine.arguments.first,
    ]
    return tests.compactMap(\.self)
      .map {
        URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("hearsay")
      }
      .map(\.path).first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Opens a terminal of this size.
  ///
  /// - Parameter home: another terminal's home, for a second session with the same library.
  init(
    columns: Int, rows: Int, home: String? = nil, kind: String = "tmux-256color",
    environment: [String: String] = [:]
  ) throws {
    socket = "hearsay-\(UUID().uuidString.prefix(8))"
    self.home =
      home ?? FileManager.default.temporaryDirectory.path + "/hearsay-home-\(UUID().uuidString)"
    for folder in ["", "/data", "/config", "/tmp"] {
      try FileManager.default.createDirectory(
        atPath: self.home + folder, withIntermediateDirectories: true)
    }
    output = try TerminalOutput(at: self.home + "/\(socket).output")
    let settings = self.home + "/tmux.conf"
    try Data(
      """
      set -g status off
      set -g default-terminal \(kind)
      set -g escape-time 0
      set -s set-clipboard on
      set -g mouse off
      set -g remain-on-exit on

      """.utf8
    ).write(to: URL(fileURLWithPath: settings))
    var variables = [
      "HOME": self.home, "XDG_DATA_HOME": self.home + "/data", "TMPDIR": self.home + "/tmp",
      "XDG_CONFIG_HOME": self.home + "/config", "LANG": "C.UTF-8", "PS1": "$ ",
      "HISTFILE": "/dev/null",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
    variables.merge(environment) { $1 }
    let words = variables.sorted { $0.key < $1.key }.map { "\($0.key)='\($0.value)'" }
    try tmux(
      "-f", settings, "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "exec env -i TERM=$TERM \(words.joined(separator: " ")) bash --norc --noprofile -i")
    try tmux("pipe-pane", "-O", "exec cat > '\(output.path)'")
    try wait("the shell") { $0.contains("$") }
  }

  deinit { _ = try? tmux("kill-server") }

  /// Takes the home folder away, with everything that was kept in it.
  func removeHome() { try? FileManager.default.removeItem(atPath: home) }

  /// Whether a program is on the path.
  static func has(_ program: String) -> Bool { find(program) != nil }

  private static func find(_ program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}

/// What did not happen in time, with the screen as it was.
struct NotSeen: Error, CustomStringConvertible {
  var description: String
}

// MARK: - In

extension Tmux {
  /// Presses keys, by tmux's names (`j`, `Tab`, `C-c`), one after the other.
  func press(_ keys: String...) throws {
    // Escape stands alone: with another key right behind it, it would be the beginning of that one.
    for part in keys.split(separator: "Escape", omittingEmptySubsequences: false).enumerated() {
      if part.offset > 0 { try tmux("send-keys", "Escape") }
      if !part.element.isEmpty { try tmux(["send-keys"] + part.element) }
    }
  }

  /// Types a line and presses enter.
  func enter(_ line: String) throws {
    try tmux("send-keys", "-l", line)
    try tmux("send-keys", "Enter")
  }

  /// Types letters as they are.
  func type(_ text: String) throws { try tmux("send-keys", "-l", text) }

  /// Pastes a text as a terminal does.
  func paste(_ text: String) throws {
    try tmux("set-buffer", text)
    try tmux("paste-buffer", "-p", "-r")
  }

  /// Starts the program on these arguments, and waits until it shows `text`.
  func start(_ arguments: String = "", showing text: String, variables: String = "") throws {
    let program = try #require(Self.program)
    try enter("clear; \(variables) \(program) \(arguments)")
    try wait(for: text)
  }

  /// Gives the terminal a new size.
  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Sends a signal to the program.
  func signal(_ name: String) throws {
    guard let process = try process() else { throw NotSeen(description: "The program runs not.") }
    try Self.run(["kill", "-\(name)", process])
  }

  /// The number of the program's process, a child of the shell.
  func process() throws -> String? {
    let shell = try tmux("display-message", "-p", "#{pane_pid}")
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let children = try Self.run(["ps", "-o", "pid=,comm=", "--ppid", shell])
    return children.split(separator: "\n").first { $0.hasSuffix("hearsay") }
      .flatMap { $0.split(separator: " ").first.map(String.init) }
  }
}

// MARK: - Out

extension Tmux {
  /// The screen as text.
  func screen(colors: Bool = false) throws -> String {
    try tmux(["capture-pane", "-p"] + (colors ? ["-e"] : []))
  }

  /// What was last copied in it.
  func copied() throws -> String { try tmux("show-buffer") }

  /// What the terminal is called by the programs in it.
  func title() throws -> String { try tmux("display-message", "-p", "#{pane_title}") }

  /// How many texts have been copied in it.
  func countOfCopies() throws -> Int {
    try tmux("list-buffers").split(separator: "\n").count
  }

  /// Waits until the screen shows `text`.
  @discardableResult
  func wait(for text: String) throws -> String {
    try wait("“\(text)”") { $0.contains(text) }
  }

  /// Waits until the screen is as it should be, and looks whenever something was written on it.
  @discardableResult
  func wait(_ what: String, seconds: Double = 8, until isThere: (String) -> Bool) throws -> String {
    let end = Date(timeIntervalSinceNow: seconds)
    var screen = ""
    repeat {
      screen = try self.screen()
      // What is still being drawn is looked at once more when it is finished.
      if isThere(screen), !output.awaitMore(milliseconds: 20) { return screen }
      if !isThere(screen) { output.awaitMore() }
    } while Date() < end
    if isThere(screen) { return screen }
    throw NotSeen(description: "\(what) did not come. The screen is\n\(screen)")
  }

  /// Whether a program has the alternate screen, hides the cursor, or watches the mouse.
  func state() throws -> TerminalState {
    let flags = try tmux("display-message", "-p", "#{alternate_on}#{cursor_flag}#{mouse_any_flag}")
    return TerminalState(
      isAlternate: flags.first == "1", hasCursor: flags.dropFirst().first == "1",
      watchesMouse: flags.dropFirst(2).first == "1")
  }

  /// Whether anything on the screen has a colour of its own.
  func isColored() throws -> Bool {
    try screen(colors: true).split(separator: "\u{1B}[").contains { sequence in
      let numbers = sequence.prefix { $0.isNumber || $0 == ";" }.split(separator: ";")
      return numbers.compactMap { Int($0) }.contains {
        (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0)
      }
    }
  }

  /// Waits until the program has ended.
  func waitForEnd() throws {
    let end = Date(timeIntervalSinceNow: 8)
    while try process() != nil {
      guard Date() < end else {
        throw NotSeen(description: "The program did not end. The screen is\n\(try screen())")
      }
      // The shell says when it has the terminal back.
      output.awaitMore()
    }
  }

  /// Lets the shell run a command, and hands over what it prints, however small the screen.
  func shell(_ command: String) throws -> String {
    let answer = home + "/answer-\(UUID().uuidString)"
    try enter("{ \(command); } > \(answer); touch \(answer).done")
    try wait("the answer of the shell") { _ in
      FileManager.default.fileExists(atPath: answer + ".done")
    }
    let text = try String(contentsOfFile: answer, encoding: .utf8)
    return text.trimmingCharacters(in: .newlines)
  }
}

/// How a program has set its terminal.
struct TerminalState: Equatable {
  var isAlternate: Bool
  var hasCursor: Bool
  var watchesMouse: Bool

  /// As a shell wants it.
  static let plain = TerminalState(isAlternate: false, hasCursor: true, watchesMouse: false)
}

// MARK: - tmux itself

extension Tmux {
  @discardableResult
  private func tmux(_ words: String...) throws -> String { try tmux(words) }

  @discardableResult
  private func tmux(_ words: [String]) throws -> String {
    // The server that a first command leaves behind would keep a pipe open for ever.
    try Self.run(["tmux", "-L", socket] + words, isQuiet: words.contains("new-session"))
  }

  /// Runs a program to its end.
  ///
  /// Not with Foundation's `Process`, which waits until nobody has the pipe of its own that every child inherits:
  /// the server that the first tmux leaves behind has it for ever.
  ///
  /// - Returns: what it printed.
  @discardableResult
  static func run(
    _ words: [String], environment: [String: String]? = nil, isQuiet: Bool = false
  ) throws -> String {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw NotSeen(description: "No pipe can be had.") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    if isQuiet {
      posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    } else {
      posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    }
    // Threads of the tests block signals, and children would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var arguments = words.map { strdup($0) } + [nil]
    let variables = environment ?? ProcessInfo.processInfo.environment
    var pairs = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + pairs { free(text) } }
    var child = pid_t()
    let result = posix_spawnp(&child, words[0], &actions, &attributes, &arguments, &pairs)
    close(ends[1])
    defer { close(ends[0]) }
    guard result == 0 else { throw NotSeen(description: "\(words[0]) cannot be started.") }
    var printed: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(ends[0], &part, part.count)
      if count > 0 { printed += part[..<count] } else if count == 0 || errno != EINTR { break }
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return String(decoding: printed, as: UTF8.self)
  }
}
