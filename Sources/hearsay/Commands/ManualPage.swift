import Foundation
import HearsayConfiguration
import HearsayReader

/// The manual page hearsay(1), made from the command line's own help, the table of actions and that of options.
struct ManualPage {
  /// The keys it tells.
  let keys: KeyMap

  /// The page, for man.
  var text: String {
    get throws {
      let tool = try Tool.described()
      var page = Roff()
      page.line(".TH HEARSAY 1 \"\" \"hearsay \(Hearsay.configuration.version)\" \"\"")
      page.section("NAME")
      page.text("hearsay \\- \(Roff.escaped(tool.abstract.withoutLastDot))", isEscaped: true)
      page.section("SYNOPSIS")
      for usage in Hearsay.configuration.usage?.split(separator: "\n") ?? [] {
        page.line(".B \(Roff.escaped(String(usage)))")
        page.line(".br")
      }
      page.section("DESCRIPTION")
      page.paragraphs(tool.discussion ?? "")
      addCommands(of: tool, to: &page)
      addKeys(to: &page)
      addSettings(to: &page)
      addFiles(to: &page)
      return page.text
    }
  }
}

// MARK: - The command line

extension ManualPage {
  private func addCommands(of tool: Tool, to page: inout Roff) {
    let reading = tool.subcommands?.first { $0.commandName == "read" }
    page.section("OPTIONS")
    add(reading?.arguments ?? [], to: &page)
    page.section("COMMANDS")
    for command in tool.subcommands ?? [] where !["read", "help"].contains(command.commandName) {
      page.subsection("hearsay \(command.commandName)")
      page.text(command.abstract)
      page.paragraphs(command.discussion ?? "", keepsLines: true)
      add(command.arguments ?? [], to: &page)
    }
  }

  private func add(_ arguments: [Tool.Argument], to page: inout Roff) {
    var shown = arguments.filter { $0.shouldDisplay && $0.abstract != nil }[...]
    while let argument = shown.popFirst() {
      var written = argument.written
      // --mouse and --no-mouse are one thing.
      if let other = shown.first, other.abstract == argument.abstract {
        written += ", \(other.written)"
        shown.removeFirst()
      }
      page.item(written, argument.abstract ?? "")
    }
  }
}

// MARK: - Keys and settings

extension ManualPage {
  private func addKeys(to page: inout Roff) {
    page.section("KEYS")
    page.text("As the program comes; ? in the program shows them as they are on your machine.")
    for group in Action.Group.allCases {
      page.subsection(group.rawValue)
      for row in CheatSheet.rows(of: group, in: keys) {
        page.item(row.keys.joined(separator: ", "), "\(row.action.words) (\(row.action.rawValue))")
      }
    }
    page.section("THE COMMAND LINE")
    page.text("Behind a colon the name of every action can be typed, as in brackets above, and:")
    for (typed, words) in CheatSheet.commands { page.item(typed, words) }
    page.section("SEARCHING")
    page.text(
      "Words are found as they stand; what does not occur like that is looked for as a regular expression. Capitals "
        + "count only where one is typed; a space stands for any white space and a straight quotation mark for every kind."
    )
    page.section("FILTERS")
    for (typed, words) in CheatSheet.filters { page.item(typed, words) }
  }

  private func addSettings(to page: inout Roff) {
    page.section("SETTINGS")
    page.text(
      "config.toml in $XDG_CONFIG_HOME/hearsay says what differs, in TOML. hearsay --print-config prints all of it, "
        + "hearsay --check-config what is wrong with it.")
    for option in ConfigurationOption.all {
      page.item(option.name, "\(option.words) It is \(option.accepted).")
    }
    page.item("[keys]", "The keys of actions by their names: top = [\"g g\", \"Home\"].")
    page.item(
      "[keys.list]",
      "The same for one view: \(KeyView.allCases.map(\.rawValue).joined(separator: ", ")).")
    page.item(
      "[macros]",
      "Several things at once, each as it can be typed behind a colon: weigh = [\"next-flag\", \"mark\", \"set-due\", "
        + "\"type fri\"]. Its keys stand under [keys]: weigh = \", w\".")
    page.item("[colours]", "Roles of the theme: flag = \"160/red bold\".")
  }

  private func addFiles(to page: inout Roff) {
    page.section("FILES")
    page.item("$XDG_CONFIG_HOME/hearsay/config.toml", "The settings.")
    page.item("$XDG_CONFIG_HOME/hearsay/themes/", "Themes of your own.")
    page.item("$XDG_DATA_HOME/hearsay/hearsay.sqlite", "What was read, and every mark.")
    page.item("$XDG_STATE_HOME/hearsay/", "What was typed, and how the window was shared.")
    page.section("ENVIRONMENT")
    page.item("VISUAL, EDITOR", "What edits notes and texts.")
    page.item("BROWSER", "What opens addresses.")
    page.item("NO_COLOR", "Where it is set, nothing is coloured.")
    page.item("COLORTERM", "truecolor or 24bit: themes may use all colours.")
    page.item("HEARSAY_RESOURCES", "The folder of the program's data.")
  }
}

extension String {
  fileprivate var withoutLastDot: String { hasSuffix(".") ? String(dropLast()) : self }
}
