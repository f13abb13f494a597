import HearsayScreen

/// A list that lies over the article: it says what its rows are and what opens them, and can be gone through, filtered
/// and clicked on like all others.
protocol ListMode: Overlay {
  var place: ListPlace { get set }

  /// What it consists of.
  func rows(in reader: Reader) -> any OverlayRows
  /// The rows that are shown, of all.
  func shown(of rows: any OverlayRows, in reader: Reader) -> [Int]
  /// What opening a row does, which is one of all.
  func open(row: Int, in reader: inout Reader) -> [Effect]
}

extension ListMode {
  func shown(of rows: any OverlayRows, in reader: Reader) -> [Int] {
    place.filter.isEmpty
      ? Array(0..<rows.count) : (0..<rows.count).filter { place.shows(rows.words(of: $0)) }
  }

  func open(row: Int, in reader: inout Reader) -> [Effect] { [] }

  /// The list as it is on the screen.
  func view(in reader: Reader) -> ListView {
    let rows = rows(in: reader)
    return ListView(
      rows: rows, shown: shown(of: rows, in: reader), place: place, look: reader.look,
      size: reader.size)
  }

  /// The selected row, of all; `nil` where none is.
  func selected(in reader: Reader) -> Int? {
    let shown = view(in: reader).shown
    return shown.indices.contains(place.selected) ? shown[place.selected] : nil
  }

  func draw(on screen: inout Screen, for reader: Reader) { view(in: reader).draw(on: &screen) }
}

// MARK: - Keys

extension ListMode {
  func act(_ action: Action, in reader: inout Reader) -> [Effect]? {
    actAsList(action, in: &reader)
  }

  /// What actions do on every list.
  func actAsList(_ action: Action, in reader: inout Reader) -> [Effect]? {
    let page = max(1, Frame.list(in: reader.size).rows - 1)
    switch action {
    case .lineDown, .nextAttribution, .nextArticle: move(by: 1, in: &reader)
    case .lineUp, .previousAttribution, .previousArticle: move(by: -1, in: &reader)
    case .pageDown: turn(by: page, in: &reader)
    case .pageUp: turn(by: -page, in: &reader)
    case .halfPageDown: turn(by: max(1, page / 2), in: &reader)
    case .halfPageUp: turn(by: -max(1, page / 2), in: &reader)
    case .top: move(by: -Int(Int32.max), in: &reader)
    case .end: move(by: Int(Int32.max), in: &reader)
    case .search, .filter:
      return reader.ask(RowFilterQuestion(before: place.filter), line: place.filter)
    case .openDetail, .focusSources: return openSelected(in: &reader)
    case .cancel
    where reader.library.batch == nil && !reader.isFetching && reader.library.news.refresh == nil
      && !place.filter.isEmpty:
      filter(by: "", in: &reader)
    default: return actAsOverlay(action, in: &reader)
    }
    return []
  }

  private func openSelected(in reader: inout Reader) -> [Effect] {
    selected(in: reader).map { open(row: $0, in: &reader) } ?? []
  }

  func filter(by words: String, in reader: inout Reader) {
    guard words != place.filter else { return }
    reader.modes.change(Self.self) { $0.place.filter(by: words) }
    reader.showListed()
  }
}

// MARK: - Moving

extension ListMode {
  /// Selects another row, or scrolls where no row can be selected.
  func move(by count: Int, in reader: inout Reader) {
    let view = view(in: reader)
    guard view.isSelectable else { return turn(by: count, in: &reader) }
    reader.modes.change(Self.self) { list in
      list.place.move(by: count, of: view.shown.count)
      list.place.reveal(seen: view.seen)
    }
  }

  /// Scrolls by rows of the screen; what is selected stays in view.
  func turn(by rows: Int, in reader: inout Reader) {
    let view = view(in: reader)
    let step = rows.signum() * max(1, abs(rows) / view.rows.height)
    reader.modes.change(Self.self) { list in
      list.place.turn(by: step, of: view.shown.count, seen: view.seen)
      if view.isSelectable { list.place.reveal(seen: view.seen) }
    }
  }

  func turn(by rows: Int, at point: Point, in reader: inout Reader) { turn(by: rows, in: &reader) }

  func press(at point: Point, in reader: inout Reader) -> [Effect] {
    guard let row = view(in: reader).row(at: point) else { return [] }
    // The second click on a row opens it.
    if row == place.selected { return openSelected(in: &reader) }
    reader.modes.change(Self.self) { $0.place.selected = row }
    return []
  }

  /// Scrolls to what is selected.
  func reveal(in reader: inout Reader) {
    let view = view(in: reader)
    guard view.isSelectable else { return }
    reader.modes.change(Self.self) { $0.place.reveal(seen: view.seen) }
  }
}

extension Reader {
  /// Scrolls the list that has the keys to what is selected.
  mutating func revealSelected() {
    (modes.top as? any ListMode)?.reveal(in: &self)
  }
}
