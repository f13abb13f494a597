import HearsayModel
import HearsayScreen

/// The help.
struct HelpMode: ListMode {
  static let view = KeyView.help
  static let opener: Action? = .help

  var place = ListPlace()
  /// Where it was asked for: what is told are the keys of that place.
  let below: KeyView

  static func open(in reader: inout Reader) -> [Effect] {
    reader.open(HelpMode(below: (reader.modes.top as? HelpMode)?.below ?? reader.keyView))
  }

  func rows(in reader: Reader) -> any OverlayRows {
    HelpRows(keys: reader.keys, view: below, hints: hintsBelow(in: reader), look: reader.look)
  }

  func hints(in reader: Reader) -> [Hint] { [Hint(.search), Hint(.back)] }

  /// What is worth doing where the help was asked for.
  private func hintsBelow(in reader: Reader) -> [Hint] {
    var below = reader
    below.modes.close()
    return below.modes.top.hints(in: below)
  }

  /// Searching begins anew each time.
  func act(_ action: Action, in reader: inout Reader) -> [Effect]? {
    guard action == .search || action == .filter else { return actAsList(action, in: &reader) }
    filter(by: "", in: &reader)
    return reader.ask(RowFilterQuestion(before: ""))
  }
}

// MARK: - Rows

/// The help: every action with its keys as they are where the help was asked for, and every sign with its meaning.
struct HelpRows: OverlayRows {
  let title = "Help"
  let emptyWords = ""
  let height = 1
  let isSelectable = false
  private let rows: [Line]
  /// The name of the action in a row: the help is searched for it too.
  private let names: [Int: String]

  /// - Parameter hints: what is worth doing in `view`: it comes first, then the signs, then everything.
  init(keys: KeyMap, view: KeyView, hints: [Hint] = [], look: Look) {
    let here = Self.here(hints, keys, in: view, look)
    let signs = Self.signs(look).map { (line: $0, bound: ActionOrMacro?.none) }
    let actions = Self.actions(keys, in: view, look)
    let told = here + (here.isEmpty ? Array(signs.dropFirst()) : signs) + actions
    rows = told.map(\.line) + Self.typed(keys, look)
    names = Dictionary(
      uniqueKeysWithValues: told.enumerated().compactMap { index, row in
        row.bound.map { (index, $0.name) }
      })
  }

  var count: Int { rows.count }
  func words(of index: Int) -> String { "\(rows[index].text) \(names[index] ?? "")" }
  func lines(of index: Int) -> [Line] { [rows[index]] }
}

// MARK: - Keys

extension HelpRows {
  /// The column in which the explanations of keys and signs begin, and of what is typed or a flag.
  private static let (indent, wideIndent) = (20, 26)

  private static func heading(_ text: String, _ look: Look) -> [Line] {
    [Line(), Line(" \(text)", look[.strong])]
  }

  private static func row(
    _ sign: String, _ words: String, _ look: Look, _ style: Style, indent: Int = indent
  ) -> Line {
    let pad = String(repeating: " ", count: max(2, indent - 3 - SafeText.width(of: sign)))
    return Line("   ").adding(sign, style).adding(pad + words, look[.row])
  }

  private typealias Row = (line: Line, bound: ActionOrMacro?)

  private static func actions(_ keys: KeyMap, in view: KeyView, _ look: Look) -> [Row] {
    let groups = Action.Group.allCases.flatMap { group -> [Row] in
      let rows =
        Action.allCases.filter { $0.group == group }.compactMap { action -> Row? in
          let names = keys.names(of: action, in: view)
          return names.isEmpty
            ? nil : (row(written(names), action.words, look, look[.hintKey]), .action(action))
        } + (group == .macros ? macros(keys, in: view, look) : [])
      return rows.isEmpty ? [] : heading(group.rawValue, look).map { ($0, nil) } + rows
    }
    return groups
  }

  /// What is worth doing in a view, in the order of its hints.
  private static func here(
    _ hints: [Hint], _ keys: KeyMap, in view: KeyView, _ look: Look
  ) -> [Row] {
    let rows = hints.compactMap { hint -> Row? in
      let names = keys.names(of: hint.action, in: view)
      let words = hint.words == hint.action.hint ? hint.action.words : hint.words
      return names.isEmpty
        ? nil : (row(written(names), words, look, look[.hintKey]), .action(hint.action))
    }
    return rows.isEmpty ? [] : [(Line(" In \(view.words)", look[.strong]), nil)] + rows
  }

