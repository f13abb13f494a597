package import HearsayScreen

/// Which keys do what: data, read from a file and never written into code.
///
/// ```
/// # comment
/// line-down = j, Down        several keys
/// top = g, Home
/// list-articles = L, Space a    a sequence: first Space, then a
/// suspend =                  no key at all
/// ```
package struct KeyMap: Hashable, Sendable {
  /// Keys that are pressed one after the other; nearly always one.
  package typealias Sequence = [Key]

  /// The keys of every action, the first the one to show.
  private(set) var keys: [Action: [Sequence]] = [:]
  /// The action of every sequence.
  private(set) var actions: [Sequence: Action] = [:]
  /// Every beginning of a longer sequence.
  private var prefixes: Set<Sequence> = []

  /// Where no key does anything.
  package init() {}
}

// MARK: - Asking

extension KeyMap {
  /// What a sequence of keys means.
  enum Meaning: Hashable {
    case action(Action)
    /// More keys are needed.
    case prefix
    case nothing
  }

  /// What these keys mean.
  func meaning(of sequence: Sequence) -> Meaning {
    if let action = actions[sequence] { return .action(action) }
    return prefixes.contains(sequence) ? .prefix : .nothing
  }

  /// How the first key of an action is written; `nil` where it has none.
  package func name(of action: Action) -> String? { keys[action]?.first.map(Self.name) }

  /// How all keys of an action are written.
  package func names(of action: Action) -> [String] { keys[action, default: []].map(Self.name) }

  private static func name(of sequence: Sequence) -> String {
    sequence.map(\.name).joined(separator: " ")
  }
}

// MARK: - Reading

extension KeyMap {
  /// Reads a key map.
  ///
  /// With a `base`, only what differs needs to be said: an action that is named here has the keys that stand
  /// here, and a key that is given to an action here is taken from the others.
  ///
  /// - Throws: ``FileProblems``, with the line of everything that is wrong.
  package init(parsing text: String, over base: KeyMap = KeyMap()) throws {
    self = base
    var (settings, problems) = Setting.read(text)
    var lineOfAction: [Action: Int] = [:]
    var lineOfKeys: [Sequence: Int] = [:]

    for setting in settings {
      func problem(_ sentence: String) {
        problems.append(.init(line: setting.line, sentence: sentence))
      }
      guard let action = Action(rawValue: setting.name) else {
        problem("There is no action called “\(setting.name)”.")
        continue
      }
      if let line = lineOfAction[action] {
        problem("“\(setting.name)” already has its keys in line \(line).")
        continue
      }
      lineOfAction[action] = setting.line
      unbind(action)
      for alternative in setting.value.split(separator: ",") {
        let words = alternative.split(whereSeparator: \.isWhitespace)
        let sequence = words.compactMap { Key(named: $0) }
        guard sequence.count == words.count, !sequence.isEmpty else {
          problem("There is no key called “\(alternative.trimmed)”.")
          continue
        }
        if let line = lineOfKeys[sequence] {
          problem("“\(Self.name(of: sequence))” is already used in line \(line).")
          continue
        }
        lineOfKeys[sequence] = setting.line
        bind(sequence, to: action)
      }
    }

    prefixes = Set(
      actions.keys.flatMap { keys in (1..<max(1, keys.count)).map { Array(keys.prefix($0)) } })
    for prefix in prefixes where actions[prefix] != nil {
      let name = Self.name(of: prefix)
      problems.append(
        .init(
          line: lineOfKeys[prefix] ?? 0,
          sentence: "“\(name)” acts at once, so the longer sequences that begin with it never can.")
      )
    }
    if !problems.isEmpty {
      throw FileProblems(problems: problems.sorted { $0.line < $1.line })
    }
  }

  private mutating func unbind(_ action: Action) {
    for sequence in keys[action, default: []] { actions[sequence] = nil }
    keys[action] = nil
  }

  private mutating func bind(_ sequence: Sequence, to action: Action) {
    if let other = actions[sequence] { keys[other]?.removeAll { $0 == sequence } }
    actions[sequence] = action
    keys[action, default: []].append(sequence)
  }
}
