import HearsayConfiguration
import HearsayModel
import HearsayReader

@testable import hearsay

/// The parts of the manual that the program makes, in Markdown.
struct ManualTables {
  /// The keys that it tells.
  var keys: KeyMap
  /// The command line, as the program describes it.
  var tool: Tool

  /// Each part by its name in the manual.
  var all: [(name: String, text: String)] {
    [
      ("synopsis", synopsis), ("keys", keyTables), ("commands", table(CheatSheet.commands)),
      ("filters", table(CheatSheet.filters)), ("flags", flags), ("settings", settings),
      ("options", items(reading?.arguments ?? [])), ("subcommands", subcommands),
    ]
  }
}

// MARK: - Keys and settings

extension ManualTables {
  private var keyTables: String {
    Action.Group.allCases.map { group in
      let rows = Action.allCases.filter { $0.group == group }.compactMap { action in
        let written = self.written(action)
        return written.isEmpty ? nil : "| \(written) | \(action.words) | `\(action.rawValue)` |\n"
      }
      return "### \(group.rawValue)\n\n| key | | name |\n|---|---|---|\n\(rows.joined())"
    }.joined(separator: "\n")
  }

  /// The keys of an action, and those that it has in single views.
  func written(_ action: Action) -> String {
    let everywhere = keys.names(of: action).map(code)
    let own = keys.ownNames(of: action).filter { !$0.names.isEmpty }
      .map { "\($0.names.map(code).joined(separator: ", ")) in \($0.view.words)" }
    return (everywhere + own).joined(separator: ", ")
  }

  private func table(_ rows: [(typed: String, words: String)]) -> String {
    "| | |\n|---|---|\n" + rows.map { "| \(code($0.typed)) | \($0.words) |\n" }.joined()
  }

  /// Every flag, the gravest first: what it is called on the screen, its name in filters, what is the matter, and the rule.
  private var flags: String {
    let byWeight = Dictionary(grouping: Flag.allCases, by: \.level).sorted { $0.key > $1.key }
    let rows = byWeight.flatMap(\.value).map { flag in
      "| `\(flag.rawValue)` | \(flag.shortWords) (\(flag.level)): \(flag.words). \(flag.rule) |\n"
    }
    return "| | |\n|---|---|\n" + rows.joined()
  }

  private var settings: String {
    ConfigurationOption.all.map { "- `\($0.name)`: \($0.words) It is \($0.accepted).\n" }.joined()
  }

  /// Keys as code; a bar would end the cell of a table, and a backtick the code.
  private func code(_ keys: String) -> String {
    let escaped = keys.replacing("|", with: "\\|")
    return escaped.contains("`") ? "`` \(escaped) ``" : "`\(escaped)`"
  }
}

// MARK: - The command line

extension ManualTables {
  private var synopsis: String {
    "```\n\(Hearsay.configuration.usage ?? "")\n```\n"
  }

  private var reading: Tool? { tool.subcommands?.first { $0.commandName == "read" } }

  private var subcommands: String {
    (tool.subcommands ?? []).filter { !["read", "help"].contains($0.commandName) }.map { command in
      let parts =
        [command.abstract, "\n"] + paragraphs(of: command) + [items(command.arguments ?? [])]
      return "### hearsay \(command.commandName)\n\n" + parts.joined()
    }.joined(separator: "\n")
  }

  /// What a command says of itself; several lines without an empty one between them are a table.
  private func paragraphs(of command: Tool) -> [String] {
    (command.discussion ?? "").split(separator: "\n\n").map { paragraph in
      let text = paragraph.trimmingCharacters(in: .newlines)
      return text.contains("\n") ? "\n```\n\(text)\n```\n" : "\n\(text)\n"
    } + ["\n"]
  }

  private func items(_ arguments: [Tool.Argument]) -> String {
    var items = ""
    var shown = arguments.filter { $0.shouldDisplay && $0.abstract != nil }[...]
    while let argument = shown.popFirst() {
      var written = argument.written.split(separator: ", ").map(String.init)
      // --mouse and --no-mouse are one thing.
      if let other = shown.first, other.abstract == argument.abstract {
        written.append(other.written)
        shown.removeFirst()
      }
      let names = written.map { "`\($0)`" }.joined(separator: ", ")
      items += "- \(names): \(argument.abstract ?? "")\n"
    }
    return items
  }
}
