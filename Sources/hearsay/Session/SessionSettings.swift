import Foundation
import HearsayReader
import HearsayResources

/// How a session looks and which keys do what.
struct SessionSettings: Sendable {
  /// Which keys do what.
  var keys: KeyMap
  /// How it looks in colour.
  var theme: Theme
  /// How it looks without.
  var monochrome: Theme
  /// Whether wheel and clicks are asked for.
  var mouse: Bool
}

extension SessionSettings {
  /// Reads the program's own settings and over them the reader's, from `hearsay/keys` and
  /// `hearsay/theme` in the folder for settings.
  ///
  /// - Throws: ``SettingsProblem``, with file and line of all that is wrong.
  init(theme name: String, mouse: Bool, resources: Resources, configuration folder: String?) throws
  {
    func own(_ name: String) -> (file: String, text: String)? {
      guard let path = folder.map({ "\($0)/\(name)" }),
        let data = FileManager.default.contents(atPath: path)
      else { return nil }
      return (path, String(decoding: data, as: UTF8.self))
    }
    func read<Setting>(_ file: String, _ parse: () throws -> Setting) throws -> Setting {
      do {
        return try parse()
      } catch let problems as FileProblems {
        throw SettingsProblem(description: problems.description(ofFile: file))
      }
    }
    func theme(called name: String) throws -> Theme {
      guard Self.themeNames(in: resources).contains(name) else {
        let known = Self.themeNames(in: resources).joined(separator: ", ")
        throw SettingsProblem(description: "There is no theme called “\(name)”, but \(known).")
      }
      let file = "themes/\(name).theme"
      return try read(resources.path(file)) { try Theme(parsing: resources.text(file)) }
    }

    var keys = try read(resources.path("keys/default.keys")) {
      try KeyMap(parsing: resources.text("keys/default.keys"))
    }
    if let (file, text) = own("keys") {
      keys = try read(file) { try KeyMap(parsing: text, over: keys) }
    }
    var colours = try theme(called: name)
    if let (file, text) = own("theme") {
      colours = try read(file) { try Theme(parsing: text, over: colours) }
    }
    self.keys = keys
    self.theme = colours
    monochrome = try theme(called: "monochrome")
    self.mouse = mouse
  }

  /// The themes that come with the program.
  static func themeNames(in resources: Resources) -> [String] {
    resources.names(in: "themes").filter { $0.hasSuffix(".theme") }.map { String($0.dropLast(6)) }
  }

  /// `hearsay` in `$XDG_CONFIG_HOME` or `~/.config`.
  static func folder(environment: [String: String]) -> String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return folder + "/hearsay"
    }
    return environment["HOME"].map { $0 + "/.config/hearsay" }
  }
}

/// What is wrong with the settings, a line for each problem.
struct SettingsProblem: Error, CustomStringConvertible {
  var description: String
}
