import HearsayModel
import HearsayScreen

// Lists that lie over the article: help, articles, marks.
extension Reader {
  mutating func open(_ overlay: Overlay) -> [Effect] {
    overlays.removeAll { $0.subject == overlay.subject }
    overlays.append(overlay)
    showListed()
    revealOverlayRow()
    return []
  }

  /// What an action means while a list lies over the article; `nil` where it means the same as always.
  mutating func actOnOverlay(_ action: Action) -> [Effect]? {
    guard let overlay = overlays.last else { return nil }
    if action == .copy { return copyMark(in: overlay) }
    switch overlay.subject {
    case .marks: if let effects = actOnMarksList(action) { return effects }
    case .card(let id): if let effects = actOnCard(of: id, action) { return effects }
    case .voices: if let effects = actOnVoices(action) { return effects }
    default: break
    }
    let page = max(1, OverlayView(reader: self, overlay: overlay).rows(in: size) - 1)
    switch action {
    case .lineDown: moveInOverlay(by: 1)
    case .lineUp: moveInOverlay(by: -1)
    case .pageDown: turnOverlay(by: page)
    case .pageUp: turnOverlay(by: -page)
    case .halfPageDown: turnOverlay(by: max(1, page / 2))
    case .halfPageUp: turnOverlay(by: -max(1, page / 2))
    case .top: moveInOverlay(by: -Int(Int32.max))
    case .end: moveInOverlay(by: Int(Int32.max))
    case .nextAttribution, .nextArticle: moveInOverlay(by: 1)
    case .previousAttribution, .previousArticle: moveInOverlay(by: -1)
    case .filter where overlay.subject == .articles: return askForLibraryFilter()
    case .analyseAll where overlay.subject == .articles: return analyseListed()
    case .search, .filter:
      prompt = Prompt(.filter(before: overlay.filter), line: overlay.filter)
    case .openDetail, .focusSources: return openOverlayRow()
    case .group where overlay.subject == .articles:
      return sortArticles(by: articleList.order.next)
    case .removeArticle: return removeListedArticle()
    case .help where overlay.subject == .help,
      .listMarks where overlay.subject == .marks,
      .listArticles where overlay.subject == .articles,
      .sheet where overlay.subject == .sheet,
      .listCorrections where overlay.subject == .corrections:
      closeOverlay()
    case .undo where overlay.subject == .corrections: return undoInOverlay()
    case .help, .listMarks, .listArticles, .sheet, .listCorrections, .command, .quit, .redraw,
      .suspend, .undo, .find, .words, .listVoices, .recordKeys, .playKeys:
      return nil
    case .back:
      // The list of articles may be all there is.
      if overlay.subject == .articles, overlays.count == 1, reading == nil || home == .list {
        return [.quit]
      }
      closeOverlay()
    case .cancel:
      if batch != nil {
        return cancelBatch()
      } else if overlay.subject == .articles, overlay.filter.isEmpty, articleList.sift != nil {
        unsift()
      } else if !overlay.filter.isEmpty {
        setFilter("")
      } else if overlays.count > 1 || reading != nil {
        closeOverlay()
      }
    case .focusArticle: if reading != nil { closeOverlay() }
    default: break
    }
    return []
  }

  mutating func closeOverlay() {
    overlays.removeLast()
    showListed()
    if overlays.isEmpty, reading == nil { overlays = [Overlay(.articles)] }
  }

  mutating func setFilter(_ filter: String) {
    guard let last = overlays.indices.last, overlays[last].filter != filter else { return }
    overlays[last].filter = filter
    overlays[last].selected = 0
    overlays[last].top = 0
    if overlays[last].subject == .articles { showListed() }
  }
}

// MARK: - Moving

extension Reader {
  /// Selects another row, or scrolls where no row can be selected.
  mutating func moveInOverlay(by count: Int) {
    guard let last = overlays.indices.last else { return }
    let view = OverlayView(reader: self, overlay: overlays[last])
    guard view.isSelectable else { return turnOverlay(by: count) }
    overlays[last].selected = min(
      max(0, overlays[last].selected + count), max(0, view.shown.count - 1))
    revealOverlayRow()
  }

  /// Scrolls by rows of the screen; what is selected stays in view.
  mutating func turnOverlay(by rows: Int) {
    guard let last = overlays.indices.last else { return }
    switch overlays[last].subject {
    case .marks: return moveInMarks(by: rows.signum())
    case .card(let id): return scrollCard(by: rows, of: id)
    default: break
    }
    let view = OverlayView(reader: self, overlay: overlays[last])
    let height = view.height
    let fitting = max(1, view.rows(in: size) / height)
    let step = rows.signum() * max(1, abs(rows) / height)
    let top = min(max(0, overlays[last].top + step), max(0, view.shown.count - fitting))
    // At the edge of the list only the selection can still move.
    let moved = top == overlays[last].top ? step : top - overlays[last].top
    overlays[last].top = top
    guard view.isSelectable else { return }
    overlays[last].selected = min(
      max(0, overlays[last].selected + moved), max(0, view.shown.count - 1))
    revealOverlayRow()
  }

  mutating func revealOverlayRow() {
    guard let last = overlays.indices.last else { return }
    let view = OverlayView(reader: self, overlay: overlays[last])
    guard view.isSelectable else { return }
    let fitting = max(1, view.rows(in: size) / view.height)
    let selected = overlays[last].selected
    overlays[last].top = min(max(overlays[last].top, selected - fitting + 1), selected)
  }

  mutating func clickOverlay(_ point: Point) -> [Effect] {
    guard let last = overlays.indices.last else { return [] }
    switch overlays[last].subject {
    case .marks: return clickMarksList(point)
    case .card(let id): return clickCard(of: id, point)
    default: break
    }
    let view = OverlayView(reader: self, overlay: overlays[last])
    let body = view.body(in: size)
    guard view.isSelectable, body.contains(point) else { return [] }
    let row = overlays[last].top + (point.row - body.top) / view.height
    guard row < view.shown.count else { return [] }
    // The second click on a row opens it.
    if row == overlays[last].selected { return openOverlayRow() }
    overlays[last].selected = row
    return []
  }
}

// MARK: - Opening

extension Reader {
  private mutating func openOverlayRow() -> [Effect] {
    guard let overlay = overlays.last else { return [] }
    let shown = OverlayView(reader: self, overlay: overlay).shown
    guard shown.indices.contains(overlay.selected) else { return [] }
    let index = shown[overlay.selected]
    switch overlay.subject {
    case .help, .sheet, .marks, .card, .voices: return []
    case .passages: return passages.map { openPassage($0.all[index]) } ?? []
    case .articles:
      if reading != nil, awaited == nil, index == currentEntry {
        overlays = []
        return []
      }
      return request(.entry(entries[index].id))
    case .corrections: return goToCorrection(listedCorrections[index])
    }
  }
}
