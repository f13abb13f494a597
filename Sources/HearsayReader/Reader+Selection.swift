import HearsayModel
import HearsayText

// What is selected, and how article and list keep in step.
extension Reader {
  /// What is selected.
  var selectedItem: Item? { reading?.selectedItem }

  /// Selects an item and shows it in both panes.
  mutating func select(_ index: Int) {
    guard let item = reading?.sourcing?.items[index] else { return }
    liftFilter(hiding: index)
    setSelection(index)
    reading?.reveal(item.extent)
  }

  /// Selects an item and leaves the article where it is.
  mutating func setSelection(_ index: Int) {
    if reading?.selected != index {
      reading?.detailTop = 0
      reading?.link = nil
    }
    reading?.selected = index
    // Whoever selects something has forgotten what was selected the last time.
    reading?.wantedSelection = nil
    reading?.wantedItem = nil
    revealSelectedRow()
  }

  /// Scrolls the list to what is selected.
  mutating func revealSelectedRow() {
    guard let reading, let rows = reading.rows else { return }
    let height = max(1, frame.list.rows)
    var top = min(reading.listTop, max(0, rows.count - height))
    if let selected = reading.selected, let row = rows.rows(ofItem: selected) {
      // The heading of a group comes with its first row.
      let first = rows.headingRow(ofItem: selected) ?? row.lowerBound
      if row.upperBound > top + height { top = row.upperBound - height }
      if first < top { top = first }
    }
    self.reading?.listTop = max(0, top)
  }

  /// After scrolling: selects what is in view, unless what is selected still is.
  mutating func selectWhatIsInView() {
    guard let reading, let sourcing = reading.sourcing, !sourcing.items.isEmpty else { return }
    let visible = reading.visible
    if let item = selectedItem, isInView(item) { return }
    var first = sourcing.firstItem(from: visible.lowerBound)
    if let passing = reading.passing {
      // Of what the filter leaves the nearest, or as before.
      let next = passing.partitioningIndex { $0 >= first }
      guard next < passing.count else { return }
      first = passing[next]
    }
    if first < sourcing.items.count, sourcing.items[first].extent.start < visible.upperBound {
      return setSelection(first)
    }
    guard reading.passing == nil else { return }
    // Nothing begins here; perhaps something long goes on.
    if let index = sourcing.item(at: visible.lowerBound) {
      setSelection(index)
    } else if reading.selected == nil, reading.read == nil {
      setSelection(min(first, sourcing.items.count - 1))
    }
  }

  private func isInView(_ item: Item) -> Bool {
    guard let visible = reading?.visible else { return false }
    return item.extent.start < visible.upperBound && item.extent.end > visible.lowerBound
  }
}

// MARK: - Jumping

extension Reader {
  /// Selects the next or previous item of a kind, in order of reading.
  mutating func step(_ step: Int, over kind: String, where isWanted: (Item) -> Bool) -> [Effect] {
    guard let sourcing = reading?.sourcing else { return refuse("Who said what is not known yet.") }
    var index = startOfStep(step)
    while sourcing.items.indices.contains(index) {
      if isListed(index), isWanted(sourcing.items[index]) {
        select(index)
        return []
      }
      index += step
    }
    let direction = step > 0 ? "further" : "earlier"
    let filtered = listing.filter == nil ? "" : " that passes the filter"
    return refuse("There is no \(direction) \(kind)\(filtered)\(reading?.soFar ?? "").")
  }

  /// Where to begin looking: beside what is selected, or, where that is out of sight, in what is seen.
  private func startOfStep(_ step: Int) -> Int {
    guard let reading, let sourcing = reading.sourcing else { return 0 }
    if let selected = reading.selected, isInView(sourcing.items[selected]) {
      return selected + step
    }
    let first = sourcing.firstItem(from: reading.visible.lowerBound)
    return step > 0 ? first : first - 1
  }

  /// Selects the next or previous words of the selected source.
  mutating func stepAlongSource(_ step: Int) -> [Effect] {
    guard let sourcing = reading?.sourcing else { return refuse("Who said what is not known yet.") }
    guard let item = selectedItem, let selected = reading?.selected else {
      return refuse("Nothing is selected.")
    }
    guard let source = item.source else { return refuse("Nobody is credited with this.") }
    var index = selected + step
    while sourcing.items.indices.contains(index) {
      if sourcing.items[index].source == source, isListed(index) {
        select(index)
        return []
      }
      index += step
    }
    let name = sourcing.name(of: sourcing.analysis.sources[source])
    return refuse("No \(step > 0 ? "further" : "earlier") words of \(name)\(reading?.soFar ?? "").")
  }

  /// Selects what stands some rows below in the list, or above.
  mutating func selectRow(by count: Int) {
    guard let rows = reading?.rows else { return }
    guard var index = reading?.selected else {
      // As long as not all was read there may be nothing to select in what is seen.
      if let first = rows.item(after: nil, by: 1) { select(first) }
      return
    }
    var left = abs(count)
    while left > 0, let next = rows.item(after: index, by: count.signum()) {
      index = next
      left -= 1
    }
    if index != reading?.selected || isListed(index) { select(index) }
  }
}
