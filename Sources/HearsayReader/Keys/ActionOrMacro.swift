/// What a key can do.
package enum ActionOrMacro: Hashable, Sendable {
  case action(Action)
  /// A macro, by its name.
  case macro(String)
}

extension ActionOrMacro {
  /// What it is called in key maps and behind a colon.
  package var name: String {
    switch self {
    case .action(let action): action.rawValue
    case .macro(let name): name
    }
  }

  /// What it does, in a word or two of the hint bar.
  var hint: String {
    switch self {
    case .action(let action): action.hint
    case .macro(let name): name
    }
  }
}
