import ArgumentParser
import Foundation
import HearsayConfiguration
import HearsayCurses
import HearsayEngine
import HearsayIngest
import HearsayModel
import HearsayResources
import HearsayStore

/// Reading at a terminal: what was said on the command line becomes a session.
struct TerminalReading {
  /// Articles, or folders of articles; without any, the library.
  var files: [String]
  /// How it should look, if not as usual.
  var wishes = SessionSettings.Wishes()
  /// Whether new articles are awaited in the folders.
  var watches = false
  /// Whether the articles that come with the program are opened.
  var opensSamples = false

  /// What is read: the articles that come with the program before those that were named.
  private var wanted: [String] {
    let samples = opensSamples ? (try? Resources.located().path("samples")).map { [$0] } ?? [] : []
    return samples + files
  }
  /// What feeds tell of, instead of files.
  var news: (feed: String?, scope: NewsScope)?
  /// Whether nothing is fetched from the web.
  var isOffline = false
}

extension TerminalReading {
  /// Takes a command line of nothing but files; `nil` where more than that may be said.
  ///
  /// Nearly every start is one of these, and finding out how everything could be said takes longer than all the rest.
  init?(plain arguments: [String]) {
    // A word of nothing but small letters may be a command.
    let mayBeCommand = arguments.first.map { $0.utf8.allSatisfy { 0x61 <= $0 && $0 <= 0x7A } }
    guard mayBeCommand != true, arguments.allSatisfy({ $0 == "-" || !$0.hasPrefix("-") }) else {
      return nil
    }
    files = arguments
  }
}

// MARK: - Reading

extension TerminalReading {
  /// Reads until the person quits.
  func run() throws {
    let watched = watches ? files.filter(isFolder) : []
    var (places, problems) = readablePlaces()
    // Into an empty folder something may still come.
    if !watched.isEmpty, places.isEmpty { problems = [] }
    guard !places.isEmpty || problems.isEmpty else { throw ExitCode.trouble }
    var plan = try plan(of: places)
    plan.watched = watched
    let (status, lost): (Int32, [String])
    do {
      (status, lost) = try Session.run(plan)
    } catch let problem as TerminalProblem {
      complain("\(problem)")
      throw ExitCode.trouble
    } catch let problem as SettingsProblem {
      // Of settings that are read only when they are needed.
      throw problem.said()
    }
    // Said again where it can be read: the screen is gone.
    let said = problems.map { "\($0)" } + plan.settings.problems + lost
    said.forEach { complain($0) }
    if status != 0 { throw ExitCode(status) }
    if !said.isEmpty { throw ExitCode.trouble }
  }

  /// A session on these places with the settings and the library of this environment.
  func plan(of places: [Ingest.Place]) throws -> Session.Plan {
    let resources = try Resources.located()
    let settings = try SessionSettings.located(
      wishes, resources: resources, postponingKeys: true)
    return Session.Plan(
      places: places, beginsWithList: wanted.count == 1 && isFolder(wanted[0]), news: news,
      isOffline: isOffline,
      samples: { Ingest().places(at: [resources.path("samples")]).compactMap { try? $0.get() } },
      openStore: { try Store.openDefault(environment: ProcessInfo.processInfo.environment) },
      makeEngine: { Engine(try Analyzer.wanted(settings.configuration, resources: resources)) },
      settings: settings)
  }

  /// What there is to read; what is not there is said before the screen is taken, and once more after it.
  func readablePlaces() -> ([Ingest.Place], [IngestError]) {
    guard news == nil else { return ([], []) }
    var places: [Ingest.Place] = []
    var problems: [IngestError] = []
    // Without a file and with something coming in, that is what is read.
    let named = self.wanted
    let wanted = named.isEmpty && isatty(STDIN_FILENO) == 0 ? ["-"] : named
    if wanted.count == 1, let file = Ingest.Place(file: wanted[0]) { return ([file], []) }
    for place in Ingest().places(at: wanted) {
      switch place {
      case .success(let place): places.append(place)
      case .failure(let problem): problems.append(problem)
      }
    }
    if places.isEmpty, !watches { problems.forEach { complain("\($0)") } }
    return (places, problems)
  }
}

/// Whether there is a folder of that name.
private func isFolder(_ path: String) -> Bool {
  var isDirectory: ObjCBool = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    && isDirectory.boolValue
}
