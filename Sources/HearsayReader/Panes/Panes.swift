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
