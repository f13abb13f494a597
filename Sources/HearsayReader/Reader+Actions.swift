import HearsayModel

// What the keys do.
extension Reader {
  mutating func act(_ action: Action) -> [Effect] {
    action.isJump ? jumping { $0.carryOut(action) } : carryOut(action)
  }

  private mutating func carryOut(_ action: Action) -> [Effect] {
    if !overlays.isEmpty, let effects = actOnOverlay(action) { return effects }
    if let effects = actOnTextSelection(action) { return effects }
    switch action {
    case .lineDown: return move(lines: 1)
    case .lineUp: return move(lines: -1)
    case .pageDown: return move(pages: 1)
    case .pageUp: return move(pages: -1)
    case .halfPageDown: return move(pages: 0.5)
    case .halfPageUp: return move(pages: -0.5)
    case .top: return moveToEdge(isEnd: false)
    case .end: return moveToEdge(isEnd: true)

    case .nextAttribution: return step(1, over: "attribution") { $0.isAttribution }
    case .previousAttribution: return step(-1, over: "attribution") { $0.isAttribution }
    case .nextUnattributed: return step(1, over: "unattributed sentence") { !$0.isAttribution }
    case .previousUnattributed:
      return step(-1, over: "unattributed sentence") { !$0.isAttribution }
    case .nextFlag: return step(1, over: "grave flag") { $0.isGrave }
    case .previousFlag: return step(-1, over: "grave flag") { $0.isGrave }
    case .twin: return goToTwin()
    case .filter: return askForFilter()
    case .sheet: return openSheet()
    case .goOn: return goOn()
    case .selectText: return beginSelectingText()

    case .correctSpeaker, .dismissAttribution, .addAttribution, .correctContent, .extendContent,
      .correctSource, .correctCue, .mergeSources, .splitSource, .correctKind, .correctNaming:
      return correct(action)
    case .listCorrections: return open(Overlay(.corrections))

    case .jumpBack: return jumpBack()
    case .jumpForward: return jumpForward()
    case .nextSameSource: return stepAlongSource(1)
    case .previousSameSource: return stepAlongSource(-1)

    case .focusArticle: return focus(on: focus == .detail ? focusBeforeDetail : .article)
    case .focusSources: return focus(on: focus == .article ? .list : .detail)
    case .openDetail: return focus(on: .detail)
    case .turn: return focus(on: focus == .article ? .list : .article)
    case .group: return regroup()
    case .zen: return turnPanes()
    case .widenList: return moveBorder(by: 1)
    case .narrowList: return moveBorder(by: -1)

    case .mark: return toggleMark()
    case .openCard: return openCard()
    case .setStatus, .setPriority, .setDue, .setTags, .addNote, .editNote, .addEvidence,
      .confirmWords, .loseWords:
      return actOnMark(action) ?? []
    case .nextMark: return stepAlongMarks(1)
    case .previousMark: return stepAlongMarks(-1)
    case .listMarks: return openMarksList()

    case .copy: return copySelection()
    case .pipe: return askForPipe()
    case .openAddress: return openAddress()
    case .editText: return editText()

    case .search: return askForSearch()
    case .nextMatch: return stepAlongMatches(1)
    case .previousMatch: return stepAlongMatches(-1)

    case .nextArticle: return stepAlongArticles(1)
    case .previousArticle: return stepAlongArticles(-1)
    case .listArticles: return open(articlesOverlay)
    case .analyseAll: return analyseListed()
    case .find: return askForWordsToFind()
    case .words: return overlays.isEmpty ? listWordsOfSource() : [.library(.listVoices)]
    case .like: return listLike()
    case .listVoices: return [.library(.listVoices)]
    case .removeArticle: return refuse("Articles are taken out of the list of articles.")
    case .undo: return undo()

    case .recordKeys: return toggleRecording()
    case .playKeys: return playRecordedKeys()

    case .help: return open(Overlay(.help))
    case .command: return askForCommand()
    case .back: return goBack()
    case .quit: return [.quit]
    case .cancel: return cancel()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    }
  }

