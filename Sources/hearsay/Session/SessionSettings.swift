import Foundation
import HearsayConfiguration
import HearsayIngest
import HearsayModel
import HearsayReader
import HearsayResources

/// How a session looks, which keys do what, and what else its reader wants otherwise.
struct SessionSettings: Sendable {
  /// All that a person may set.
  var configuration: Configuration
  /// How it looks in colour.
  var theme: Theme
  /// Reads how it looks without, for the few terminals that have none.
  var monochrome: @Sendable () throws -> Theme
  /// The files of the person that were read, in order.
  var files: [String] = []
  /// What is wrong in them, a sentence for each, with file and line; what is wrong was left out.
  var problems: [String] = []
  /// Reads the keys where they are not in the configuration yet: they are the program's own, and the first screen needs
  /// none.
  var keysToRead: (@Sendable () throws -> KeyMap)?
}

extension SessionSettings {
  /// What somebody says on the command line: it wins over every file.
  struct Wishes {
    var theme: String?
    var mouse: Bool?
    /// The configuration file to read instead of the usual one.
    var file: String?
  }

  /// Reads the program's own settings and over them the person's: `keys`, `theme` and `config.toml` in their
  /// folder, the last with the last word.
  ///
  /// - Parameter postponingKeys: whether the keys may be left to ``keysToRead``, where nobody has others.
  /// - Throws: ``SettingsProblem``, where the program's own settings or those of the command line cannot be read.
  init(
    _ wishes: Wishes = Wishes(), resources: Resources, folder: SettingsFolder,
    postponingKeys: Bool = false
  ) throws(SettingsProblem) {
    monochrome = { try folder.theme(called: "monochrome", in: resources).theme }
    theme = Theme()
    configuration = Configuration(keys: KeyMap())
    let ownKeys = text(of: "keys", in: folder)
    let ownConfiguration =
      if let name = wishes.file {
        try folder.configuration(named: name)
      } else {
        text(of: "config.toml", in: folder)
      }
    if postponingKeys, ownKeys == nil, ownConfiguration == nil {
      keysToRead = { try Self.keys(of: resources) }
    } else {
      configuration.keys = try Self.keys(of: resources)
    }
    if let own = ownKeys {
      let keys = configuration.keys
      configuration.keys = take(own) { try KeyMap(parsing: $0, over: keys) } ?? keys
    }
    let themes =
      ownConfiguration == nil && wishes.theme == nil ? [] : folder.themeNames(with: resources)
    if let own = text(of: "filters", in: folder) { takeFilters(own) }
    if let own = ownConfiguration {
      files.append(own.path)
      note(configuration.read(own.text, themes: themes).problems, in: own.path)
    }
    if let theme = wishes.theme {
      guard themes.contains(theme) else {
        let known = themes.joined(separator: ", ")
        throw SettingsProblem(description: "There is no theme called “\(theme)”, but \(known).")
      }
      configuration.theme = theme
    }
    if let mouse = wishes.mouse { configuration.mouse = mouse }

    if !configuration.template.isEmpty {
      do throws(SettingsProblem) {
        configuration.preferences.template = try folder.template(
          called: configuration.template, in: resources)
      } catch {
        problems.append(error.description)
      }
    }
    let chosen = try folder.theme(called: configuration.theme, in: resources)
    theme = chosen.theme
    problems += chosen.problems
    if let own = text(of: "theme", in: folder) {
      let base = theme
      theme = take(own) { try Theme(parsing: $0, over: base) } ?? base
    }
    let base = theme
    let colours = configuration.colours
    theme = try Self.read("colours") { try Theme(colours, over: base) }
  }

  /// A file of the person; `nil` where there is none, or where it cannot be read, which is noted.
  private mutating func text(of name: String, in folder: SettingsFolder) -> SettingsFolder.File? {
    do throws(SettingsProblem) {
      return try folder.file(name)
    } catch {
      problems.append(error.description)
      return nil
    }
  }

  /// Takes what is right of a file of the person, and notes what is wrong.
  private mutating func take<Result>(
    _ file: SettingsFolder.File, _ parse: (String) throws -> Result
  ) -> Result? {
    files.append(file.path)
    let (result, wrong) = file.read(parse)
    note(wrong, in: file.path)
    return result
  }

  /// Takes filters with names, each in a line `name = filter`; of two of one name the later one holds.
  private mutating func takeFilters(_ file: SettingsFolder.File) {
    let known = configuration.preferences.filters
    let taken = take(file) { try NamedFilters(parsing: $0, over: known) }
    configuration.preferences.filters = taken ?? known
  }

  private mutating func note(_ wrong: [FileProblems.Problem], in file: String) {
    guard !wrong.isEmpty else { return }
    let lines = FileProblems(problems: wrong).description(ofFile: file)
    problems += lines.split(separator: "\n").map(String.init)
  }

  /// The program's own keys.
  private static func keys(of resources: Resources) throws(SettingsProblem) -> KeyMap {
    try read(resources.path("keys/default.keys")) {
      try KeyMap(parsing: resources.text("keys/default.keys"))
    }
  }

  /// What is said of the problems in one line; `nil` where there is none.
  var sentence: String? {
    guard let first = problems.first else { return nil }
    return problems.count == 1
      ? first : "\(first) (\(problems.count - 1) more: hearsay --check-config)"
  }

