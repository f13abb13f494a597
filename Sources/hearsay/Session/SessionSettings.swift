import Foundation
import HearsayConfiguration
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
  /// - Throws: ``SettingsProblem``, with file and line of all that is wrong.
  init(
    _ wishes: Wishes = Wishes(), resources: Resources, folder: SettingsFolder,
    postponingKeys: Bool = false
  ) throws(SettingsProblem) {
    let ownKeys = folder.file("keys")
    let ownConfiguration = try folder.configuration(named: wishes.file)
    configuration = Configuration(keys: KeyMap())
    if postponingKeys, ownKeys == nil, ownConfiguration == nil {
      keysToRead = { try Self.keys(of: resources) }
    } else {
      configuration.keys = try Self.keys(of: resources)
    }
    if let own = ownKeys {
      let keys = configuration.keys
      configuration.keys = try Self.read(own.path) { try KeyMap(parsing: own.text, over: keys) }
      files.append(own.path)
    }
    if let own = ownConfiguration {
      let themes = folder.themeNames(with: resources)
      var configuration = configuration
      try Self.read(own.path) { try configuration.read(own.text, themes: themes) }
      self.configuration = configuration
      files.append(own.path)
    }
    if let theme = wishes.theme {
      let themes = folder.themeNames(with: resources)
      guard themes.contains(theme) else {
        let known = themes.joined(separator: ", ")
        throw SettingsProblem(description: "There is no theme called “\(theme)”, but \(known).")
      }
      configuration.theme = theme
    }
    if let mouse = wishes.mouse { configuration.mouse = mouse }

    theme = try folder.theme(called: configuration.theme, in: resources)
    if let own = folder.file("theme") {
      let base = theme
      theme = try Self.read(own.path) { try Theme(parsing: own.text, over: base) }
      files.append(own.path)
    }
    let base = theme
    let colours = configuration.colours
    theme = try Self.read("colours") { try Theme(colours, over: base) }
    monochrome = { try folder.theme(called: "monochrome", in: resources) }
  }

  /// The program's own keys.
  private static func keys(of resources: Resources) throws(SettingsProblem) -> KeyMap {
    try read(resources.path("keys/default.keys")) {
      try KeyMap(parsing: resources.text("keys/default.keys"))
    }
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

  /// A file in it; `nil` where there is none.
  func file(_ name: String) -> (path: String, text: String)? {
    path.flatMap { Self.text(of: "\($0)/\(name)") }
  }

  /// The configuration, or the file that somebody named instead.
  func configuration(named name: String?) throws(SettingsProblem) -> (path: String, text: String)? {
    guard let name else { return file("config.toml") }
    guard let named = Self.text(of: name) else {
      throw SettingsProblem(description: "The configuration file “\(name)” cannot be read.")
    }
    return named
  }

  private static func text(of path: String) -> (path: String, text: String)? {
    FileManager.default.contents(atPath: path).map { (path, String(decoding: $0, as: UTF8.self)) }
  }

  /// The themes that come with the program, and the person's own.
  func themeNames(with resources: Resources) -> [String] {
    let own = path.map { Resources(folder: URL(fileURLWithPath: $0)).names(in: "themes") } ?? []
    let names = (resources.names(in: "themes") + own).filter { $0.hasSuffix(".theme") }
      .map { String($0.dropLast(6)) }
    return Set(names).sorted()
  }

  /// A theme by its name; the person's own goes before the program's.
  fileprivate func theme(
    called name: String, in resources: Resources
  ) throws(SettingsProblem) -> Theme {
    let file = "themes/\(name).theme"
    if let own = self.file(file) {
      return try SessionSettings.read(own.path) { try Theme(parsing: own.text) }
    }
    return try SessionSettings.read(resources.path(file)) {
      try Theme(parsing: resources.text(file))
    }
  }
}
