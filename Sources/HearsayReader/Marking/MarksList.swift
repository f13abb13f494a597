import HearsayModel
import HearsayPatterns

/// The marks of all articles as they are listed: arranged, filtered, and which of them is selected.
struct MarksList: Hashable, Sendable {
  /// By what they stand together.
  var arrangement = MarkArrangement.status
  /// Which are listed; `nil` for all.
  var filter: Filter?
  private(set) var rows: [Row] = []
  /// The marks among the rows, in order; one with several tags more than once.
  private(set) var marks: [Mark] = []
  /// Which of the marks is selected.
  private(set) var selected = 0
  /// The first visible line.
  var top = 0

  enum Row: Hashable, Sendable {
    case heading(String, count: Int)
    /// By its place among the marks.
    case mark(Int)
  }

  var selectedMark: Mark? { marks.indices.contains(selected) ? marks[selected] : nil }
}

// MARK: - What is in it

extension MarksList {
  /// Lists marks anew; the one that was selected stays so, wherever it stands now.
  ///
  /// - Returns: the pattern of the filter, where that took too long and was taken off.
  mutating func take(_ all: [Mark], today: Day, first article: Article.ID?) -> PatternLimit? {
    let kept = selectedMark?.id
    var limit: PatternLimit?
    var passing: [Mark]?
    do {
      passing = try filter?.passing(all.lazy.map { Filter.Facts($0) }, today: today).map { all[$0] }
    } catch {
      filter = nil
      limit = error
    }
    let groups = arrangement.groups(of: passing ?? all, today: today, first: article)
    rows = []
    marks = []
    for group in groups {
      rows.append(.heading(group.title, count: group.marks.count))
      for mark in group.marks {
        rows.append(.mark(marks.count))
        marks.append(mark)
      }
    }
    // Of the places of one with several tags the nearest to where it was.
    let places = marks.indices.filter { marks[$0].id == kept }
    let nearest = places.min { abs($0 - selected) < abs($1 - selected) }
    selected = min(nearest ?? selected, max(0, marks.count - 1))
    return limit
  }

  mutating func move(by count: Int) {
    selected = min(max(0, selected + count), max(0, marks.count - 1))
  }

  mutating func select(_ index: Int) {
    if marks.indices.contains(index) { selected = index }
  }

  /// Selects a mark, if it is listed.
  mutating func select(_ id: Mark.ID) {
    if let index = marks.firstIndex(where: { $0.id == id }) { selected = index }
  }
}

// MARK: - Where its rows stand

extension MarksList {
  /// The lines of each row, one after the other.
  ///
  /// - Parameter isTight: where there is little room: no notes, and no air between groups.
  func lines(isTight: Bool) -> [Range<Int>] {
    var next = 0
    return rows.enumerated().map { index, row in
      let first = next
      switch row {
      case .heading: next += index > 0 && !isTight ? 2 : 1
      case .mark(let place): next += isTight || !marks[place].hasThirdLine ? 2 : 3
      }
      return first..<next
    }
  }

  /// The row of what is selected.
  var selectedRow: Int? { rows.firstIndex(of: .mark(selected)) }

  /// Scrolls no further than needed to have what is selected in view, with the heading above the first of a group.
  mutating func reveal(height: Int, isTight: Bool) {
    let lines = lines(isTight: isTight)
    guard let row = selectedRow, let end = lines.last?.upperBound else {
      top = 0
      return
    }
    var first = lines[row].lowerBound
    if row > 0, case .heading = rows[row - 1] { first = lines[row - 1].upperBound - 1 }
    if row == 1 { first = 0 }
    if lines[row].upperBound > top + height { top = lines[row].upperBound - height }
    if first < top { top = first }
    top = min(max(0, top), max(0, end - 1))
  }
}

extension Mark {
  /// Whether its row says more than what was marked: what it says now, or what was last written.
  var hasThirdLine: Bool { isOnChangedWords || !notes.isEmpty }
}

// MARK: - Counts

extension MarksList {
  /// `5 open of 7`, `2 overdue`, `1 on changed words`, `1 lost`: each with whether it wants to be looked at.
  static func counts(of marks: [Mark], today: Day) -> [(words: String, isPressing: Bool)] {
    let open = marks.count(where: \.status.isOpen)
    let overdue = marks.count { $0.isOverdue(on: today) }
    let changed = marks.count(where: \.isOnChangedWords)
    let lost = marks.count(where: \.isLost)
    var counts = [(open == marks.count ? "\(open) open" : "\(open) open of \(marks.count)", false)]
    if overdue > 0 { counts.append(("\(overdue) overdue", true)) }
    if changed > 0 { counts.append(("\(changed) on changed words", true)) }
    if lost > 0 { counts.append(("\(lost) lost", true)) }
    return marks.isEmpty ? [] : counts
  }
}
