/// How the window is shared between the article and the list of who said what.
package struct Panes: Hashable, Sendable {
  /// Where the list is.
  package enum Side: String, CaseIterable, Hashable, Sendable {
    /// Beside the article; in a narrow window in its place, on a key.
    case place
    /// Beside the article; in a narrow window under it.
    case under
    /// Nowhere: the article alone.
    case hidden
  }

  /// Where the list is.
  package var side = Side.place
  /// The share of the columns that list and detail have beside the article; `nil` for one by the window's width.
  package var width: Double?
  /// The share of the rows that the list has under the article; `nil` for two fifths.
  package var height: Double?

  /// Panes as said; without anything, as they come.
  package init(side: Side = .place, width: Double? = nil, height: Double? = nil) {
    self.side = side
    self.width = width.map(Self.share)
    self.height = height.map(Self.share)
  }

  /// A share that leaves something to both.
  private static func share(_ wanted: Double) -> Double {
    wanted.isFinite ? min(0.8, max(0.15, wanted)) : 0.4
  }
}

// MARK: - Changing them

extension Panes {
  /// What hides the list, or brings it back: in a wide window two states, in a narrow one three.
  func turned(isWide: Bool, hasRoomBelow: Bool) -> Panes {
    var next = self
    switch side {
    case .place: next.side = !isWide && hasRoomBelow ? .under : .hidden
    case .under: next.side = .hidden
    case .hidden: next.side = .place
    }
    return next
  }
}

// MARK: - The border

/// The line between article and list, which can be moved.
enum Border: Hashable, Sendable {
  /// Between article and list side by side.
  case beside
  /// Between the article and the list under it.
  case under
}

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
