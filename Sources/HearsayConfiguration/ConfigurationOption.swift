import HearsayModel
import HearsayReader

/// A setting with a name: what it is for, what it may be, how it is taken and how it is shown.
///
/// This table is the one place where an option is made: the file's reader, `--print-config`, the manual and the
/// answers to misspelt names follow it.
package struct ConfigurationOption: Sendable {
  /// Its name, behind that of its table: `mark.status`.
  package let name: String
  /// What it is for, in a sentence.
  package let words: String
  /// What it may be.
  package let accepted: String
  /// Takes a value; `false` where it is none that this option may have.
  let take: @Sendable (inout Configuration, Value) -> Bool
  /// The value in force; `nil` where there is none.
  let show: @Sendable (Configuration) -> Value?
}

extension ConfigurationOption {
  /// All options, in the order in which they are shown.
  package static let all: [ConfigurationOption] = [
    .text(
      "theme", \.theme,
      "The theme: default, light, dark, high-contrast, monochrome, or the name of a file in "
        + "hearsay/themes beside this one, without its “.theme”.",
      "the name of a theme"),
    .whole(
      "measure", \.preferences.measure, 20...200,
      "The longest line of an article, in columns."),
    ConfigurationOption(
      name: "split",
      words:
        "The share of the window's width for list and detail, in percent; 0 to let hearsay decide.",
      accepted: "a whole number from 15 to 80, or 0",
      take: { configuration, value in
        guard case .whole(let number) = value, number == 0 || (15...80).contains(number) else {
          return false
        }
        let panes = configuration.preferences.panes
        configuration.preferences.panes = Panes(
          side: panes.side, width: number == 0 ? nil : Double(number) / 100, height: panes.height)
        return true
      },
      show: { .whole(Int((($0.preferences.panes.width ?? 0) * 100).rounded())) }),
    .choice(
      "side-pane", \.preferences.panes.side,
      "Where the list goes in a narrow window: in place of the article at a key, below it, or nowhere."
    ),
    .choice(
      "signs", \.preferences.signs,
      "Which signs are drawn: auto for those the terminal has, unicode for all, or ascii."),
    ConfigurationOption(
      name: "filter",
      words:
        "The filter in force at the start, such as “not unattributed:yes” or “@name”; \"\" for "
        + "everything.",
      accepted: "a filter",
      take: { configuration, value in
        guard case .text(let text) = value,
          (try? Filter(text, named: configuration.preferences.filters)) != nil
        else { return false }
        configuration.preferences.filter = text
        return true
      },
      show: { .text($0.preferences.filter) }),
    .truth("mouse", \.mouse, "Scroll, select and move the border with the mouse."),
    ConfigurationOption(
      name: "clipboard",
      words: "Where copied text goes: to the terminal (OSC 52), nowhere, or to a command.",
      accepted: "\"terminal\", \"off\" or a command such as \"wl-copy\"",
      take: { configuration, value in
        guard case .text(let text) = value, !text.isEmpty else { return false }
        configuration.clipboard =
          text == "terminal" ? .terminal : text == "off" ? .off : .command(text)
        return true
      },
      show: { configuration in
        switch configuration.clipboard {
        case .terminal: .text("terminal")
        case .off: .text("off")
        case .command(let command): .text(command)
        }
      }),
    ConfigurationOption(
      name: "template",
      words:
        "The template in which a claim is copied: citation, house, markdown, obsidian, web, or the name of a file "
        + "in hearsay/templates beside this one, without its “.template”; \"\" for the words with who "
        + "said them.",
      accepted: "the name of a template",
      take: { configuration, value in
        guard case .text(let text) = value, !text.contains("/") else { return false }
        configuration.template = text
        return true
      },
      show: { .text($0.template) }),
    .truth(
      "model", \.model,
      "Find attributions with the trained tagger as well as rules; rules alone are faster and find less."
    ),
    .truth(
      "prefetch", \.prefetch,
      "Fetch and analyse what is new in the feeds in the background, before you open it."),
    .optionalText(
      "editor", \.editor, "The editor for notes and texts, instead of $VISUAL or $EDITOR.",
      "a command, or \"\" for none"),
    .optionalText(
      "browser", \.browser, "The browser, instead of $BROWSER or xdg-open.",
      "a command, or \"\" for none"),
    .choice(
      "mark.status", \.preferences.newMark.status, "The status of a new mark."),
    .choice(
      "mark.priority", \.preferences.newMark.priority, "The priority of a new mark."),
    ConfigurationOption(
      name: "mark.tags", words: "The tags of a new mark.",
      accepted: "a list of words, such as [\"desk\", \"monday\"]",
      take: { configuration, value in
        guard let tags = value.texts, tags.allSatisfy({ !$0.isEmpty }) else { return false }
        configuration.preferences.newMark.tags = tags
        return true
      },
      show: { .list($0.preferences.newMark.tags.map { .text($0) }) }),
  ]
}

// MARK: - Kinds of options

extension ConfigurationOption {
  private typealias Path<Content> = WritableKeyPath<Configuration, Content> & Sendable

  private static func text(
    _ name: String, _ path: Path<String>, _ words: String, _ accepted: String
  ) -> ConfigurationOption {
    ConfigurationOption(
      name: name, words: words, accepted: accepted,
      take: { configuration, value in
        guard case .text(let text) = value, !text.isEmpty else { return false }
        configuration[keyPath: path] = text
        return true
      },
      show: { .text($0[keyPath: path]) })
  }

  private static func optionalText(
    _ name: String, _ path: Path<String?>, _ words: String, _ accepted: String
  ) -> ConfigurationOption {
    ConfigurationOption(
      name: name, words: words, accepted: accepted,
      take: { configuration, value in
        guard case .text(let text) = value else { return false }
        configuration[keyPath: path] = text.isEmpty ? nil : text
        return true
      },
      show: { .text($0[keyPath: path] ?? "") })
  }

  private static func whole(
    _ name: String, _ path: Path<Int>, _ range: ClosedRange<Int>, _ words: String
  ) -> ConfigurationOption {
    ConfigurationOption(
      name: name, words: words,
      accepted: "a whole number from \(range.lowerBound) to \(range.upperBound)",
      take: { configuration, value in
        guard case .whole(let number) = value, range.contains(number) else { return false }
        configuration[keyPath: path] = number
        return true
      },
      show: { .whole($0[keyPath: path]) })
  }

  private static func truth(_ name: String, _ path: Path<Bool>, _ words: String)
    -> ConfigurationOption
  {
    ConfigurationOption(
      name: name, words: words, accepted: "true or false",
      take: { configuration, value in
        guard case .truth(let isTrue) = value else { return false }
        configuration[keyPath: path] = isTrue
        return true
      },
      show: { .truth($0[keyPath: path]) })
  }

  private static func choice<Choice: CaseIterable & RawRepresentable<String> & Sendable>(
    _ name: String, _ path: Path<Choice>, _ words: String
  ) -> ConfigurationOption {
    let names = Choice.allCases.map { Value.quoted($0.rawValue) }
    return ConfigurationOption(
      name: name, words: words,
      accepted: names.dropLast().joined(separator: ", ") + " or " + (names.last ?? ""),
      take: { configuration, value in
        guard case .text(let text) = value, let choice = Choice(rawValue: text) else {
          return false
        }
        configuration[keyPath: path] = choice
        return true
      },
      show: { .text($0[keyPath: path].rawValue) })
  }
}
