import Foundation
import HearsayTestSupport
import Testing

/// What the shells complete, tried in the shells themselves.
@Suite("Completions", .enabled(if: Tmux.isThere, Tmux.missing), .timeLimit(.minutes(40)))
struct CompletionTests {
  /// What is typed before the tabulator, and what stands there after it.
  private static let lines = [
    ("hearsay an", "hearsay analyze"),
    ("hearsay art", "hearsay article-one.txt"),
    ("hearsay --th", "hearsay --theme"),
    ("hearsay article-one.txt --scr", "hearsay article-one.txt --screen"),
    ("hearsay analyze --format b", "hearsay analyze --format brat"),
    ("hearsay analyze --format json art", "hearsay analyze --format json article-one.txt"),
    ("hearsay marks --by st", "hearsay marks --by status"),
  ]

  /// Installs program and scripts in the home of a terminal, with an article beside them.
  private func install(in terminal: Tmux) throws -> (share: String, work: String) {
    let share = terminal.home + "/share"
    let work = terminal.home + "/work"
    let program = try #require(Tmux.program)
    for folder in [work, terminal.home + "/bin"] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      atPath: terminal.home + "/bin/hearsay", withDestinationPath: program)
    try Data("The quay is shut.\n".utf8).write(to: URL(fileURLWithPath: work + "/article-one.txt"))
    try Command.run(program, "manual", "--into", share)
    return (share, work)
  }

  /// Types the beginning of each line and a tabulator, and waits for the whole of it.
  private func complete(in terminal: Tmux) throws {
    for (begun, whole) in Self.lines {
      try terminal.type(begun)
      try terminal.press("Tab")
      try terminal.wait("“\(whole)”") { screen in
        screen.split(separator: "\n").contains { $0.hasPrefix("$ \(whole)") }
      }
      try terminal.press("C-u", "C-l")
      try terminal.wait("an empty line") { !$0.contains("hearsay") }
    }
  }

  @Test func bashCompletesCommandsOptionsFilesAndValues() throws {
    let terminal = try Tmux(columns: 100, rows: 12)
    defer { terminal.removeHome() }
    let (share, work) = try install(in: terminal)
    try terminal.enter(
      "cd \(work); PATH=\(terminal.home)/bin:$PATH; source \(share)/bash-completion/completions/hearsay; clear; echo ready"
    )
    try terminal.wait("the shell") { $0.hasPrefix("ready") }
    try complete(in: terminal)
  }

  @Test(.enabled(if: Tmux.has("zsh"), "skipped: there is no zsh"))
  func zshCompletesCommandsOptionsFilesAndValues() throws {
    let terminal = try Tmux(columns: 100, rows: 12)
    defer { terminal.removeHome() }
    let (share, work) = try install(in: terminal)
    try terminal.enter("cd \(work); PATH=\(terminal.home)/bin:$PATH exec zsh -f -i")
    try terminal.enter(
      "PS1='$ '; fpath=(\(share)/zsh/site-functions $fpath); autoload -Uz compinit; compinit -u -D; clear; echo ready"
    )
    try terminal.wait("the shell") { $0.hasPrefix("ready") }
    try complete(in: terminal)
  }

  @Test(.enabled(if: Tmux.has("fish"), "skipped: there is no fish"))
  func fishCompletesCommandsOptionsFilesAndValues() throws {
    let terminal = try Tmux(columns: 100, rows: 12)
    defer { terminal.removeHome() }
    let (share, work) = try install(in: terminal)
    let script = "\(share)/fish/vendor_completions.d/hearsay.fish"
    for (begun, whole) in Self.lines {
      let offered = try Command.run(
        "sh", "-c",
        "cd '\(work)' && PATH='\(terminal.home)/bin':$PATH HOME='\(terminal.home)' fish --no-config -c \"source '\(script)'; complete -C '\(begun)'\""
      ).split(separator: "\n").map { $0.prefix { $0 != "\t" } }
      let last = whole.split(separator: " ").last
      #expect(offered.contains { $0 == last }, "\(begun): \(offered)")
    }
  }
}
