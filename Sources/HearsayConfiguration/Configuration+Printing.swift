import HearsayReader

extension Configuration {
  /// All that is in force, as a file that says the same: every option with what it is for, every key.
  ///
  /// - Parameter origin: the files that were read, for the first line.
  package func printed(from origin: [String]) -> String {
    let files = origin.isEmpty ? "Nothing is set: these are hearsay's own settings." : ""
    var lines =
      [
        "# The settings of hearsay that are in force. A file of your own need only say what differs."
      ] + (files.isEmpty ? origin.map { "# Read: \($0)" } : ["# \(files)"])
    var table = ""
    for option in ConfigurationOption.all {
      let parts = option.name.split(separator: ".").map(String.init)
      lines.append("")
      if parts.count == 2, parts[0] != table {
        table = parts[0]
        lines += ["[\(table)]"]
      }
      lines += Self.comment(option.words) + Self.comment("Is \(option.accepted).")
      if let value = option.show(self) { lines.append("\(parts.last ?? "") = \(value.written)") }
    }
    lines += ["", "# Roles of the theme that look otherwise: flag = \"160/red bold\""]
    lines += ["[colours]"] + colours.map { "\($0.name) = \(Value.quoted($0.value))" }
    lines += ["", "# Filters with names: grave = \"flag:bare-source\" is @grave in others"]
    lines += ["[filters]"]
    lines += preferences.filters.names.map {
      "\($0) = \(Value.quoted(preferences.filters[$0] ?? ""))"
    }
    lines += [
      "", "# Several things that one key does, each as it can be typed behind a colon; keys below.",
    ]
    lines += ["# “type …” answers what the step before it asks."]
    lines += ["[macros]"] + keys.macros.map { "\($0.name) = \(Self.written($0.steps))" }
    lines += ["", "# What a key does. “g g” is g and then g again; [] is no key at all.", "[keys]"]
    lines += printedKeys
    return lines.joined(separator: "\n") + "\n"
  }

  private var printedKeys: [String] {
    var lines: [String] = []
    for group in Action.Group.allCases {
      lines += ["# \(group.rawValue)"]
      for action in Action.allCases where action.group == group {
        lines += Self.comment("\(action.words)")
        lines.append("\(action.rawValue) = \(Self.written(keys.names(of: action)))")
      }
    }
    if !keys.macros.isEmpty { lines.append("# Macros") }
    lines += keys.macros.map { "\($0.name) = \(Self.written(keys.names(of: .macro($0.name))))" }
    for view in KeyView.allCases {
      let own = keys.bindable.compactMap { bound in
        keys.ownNames(of: bound).first { $0.view == view }.map { (bound, $0.names) }
      }
      guard !own.isEmpty else { continue }
      lines += ["", "# In \(view.words) alone", "[keys.\(view.rawValue)]"]
      lines += own.map { "\($0.0.name) = \(Self.written($0.1))" }
    }
    return lines
  }

  private static func written(_ names: [String]) -> String {
    Value.list(names.map { .text($0) }).written
  }

  /// A text as comments of no more than a hundred columns.
  private static func comment(_ text: String) -> [String] {
    var lines = ["#"]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + 1 + word.count > 100 { lines.append("#") }
      lines[lines.count - 1] += " " + word
    }
    return lines
  }
}
