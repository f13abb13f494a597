import HearsayText

/// A text in which what typesetters exchange is alike, letter for letter: quotation marks, dashes, white space.
///
/// Folding keeps the number of letters, so that a place in the folded text is a place in the text.
struct FoldedText {
  /// The folded code points.
  let scalars: [UInt32]
  /// The byte at which each code point starts, and at the end the length of the text.
  let starts: [UInt32]

  init(_ bytes: some Collection<UInt8>) {
    var scalars: [UInt32] = []
    var starts: [UInt32] = []
    scalars.reserveCapacity(bytes.count)
    starts.reserveCapacity(bytes.count + 1)
    var offset: UInt32 = 0
    for byte in bytes {
      switch byte {
      case 0..<0x80:
        starts.append(offset)
        scalars.append(UInt32(byte))
      case 0x80..<0xC0:
        // A text is valid UTF-8; were it not, nothing worse than another letter would come of it.
        if let last = scalars.indices.last {
          scalars[last] = scalars[last] << 6 | UInt32(byte & 0x3F)
        }
      default:
        starts.append(offset)
        scalars.append(UInt32(byte & (byte < 0xE0 ? 0x1F : byte < 0xF0 ? 0x0F : 0x07)))
      }
      offset += 1
    }
    starts.append(offset)
    for index in scalars.indices { scalars[index] = Self.folded(scalars[index]) }
    self.scalars = scalars
    self.starts = starts
  }

  var count: Int { scalars.count }

  /// The bytes of a stretch of code points.
  func span(_ range: Range<Int>) -> Span {
    Span(Int(starts[range.lowerBound]), Int(starts[range.upperBound]))
  }

  /// The code point that holds a byte, or the end of the text.
  func index(ofByte byte: Int) -> Int {
    max(0, starts.partitioningIndex { Int($0) > byte } - 1)
  }
}

// MARK: - What is alike

extension FoldedText {
  static let space: UInt32 = 0x20

  private static func folded(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 {
      return (0x09...0x0D).contains(scalar) ? space : scalar == 0x60 ? 0x27 : scalar
    }
    switch scalar {
    case 0x201C...0x201F, 0xAB, 0xBB, 0x2033, 0xFF02: return 0x22
    case 0x2018...0x201B, 0xB4, 0x2032, 0x2039, 0x203A, 0xFF07: return 0x27
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFF0D: return 0x2D
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return space
    default: return scalar
    }
  }

  /// Whether a code point is part of a word: anything but white space and punctuation.
  static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xAA, 0x2000...0x206F, 0x3000...0x303F, 0xFF00...0xFF0F: false
    default: true
    }
  }

  /// Whether scripts of this code point put white space between words.
  static func isSpacedLetter(_ scalar: UInt32) -> Bool {
    isLetter(scalar) && !(0x2E80...0xD7FF).contains(scalar) && scalar < 0x1F000
  }
}
