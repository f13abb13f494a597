import HearsayScreen

/// How large the screen is, how article and list share it, and which of the panes has the keys.
struct Window: Hashable, Sendable {
  var size: Size
  /// How article and list share the screen.
  var panes: Panes
  /// The longest line of an article, in columns.
  let measure: Int
  /// Which pane the keys go to.
  var focus = Focus.article
  /// Where to go back to from the detail.
  var focusBeforeDetail = Focus.article
  /// What the mouse has taken hold of.
  var held: Grip?

  init(_ size: Size, panes: Panes, measure: Int) {
    self.size = size
    self.panes = panes
    self.measure = measure
  }

  /// Where everything is now.
  var frame: Frame { Frame(size, focus: focus, panes: panes, measure: measure) }
}

/// What the mouse has taken hold of.
enum Grip: Hashable, Sendable {
  /// The border between two panes.
  case border(Border)
  /// Words of the article, from this byte on, which stands at this place of the screen.
  case text(from: Int, at: Point)
}
