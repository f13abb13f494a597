import HearsayModel
import HearsayScreen
import HearsayText

/// The list of the marks of all articles, in groups. How it is arranged and filtered, and which mark is selected, is kept
/// in the ``MarkBook`` when it is closed.
struct MarksMode: Overlay {
  static let view = KeyView.marks
  static let opener: Action? = .listMarks

  /// With what is selected in the article.
  static func open(in reader: inout Reader) -> [Effect] {
    let effects = reader.open(MarksMode())
    let selected = reader.selectedMark
    reader.listMarksAnew()
    if let selected { reader.markBook.list.select(selected.id) }
    reader.revealListedMark()
    return effects
  }

  func markTarget(in reader: Reader) -> MarkTarget? {
    reader.markBook.list.selectedMark.map { .mark($0.id) }
  }

  func view(in reader: Reader) -> MarksView {
    MarksView(
      list: reader.markBook.list, all: reader.marks, reading: reader.reading, look: reader.look,
      surroundings: reader.surroundings, markKey: reader.keys.name(of: .mark), size: reader.size)
  }

  func draw(on screen: inout Screen, for reader: Reader) { view(in: reader).draw(on: &screen) }

  func hints(in reader: Reader) -> [Hint] {
    let changed = reader.markBook.list.selectedMark?.isOnChangedWords ?? false
    return (changed ? [Hint(.openCard), Hint(.confirmWords), Hint(.loseWords)] : [])
      + [Hint(.openDetail, "open")]
      + [
        .openCard, .setStatus, .setDue, .addNote, .group, .filter, .back, .help, .setPriority,
        .setTags, .addEvidence, .mark, .undo,
      ].map { Hint($0) }
  }
}

// MARK: - Keys

extension MarksMode {
  func act(_ action: Action, in reader: inout Reader) -> [Effect]? {
    let page = max(1, Frame.list(in: reader.size).rows / 3 - 1)
    switch action {
    case .lineDown, .nextAttribution, .nextArticle, .nextMark: move(by: 1, in: &reader)
    case .lineUp, .previousAttribution, .previousArticle, .previousMark: move(by: -1, in: &reader)
    case .pageDown: move(by: page, in: &reader)
    case .pageUp: move(by: -page, in: &reader)
    case .halfPageDown: move(by: max(1, page / 2), in: &reader)
    case .halfPageUp: move(by: -max(1, page / 2), in: &reader)
    case .top: move(by: -reader.marks.count * 100, in: &reader)
    case .end: move(by: reader.marks.count * 100, in: &reader)
    case .search, .filter:
      let filter = reader.markBook.list.filter
      return reader.ask(MarksFilterQuestion(before: filter), line: filter?.text ?? "")
    case .group:
      reader.markBook.list.arrangement = reader.markBook.list.arrangement.next
      reader.listMarksAnew()
      reader.message = reader.markBook.list.arrangement.words
    case .cancel where reader.markBook.list.filter != nil:
      reader.siftMarks(by: nil)
      reader.message = "all marks are listed again"
    case .copy, .openDetail, .focusSources, .openCard, .mark, .openAddress:
      return actOnSelected(action, in: &reader)
    default: return reader.actOnMark(action) ?? actAsOverlay(action, in: &reader)
    }
    return []
  }

  private func actOnSelected(_ action: Action, in reader: inout Reader) -> [Effect] {
    guard let mark = reader.markBook.list.selectedMark else {
      switch action {
      case .copy: return reader.refuse("There is nothing selected to copy.")
      case .openCard: return reader.openCard()
      case .openAddress: return reader.refuse("This article has no known address.")
      default: return reader.refuse(reader.emptyMarksWords)
      }
    }
    switch action {
    case .copy: return [.copy(ClaimText.text(of: mark, in: reader.setup.preferences.template))]
    case .openCard: return reader.openCard()
    case .mark: return reader.remove(mark)
    case .openAddress:
      return mark.address.map { [.openAddress($0)] }
        ?? reader.refuse("This article has no known address.")
    default: return reader.open(mark)
    }
  }

  private func move(by count: Int, in reader: inout Reader) {
    reader.markBook.list.move(by: count)
    reader.revealListedMark()
  }

  func turn(by rows: Int, at point: Point, in reader: inout Reader) {
    move(by: rows.signum(), in: &reader)
  }

  func press(at point: Point, in reader: inout Reader) -> [Effect] {
    guard let index = view(in: reader).mark(at: point) else { return [] }
    // The second click on a row opens it.
    if index == reader.markBook.list.selected {
      return actOnSelected(.openDetail, in: &reader)
    }
    reader.markBook.list.select(index)
    return []
  }
}

