import Foundation
import HearsayModel

/// All marks of all articles, how they are listed, and what was changed on them.
struct MarkBook: Hashable, Sendable {
  var all: [Mark] = []
  /// How they are listed.
  var list = MarksList()
  /// What was changed on them, the latest last.
  private(set) var changes: [MarkChange] = []
  /// What was changed in earlier sessions and not taken back, the latest last.
  var earlier: [MarkChange] = []
  /// How many changes there had been when something was corrected, so that the later of the two goes back first.
  private var changesBefore: [Correction.ID: Int] = [:]

  /// How many changes can be taken back.
  private static let limit = 200
  /// How many of them later sessions can take back.
  private static let keptLimit = 50

  /// What a later session can take back.
  var toTakeBack: [MarkChange] { Array((earlier + changes).suffix(Self.keptLimit)) }

  subscript(id: Mark.ID) -> Mark? { all.first { $0.id == id } }
}

// MARK: - Changing

extension MarkBook {
  /// Adds a mark, or changes the one of the same name.
  mutating func put(_ mark: Mark, saying words: String, at moment: Date) {
    let index = all.firstIndex { $0.id == mark.id }
    keep(MarkChange(before: index.map { all[$0] }, after: mark, words: words, made: moment))
    if let index { all[index] = mark } else { all.append(mark) }
  }

  /// Takes a mark off.
  ///
  /// - Returns: whether there was one.
  mutating func remove(_ id: Mark.ID, at moment: Date) -> Bool {
    guard let index = all.firstIndex(where: { $0.id == id }) else { return false }
    keep(MarkChange(before: all[index], after: nil, words: "mark removed", made: moment))
    all.remove(at: index)
    return true
  }

  /// Takes back what was changed last, in an earlier session too where nothing has happened to that mark since.
  mutating func undo() -> MarkChange? {
    guard let change = changes.popLast() ?? popEarlier() else { return nil }
    let id = change.mark
    all.removeAll { $0.id == id }
    if let before = change.before { all.append(before) }
    return change
  }

  private mutating func popEarlier() -> MarkChange? {
    guard let index = earlier.lastIndex(where: isLast) else { return nil }
    let change = earlier[index]
    earlier.removeSubrange(index...)
    return change
  }

  private func isLast(_ change: MarkChange) -> Bool {
    change.isLast(before: change.mark.flatMap { self[$0] })
  }

  private mutating func keep(_ change: MarkChange) {
    changes.append(change)
    if changes.count > Self.limit { changes.removeFirst() }
  }
}

// MARK: - Beside corrections

extension MarkBook {
  /// Notes that something is corrected now.
  mutating func note(_ correction: Correction.ID) { changesBefore[correction] = changes.count }

  /// Whether a mark was changed after something was corrected.
  func hasChanged(since correction: Correction) -> Bool {
    if changes.isEmpty, changesBefore[correction.id] == nil {
      return earlier.last(where: isLast).map { $0.made > correction.created } ?? false
    }
    return changes.count > changesBefore[correction.id] ?? 0
  }
}
