import ArgumentParser
import Foundation
import HearsayConfiguration
import HearsayCurses
import HearsayEngine
import HearsayExport
import HearsayIngest
import HearsayModel
import HearsayResources
import HearsayStore

/// `hearsay [FILE …]`: the reader, or the text format where nobody is at a terminal.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read articles in the terminal (what hearsay does unless told otherwise).")

  @Argument(help: "Articles, or folders of articles; - for standard input.", completion: .file())
  var files: [String] = []

  @Option(
    help: "How it looks: default, light, dark, high-contrast, monochrome, or a theme of your own.")
  var theme: String?

  @ArgumentParser.Flag(inversion: .prefixedNo, help: "Scroll and select with the mouse.")
  var mouse: Bool?

  @ArgumentParser.Flag(help: "List and analyse new articles as they come into the folders.")
  var watch = false

  @Option(
    help: ArgumentHelp(
      "Read this configuration instead of $XDG_CONFIG_HOME/hearsay/config.toml.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var config: String?

  @ArgumentParser.Flag(
    help: "Print all settings and keys that are in force, as a configuration file.")
  var printConfig = false

  @ArgumentParser.Flag(help: "Say what is wrong with the configuration, with file and line.")
  var checkConfig = false

  @Option(
    help: ArgumentHelp(
      "Press these keys without a terminal, written as in a key map, and letters to be typed in quotation marks: "
        + "'Tab Tab m : \"filter naming:bare\" Enter'; with @ before it, the name of a file with such keys.",
      valueName: "script"))
  var keys: String?

  @Option(
    help: ArgumentHelp(
      "Write the screen into this file as text, or to standard output with -.", valueName: "file"),
    completion: .file())
  var screen: String?

  @Option(
    help: ArgumentHelp(
      "How large the screen is where there is no terminal: 80x24 unless said.", valueName: "size"))
  var size: PaperSize?

  init() {}

  /// `hearsay FILE ...` without any option; `nil` where more than that may be said.
  init?(plain arguments: [String]) {
    // A word of nothing but letters may be a command.
    let mayBeCommand = arguments.first.map { $0.utf8.allSatisfy { 0x61 <= $0 && $0 <= 0x7A } }
    guard mayBeCommand != true, arguments.allSatisfy({ $0 == "-" || !$0.hasPrefix("-") }) else {
      return nil
    }
    files = arguments
    theme = nil
    mouse = nil
    watch = false
    config = nil
    printConfig = false
    checkConfig = false
    keys = nil
    screen = nil
    size = nil
  }

  private var wishes: SessionSettings.Wishes {
    SessionSettings.Wishes(theme: theme, mouse: mouse, file: config)
  }

  func run() throws {
    if checkConfig || printConfig {
      let settings = try SessionSettings.located(wishes, resources: .located())
      print(checkConfig ? settings.checked : settings.printed, terminator: "")
    } else if keys != nil || screen != nil {
      try play()
    } else if isatty(STDOUT_FILENO) == 1 {
      try readAtTerminal()
    } else {
      try printAsText()
    }
  }
}

// MARK: - At a terminal

extension Read {
  private func readAtTerminal() throws {
    let watched = watch ? files.filter(isFolder) : []
    var (places, problems) = readablePlaces()
    // Into an empty folder something may still come.
    if !watched.isEmpty, places.isEmpty { problems = [] }
    guard !places.isEmpty || problems.isEmpty else { throw ExitCode.trouble }
    var plan = try plan(of: places)
    plan.watched = watched
    let status: Int32
    do {
      status = try Session.run(plan)
    } catch let problem as TerminalProblem {
      complain("\(problem)")
      throw ExitCode.trouble
    }
    // Said again where it can be read: the screen is gone.
    problems.forEach { complain("\($0)") }
    if status != 0 { throw ExitCode(status) }
    if !problems.isEmpty { throw ExitCode.trouble }
  }

  /// A session on these places with the settings and the library of this environment.
  func plan(of places: [Ingest.Place]) throws -> Session.Plan {
    let resources = try Resources.located()
    let environment = ProcessInfo.processInfo.environment
    let settings = try SessionSettings.located(wishes, resources: resources)
    return Session.Plan(
      places: places,
      samples: { Ingest().places(at: [resources.path("samples")]).compactMap { try? $0.get() } },
      openStore: { try Store.openDefault(environment: environment) },
      makeEngine: { Engine(try Analyzer.wanted(settings.configuration, resources: resources)) },
      settings: settings,
      environment: environment)
  }

  /// What there is to read; what is not there is said before the screen is taken, and once more after it.
  func readablePlaces() -> ([Ingest.Place], [IngestError]) {
    var places: [Ingest.Place] = []
    var problems: [IngestError] = []
    // Without a file and with something coming in, that is what is read.
    let wanted = files.isEmpty && isatty(STDIN_FILENO) == 0 ? ["-"] : files
    for place in Ingest().places(at: wanted) {
      switch place {
      case .success(let place): places.append(place)
      case .failure(let problem): problems.append(problem)
      }
    }
    if places.isEmpty, !watch { problems.forEach { complain("\($0)") } }
    return (places, problems)
  }
}

// MARK: - Settings

extension SessionSettings {
  /// What `--print-config` prints.
  var printed: String { configuration.printed(from: files) }

  /// What `--check-config` prints where nothing is wrong.
  var checked: String {
    guard !files.isEmpty else { return "Nothing is set: hearsay's own settings are in force.\n" }
    return files.map { "\($0) is in order.\n" }.joined()
  }
}

// MARK: - In a pipe

extension Read {
  private func printAsText() throws {
    guard !files.isEmpty || isatty(STDIN_FILENO) == 0 else {
      throw ValidationError("Without a terminal there is no library to show: name a file.")
    }
    var analyze = Analyze()
    analyze.files = files.isEmpty ? ["-"] : files
    analyze.format = .text
    analyze.output = nil
    analyze.corrections = false
    try analyze.run()
  }
}

/// Whether there is a folder of that name.
private func isFolder(_ path: String) -> Bool {
  var isDirectory: ObjCBool = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    && isDirectory.boolValue
}
