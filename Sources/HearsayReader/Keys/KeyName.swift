package import HearsayScreen

/// How keys are written: in key maps, in the hint bar and in the help.
///
/// A character stands for itself; `C-x` is control, `M-x` is alt, `S-Tab` is Tab with shift.
extension Key {
  /// Keys with a name of their own. The first name of a key is the one that is shown.
  private static let names: [(name: String, key: Key)] = [
    ("Space", .character(" ")), ("Comma", .character(",")), ("#", .character("#")),
    ("Hash", .character("#")),
    ("Tab", .tab), ("S-Tab", .backTab), ("Enter", .enter), ("Esc", .escape),
    ("Backspace", .backspace), ("Delete", .delete), ("Insert", .insert),
    ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
    ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
    ("PageUp", .pageUp), ("PageDown", .pageDown), ("Return", .enter), ("Escape", .escape),
  ]

  /// Reads `j`, `C-d`, `S-Tab`, `F1`; `nil` where no key has that name.
  package init?(named text: some StringProtocol) {
    let name = String(text)
    if name.count == 1, let character = name.first {
      self = .character(character)
    } else if let known = Self.names.first(where: { $0.name.lowercased() == name.lowercased() }) {
      self = known.key
    } else if name.count == 3, name.hasPrefix("C-"), let letter = name.last {
      self = .control(Character(letter.lowercased()))
    } else if name.count == 3, name.hasPrefix("M-"), let letter = name.last {
      self = .alt(letter)
    } else if name.first == "F" || name.first == "f", let number = Int(name.dropFirst()),
      (1...24).contains(number)
    {
      self = .function(number)
    } else {
      return nil
    }
  }

  /// How it is written.
  package var name: String {
    if let known = Self.names.first(where: { $0.key == self }) { return known.name }
    switch self {
    case .character(let character): return String(character)
    case .control(let letter): return "C-\(letter)"
    case .alt(let letter): return "M-\(letter)"
    case .function(let number): return "F\(number)"
    default: return "?"
    }
  }
}
