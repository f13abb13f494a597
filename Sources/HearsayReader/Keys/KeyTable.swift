import HearsayScreen

/// The keys of one view: which sequence does what, and how each action is reached.
struct KeyTable: Hashable, Sendable {
  /// The keys of every action, the first the one to show.
  private(set) var keys: [ActionOrMacro: [KeyMap.Sequence]] = [:]
  private var boundTo: [KeyMap.Sequence: ActionOrMacro] = [:]
  /// Every beginning of a longer sequence, with how often it is one.
  private var beginnings: [KeyMap.Sequence: Int] = [:]
}

// MARK: - Asking

extension KeyTable {
  /// What these keys mean.
  func meaning(of sequence: KeyMap.Sequence) -> KeyMap.Meaning {
    switch boundTo[sequence] {
    case .action(let action): return .action(action)
    case .macro(let name): return .macro(name)
    case nil: return beginnings[sequence] == nil ? .nothing : .prefix
    }
  }

  /// How a sequence that has begun can go on: the keys still missing, and what they do, in the order of actions, with
  /// macros after them.
  func continuations(of begun: KeyMap.Sequence) -> [(rest: KeyMap.Sequence, bound: ActionOrMacro)] {
    keys.keys.inOrder.flatMap { bound in
      keys[bound, default: []].compactMap { sequence in
        guard sequence.count > begun.count, sequence.starts(with: begun) else { return nil }
        return (Array(sequence.dropFirst(begun.count)), bound)
      }
    }
  }

  /// How all keys of an action or a macro are written, the first one first.
  func names(of bound: ActionOrMacro) -> [String] { keys[bound, default: []].map(\.written) }
}

extension Collection<ActionOrMacro> {
  /// Actions as they stand in their table, and after them macros by their names.
  var inOrder: [ActionOrMacro] {
    let all = Set(self)
    let macros = all.compactMap { if case .macro(let name) = $0 { name } else { nil } }
    return Action.allCases.map(ActionOrMacro.action).filter(all.contains)
      + macros.sorted().map(ActionOrMacro.macro)
  }
}

extension [Key] {
  /// `g g`, as in a key map.
  var written: String { map(\.name).joined(separator: " ") }
}

// MARK: - Binding

extension KeyTable {
  /// Gives an action or a macro these keys and no others. What used them before loses them, and so does what is begun by
  /// them or begins them: a key that acts at once can begin nothing.
  mutating func bind(_ bound: ActionOrMacro, to sequences: [KeyMap.Sequence]) {
    for sequence in keys[bound, default: []] { forget(sequence) }
    keys[bound] = nil
    for sequence in sequences {
      for other in Array(boundTo.keys)
      where other.starts(with: sequence) || sequence.starts(with: other) {
        if let owner = boundTo[other], owner != bound || other == sequence {
          keys[owner]?.removeAll { $0 == other }
          forget(other)
        }
      }
      boundTo[sequence] = bound
      keys[bound, default: []].append(sequence)
      for length in 1..<max(1, sequence.count) {
        beginnings[Array(sequence.prefix(length)), default: 0] += 1
      }
    }
  }

  private mutating func forget(_ sequence: KeyMap.Sequence) {
    guard boundTo.removeValue(forKey: sequence) != nil else { return }
    for length in 1..<max(1, sequence.count) {
      let beginning = Array(sequence.prefix(length))
      let left = beginnings[beginning, default: 1] - 1
      beginnings[beginning] = left > 0 ? left : nil
    }
  }
}
