import HearsayModel
import HearsayScreen

/// The card of one mark: everything that is kept of it, to be changed in place.
struct CardMode: Overlay {
  static let view = KeyView.card
  static let opener: Action? = .openCard

  let mark: Mark.ID
  /// The selected field of the card.
  var selected = 0
  /// The first visible line.
  var top = 0

  init(_ mark: Mark.ID) { self.mark = mark }

  /// With the mark that the keys are about; marks what was not marked.
  static func open(in reader: inout Reader) -> [Effect] { reader.openCard() }

  func takesPlace(of other: any Mode) -> Bool { (other as? CardMode)?.mark == mark }

  func markTarget(in reader: Reader) -> MarkTarget? { .mark(mark) }

  /// `nil` where there is no such mark.
  func view(in reader: Reader) -> MarkCardView? {
    reader.markBook[mark].map { mark in
      MarkCardView(
        mark: mark, in: reader.reading, look: reader.look, keys: reader.keys,
        surroundings: reader.surroundings, size: reader.size)
    }
  }

  func draw(on screen: inout Screen, for reader: Reader) {
    view(in: reader)?.draw(on: &screen, from: top, selected: selected)
  }

  func hints(in reader: Reader) -> [Hint] {
    let changed = reader.markBook[mark]?.isOnChangedWords ?? false
    return (changed ? [Hint(.confirmWords), Hint(.loseWords)] : []) + [Hint(.openDetail, "change")]
      + [
        .setStatus, .setDue, .addNote, .addEvidence, .back, .help, .setPriority, .setTags,
        .editNote, .mark, .undo,
      ].map { Hint($0) }
  }
}

// MARK: - Keys

extension CardMode {
  func act(_ action: Action, in reader: inout Reader) -> [Effect]? {
    let page = max(1, Frame.list(in: reader.size).rows - 1)
    switch action {
    case .lineDown, .nextAttribution: move(by: 1, in: &reader)
    case .lineUp, .previousAttribution: move(by: -1, in: &reader)
    case .pageDown: scroll(by: page, in: &reader)
    case .pageUp: scroll(by: -page, in: &reader)
    case .halfPageDown: scroll(by: max(1, page / 2), in: &reader)
    case .halfPageUp: scroll(by: -max(1, page / 2), in: &reader)
    case .top: move(by: -1_000_000, in: &reader)
    case .end: scroll(by: 1_000_000, in: &reader)
    case .openDetail, .focusSources: return changeSelected(in: &reader)
    case .nextMark, .nextArticle: return step(1, in: &reader)
    case .previousMark, .previousArticle: return step(-1, in: &reader)
    case .copy:
      return reader.markBook[mark].map {
        [.copy(ClaimText.text(of: $0, in: reader.setup.preferences.template))]
      }
        ?? reader.refuse("There is nothing selected to copy.")
    case .mark: return reader.markBook[mark].map { reader.remove($0) } ?? []
    case .openAddress:
      return address(in: reader).map { [.openAddress($0)] }
        ?? reader.refuse("There is no address here.")
    case .search, .filter, .group:
      return reader.refuse("This is a single mark; filter the list instead.")
    default: return reader.actOnMark(action) ?? actAsOverlay(action, in: &reader)
    }
    return []
  }

  private func move(by count: Int, in reader: inout Reader) {
    guard let view = view(in: reader) else { return }
    let fields = view.card.fields.count
    let wanted = selected + count
    // Beyond the last field there is still something to read.
    if wanted >= fields, count == 1 { return scroll(by: 1, in: &reader) }
    reader.modes.change(Self.self) { card in
      card.selected = min(max(0, wanted), fields - 1)
      card.top = view.top(showing: card.selected, from: card.top)
    }
  }

  private func scroll(by lines: Int, in reader: inout Reader) {
    guard let view = view(in: reader) else { return }
    let furthest = max(0, view.card.lineCount - view.body.rows)
    reader.modes.change(Self.self) { $0.top = min(max(0, $0.top + lines), furthest) }
  }

  func turn(by rows: Int, at point: Point, in reader: inout Reader) {
    scroll(by: rows, in: &reader)
  }

  func press(at point: Point, in reader: inout Reader) -> [Effect] {
    guard let view = view(in: reader), view.body.contains(point),
      let field = view.field(atLine: top + point.row - view.body.top)
    else { return [] }
    // The second click on a row opens it.
    if field == selected { return changeSelected(in: &reader) }
    reader.modes.change(Self.self) { $0.selected = field }
    return []
  }

  /// The card of the next mark: of those that are listed, where the card was opened from the list, else of those
  /// in the article.
  private func step(_ step: Int, in reader: inout Reader) -> [Effect] {
    let isFromList = reader.modes.contains(MarksMode.self)
    let marks = isFromList ? reader.markBook.list.marks : reader.marksHere.map(\.mark)
    guard let place = marks.firstIndex(where: { $0.id == mark }),
      marks.indices.contains(place + step)
    else {
      return reader.refuse(step > 0 ? "There is no further mark." : "There is no earlier mark.")
    }
    let next = marks[place + step]
    reader.modes.close()
    if isFromList { reader.markBook.list.select(next.id) } else { reader.go(to: next) }
    return reader.open(CardMode(next.id))
  }

