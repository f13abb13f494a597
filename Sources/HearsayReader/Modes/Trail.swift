import HearsayModel

/// A list that one left for an article, or for a place in one: what stood there, to come back to.
struct Stop: Sendable {
  /// What lay over the article, the uppermost last.
  let overlays: [any Mode]
  /// The article under it, and the place in it; `nil` where there was none.
  let visit: Visit?
  /// Which pane had the keys there.
  let focus: Focus
  /// What was searched for there.
  let search: TextSearch?
}

/// The lists that one went through, the last one last: one goes back through it step by step, across articles.
struct Trail: Sendable {
  /// The places in articles that one jumped from.
  var jumps = Jumps()
  private var stops: [Stop] = []
  /// How many are kept.
  private static let limit = 100

  var isEmpty: Bool { stops.isEmpty }

  mutating func add(_ stop: Stop) {
    stops.append(stop)
    if stops.count > Self.limit { stops.removeFirst() }
  }

  mutating func takeLast() -> Stop? { stops.popLast() }
}

// MARK: - There and back

extension Reader {
  /// Leaves the lists that lie over the article for the article itself; they are come back to by one step.
  mutating func leaveForArticle() {
    guard !modes.showsArticle else { return }
    trail.add(Stop(overlays: modes.overlays, visit: visit, focus: focus, search: search))
    modes.showArticle()
  }

  /// Goes back to the list from which one came into the article, with its place, its selection and what lay under it.
  ///
  /// - Returns: `nil` where one came from no list.
  mutating func goBackToList() -> [Effect]? {
    guard let stop = trail.takeLast() else { return nil }
    modes.show(stop.overlays)
    showListed()
    defer { selectOpenArticle() }
    guard let visit = stop.visit else { return [] }
    if isOpen(visit) {
      window.focus = stop.focus
      fit()
      if visit.place != place { go(to: visit.place) }
      return []
    }
    return requestAgain(visit, for: stop)
  }

  /// In the list of articles, the one that was read last is selected.
  private mutating func selectOpenArticle() {
    guard modes.isTop(ArticlesMode.self) else { return revealSelected() }
    if let row = currentEntry.flatMap({ library.articles.row(of: $0) }) {
      modes.change(ArticlesMode.self) { $0.place.selected = row }
    }
    revealSelected()
  }
}
