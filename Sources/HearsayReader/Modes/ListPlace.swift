/// Where one is in a list: which row is selected, which are seen, which words they must have.
struct ListPlace: Hashable, Sendable {
  /// The selected row of those that are shown.
  var selected = 0
  /// The first visible row.
  var top = 0
  /// Only rows with these words are shown.
  var filter = ""

  init(selected: Int = 0) { self.selected = selected }
}

extension ListPlace {
  /// Whether a row is to be shown: whether all words of the filter are in it.
  func shows(_ text: String) -> Bool {
    guard !filter.isEmpty else { return true }
    let text = text.lowercased()
    return filter.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
  }

  /// Shows only rows with these words, from the first on.
  mutating func filter(by words: String) {
    filter = words
    goToFirst()
  }

  mutating func goToFirst() { (selected, top) = (0, 0) }

  /// Selects another of so many rows.
  mutating func move(by rows: Int, of count: Int) {
    selected = min(max(0, selected + rows), max(0, count - 1))
  }

  /// Scrolls by some rows where so many of them are seen at once; at the edge only the selection can still move.
  mutating func turn(by rows: Int, of count: Int, seen: Int) {
    let next = min(max(0, top + rows), max(0, count - seen))
    move(by: next == top ? rows : next - top, of: count)
    top = next
  }

  /// Scrolls no further than needed to have what is selected in view.
  mutating func reveal(seen: Int) { top = min(max(top, selected - seen + 1), selected) }
}
