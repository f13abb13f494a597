import HearsayModel
import HearsayScreen

// The card of one mark: everything that is kept of it, to be changed in place.
extension Reader {
  /// Opens the card of what the keys are about; marks what was not marked.
  mutating func openCard() -> [Effect] {
    guard let target else { return refuse("There is nothing to mark here.") }
    guard let mark = mark(of: target) else { return [] }
    var effects: [Effect] = []
    if !target.isMark { effects = put(mark, saying: "marked: \(mark.status.rawValue)") }
    return effects + open(Overlay(.card(mark.id)))
  }

  /// A card whose mark was taken off has nothing to show.
  mutating func closeCardOfNothing() {
    overlays.removeAll { overlay in
      guard case .card(let id) = overlay.subject else { return false }
      return !marks.contains { $0.id == id }
    }
    if overlays.isEmpty, reading == nil { overlays = [Overlay(.articles)] }
  }

  /// What an action means in a card; `nil` where it means the same as in other lists.
  mutating func actOnCard(of id: Mark.ID, _ action: Action) -> [Effect]? {
    let page = max(1, (MarkCardView(reader: self, id: id)?.body.rows ?? 2) - 1)
    switch action {
    case .lineDown, .nextAttribution: moveInCard(by: 1, of: id)
    case .lineUp, .previousAttribution: moveInCard(by: -1, of: id)
    case .pageDown: scrollCard(by: page, of: id)
    case .pageUp: scrollCard(by: -page, of: id)
    case .halfPageDown: scrollCard(by: max(1, page / 2), of: id)
    case .halfPageUp: scrollCard(by: -max(1, page / 2), of: id)
    case .top: moveInCard(by: -1_000_000, of: id)
    case .end: scrollCard(by: 1_000_000, of: id)
    case .openDetail, .focusSources: return editSelectedField(of: id)
    case .nextMark, .nextArticle: return stepAlongCards(1, from: id)
    case .previousMark, .previousArticle: return stepAlongCards(-1, from: id)
    case .openCard: closeOverlay()
    case .mark: return marks.first { $0.id == id }.map { remove($0) } ?? []
    case .openAddress:
      let field = selectedField(of: id)
      var place: Int?
      if case .typed(.evidence(let chosen)) = field { place = chosen }
      return openAddress(of: marks.first { $0.id == id }, evidence: place)
        ?? refuse("There is no address here.")
    case .search, .filter, .group: return refuse("This is one mark; its list can be filtered.")
    default: return actOnMark(action)
    }
    return []
  }

  private mutating func moveInCard(by count: Int, of id: Mark.ID) {
    guard let last = overlays.indices.last, let view = MarkCardView(reader: self, id: id) else {
      return
    }
    let fields = view.card.fields.count
    let wanted = overlays[last].selected + count
    // Beyond the last field there is still something to read.
    if wanted >= fields, count == 1 { return scrollCard(by: 1, of: id) }
    overlays[last].selected = min(max(0, wanted), fields - 1)
    overlays[last].top = view.top(showing: overlays[last].selected, from: overlays[last].top)
  }

  mutating func scrollCard(by lines: Int, of id: Mark.ID) {
    guard let last = overlays.indices.last, let view = MarkCardView(reader: self, id: id) else {
      return
    }
    let furthest = max(0, view.card.lineCount - view.body.rows)
    overlays[last].top = min(max(0, overlays[last].top + lines), furthest)
  }

  /// The card of the next mark: of those that are listed, where the card was opened from the list, else of those
  /// in the article.
  private mutating func stepAlongCards(_ step: Int, from id: Mark.ID) -> [Effect] {
    let isFromList = overlays.contains { $0.subject == .marks }
    let marks = isFromList ? marksList.marks : marksHere.map(\.mark)
    guard let place = marks.firstIndex(where: { $0.id == id }),
      marks.indices.contains(place + step)
    else { return refuse(step > 0 ? "There is no further mark." : "There is no earlier mark.") }
    let next = marks[place + step]
    overlays.removeLast()
    if isFromList { marksList.select(next.id) } else { go(to: next) }
    return open(Overlay(.card(next.id)))
  }

  mutating func clickCard(of id: Mark.ID, _ point: Point) -> [Effect] {
    guard let last = overlays.indices.last, let view = MarkCardView(reader: self, id: id),
      view.body.contains(point),
      let field = view.field(atLine: overlays[last].top + point.row - view.body.top)
    else { return [] }
    // The second click on a row opens it.
    if field == overlays[last].selected { return editSelectedField(of: id) }
    overlays[last].selected = field
    return []
  }

  private func selectedField(of id: Mark.ID) -> MarkCard.Field? {
    guard let overlay = overlays.last, let fields = MarkCardView(reader: self, id: id)?.card.fields
    else { return nil }
    return fields.indices.contains(overlay.selected) ? fields[overlay.selected] : nil
  }

  private mutating func editSelectedField(of id: Mark.ID) -> [Effect] {
    guard let field = selectedField(of: id) else { return [] }
    switch field {
    case .confirmWords: return settle(asSame: true)
    case .loseWords: return settle(asSame: false)
    case .status: return askForStatus()
    case .priority: return turnPriority()
    case .typed(let field): return ask(for: field)
    }
  }
}
