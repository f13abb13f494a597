import HearsayModel
import HearsayScreen

/// The open article with its panes: its text, the list of who said what, and the detail of what is selected.
///
/// Which of the panes has the keys says the reader's ``Window``.
struct ArticleMode: Mode {
  func keyView(in window: Window) -> KeyView { window.focus.pane.view }

  func markTarget(in reader: Reader) -> MarkTarget? {
    if let span = reader.selectedText {
      return reader.marksHere.first { $0.span == span }.map { .mark($0.mark.id) } ?? .text(span)
    }
    if let mark = reader.selectedMark { return .mark(mark.id) }
    return reader.selectedItem == nil ? nil : reader.reading?.selected.map { .item($0) }
  }
}

// MARK: - Keys

extension ArticleMode {
  func act(_ action: Action, in reader: inout Reader) -> [Effect]? {
    if let effects = reader.actOnTextSelection(action) { return effects }
    if action == .openDetail, reader.focus == .article, let link = reader.selectedLink {
      return reader.follow(link.address)
    }
    switch action {
    case .lineDown: return scroll(by: 1, in: &reader)
    case .lineUp: return scroll(by: -1, in: &reader)
    case .pageDown: return scroll(pages: 1, in: &reader)
    case .pageUp: return scroll(pages: -1, in: &reader)
    case .halfPageDown: return scroll(pages: 0.5, in: &reader)
    case .halfPageUp: return scroll(pages: -0.5, in: &reader)
    case .top: return scroll(by: -Int(Int32.max), in: &reader)
    case .end: return scroll(by: Int(Int32.max), in: &reader)

    case .nextAttribution: return reader.step(1, over: "attribution") { $0.isAttribution }
    case .previousAttribution: return reader.step(-1, over: "attribution") { $0.isAttribution }
    case .nextUnattributed:
      return reader.step(1, over: "unattributed sentence") { !$0.isAttribution }
    case .previousUnattributed:
      return reader.step(-1, over: "unattributed sentence") { !$0.isAttribution }
    case .nextFlag: return reader.step(1, over: "high flag") { $0.isGrave }
    case .previousFlag: return reader.step(-1, over: "high flag") { $0.isGrave }
    case .nextSameSource: return reader.stepAlongSource(1)
    case .previousSameSource: return reader.stepAlongSource(-1)
    case .nextMark: return reader.stepAlongMarks(1)
    case .previousMark: return reader.stepAlongMarks(-1)
    case .nextMatch: return reader.stepAlongMatches(1)
    case .previousMatch: return reader.stepAlongMatches(-1)
    case .nextLink: return reader.stepAlongLinks(1)
    case .previousLink: return reader.stepAlongLinks(-1)
    case .followLink: return reader.askForLink()
    case .followHop: return reader.followHop()
    case .nextArticle: return reader.stepAlongArticles(1)
    case .previousArticle: return reader.stepAlongArticles(-1)
    case .twin: return reader.goToTwin()
    case .jumpBack: return reader.jumpBack()
    case .jumpForward: return reader.jumpForward()

    case .filter: return reader.askForFilter()
    case .search: return reader.askForSearch()
    case .goOn: return reader.goOn()
    case .selectText: return reader.beginSelectingText()
    case .group: return reader.regroup()
    case .mark: return reader.toggleMark()
    case .words: return reader.listWordsOfSource()
    case .like: return reader.listLike()
    case .analyseAll: return reader.analyseListed()
    case .copy: return reader.copySelection()
    case .pipe: return reader.askForPipe()
    case .openAddress: return reader.openAddress()
    case .editText: return reader.editText()
    case .whatChanged: return reader.askForChanges()
    case .reload: return reader.readAnew()
    case .undo: return reader.correctionToTakeBack.map { reader.takeBack($0) }
    case .removeArticle:
      return reader.refuse("Articles are taken out of the list of articles.")

    case .focusArticle, .focusSources, .openDetail, .turn: return turn(action, in: &reader)
    case .zen: return reader.turnPanes()
    case .widenList: return reader.moveBorder(by: 1)
    case .narrowList: return reader.moveBorder(by: -1)
    case .back: return goBack(in: &reader)
    case .cancel: return cancel(in: &reader)

    default: return reader.correct(action) ?? reader.actOnMark(action)
    }
  }

  private func scroll(by lines: Int, in reader: inout Reader) -> [Effect] {
    reader.focus.pane.scroll(by: lines, in: &reader)
    return []
  }

  private func scroll(pages: Double, in reader: inout Reader) -> [Effect] {
    let page = Double(reader.focus.pane.page(in: reader.frame))
    return scroll(by: Int((page * pages).rounded(.awayFromZero)), in: &reader)
  }

