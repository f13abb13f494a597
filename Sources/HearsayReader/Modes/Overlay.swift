/// A mode that lies over the article and has the whole screen.
protocol Overlay: Mode {
  /// Whose keys hold.
  static var view: KeyView { get }
  /// The action that opens it wherever one is, and closes it again; `nil` where something else opens it.
  static var opener: Action? { get }

  /// Opens it, or says why not.
  static func open(in reader: inout Reader) -> [Effect]
}

extension Overlay {
  static var opener: Action? { nil }
  static func open(in reader: inout Reader) -> [Effect] { [] }

  func keyView(in window: Window) -> KeyView { Self.view }

  /// What actions do on everything that lies over the article; `nil` where they do what they do everywhere.
  func actAsOverlay(_ action: Action, in reader: inout Reader) -> [Effect]? {
    if action == Self.opener {
      reader.closeOverlay()
      return []
    }
    switch action {
    case .help, .listMarks, .listArticles, .sheet, .listCorrections, .command, .quit, .redraw,
      .suspend, .undo, .find, .words, .listVoices, .recordKeys, .playKeys, .listLinks,
      .listNews, .listFeeds:
      return nil
    case .copy: return reader.refuse("There is nothing selected to copy.")
    case .removeArticle: return reader.refuse("There is no article to take out.")
    case .back: reader.closeOverlay()
    case .cancel:
      if reader.library.batch != nil { return reader.cancelBatch() }
      if reader.isFetching { return reader.giveUpFetching() }
      if reader.library.news.refresh != nil { return reader.cancelRefresh() }
      // The list of articles may be all there is.
      if reader.modes.count > 2 || reader.reading != nil { reader.closeOverlay() }
    case .focusArticle: if reader.reading != nil { reader.closeOverlay() }
    default: break
    }
    return []
  }
}

extension Reader {
  /// Puts something over the article.
  mutating func open(_ overlay: some Overlay) -> [Effect] {
    modes.open(overlay)
    showListed()
    revealSelected()
    return []
  }

  mutating func closeOverlay() {
    modes.close()
    showListed()
    keepSomethingShown()
  }

  /// Where there is no article there is at least a list of them.
  mutating func keepSomethingShown() {
    if modes.showsArticle, reading == nil { modes.open(ArticlesMode()) }
  }

  /// Shows the article and nothing over it, with the keys in its text; one step goes back to what lay over it.
  mutating func showArticle() {
    leaveForArticle()
    window.focus = .article
    fit()
  }

  /// The overlay that an action opens, wherever one is.
  mutating func open(by action: Action) -> [Effect]? {
    KeyView.overlays.first { $0.opener == action }?.open(in: &self)
  }
}