extension Reader {
  /// Lists the marks anew: after they, the day or the article have changed.
  mutating func listMarksAnew() {
    guard modes.contains(MarksMode.self) else { return }
    let limit = markBook.list.take(
      marks, today: surroundings.today(), first: reading?.article.id)
    if let limit { message = limit.sentence }
    revealListedMark()
  }

  /// Lists only the marks that a filter lets pass; `nil` for all.
  mutating func siftMarks(by filter: Filter?) {
    let isBlank = filter?.text.allSatisfy(\.isWhitespace) ?? true
    markBook.list.filter = isBlank ? nil : filter
    listMarksAnew()
  }

  /// Why no mark is listed.
  var emptyMarksWords: String {
    marks.isEmpty ? "Nothing is marked yet." : "Nothing here passes the filter."
  }

  fileprivate mutating func revealListedMark() {
    let body = Frame.list(in: size)
    markBook.list.reveal(height: body.rows, isTight: MarksView.isTight(body))
  }

  /// Shows the place of a mark in its article, which is opened where it is not.
  fileprivate mutating func open(_ mark: Mark) -> [Effect] {
    guard reading != nil, span(of: mark) != nil else {
      return request(.stored(mark.article), to: .mark(mark))
    }
    return jumping { reader in
      reader.showArticle()
      reader.go(to: mark)
      return []
    }
  }
}

// MARK: - Drawing

/// The marks in groups, with counts above.
struct MarksView {
  let list: MarksList
  /// Those that are not listed too.
  let all: [Mark]
  /// The open article.
  let reading: Reading?
  let look: Look
  let surroundings: Surroundings
  /// The key that marks something.
  let markKey: String?
  let size: Size

  /// Where the rows stand.
  var body: Rect { Frame.list(in: size) }

  /// Whether there is little room.
  static func isTight(_ body: Rect) -> Bool { body.rows < 12 }

  private var isTight: Bool { Self.isTight(body) }

  /// The mark at a place of the screen, by its place in the list.
  func mark(at point: Point) -> Int? {
    guard body.contains(point) else { return nil }
    let line = list.top + point.row - body.top
    guard let row = list.lines(isTight: isTight).firstIndex(where: { $0.contains(line) }),
      case .mark(let index) = list.rows[row]
    else { return nil }
    return index
  }

  func draw(on screen: inout Screen) {
    let body = body
    screen.draw(heading, above: body, look: look)
    guard !list.marks.isEmpty else { return screen.draw(emptyWords, in: body, look: look) }
    let lines = list.lines(isTight: isTight)
    var row = lines.partitioningIndex { $0.upperBound > list.top }
    while row < list.rows.count, lines[row].lowerBound < list.top + body.rows {
      let top = body.top + lines[row].lowerBound - list.top
      let drawn = Array(
        content(of: list.rows[row], rows: lines[row].count).prefix(lines[row].count))
      for (offset, line) in drawn.enumerated() where top + offset >= body.top {
        line.draw(on: &screen, row: top + offset, in: body, look: look)
      }
      if list.rows[row] == .mark(list.selected) {
        screen.emphasise(rows: top..<top + drawn.count, in: body, as: .focusedRow, look: look)
      }
      row += 1
    }
  }

  private func content(of row: MarksList.Row, rows: Int) -> [Line] {
    switch row {
    case .heading(let title, let count):
      let heading = Line(" \(title)", look[.strong]).adding(" (\(count))", look[.quiet])
      return (rows == 2 ? [Line()] : []) + [heading]
    case .mark(let index):
      return MarkLines(
        mark: list.marks[index], reading: reading, look: look, surroundings: surroundings,
        columns: body.columns
      ).lines(isTight: isTight)
    }
  }

  private var emptyWords: String {
    let key = markKey.map { " \($0) marks what is selected." } ?? ""
    return list.filter == nil ? "Nothing is marked yet.\(key)" : "No mark passes the filter."
  }

  /// `Marks · 5 open of 7 · ! 2 overdue            by due day · 2 of 7`
  private var heading: Line {
    var line = Line(" Marks", look[.title])
    for count in MarksList.counts(of: all, today: surroundings.today()) {
      line = line.adding(" · ", look[.quiet])
      if count.isPressing { line = line.adding("\(look.signs.highFlag) ", look[.flag]) }
      line = line.adding(count.words, look[count.isPressing ? .flag : .quiet])
    }
    if let filter = list.filter { line = line.adding(" · filter: \(filter.text)", look[.caution]) }
    guard !list.marks.isEmpty else { return line }
    let place = "\(list.selected + 1) of \(list.marks.count)"
    let isWide = size.columns >= 60
    line.right = [
      .init(
        text: isWide ? " \(list.arrangement.words) · \(place) " : " \(place) ", style: look[.quiet])
    ]
    return line
  }
}
