package import HearsayModel
import HearsayScreen

/// What somebody wants otherwise than others: data from the configuration, the same for a whole session.
package struct Preferences: Hashable, Sendable {
  /// The longest line of an article, in columns.
  package var measure = 76
  /// How the window is shared at first.
  package var panes = Panes()
  /// Which signs are drawn.
  package var signs = SignChoice.auto
  /// What a mark begins with.
  package var newMark = NewMark()
  /// In what form a claim is copied; `nil` for the words with who said them.
  package var template: Template?
  /// Filters with names.
  package var filters = NamedFilters()
  /// What is listed at the start: a filter, or nothing for everything.
  package var filter = ""

  /// As the program comes.
  package init() {}

  /// Which signs are drawn.
  package enum SignChoice: String, CaseIterable, Hashable, Sendable {
    /// Those that the terminal has.
    case auto
    /// All, whatever the terminal says of itself.
    case unicode
    /// Those of ASCII alone.
    case ascii
  }

  /// What a mark begins with.
  package struct NewMark: Hashable, Sendable {
    /// How far the follow-up has come.
    package var status = Mark.Status.todo
    /// How soon it matters.
    package var priority = Mark.Priority.normal
    /// Words to find it by.
    package var tags: [String] = []

    /// To do, of no special weight.
    package init() {}
  }
}

extension Preferences.SignChoice {
  /// What a terminal can show, as far as it is wanted.
  func applied(to abilities: Abilities) -> Abilities {
    switch self {
    case .auto: abilities
    case .unicode: Abilities(colors: abilities.colors, unicode: true)
    case .ascii: Abilities(colors: abilities.colors, unicode: false)
    }
  }
}
