/// Where screens are shown and keys come from. Its one real member is in HearsayCurses; tests have their own.
public protocol Terminal: AnyObject {
  /// How large it is now.
  var size: Size { get }
  /// What it can show.
  var abilities: Abilities { get }
  /// Shows a screen, sending only what changed.
  func show(_ screen: Screen)
  /// Everything that came in since the last call, in order; empty where nothing did.
  func pendingInput() -> [Input]
}

/// What a terminal can show.
public struct Abilities: Hashable, Sendable {
  /// 0 (monochrome, or NO_COLOR), 8, 16, 256 or 16,777,216.
  public var colors: Int
  /// Whether letters beyond ASCII can be shown.
  public var unicode: Bool

  /// What a terminal can show.
  public init(colors: Int, unicode: Bool) {
    self.colors = colors
    self.unicode = unicode
  }
}
