/// How a cell looks. `nil` is the terminal's own colour.
public struct Style: Hashable, Sendable {
  /// The colour of the letters.
  public var foreground: Color?
  /// The colour behind them.
  public var background: Color?
  /// Bold, underlined and the like.
  public var attributes: Attributes

  /// The terminal's own look, changed as said.
  public init(
    foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own look.
  public static let plain = Style()
}

/// A colour that a terminal can show.
public enum Color: Hashable, Sendable {
  /// One of the 256 colours; the first 16 are the terminal's own palette.
  case palette(UInt8)
  /// True colour; shown as the nearest palette colour where the terminal has none.
  case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

/// What a terminal can do to letters besides colouring them.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// A set with these bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Heavier letters.
  public static let bold = Attributes(rawValue: 1)
  /// Fainter letters.
  public static let dim = Attributes(rawValue: 2)
  /// Slanted letters, where the terminal has them.
  public static let italic = Attributes(rawValue: 4)
  /// A line below.
  public static let underline = Attributes(rawValue: 8)
  /// Foreground and background exchanged.
  public static let reverse = Attributes(rawValue: 16)
}

extension Style {
  /// This style with what `other` says on top: its colours where it has any, and its attributes added.
  public func with(_ other: Style) -> Style {
    Style(
      foreground: other.foreground ?? foreground, background: other.background ?? background,
      attributes: attributes.union(other.attributes))
  }
}
