package import HearsayReader

/// Everything that a person may set, as it is in force: the program's own settings with the person's over them.
///
/// ```toml
/// measure = 72
/// theme = "dark"
///
/// [keys]
/// top = ["g g", "Home"]
/// ```
package struct Configuration: Hashable, Sendable {
  /// The name of the theme.
  package var theme = "default"
  /// Roles of the theme that look otherwise.
  package var colours: [Setting] = []
  /// The name of the template in which claims are copied; empty for none.
  package var template = ""
  /// What the reader needs to know.
  package var preferences = Preferences()
  /// Whether wheel and clicks are asked for.
  package var mouse = true
  /// Where what is copied goes.
  package var clipboard = Clipboard.terminal
  /// Whether the trained tagger works beside the rules.
  package var model = true
  /// Whether the pages that feeds tell of are fetched before anybody opens them.
  package var prefetch = false
  /// What edits notes and texts; `nil` for what `VISUAL` or `EDITOR` names.
  package var editor: String?
  /// What opens addresses; `nil` for what `BROWSER` names, or the desktop's own.
  package var browser: String?
  /// Which keys do what.
  package var keys: KeyMap

  /// The program's own settings, with these keys.
  package init(keys: KeyMap) { self.keys = keys }
}

/// Where what is copied goes.
package enum Clipboard: Hashable, Sendable {
  /// To the terminal, which hands it on (OSC 52).
  case terminal
  /// Nowhere.
  case off
  /// To a command's standard input: `wl-copy`.
  case command(String)
}
