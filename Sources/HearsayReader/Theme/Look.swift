import HearsayModel
import HearsayScreen

/// A theme as one terminal can show it.
struct Look: Hashable, Sendable {
  /// Of every role, in their order.
  private var styles: [Style]
  private var named: [Style]
  private var muted: [Style]
  /// The signs that the terminal has.
  let signSet: SignSet
  /// Whether lines and bars beyond ASCII can be drawn.
  let unicode: Bool

  init(_ theme: Theme, on abilities: Abilities) {
    styles = Theme.Role.allCases.map { theme[$0].style(colors: abilities.colors) }
    named = theme.named.map { $0.style(colors: abilities.colors) }
    muted = theme.muted.map { $0.style(colors: abilities.colors) }
    unicode = abilities.unicode
    signSet = abilities.unicode ? .unicode : .ascii
  }

  /// Who is followed: the source of what is selected, whose words have a colour of their own.
  private(set) var followed: Source.ID?

  /// The same with the words of one source in their own colour.
  func following(_ source: Source.ID?) -> Look {
    var look = self
    look.followed = source
    return look
  }

  subscript(role: Theme.Role) -> Style { styles[role.rawValue] }

  var signs: Signs { Signs(signSet) }

  /// The hue of the `rank`-th source with or without a name: the same from beginning to end.
  func hue(rank: Int, isMuted: Bool) -> Style {
    let hues = isMuted ? muted : named
    return hues.isEmpty ? .plain : hues[rank % hues.count]
  }
}

// MARK: - Fewer colours

extension Theme.Rule {
  func style(colors: Int) -> Style {
    Style(
      foreground: foreground?.color(of: colors), background: background?.color(of: colors),
      attributes: attributes)
  }
}

extension Theme.Paint {
  /// The colour for a terminal with so many; `nil` without any.
  func color(of colors: Int) -> Color? {
    switch colors {
    case 256...: rich
    case 16..<256: poor?.inPalette(of: 16)
    case 8..<16: poor?.inPalette(of: 8)
    default: nil
    }
  }
}

extension Color {
  /// The nearest of the first `count` palette colours, which are the terminal's own.
  func inPalette(of count: UInt8) -> Color {
    if case .palette(let index) = self {
      if index < count { return self }
      if index < 16 { return .palette(index - 8) }
    }
    let (red, green, blue) = channels
    let high = max(red, green, blue)
    let threshold = high / 2
    let index = (red > threshold ? 1 : 0) + (green > threshold ? 2 : 0) + (blue > threshold ? 4 : 0)
    guard high > 48 else { return .palette(0) }
    return .palette(UInt8(index + (count == 16 && high > 200 ? 8 : 0)))
  }

  /// Red, green and blue of a palette or true colour, as most terminals show them.
  private var channels: (red: Int, green: Int, blue: Int) {
    switch self {
    case .rgb(let red, let green, let blue): return (Int(red), Int(green), Int(blue))
    case .palette(let index) where index >= 232:
      let grey = 8 + (Int(index) - 232) * 10
      return (grey, grey, grey)
    case .palette(let index) where index >= 16:
      let levels = [0, 95, 135, 175, 215, 255]
      let cube = Int(index) - 16
      return (levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    case .palette(let index):
      let light = index >= 8 ? 255 : 170
      return (
        index & 1 != 0 ? light : 0, index & 2 != 0 ? light : 0, index & 4 != 0 ? light : 0
      )
    }
  }
}
