import CNcurses
import HearsayScreen

/// Colour pairs, made when they are first needed: ncurses wants a number for every pair that is on the screen.
struct Palette {
  /// 0 where nothing is coloured.
  let colors: Int
  private let lastPair: Int32
  private var pairs: [Pair: Int32] = [:]

  private struct Pair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  /// The colours of the current terminal.
  init(isMonochrome: Bool) {
    guard !isMonochrome, has_colors(), start_color() == OK else {
      colors = 0
      lastPair = 0
      return
    }
    // Where the terminal's own colours cannot be kept, black and white stand for them.
    use_default_colors()
    colors = Int(hs_colors())
    lastPair = Int32(hs_color_pairs()) - 1
  }

  /// The number of a pair; 0, the terminal's own colours, where there are no more.
  mutating func pair(_ foreground: Color?, _ background: Color?) -> Int32 {
    if foreground == nil, background == nil { return 0 }
    let wanted = Pair(foreground: number(foreground), background: number(background))
    if wanted.foreground == -1, wanted.background == -1 { return 0 }
    if let known = pairs[wanted] { return known }
    let next = Int32(pairs.count) + 1
    guard next <= lastPair, init_extended_pair(next, wanted.foreground, wanted.background) == OK
    else { return 0 }
    pairs[wanted] = next
    return next
  }

  /// The terminal's number for a colour; -1 for its own.
  private func number(_ color: Color?) -> Int32 {
    guard let color, let reduced = color.reduced(to: colors) else { return -1 }
    switch reduced {
    case .palette(let number) where colors <= 256 || number < 8: return Int32(number)
    default:
      // A terminal with true colour counts red, green and blue in one number; the first eight are its palette.
      let (red, green, blue) = reduced.components
      return max(8, Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
    }
  }
}