  /// Gives another pane the keys.
  private func turn(_ action: Action, in reader: inout Reader) -> [Effect] {
    let focus = reader.focus
    switch action {
    case .focusArticle:
      return reader.focus(on: focus == .detail ? reader.window.focusBeforeDetail : .article)
    case .focusSources: return reader.focus(on: focus == .article ? .list : .detail)
    case .openDetail: return reader.focus(on: .detail)
    default: return reader.focus(on: focus == .article ? .list : .article)
    }
  }

  /// One level up: from detail to list to article, from there to the list from which one came.
  private func goBack(in reader: inout Reader) -> [Effect] {
    switch reader.focus {
    case .detail: return reader.focus(on: reader.window.focusBeforeDetail)
    case .list: return reader.focus(on: .article)
    case .article:
      if let effects = reader.goBackToList() { return effects }
      return reader.modes.home == .list ? ArticlesMode.open(in: &reader) : [.quit]
    }
  }

  /// Takes back what is half done; never quits.
  private func cancel(in reader: inout Reader) -> [Effect] {
    if reader.library.batch != nil {
      return reader.cancelBatch()
    } else if reader.isFetching {
      return reader.giveUpFetching()
    } else if reader.reading?.link != nil {
      reader.reading?.link = nil
    } else if reader.search != nil {
      reader.search = nil
    } else if reader.listing.filter != nil {
      reader.sift(by: nil)
      reader.message = "everything is listed again"
    } else if reader.focus != .article {
      return goBack(in: &reader)
    } else if !reader.trail.isEmpty {
      return goBack(in: &reader)
    } else {
      return reader.stopReading()
    }
    return []
  }
}

// MARK: - Mouse

extension ArticleMode {
  /// The wheel turns the pane below the pointer, wherever the keys go.
  func turn(by rows: Int, at point: Point, in reader: inout Reader) {
    let frame = reader.frame
    let pane = Focus.allCases.first { $0.pane.place(in: frame).contains(point) } ?? .article
    pane.pane.scroll(by: pane == .list ? rows.signum() : rows, in: &reader)
  }

  func press(at point: Point, in reader: inout Reader) -> [Effect] {
    let frame = reader.frame
    guard reader.reading != nil else { return [] }
    if frame.card.contains(point) { return reader.focus(on: .detail) }
    let pane = Focus.allCases.first { $0.pane.place(in: frame).contains(point) }
    return pane?.pane.press(at: point, in: &reader) ?? []
  }
}

// MARK: - Drawing

extension ArticleMode {
  func draw(on screen: inout Screen, for reader: Reader) {
    guard let scene = ArticleScene(reader) else {
      let words = reader.awaited.request == nil ? "There is nothing to read." : "opening…"
      return Line(" \(words)", reader.look[.quiet])
        .draw(on: &screen, row: screen.bounds.top, in: screen.bounds, look: reader.look)
    }
    scene.draw(on: &screen)
    ArticleView(scene: scene).placeCursor(on: &screen)
  }

  func hints(in reader: Reader) -> [Hint] {
    guard reader.selectedText == nil else { return Self.whileSelecting }
    guard let reading = reader.reading else {
      return [Hint(.listArticles), Hint(.help), Hint(.quit)]
    }
    let goOn = reader.isStopped ? [Hint(.goOn)] : []
    guard reading.sourcing != nil else {
      return goOn + [Action.pageDown, .search, .listArticles, .help, .back].map { Hint($0) }
    }
    return reader.focus.pane.hints(in: reader)
  }

  /// What keys do while words of the text are selected.
  private static let whileSelecting = [
    Hint(.focusSources, "word"), Hint(.focusArticle, "word back"), Hint(.lineDown, "line"),
    Hint(.nextAttribution, "sentence"), Hint(.selectText, "other end"), Hint(.cancel, "leave"),
  ]

  /// `3/14` while something is searched for; else which attribution is selected, and how sure it is.
  func status(in reader: Reader) -> String {
    guard let reading = reader.reading else { return "" }
    if reader.isFetching { return "fetching…" }
    if let search = reading.search { return search.counter }
    guard let sourcing = reading.sourcing else {
      return reader.size.rows < 16 ? reader.readingNews ?? "" : ""
    }
    guard reading.selectedText == nil, let item = reading.selectedItem,
      let attribution = sourcing.attribution(of: item)
    else { return "" }
    let place = "\(attribution.id.number)/\(sourcing.analysis.attributions.count)"
    guard reader.size.columns >= 60 else { return place }
    return "\(place) · \(Int((attribution.confidence * 100).rounded())) % sure"
  }
}
