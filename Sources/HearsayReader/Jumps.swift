import HearsayModel

/// A place in an article, and how that article is opened again.
struct Visit: Hashable, Sendable {
  var request: Request
  var article: Article.ID
  var place: ArticlePlace
  /// Whether it is a page of the web, and no file.
  var isOfTheWeb = false
}

/// Where one came from, and where one went back from, through all articles of a session.
struct Jumps: Hashable, Sendable {
  private var back: [Visit] = []
  private var forth: [Visit] = []
  /// How many places are kept.
  private static let limit = 100

  /// Keeps the place that is left for another one.
  mutating func leave(_ visit: Visit) {
    forth = []
    back.removeAll { $0 == visit }
    back.append(visit)
    if back.count > Self.limit { back.removeFirst() }
  }

  /// The place before, if there is one; `visit` is where one comes back to.
  mutating func goBack(from visit: Visit) -> Visit? {
    while let last = back.popLast() {
      guard last != visit else { continue }
      forth.append(visit)
      return last
    }
    return nil
  }

  /// The place one went back from.
  mutating func goForth(from visit: Visit) -> Visit? {
    while let next = forth.popLast() {
      guard next != visit else { continue }
      back.append(visit)
      return next
    }
    return nil
  }
}

extension Action {
  /// Whether it may lead far away, so that one wants to come back.
  var isJump: Bool {
    switch self {
    case .top, .end, .nextSameSource, .previousSameSource, .nextUnattributed,
      .previousUnattributed, .nextFlag, .previousFlag, .twin, .nextMark, .previousMark,
      .nextMatch, .previousMatch, .nextLink, .previousLink:
      true
    default: false
    }
  }
}

// MARK: - Jumping

extension Reader {
  /// Where one is, and how to come back; `nil` where nothing is open.
  var visit: Visit? { place.flatMap(visit(at:)) }

  /// A place of the open article, and how to come back to it.
  func visit(at place: ArticlePlace) -> Visit? {
    reading.map { reading in
      let article = reading.article
      return Visit(
        request: reading.request, article: article.id, place: place,
        isOfTheWeb: article.path == nil && article.url != nil)
    }
  }

  /// Does something that may lead to another place of the article, and keeps the place before.
  mutating func jumping(_ change: (inout Reader) -> [Effect]) -> [Effect] {
    let before = visit
    let effects = change(&self)
    if let before, reading?.article.id == before.article, place != before.place {
      trail.jumps.leave(before)
    }
    return effects
  }

  mutating func jumpBack() -> [Effect] {
    guard let visit, let target = trail.jumps.goBack(from: visit) else {
      return refuse("You have not jumped anywhere.")
    }
    return showAgain(to: target)
  }

  mutating func jumpForward() -> [Effect] {
    guard let visit, let target = trail.jumps.goForth(from: visit) else {
      return refuse("You have not gone back from anywhere.")
    }
    return showAgain(to: target)
  }

  /// Shows a place that was left, in whatever article it is.
  private mutating func showAgain(to visit: Visit) -> [Effect] {
    if isOpen(visit) {
      go(to: visit.place)
      return []
    }
    return requestAgain(visit)
  }

  /// Whether the article of a place is the open one.
  func isOpen(_ visit: Visit) -> Bool {
    reading?.article.id == visit.article || reading?.request == visit.request
  }

  /// Shows a place and what was selected there.
  ///
  /// - Parameter showsIt: whether a filter that hides it is taken off.
  mutating func go(to place: ArticlePlace, showingIt showsIt: Bool = true) {
    if let selection = place.selection, let index = reading?.sourcing?.nearestItem(to: selection) {
      if showsIt { liftFilter(hiding: index) }
      setSelection(index)
    }
    reading?.scroll(toByte: place.top)
  }
}