  private func field(in reader: Reader) -> MarkCard.Field? {
    let fields = view(in: reader)?.card.fields ?? []
    return fields.indices.contains(selected) ? fields[selected] : nil
  }

  private func changeSelected(in reader: inout Reader) -> [Effect] {
    switch field(in: reader) {
    case .confirmWords: reader.settle(asSame: true)
    case .loseWords: reader.settle(asSame: false)
    case .status: reader.askForStatus()
    case .priority: reader.turnPriority()
    case .typed(let field): reader.ask(for: field)
    case nil: []
    }
  }

  /// The address of the selected evidence; without one, or where it is none, that of the article.
  private func address(in reader: Reader) -> WebAddress? {
    guard let mark = reader.markBook[mark] else { return nil }
    if case .typed(.evidence(let place?)) = field(in: reader),
      mark.evidence.indices.contains(place),
      let address = WebAddress(mark.evidence[place].text)
    {
      return address
    }
    return mark.address
  }
}

extension Mark {
  /// Where its article was found.
  var address: WebAddress? { snapshot.location.flatMap(WebAddress.init) }
}

extension Reader {
  /// Opens the card of what the keys are about; marks what was not marked.
  mutating func openCard() -> [Effect] {
    guard let target else { return refuse("There is nothing to mark here.") }
    guard let mark = mark(of: target) else { return [] }
    var effects: [Effect] = []
    if !target.isMark { effects = put(mark, saying: "marked: \(mark.status.rawValue)") }
    return effects + open(CardMode(mark.id))
  }

  /// Brings a field into view where the card is open: what was added last stands below all that was there before.
  mutating func revealOnCard(_ field: (Mark) -> MarkField) {
    guard let card = modes.overlays.last as? CardMode, let view = card.view(in: self),
      let place = markBook[card.mark].flatMap({ mark in
        view.card.fields.firstIndex(of: .typed(field(mark)))
      })
    else { return }
    modes.change(CardMode.self) { $0.top = view.top(showing: place, from: $0.top) }
  }

  /// A card whose mark was taken off has nothing to show.
  mutating func closeCardOfNothing() {
    let book = markBook
    modes.remove(CardMode.self) { book[$0.mark] == nil }
    keepSomethingShown()
  }
}

// MARK: - Drawing

/// The card of one mark over the whole screen.
struct MarkCardView {
  let card: MarkCard
  private let mark: Mark
  private let look: Look
  private let surroundings: Surroundings
  private let size: Size

  init(
    mark: Mark, in reading: Reading?, look: Look, keys: KeyMap, surroundings: Surroundings,
    size: Size
  ) {
    self.mark = mark
    self.look = look
    self.surroundings = surroundings
    self.size = size
    card = MarkCard(
      mark, in: reading, look: look, keys: keys, surroundings: surroundings,
      columns: size.columns - 1)
  }

  /// Where the rows stand.
  var body: Rect { Frame.list(in: size) }

  /// Draws it with a line first and a field that stands out.
  func draw(on screen: inout Screen, from top: Int, selected: Int) {
    let body = body
    screen.draw(heading, above: body, look: look)
    var line = body.top - top
    var field = -1
    for row in card.rows {
      if row.field != nil { field += 1 }
      let rows = line..<line + row.lines.count
      for (place, content) in zip(rows, row.lines) where place >= body.top {
        content.draw(on: &screen, row: place, in: body, look: look)
      }
      if row.field != nil, field == selected {
        screen.emphasise(rows: rows, in: body, as: .focusedRow, look: look)
      }
      line = rows.upperBound
    }
  }

  private var heading: Line {
    let words = MarkLines.flat(
      mark.snapshot.articleTitle ?? mark.snapshot.location ?? "", limit: 200)
    var line = Line(" Mark", look[.title])
    if !words.isEmpty { line = line.adding(" · \(words)", look[.quiet]) }
    let today = surroundings.today()
    if mark.isOverdue(on: today) {
      let state = mark.dueWords(on: today) ?? ""
      line.right = [.init(text: " \(look.signs.highFlag) \(state) ", style: look[.flag])]
    }
    return line
  }
}

// MARK: - Fields and lines

extension MarkCardView {
  /// The first line to show so that a field is in view; before the first field everything is.
  func top(showing field: Int, from top: Int) -> Int {
    var line = 0
    var place = -1
    for row in card.rows {
      if row.field != nil { place += 1 }
      if place == field {
        if field == 0, line + row.lines.count <= body.rows { return 0 }
        if line < top { return line }
        return max(top, line + row.lines.count - body.rows)
      }
      line += row.lines.count
    }
    return top
  }

  /// The field of a line of the body.
  func field(atLine wanted: Int) -> Int? {
    var line = 0
    var place = -1
    for row in card.rows {
      if row.field != nil { place += 1 }
      if (line..<line + row.lines.count).contains(wanted) { return row.field == nil ? nil : place }
      line += row.lines.count
    }
    return nil
  }
}
