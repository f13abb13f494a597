import HearsayScreen

/// Something that has the screen and the keys: the article with its panes, or what lies over it.
///
/// A mode is a value in the reader's ``ModeStack``. All that is special about it stands in its own file: what keys and the
/// mouse do, what is drawn and what is hinted at. It changes nothing by itself; what changes, changes in the reader, which
/// has the mode's own state in its stack too.
protocol Mode: Sendable {
  /// Whose keys hold.
  func keyView(in window: Window) -> KeyView

  /// What an action does here; `nil` where it does what it does everywhere.
  func act(_ action: Action, in reader: inout Reader) -> [Effect]?
  /// What a click does.
  func press(at point: Point, in reader: inout Reader) -> [Effect]
  /// What a wheel does that is turned by some rows.
  func turn(by rows: Int, at point: Point, in reader: inout Reader)
  /// What the actions on marks are about.
  func markTarget(in reader: Reader) -> MarkTarget?

  func draw(on screen: inout Screen, for reader: Reader)
  /// The keys that are worth a hint, in order.
  func hints(in reader: Reader) -> [Hint]
  /// What stands at the right edge of the lowest row.
  func status(in reader: Reader) -> String

  /// Whether this takes the place of another one: of most modes there is one at a time.
  func takesPlace(of other: any Mode) -> Bool
}

extension Mode {
  func markTarget(in reader: Reader) -> MarkTarget? { nil }
  func status(in reader: Reader) -> String { "" }
  func takesPlace(of other: any Mode) -> Bool { other is Self }
}
