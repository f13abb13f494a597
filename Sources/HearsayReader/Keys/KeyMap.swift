package import HearsayScreen
import HearsayText

/// Which keys do what: data, read from a file and never written into code.
///
/// ```
/// # comment
/// line-down = j, Down        several keys
/// top = g, Home
/// list-articles = L, Space a    a sequence: first Space, then a
/// marks.edit-note = e        in the list of marks alone
/// suspend =                  no key at all
/// ```
package struct KeyMap: Hashable, Sendable {
  /// Keys that are pressed one after the other; nearly always one.
  package typealias Sequence = [Key]

  private let bindings: Bindings

  /// What is bound to what.
  private struct Contents: Hashable, Sendable {
    /// The keys wherever nothing else is said.
    var common = KeyTable()
    /// What a view has otherwise.
    var own: [KeyView: [ActionOrMacro: [Sequence]]] = [:]
    /// The keys of the views that have something otherwise: the common ones and their own.
    var tables: [KeyView: KeyTable] = [:]
    var macros: [Macro] = []
  }

  /// The contents, which never change. In an object: a session copies a map that nobody has read yet, and the runtime would
  /// look into every dictionary of it before the first words are drawn.
  private final class Bindings: Sendable {
    let contents: Contents

    init(_ contents: Contents) { self.contents = contents }
  }

  /// Where no key does anything.
  package init() { bindings = Bindings(Contents()) }

  package static func == (one: KeyMap, other: KeyMap) -> Bool {
    one.bindings === other.bindings || one.bindings.contents == other.bindings.contents
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(bindings.contents) }
}

// MARK: - Asking

extension KeyMap {
  /// What a sequence of keys means.
  enum Meaning: Hashable {
    case action(Action)
    /// By its name.
    case macro(String)
    /// More keys are needed.
    case prefix
    case nothing
  }

  /// All keys of a view.
  func table(in view: KeyView?) -> KeyTable {
    view.flatMap { bindings.contents.tables[$0] } ?? bindings.contents.common
  }

  /// Several things at once that a person has given a name, by their names.
  package var macros: [Macro] { bindings.contents.macros }

  /// How the first key of an action is written, in a view or everywhere; `nil` where it has none.
  package func name(of action: Action, in view: KeyView? = nil) -> String? {
    names(of: action, in: view).first
  }

  /// How all keys of an action are written, in a view or everywhere.
  package func names(of action: Action, in view: KeyView? = nil) -> [String] {
    names(of: .action(action), in: view)
  }

  /// How all keys of an action or a macro are written, in a view or everywhere.
  package func names(of bound: ActionOrMacro, in view: KeyView? = nil) -> [String] {
    table(in: view).names(of: bound)
  }

  /// The keys that an action has in single views, where they are not those it has everywhere.
  package func ownNames(of action: Action) -> [(view: KeyView, names: [String])] {
    ownNames(of: .action(action))
  }

  /// The keys that an action or a macro has in single views, where they are not those it has everywhere.
  package func ownNames(of bound: ActionOrMacro) -> [(view: KeyView, names: [String])] {
    KeyView.allCases.compactMap { view in
      bindings.contents.own[view]?[bound].map { (view, $0.map(\.written)) }
    }
  }

  /// Everything that keys can do.
  package var bindable: [ActionOrMacro] {
    Action.allCases.map(ActionOrMacro.action) + macros.map { .macro($0.name) }
  }
}

// MARK: - Making

/// A line of a key map: the keys of an action.
package struct KeyBinding: Hashable, Sendable {
  /// Where it stands, from 1.
  package var line: Int
  /// The view it is for; everywhere without one.
  package var view: String?
  /// The name of the action, or of the macro.
  package var action: String
  /// Sequences as they are written; none for no keys.
  package var keys: [String]

  /// The keys of an action, as they stand in a file.
  package init(line: Int, view: String? = nil, action: String, keys: [String]) {
    self.line = line
    self.view = view
    self.action = action
    self.keys = keys
  }
}

extension KeyMap {
  /// Reads a key map.
  ///
  /// With a `base`, only what differs needs to be said: an action that is named here has the keys that stand
  /// here, and a key that is given to an action here is taken from the others.
  ///
  /// - Throws: ``FileProblems``, with the line of everything that is wrong.
  package init(parsing text: String, over base: KeyMap = KeyMap()) throws(FileProblems) {
    let (settings, problems) = Setting.read(text)
    try self.init(
      settings.map { setting in
        let parts = setting.name.split(separator: ".", maxSplits: 1).map(String.init)
        return KeyBinding(
          line: setting.line, view: parts.count == 2 ? parts[0] : nil,
          action: parts.last ?? setting.name,
          keys: setting.value.split(separator: ",").map { String($0.trimmed) })
      }, over: base, problems: problems)
  }

  /// A key map from its lines.
  ///
  /// - Parameter macros: what has a name and can have keys besides the macros of `base`, whose place one of the same
  ///   name takes.
  /// - Throws: ``FileProblems``, with the line of everything that is wrong; `problems` are those known before.
  package init(
    _ bindings: [KeyBinding], macros: [Macro] = [], over base: KeyMap = KeyMap(),
    problems known: [FileProblems.Problem] = []
  ) throws(FileProblems) {
    var contents = base.bindings.contents
    let names = Set(macros.map(\.name))
    contents.macros = (contents.macros.filter { !names.contains($0.name) } + macros)
      .sorted { $0.name < $1.name }
    var check = KeyBindingCheck(macros: contents.macros.map(\.name), problems: known)
    for binding in bindings {
      guard let (view, bound, sequences) = check.read(binding) else { continue }
      if let view {
        contents.own[view, default: [:]][bound] = sequences
      } else {
        contents.common.bind(bound, to: sequences)
      }
    }
    check.findHiddenSequences()
    if !check.problems.isEmpty {
      throw FileProblems(problems: check.problems.sorted { $0.line < $1.line })
    }
    for (view, keys) in contents.own {
      var table = contents.common
      for bound in keys.keys.inOrder { table.bind(bound, to: keys[bound] ?? []) }
      contents.tables[view] = table
    }
    self.bindings = Bindings(contents)
  }
}
