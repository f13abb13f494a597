/// Something that the person at the terminal did.
public enum Input: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse did something.
  case mouse(Mouse)
  /// Text was pasted: never commands.
  case paste(String)
  /// The terminal has a new size.
  case resize(Size)
}

/// A key, with what was held down.
public enum Key: Hashable, Sendable {
  /// A character; shift is in the character itself.
  case character(Character)
  /// A letter with control, as its lower-case letter.
  case control(Character)
  /// A character after escape or with alt.
  case alt(Character)
  /// A function key, from 1.
  case function(Int)
  case up, down, left, right, home, end, pageUp, pageDown, insert, delete
  case enter, tab, backTab, escape, backspace
}

/// What the mouse did, and where.
public struct Mouse: Hashable, Sendable {
  /// What it did.
  public enum Action: Hashable, Sendable {
    case press, release, drag, wheelUp, wheelDown
  }

  /// What it did.
  public var action: Action
  /// The cell it was on.
  public var point: Point

  /// `action` on the cell at `point`.
  public init(_ action: Action, at point: Point) {
    self.action = action
    self.point = point
  }
}