  /// Says why a key did nothing.
  mutating func refuse(_ sentence: String) -> [Effect] {
    message = sentence
    return [.bell]
  }
}

// MARK: - Panes

extension Reader {
  mutating func focus(on pane: Focus) -> [Effect] {
    guard let reading else { return [] }
    if pane != .article, reading.sourcing?.items.isEmpty ?? true {
      return refuse(
        reading.sourcing == nil
          ? "Who said what is not known yet."
          : "Nobody says anything\(reading.read == nil ? " in this article" : soFar).")
    }
    if pane == .detail, reading.selected == nil { return refuse("Nothing is selected.") }
    if pane == .detail, focus != .detail { focusBeforeDetail = focus }
    focus = pane
    fit()
    if pane == .article, let item = selectedItem { self.reading?.reveal(item.extent) }
    return []
  }

  private mutating func openSheet() -> [Effect] {
    guard let sourcing = reading?.sourcing else { return refuse("Who said what is not known yet.") }
    if reading?.sheet == nil { reading?.sheet = Sheet(sourcing) }
    return open(Overlay(.sheet))
  }

  private mutating func regroup() -> [Effect] {
    arrangement = arrangement.next
    fit()
    message = arrangement.words
    return []
  }

  /// One level up: from detail to list to article, from there to the list of articles if all began there.
  private mutating func goBack() -> [Effect] {
    switch focus {
    case .detail: return focus(on: focusBeforeDetail)
    case .list: return focus(on: .article)
    case .article:
      if let overlay = overlayToReturnTo {
        overlayToReturnTo = nil
        return open(overlay)
      }
      guard home == .list else { return [.quit] }
      return open(articlesOverlay)
    }
  }

  /// Takes back what is half done; never quits.
  private mutating func cancel() -> [Effect] {
    if batch != nil {
      return cancelBatch()
    } else if search != nil {
      search = nil
    } else if filter != nil {
      sift(by: nil)
      message = "everything is listed again"
    } else if focus != .article {
      return goBack()
    } else {
      return stopReading()
    }
    return []
  }
}

// MARK: - Moving in the pane that has the keys

extension Reader {
  private mutating func move(lines: Int) -> [Effect] {
    switch focus {
    case .article: scrollArticle(by: lines)
    case .list: selectRow(by: lines)
    case .detail: scrollDetail(by: lines)
    }
    return []
  }

  private mutating func move(pages: Double) -> [Effect] {
    let frame = frame
    switch focus {
    case .article:
      // A page keeps a line of the one before.
      let page = max(1, frame.text.rows - (frame.text.rows > 4 ? 1 : 0))
      scrollArticle(by: Int((Double(page) * pages).rounded(.awayFromZero)))
    case .list:
      let page = max(1, frame.list.rows / 4)
      selectRow(by: Int((Double(page) * pages).rounded(.awayFromZero)))
    case .detail:
      scrollDetail(by: Int((Double(max(1, frame.detail.rows - 1)) * pages).rounded()))
    }
    return []
  }

  private mutating func moveToEdge(isEnd: Bool) -> [Effect] {
    let far = isEnd ? Int(Int32.max) : -Int(Int32.max)
    switch focus {
    case .article: scrollArticle(by: far)
    case .list: selectRow(by: far)
    case .detail: scrollDetail(by: far)
    }
    return []
  }

  mutating func scrollArticle(by lines: Int) {
    guard let reading else { return }
    self.reading?.scroll(toLine: reading.top + lines)
    selectWhatIsInView()
  }

  mutating func scrollDetail(by lines: Int) {
    guard let reading else { return }
    let pane = frame.detail
    let length = DetailView(reader: self).lines(columns: pane.columns).count
    self.reading?.detailTop = min(max(0, reading.detailTop + lines), max(0, length - pane.rows))
  }
}
