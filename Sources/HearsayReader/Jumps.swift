/// Where one came from in the open article, and where one went back from.
struct Jumps: Hashable, Sendable {
  private var back: [ArticlePlace] = []
  private var forth: [ArticlePlace] = []

  /// Keeps the place that is left for another one.
  mutating func leave(_ place: ArticlePlace) {
    forth = []
    back.removeAll { $0 == place }
    back.append(place)
    if back.count > 100 { back.removeFirst() }
  }

  /// The place before, if there is one; `place` is where one comes back to.
  mutating func goBack(from place: ArticlePlace) -> ArticlePlace? {
    while let last = back.popLast() {
      guard last != place else { continue }
      forth.append(place)
      return last
    }
    return nil
  }

  /// The place one went back from.
  mutating func goForth(from place: ArticlePlace) -> ArticlePlace? {
    while let next = forth.popLast() {
      guard next != place else { continue }
      back.append(place)
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
      .nextMatch, .previousMatch:
      true
    default: false
    }
  }
}

// MARK: - Jumping

extension Reader {
  /// Does something that may lead to another place of the article, and keeps the place before.
  mutating func jumping(_ change: (inout Reader) -> [Effect]) -> [Effect] {
    let before = place
    let article = reading?.article.id
    let effects = change(&self)
    if let before, reading?.article.id == article, place != before { reading?.jumps.leave(before) }
    return effects
  }

  mutating func jumpBack() -> [Effect] {
    guard let place, let target = reading?.jumps.goBack(from: place) else {
      return refuse("There was no jump before this.")
    }
    go(to: target)
    return []
  }

  mutating func jumpForward() -> [Effect] {
    guard let place, let target = reading?.jumps.goForth(from: place) else {
      return refuse("You have not gone back from anywhere.")
    }
    go(to: target)
    return []
  }

  /// Shows a place and what was selected there.
  mutating func go(to place: ArticlePlace) {
    if let selection = place.selection, let index = reading?.sourcing?.nearestItem(to: selection) {
      setSelection(index)
    }
    reading?.scroll(toByte: place.top)
  }
}