  /// Between sequences, which have spaces of their own, spaces would not do.
  private static func written(_ names: [String]) -> String {
    names.joined(separator: names.contains { $0.contains(" ") } ? ", " : " ")
  }

  /// What the person has put together: those without a key are typed behind a colon.
  private static func macros(_ keys: KeyMap, in view: KeyView, _ look: Look) -> [Row] {
    keys.macros.map { macro in
      let names = keys.names(of: .macro(macro.name), in: view)
      let typed = names.isEmpty ? ":\(macro.name)" : written(names)
      let words = names.isEmpty ? macro.words : "\(macro.name): \(macro.words)"
      return (row(typed, words, look, look[.hintKey]), .macro(macro.name))
    }
  }
}

// MARK: - Signs

extension HelpRows {
  private static func signs(_ look: Look) -> [Line] {
    let set = look.signSet
    let signs = look.signs
    func row(_ sign: some CustomStringConvertible, _ words: String, _ style: Style = .plain) -> Line
    {
      Self.row("\(sign)", words, look, look[.strong].with(style))
    }
    let naming = Naming.allCases.map { row($0.sign(in: set), $0.words) }
    let kindsOfSource = SourceKind.allCases.map { row($0.sign, $0.words) }
    let manner = Manner.allCases.map { row($0.sign(in: set), $0.words) }
    let (open, close) = look.unicode ? ("▐", "▌") : ("[", "]")
    let others = [
      row(signs.relayed, Flag.relayed.words),
      row(signs.hop.filter { $0 != " " }, "heard it from"),
      row(signs.highFlag, "look at this first", look[.flag]),
      row(signs.mark, "marked by you", look[.mark]),
      row(signs.unkept, "marked by you, but not saved in the library", look[.flag]),
      row("\(open) \(close)", "the selection starts and ends here"),
      row(
        Naming.implicit.sign(in: set), "in the margin: \(UnattributedSentence.Kind.event.words)",
        look[.quiet]),
      row(look.unicode ? "¶" : "p", "the number of the paragraph"),
    ]
    let map = MapSigns(unicode: look.unicode)
    let mapSigns = [
      row(map.quoted, "quoted, in its source's tone"),
      row(map.indirect, "paraphrased, in its source's tone"),
      row(map.unattributed, "unattributed"),
      row(map.other, "headlines, and everything else"),
      row(map.seen, "on the screen now"),
      row(map.selected, "selected"),
    ]
    let kinds = UnattributedSentence.Kind.allCases.map { "nobody · \($0.words)" }
    let flags = Flag.allCases.sorted { $0.level > $1.level }.map { flag in
      Self.row(
        flag.shortWords, flag.words, look,
        look[flag.level == .high ? .flag : flag.level == .medium ? .caution : .quiet],
        indent: wideIndent)
    }
    return heading("How a source is named", look) + naming
      + heading("What kind of source it is", look) + kindsOfSource
      + heading("How its words are reported", look) + manner
      + heading("Other signs", look) + others
      + heading("The map beside the article", look) + mapSigns
      + heading("Unattributed sentences", look)
      + kinds.map { Line("   \($0)", look[.row]) }
      + heading("Flags, most serious first", look) + flags
  }
}

// MARK: - What is typed

extension HelpRows {
  /// The words of filters and commands; nothing of what no key opens.
  private static func typed(_ keys: KeyMap, _ look: Look) -> [Line] {
    func rows(_ words: [(String, String)]) -> [Line] {
      words.map { row($0.0, $0.1, look, look[.hintKey], indent: wideIndent) }
    }
    let filtered = keys.name(of: .filter) == nil && keys.name(of: .command) == nil
    return (filtered ? [] : heading("What a filter can ask for", look) + rows(CheatSheet.filters))
      + (keys.name(of: .command) == nil
        ? [] : heading("Commands", look) + rows(CheatSheet.commands))
  }
}
