import HearsayTestSupport

extension Dice {
  /// Code points from everywhere, those that make trouble more often than others.
  mutating func scalars(count: Int) -> [Unicode.Scalar] {
    let troublesome: [ClosedRange<UInt32>] = [
      0...0x1F, 0x20...0x7E, 0x7F...0xA0, 0x300...0x36F, 0x590...0x6FF, 0x900...0x97F,
      0x1100...0x11FF, 0x2000...0x206F, 0x4E00...0x4E20, 0xFE00...0xFE0F, 0xFFF0...0xFFFF,
      0x1F1E6...0x1F1FF, 0x1F3F0...0x1F480, 0xE0000...0xE007F, 0x100...0x10FFFF,
    ]
    return (0..<count).compactMap { _ in
      let range = troublesome[Int.random(in: troublesome.indices, using: &self)]
      return Unicode.Scalar(UInt32.random(in: range, using: &self))
    }
  }
}
