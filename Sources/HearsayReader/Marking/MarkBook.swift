import HearsayModel

/// All marks of all articles, how they are listed, and what was changed on them.
struct MarkBook: Hashable, Sendable {
  var all: [Mark] = []
  /// How they are listed.
  var list = MarksList()
  /// What was changed on them, the latest last.
  private(set) var changes: [Change] = []
  /// How many changes there had been when something was corrected, so that the later of the two goes back first.
  private var changesBefore: [Correction.ID: Int] = [:]

  /// A change of a mark, so that it can be undone.
  struct Change: Hashable, Sendable {
    /// `nil` where there was none.
    var before: Mark?
    /// `nil` where it was taken off.
    var after: Mark?
    /// What was said of it.
    var words: String
  }

  /// How many changes can be taken back.
  private static let limit = 200

  subscript(id: Mark.ID) -> Mark? { all.first { $0.id == id } }
}

// MARK: - Changing

extension MarkBook {
  /// Adds a mark, or changes the one of the same name.
  mutating func put(_ mark: Mark, saying words: String) {
    let index = all.firstIndex { $0.id == mark.id }
    keep(Change(before: index.map { all[$0] }, after: mark, words: words))
    if let index { all[index] = mark } else { all.append(mark) }
  }

  /// Takes a mark off.
  ///
  /// - Returns: whether there was one.
  mutating func remove(_ id: Mark.ID) -> Bool {
    guard let index = all.firstIndex(where: { $0.id == id }) else { return false }
    keep(Change(before: all[index], after: nil, words: "mark taken off"))
    all.remove(at: index)
    return true
  }

  /// Takes back what was changed last.
  mutating func undo() -> Change? {
    guard let change = changes.popLast() else { return nil }
    let id = change.before?.id ?? change.after?.id
    all.removeAll { $0.id == id }
    if let before = change.before { all.append(before) }
    return change
  }

  private mutating func keep(_ change: Change) {
    changes.append(change)
    if changes.count > Self.limit { changes.removeFirst() }
  }
}

// MARK: - Beside corrections

extension MarkBook {
  /// Notes that something is corrected now.
  mutating func note(_ correction: Correction.ID) { changesBefore[correction] = changes.count }

  /// Whether a mark was changed after something was corrected.
  func hasChanged(since correction: Correction.ID) -> Bool {
    changes.count > changesBefore[correction] ?? 0
  }
}
