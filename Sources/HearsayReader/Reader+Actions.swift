import HearsayModel

// What the keys do.
extension Reader {
  mutating func act(_ action: Action) -> [Effect] {
    action.isJump ? jumping { $0.carryOut(action) } : carryOut(action)
  }

  private mutating func carryOut(_ action: Action) -> [Effect] {
    modes.top.act(action, in: &self) ?? open(by: action) ?? actEverywhere(action)
  }

  /// What an action does wherever the keys go.
  private mutating func actEverywhere(_ action: Action) -> [Effect] {
    switch action {
    case .find: ask(FindQuestion())
    case .words, .listVoices: [.library(.listVoices)]
    case .undo: undoMarkChange()
    case .recordKeys: toggleRecording()
    case .playKeys: playRecordedKeys()
    case .command: ask(CommandQuestion())
    case .quit: [.quit]
    case .redraw: [.redraw]
    case .suspend: [.suspend]
    // Everything else is done by what has the keys, or opens something.
    default: []
    }
  }

  /// Says why a key did nothing.
  mutating func refuse(_ sentence: String) -> [Effect] {
    message = sentence
    return [.bell]
  }

  /// What the keys are about that change a mark.
  var target: MarkTarget? { modes.top.markTarget(in: self) }

  /// Whose keys hold now.
  var keyView: KeyView { modes.top.keyView(in: window) }
}

// MARK: - Panes

extension Reader {
  mutating func focus(on pane: Focus) -> [Effect] {
    guard let reading else { return [] }
    if pane != .article, reading.sourcing?.items.isEmpty ?? true {
      return refuse(
        reading.sourcing == nil
          ? "Who said what is not known yet."
          : "Nobody says anything\(reading.read == nil ? " in this article" : reading.soFar).")
    }
    if pane == .detail, reading.selected == nil { return refuse("Nothing is selected.") }
    if pane == .detail, focus != .detail { window.focusBeforeDetail = focus }
    window.focus = pane
    fit()
    if pane == .article, let item = selectedItem { self.reading?.reveal(item.extent) }
    return []
  }

  /// Gives the article's text the keys, where something else has them.
  mutating func focusArticle() {
    guard focus != .article else { return }
    window.focus = .article
    fit()
  }

  /// Arranges the list in another order.
  mutating func regroup() -> [Effect] {
    listing.arrangement = listing.arrangement.next
    fit()
    message = listing.arrangement.words
    return []
  }
}
