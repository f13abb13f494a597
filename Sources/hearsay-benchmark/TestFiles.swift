import Foundation

/// The texts that are opened, in a folder of their own, and the programs that open them.
struct TestFiles {
  /// The first word of every text.
  static let marker = "MARKERALPHA"
  /// The last word of every text.
  static let lastMarker = "MARKEROMEGA"

  private let folder: URL
  /// About 5 kB of text.
  let small: String
  /// About 10 MB of text.
  let big: String

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hearsay-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    small = folder.appendingPathComponent("5k.txt").path
    big = folder.appendingPathComponent("10m.txt").path
    try Self.text(bytes: 5_000).write(toFile: small, atomically: true, encoding: .utf8)
    try Self.text(bytes: 10_000_000).write(toFile: big, atomically: true, encoding: .utf8)
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: library)
    try? FileManager.default.removeItem(at: folder)
  }

  /// A text of about this length in a file of its own.
  func text(named name: String, bytes: Int) throws -> String {
    let path = folder.appendingPathComponent(name).path
    try Self.text(bytes: bytes).write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// About 100 MB of text.
  func huge() throws -> String { try text(named: "100m.txt", bytes: 100_000_000) }

  /// Where the large library is: apart from what else is opened here, and in memory where the system has such a folder,
  /// because twenty thousand saves wait for a disk much longer than for us.
  var library: String {
    let memory = "/dev/shm"
    return FileManager.default.isWritableFile(atPath: memory)
      ? "\(memory)/\(folder.lastPathComponent)" : folder.appendingPathComponent("library").path
  }

  /// Paragraphs with quotations, so that the analysis has work to do.
  static let paragraphs = [
    "The harbour board will close the east pier for repairs next month, its chairwoman, Ines Valdo, said on Tuesday.",
    "“We have put this off for six years,” Valdo told reporters. “The piles are older than anybody in this room.”",
    "Two officials with knowledge of the survey said the cost could reach 14 million crowns, twice the first estimate.",
    "The Coast Gazette reported last week that a contractor had been chosen without a tender, citing a source at the board.",
    "Fishing crews, who land most of their catch there, have until the end of the season to move.",
  ]

  /// News of about this length.
  private static func text(bytes: Int) -> String {
    var text = "\(marker) pier to close for repairs\n\n"
    var next = 0
    var length = text.utf8.count
    while length < bytes {
      let paragraph = paragraphs[next % paragraphs.count]
      text += paragraph + "\n\n"
      length += paragraph.utf8.count + 2
      next += 1
    }
    return text + "The board meets again on Friday. \(lastMarker)\n"
  }
}

// MARK: - Programs

extension TestFiles {
  /// hearsay with a file, or without one its library, in a terminal of this size.
  ///
  /// - Parameter settings: what its configuration says.
  func hearsay(
    _ file: String?, columns: UInt16 = 80, rows: UInt16 = 24, settings: String = ""
  ) throws -> PseudoTerminal {
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("hearsay").path
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw BenchmarkError(
        "\(program) is missing; build the whole package first: swift build -c release")
    }
    let configuration = folder.appendingPathComponent("config/hearsay/config.toml")
    try? FileManager.default.removeItem(at: configuration)
    if !settings.isEmpty {
      try FileManager.default.createDirectory(
        at: configuration.deletingLastPathComponent(), withIntermediateDirectories: true)
      try settings.write(to: configuration, atomically: true, encoding: .utf8)
    }
    return try PseudoTerminal(
      [program] + [file].compactMap(\.self), columns: columns, rows: rows,
      environment: environment.merging(
        file == nil ? ["XDG_DATA_HOME": library] : [:], uniquingKeysWith: { $1 }))
  }

  /// Another reader in an 80x24 terminal.
  func peer(_ command: [String], input: String? = nil) throws -> PseudoTerminal {
    try PseudoTerminal(command, columns: 80, rows: 24, input: input, environment: environment)
  }

  /// Whether a program can be started by that name.
  func isInstalled(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  private var environment: [String: String] {
    [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder.path,
      "XDG_DATA_HOME": folder.path, "XDG_CONFIG_HOME": folder.path + "/config",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
    ]
  }
}
