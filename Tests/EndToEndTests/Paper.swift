import Foundation
import HearsayTestSupport
import Testing

/// The real program without a terminal, in a home of its own: keys go in as a script, the screen comes out as text.
struct Paper {
  /// What the program keeps, and the files of the test.
  let home: TemporaryFolder
  /// Where the library is, when it is elsewhere.
  var data: String?

  /// Why tests are skipped where it is not there.
  static let missing: Comment = "skipped: needs the built program"
  /// Whether there is a program to run.
  static let isThere = Tmux.program != nil

  init() throws { home = try TemporaryFolder() }

  /// Two people with a name, one without, and a sentence that is nobody's.
  static let harbour = """
    Harbour talks break off after third night

    PORT ELMA (Daily Courier) — Harbour minister Anna Lind said on Monday that the port would stay closed until Friday.

    "We will not sign this paper," said union leader Tomas Berg.

    Two warehouses burned down on Sunday night.

    A source told the Daily Courier that the talks would move to another town.

    """

  /// Writes that article, and hands back its path.
  func harbour() throws -> String { try home.file("harbour.txt", Self.harbour) }

  /// The screen after these keys.
  func screen(
    after keys: String, _ arguments: String, size: String = "100x30"
  ) throws -> String {
    try shell("hearsay --keys '\(keys)' --screen - --size \(size) \(arguments)").output
  }

  /// What is read on the screen after these keys, as one line: sentences may go on in the next row.
  func words(after keys: String, _ arguments: String, size: String = "100x30") throws -> String {
    try screen(after: keys, arguments, size: size).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// Lets a shell run a command, in which `hearsay` is the program; what it says on both of its outputs, and its
  /// status.
  func shell(_ command: String) throws -> (output: String, status: Int) {
    let program = try #require(Tmux.program)
    let variables = [
      "HOME": home.path, "XDG_DATA_HOME": data ?? home.path("data"),
      "XDG_STATE_HOME": home.path("state"), "XDG_CONFIG_HOME": home.path("config"),
      "LANG": "C.UTF-8", "TERM": "xterm-256color",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
    let printed = try Tmux.run(
      ["bash", "-c", "hearsay() { '\(program)' \"$@\"; }; { \(command); } 2>&1; echo \"=$?\""],
      environment: variables)
    let parts = printed.dropLast(1).split(separator: "=", omittingEmptySubsequences: false)
    return (parts.dropLast().joined(separator: "="), parts.last.flatMap { Int($0) } ?? -1)
  }
}