  /// Does something with a file, and puts its name before what is wrong in it.
  fileprivate static func read<Result>(
    _ file: String, _ parse: () throws -> Result
  ) throws(SettingsProblem) -> Result {
    do {
      return try parse()
    } catch let problems as FileProblems {
      throw SettingsProblem(description: problems.description(ofFile: file))
    } catch {
      throw SettingsProblem(description: "\(error)")
    }
  }
}

/// What is wrong with the settings, a line for each problem.
struct SettingsProblem: Error, CustomStringConvertible {
  var description: String
}

// MARK: - Where they are

/// The folder of a person's settings: `hearsay` in `$XDG_CONFIG_HOME` or `~/.config`.
struct SettingsFolder: Sendable {
  /// Its path; `nil` where nobody has a home.
  let path: String?

  /// The folder of this environment.
  init(environment: Variables) {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      path = folder + "/hearsay"
    } else {
      path = environment["HOME"].map { $0 + "/.config/hearsay" }
    }
  }

  /// Adds a filter with a name to the file of those.
  ///
  /// - Returns: what to say where it cannot be kept.
  func keep(_ filter: String, as name: String) -> String? {
    guard let path else { return "There is no folder to keep a filter in: $HOME is not set." }
    let line = "\(name) = \(filter.split(whereSeparator: \.isNewline).joined(separator: " "))"
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    do throws(SystemReason) {
      try OutputFile("\(path)/filters").append(line: line)
      return nil
    } catch {
      return "The filter is kept for this session only: \(error.words)."
    }
  }

  /// A file of settings.
  struct File: Sendable {
    let path: String
    let text: String
  }

  /// A file in it; `nil` where there is none.
  ///
  /// - Throws: ``SettingsProblem``, where there is one that cannot be read.
  func file(_ name: String) throws(SettingsProblem) -> File? {
    guard let path else { return nil }
    do throws(IngestError) {
      return try Self.file(at: "\(path)/\(name)")
    } catch {
      if case .missing = error { return nil }
      throw SettingsProblem(description: "\(error)")
    }
  }

  /// The configuration that somebody named instead of the usual one.
  func configuration(named name: String) throws(SettingsProblem) -> File {
    do throws(IngestError) {
      return try Self.file(at: name)
    } catch {
      throw SettingsProblem(
        description: "The configuration file “\(name)” cannot be read: \(error)")
    }
  }

  /// More than anybody has to say, in bytes.
  private static let sizeLimit = 1 << 20

  private static func file(at path: String) throws(IngestError) -> File {
    let bytes = try Ingest(sizeLimit: sizeLimit).bytes(ofFile: path)
    return File(path: path, text: String(decoding: bytes, as: UTF8.self))
  }

  /// The themes that come with the program, and the person's own.
  func themeNames(with resources: Resources) -> [String] {
    let own = path.map { Resources(folder: URL(fileURLWithPath: $0)).names(in: "themes") } ?? []
    let names = (resources.names(in: "themes") + own).filter { $0.hasSuffix(".theme") }
      .map { String($0.dropLast(6)) }
    return Set(names).sorted()
  }

  /// A theme by its name, and what is wrong with it; the person's own goes before the program's.
  fileprivate func theme(
    called name: String, in resources: Resources
  ) throws(SettingsProblem) -> (theme: Theme, problems: [String]) {
    let name = "themes/\(name).theme"
    if let own = try file(name) {
      let (theme, wrong) = own.read { try Theme(parsing: $0) }
      let problems = FileProblems(problems: wrong).description(ofFile: own.path)
      return (theme ?? Theme(), problems.split(separator: "\n").map(String.init))
    }
    let theme = try SessionSettings.read(resources.path(name)) {
      try Theme(parsing: resources.text(name))
    }
    return (theme, [])
  }
}

extension SettingsFolder {
  /// A template by its name; the person's own goes before the program's.
  ///
  /// - Throws: ``SettingsProblem``, where there is none or it cannot be read.
  func template(called name: String, in resources: Resources) throws(SettingsProblem) -> Template {
    let file = "templates/\(name).template"
    let own = try self.file(file)
    guard !name.contains("/"), let text = own?.text ?? (try? resources.text(file)) else {
      let mine = path.map { Resources(folder: URL(fileURLWithPath: $0)).names(in: "templates") }
      let names = Set(resources.names(in: "templates") + (mine ?? []))
        .filter { $0.hasSuffix(".template") }.map { String($0.dropLast(9)) }.sorted()
      throw SettingsProblem(
        description: "There is no template “\(name)”, but \(names.joined(separator: ", ")).")
    }
    do throws(Template.Problem) {
      return try Template(text)
    } catch {
      throw SettingsProblem(description: "\(own?.path ?? file): \(error.sentence)")
    }
  }
}

extension SettingsFolder.File {
  /// Reads it without the lines that are wrong.
  fileprivate func read<Result>(
    _ parse: (String) throws -> Result
  ) -> (result: Result?, problems: [FileProblems.Problem]) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return FileProblems.leavingOut(Array(lines.indices), inLine: { $0 + 1 }) { left in
      // The others keep their numbers.
      var kept = [Substring](repeating: "", count: lines.count)
      for index in left { kept[index] = lines[index] }
      return try parse(kept.joined(separator: "\n"))
    }
  }
}
