import ArgumentParser
import Foundation
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
    abstract: "Read articles in the terminal (what hearsay does unless told otherwise).",
    shouldDisplay: false)

  @Argument(help: "Articles, or folders of articles; - for standard input.", completion: .file())
  var files: [String] = []

  @Option(help: "How it looks: default, light, dark, high-contrast or monochrome.")
  var theme = "default"

  @ArgumentParser.Flag(inversion: .prefixedNo, help: "Scroll and select with the mouse.")
  var mouse = true

  func run() throws {
    if isatty(STDOUT_FILENO) == 1 {
      try readAtTerminal()
    } else {
      try printAsText()
    }
  }
}

// MARK: - At a terminal

extension Read {
  private func readAtTerminal() throws {
    let resources = try Resources.located()
    let environment = ProcessInfo.processInfo.environment
    let (places, problems) = readablePlaces()
    guard !places.isEmpty || problems.isEmpty else { throw ExitCode.trouble }
    let plan = Session.Plan(
      places: places,
      samples: Ingest().places(at: [resources.path("samples")]).compactMap { try? $0.get() },
      openStore: { try Store.openDefault(environment: environment) },
      makeEngine: { Engine(try Analyzer(resources: resources)) },
      settings: try settings(from: resources, environment: environment),
      environment: environment)
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

  /// What there is to read; what is not there is said before the screen is taken, and once more after it.
  private func readablePlaces() -> ([Ingest.Place], [IngestError]) {
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
    if places.isEmpty { problems.forEach { complain("\($0)") } }
    return (places, problems)
  }

  private func settings(
    from resources: Resources, environment: [String: String]
  ) throws -> SessionSettings {
    do {
      return try SessionSettings(
        theme: theme, mouse: mouse, resources: resources,
        configuration: SessionSettings.folder(environment: environment))
    } catch let problem as SettingsProblem {
      complain("\(problem)")
      throw ExitCode.trouble
    }
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
    try analyze.run()
  }
}
