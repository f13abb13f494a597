// True colour and 256 colours on terminals that have fewer.

extension Color {
  /// The nearest colour that a terminal with so many colours has; `nil` where it has none.
  public func reduced(to colors: Int) -> Color? {
    guard colors >= 8 else { return nil }
    if colors > 256 { return self }
    if case .palette(let number) = self, Int(number) < colors { return self }
    if colors >= 256 { return .palette(nearest(in: 16..<256)) }
    if case .palette(let number) = self, number < 16 {
      // Bright colours where there are only the plain ones. Bright black is grey, not black.
      return .palette(number == 8 ? 7 : number - 8)
    }
    return .palette(nearest(in: 0..<(colors >= 16 ? 16 : 8)))
  }

  /// Red, green and blue. For the first 16, which everybody sets as they like, those of xterm.
  public var components: (red: UInt8, green: UInt8, blue: UInt8) {
    switch self {
    case .rgb(let red, let green, let blue): return (red, green, blue)
    case .palette(let number) where number < 16:
      return Self.firstSixteen[Int(number)]
    case .palette(let number) where number < 232:
      let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
      let place = Int(number) - 16
      return (steps[place / 36], steps[place / 6 % 6], steps[place % 6])
    case .palette(let number):
      let grey = 8 + 10 * (number - 232)
      return (grey, grey, grey)
    }
  }

  private func nearest(in palette: Range<Int>) -> UInt8 {
    let wanted = components
    func distance(_ number: Int) -> Int {
      let other = Color.palette(UInt8(number)).components
      let red = Int(wanted.red) - Int(other.red)
      let green = Int(wanted.green) - Int(other.green)
      let blue = Int(wanted.blue) - Int(other.blue)
      // Eyes see green best and blue worst.
      return 3 * red * red + 4 * green * green + 2 * blue * blue
    }
    return UInt8(palette.min { distance($0) < distance($1) } ?? 0)
  }

  private static let firstSixteen: [(red: UInt8, green: UInt8, blue: UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
    (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
    (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]
}
