import HearsayModel
package import HearsayReader

extension Configuration {
  /// Takes what a file says over what is in force; what is wrong in it is left out.
  ///
  /// - Parameter themes: the names of the themes that there are.
  /// - Returns: all that is wrong, in order of lines.
  package mutating func read(_ text: String, themes: [String]) -> FileProblems {
    var reading = FileReading(configuration: self, text: SettingsText(text), themes: themes)
    reading.takeAll()
    self = reading.configuration
    return FileProblems(
      problems: reading.problems.sorted { ($0.line, $0.sentence) < ($1.line, $1.sentence) })
  }
}

/// A file that is being read: what it has set so far, and what is wrong with it.
private struct FileReading {
  var configuration: Configuration
  let text: SettingsText
  let themes: [String]
  private(set) var problems: [FileProblems.Problem]

  init(configuration: Configuration, text: SettingsText, themes: [String]) {
    self.configuration = configuration
    self.text = text
    self.themes = themes
    problems = text.problems
  }

  private mutating func refuse(_ path: [String], _ sentence: String) {
    problems.append(.init(line: text.line(of: path), sentence: sentence))
  }

  /// Takes all that a file says.
  mutating func takeAll() {
    let table = text.table
    // Before the keys: macros can have some.
    if case .table(let macros)? = table["macros"] { takeMacros(macros) }
    // Before the option that may use them.
    if case .table(let filters)? = table["filters"] { takeFilters(filters) }
    for (name, value) in table {
      switch (name, value) {
      case ("macros", .table), ("filters", .table): break
      case ("keys", .table(let keys)): takeKeys(keys)
      case ("colours", .table(let roles)), ("colors", .table(let roles)):
        takeColours(roles, in: name)
      case ("keys", _), ("macros", _), ("filters", _), ("colours", _), ("colors", _):
        refuse([name], "“\(name)” is a table: a line “[\(name)]”, and below it what is in it.")
      case (_, .table(let inner)) where Self.tables.contains(name):
        for (key, value) in inner { take(value, at: [name, key]) }
      case (_, .table):
        // A heading that nobody knows: said once, not for each line below it.
        let hint = Self.hint(
          for: name, among: Self.tables + ["keys", "macros", "filters", "colours"])
        refuse([name], "There is no table “\(name)”.\(hint)")
      default: take(value, at: [name])
      }
    }
  }

  /// The tables that options are in.
  private static let tables = Set(
    ConfigurationOption.all.compactMap { option in
      option.name.contains(".") ? option.name.split(separator: ".").first.map(String.init) : nil
    }
  ).sorted()

  private mutating func take(_ value: Value, at path: [String]) {
    let name = path.joined(separator: ".")
    guard let option = ConfigurationOption.all.first(where: { $0.name == name }) else {
      let hint = Self.hint(
        for: name,
        among: ConfigurationOption.all.map(\.name) + ["keys", "macros", "filters", "colours"])
      return refuse(path, "There is no option “\(name)”.\(hint)")
    }
    if name == "theme", case .text(let theme) = value, !themes.contains(theme) {
      let hint = Self.hint(for: theme, among: themes)
      let known = hint.isEmpty ? " There are \(themes.joined(separator: ", "))." : hint
      return refuse(path, "There is no theme “\(theme)”.\(known)")
    }
    guard option.take(&configuration, value) else {
      return refuse(path, "“\(name)” is \(option.accepted), not \(value.written).")
    }
  }

  private static func hint(for name: String, among names: [String]) -> String {
    nearest(to: name, among: names).map { " Did you mean “\($0)”?" } ?? ""
  }
}

// MARK: - Macros, filters, keys and colours

extension FileReading {
  private mutating func takeFilters(_ filters: [String: Value]) {
    for (name, value) in filters.sorted(by: { $0.key < $1.key }) {
      guard case .text(let text) = value else {
        refuse(
          ["filters", name], "“\(name)” is a filter such as \"naming:bare\", not \(value.written).")
        continue
      }
      do throws(Filter.Problem) {
        try configuration.preferences.filters.keep(text, as: name)
      } catch {
        refuse(["filters", name], error.sentence)
      }
    }
  }

  private mutating func takeMacros(_ macros: [String: Value]) {
    var taken: [Macro] = []
    for (name, value) in macros {
      guard let steps = value.texts else {
        refuse(
          ["macros", name],
          "What “\(name)” does is a list, such as [\"next-flag\", \"mark\"], not \(value.written).")
        continue
      }
      do throws(Macro.Problem) {
        taken.append(try Macro(name: name, steps: steps))
      } catch {
        refuse(["macros", name], error.sentence)
      }
    }
    do {
      configuration.keys = try KeyMap([], macros: taken, over: configuration.keys)
    } catch {
      problems += error.problems
    }
  }

  private mutating func takeKeys(_ keys: [String: Value]) {
    var bindings: [KeyBinding] = []
    for (name, value) in keys {
      if case .table(let inner) = value {
        for (action, value) in inner { bindings += binding(action, value, in: name) }
      } else {
        bindings += binding(name, value, in: nil)
      }
    }
    bindings.sort { ($0.line, $0.action) < ($1.line, $1.action) }
    let known = configuration.keys
    let (keys, problems) = FileProblems.leavingOut(bindings, inLine: \.line) {
      try KeyMap($0, over: known)
    }
    if let keys { configuration.keys = keys }
    self.problems += problems
  }

  private mutating func binding(_ action: String, _ value: Value, in view: String?) -> [KeyBinding]
  {
    let path = ["keys"] + (view.map { [$0] } ?? []) + [action]
    guard let keys = value.texts else {
      refuse(
        path, "The keys of “\(action)” are a list, such as [\"x\", \"g g\"], not \(value.written).")
      return []
    }
    let isNone = keys == [""]
    return [
      KeyBinding(line: text.line(of: path), view: view, action: action, keys: isNone ? [] : keys)
    ]
  }

  private mutating func takeColours(_ roles: [String: Value], in table: String) {
    var settings: [Setting] = []
    for (role, value) in roles {
      guard let texts = value.texts else {
        refuse(
          [table, role], "“\(role)” is a text such as \"160/red bold\", not \(value.written).")
        continue
      }
      settings.append(
        Setting(
          line: text.line(of: [table, role]), name: role, value: texts.joined(separator: ", ")))
    }
    settings.sort { ($0.line, $0.name) < ($1.line, $1.name) }
    let (taken, problems) = FileProblems.leavingOut(settings, inLine: \.line) { settings in
      _ = try Theme(settings)
      return settings
    }
    if let taken { configuration.colours = taken }
    self.problems += problems
  }
}
