// Sharing the screen otherwise.
extension Reader {
  /// Takes new panes, and asks for them to be kept.
  mutating func set(_ panes: Panes) -> [Effect] {
    guard panes != window.panes else { return [] }
    window.panes = panes
    fit()
    return [.savePanes(panes)]
  }

  /// Hides the list, shows it again, or puts it under the article where that is narrow.
  mutating func turnPanes() -> [Effect] {
    let isWide = size.columns >= Frame.wide
    let effects = set(
      window.panes.turned(isWide: isWide, hasRoomBelow: Frame.hasRoomBelow(size)))
    if window.panes.side == .hidden || isWide { window.focus = .article }
    fit()
    if !isWide, Frame.hasRoomBelow(size) {
      switch window.panes.side {
      case .place: message = "the list has the screen when you turn to it"
      case .under: message = "the list is under the article"
      case .hidden: message = "the article alone"
      }
    }
    return effects
  }

  /// Gives the list more room, or less.
  mutating func moveBorder(by step: Int) -> [Effect] {
    let frame = frame
    guard let border = frame.border else {
      return refuse("There is no list beside the article or under it.")
    }
    switch border {
    case .beside: return moveBorder(.beside, to: (frame.rule?.left ?? 0) - step * 4)
    case .under: return moveBorder(.under, to: (frame.underRule?.top ?? 0) - step * 2)
    }
  }

  /// Puts the border into a column, or a row, of the screen.
  mutating func moveBorder(_ border: Border, to place: Int) -> [Effect] {
    let body = frame.body
    let panes = window.panes
    var next = panes
    switch border {
    case .beside:
      guard body.columns > 0 else { return [] }
      next = Panes(
        side: panes.side, width: Double(body.right - place) / Double(body.columns),
        height: panes.height)
    case .under:
      guard body.rows > 0 else { return [] }
      next = Panes(
        side: panes.side, width: panes.width,
        height: Double(body.bottom - place) / Double(body.rows))
    }
    return set(next)
  }
}
