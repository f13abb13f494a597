import HearsayScreen

/// The keys of one view: which sequence does what, and how each action is reached.
struct KeyTable: Hashable, Sendable {
  /// The keys of every action, the first the one to show.
  private(set) var keys: [Action: [KeyMap.Sequence]] = [:]
  private var actions: [KeyMap.Sequence: Action] = [:]
  /// Every beginning of a longer sequence, with how often it is one.
  private var beginnings: [KeyMap.Sequence: Int] = [:]
}

// MARK: - Asking

extension KeyTable {
  /// What these keys mean.
  func meaning(of sequence: KeyMap.Sequence) -> KeyMap.Meaning {
    if let action = actions[sequence] { return .action(action) }
    return beginnings[sequence] == nil ? .nothing : .prefix
  }

  /// How a sequence that has begun can go on: the keys still missing, and what they do, in the order of actions.
  func continuations(of begun: KeyMap.Sequence) -> [(rest: KeyMap.Sequence, action: Action)] {
    Action.allCases.flatMap { action in
      keys[action, default: []].compactMap { sequence in
        guard sequence.count > begun.count, sequence.starts(with: begun) else { return nil }
        return (Array(sequence.dropFirst(begun.count)), action)
      }
    }
  }

  /// How all keys of an action are written, the first one first.
  func names(of action: Action) -> [String] { keys[action, default: []].map(\.written) }
}

extension [Key] {
  /// `g g`, as in a key map.
  var written: String { map(\.name).joined(separator: " ") }
}

// MARK: - Binding

extension KeyTable {
  /// Gives an action these keys and no others. What used them before loses them, and so does what is begun by
  /// them or begins them: a key that acts at once can begin nothing.
  mutating func bind(_ action: Action, to sequences: [KeyMap.Sequence]) {
    for sequence in keys[action, default: []] { forget(sequence) }
    keys[action] = nil
    for sequence in sequences {
      for other in Array(actions.keys)
      where other.starts(with: sequence) || sequence.starts(with: other) {
        if let owner = actions[other], owner != action || other == sequence {
          keys[owner]?.removeAll { $0 == other }
          forget(other)
        }
      }
      actions[sequence] = action
      keys[action, default: []].append(sequence)
      for length in 1..<max(1, sequence.count) {
        beginnings[Array(sequence.prefix(length)), default: 0] += 1
      }
    }
  }

  private mutating func forget(_ sequence: KeyMap.Sequence) {
    guard actions.removeValue(forKey: sequence) != nil else { return }
    for length in 1..<max(1, sequence.count) {
      let beginning = Array(sequence.prefix(length))
      let left = beginnings[beginning, default: 1] - 1
      beginnings[beginning] = left > 0 ? left : nil
    }
  }
}
