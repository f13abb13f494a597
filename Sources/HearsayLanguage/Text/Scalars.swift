import HearsayText

/// What a character is to somebody who cuts news text into words.
enum CharacterClass {
  case letter, digit, space, lineBreak, apostrophe, quotationMark, stop, hyphen, dash, other
}

/// Reading UTF-8 bytes one code point at a time; the bytes are valid, so there is nothing to check.
enum Scalars {
  /// The code point at `offset` and its length in bytes.
  @inline(__always)
  static func at(_ offset: Int, in bytes: [UInt8]) -> (value: UInt32, length: Int) {
    let lead = bytes[offset]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard offset + length <= bytes.count else { return (0xFFFD, bytes.count - offset) }
    var value = UInt32(lead) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for next in 1..<length { value = value << 6 | UInt32(bytes[offset + next] & 0x3F) }
    return (value, length)
  }

  /// Where the code point before `offset` starts.
  static func before(_ offset: Int, in bytes: [UInt8]) -> Int {
    bytes.characterStart(upTo: offset - 1)
  }

  /// The class of a code point.
  @inline(__always)
  static func classOf(_ value: UInt32) -> CharacterClass {
    value < 0x80 ? ascii[Int(value)] : beyondASCII(value)
  }

  private static let ascii: [CharacterClass] = (0..<0x80).map { value in
    switch Character(Unicode.Scalar(UInt8(value))) {
    case "a"..."z", "A"..."Z": .letter
    case "0"..."9": .digit
    case "\n": .lineBreak
    case _ where value <= 0x20 || value == 0x7F: .space
    case "'": .apostrophe
    case "\"", "`": .quotationMark
    case ".", "!", "?": .stop
    case "-": .hyphen
    default: .other
    }
  }

  private static func beyondASCII(_ value: UInt32) -> CharacterClass {
    switch value {
    case 0xA0, 0xAD, 0x85, 0x1680, 0x2000...0x200F, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000,
      0xFEFF:
      .space
    case 0x2019, 0x02BC, 0xFF07: .apostrophe
    case 0x2018, 0x201A...0x201F, 0x2039, 0x203A, 0xAB, 0xBB, 0xB4, 0x300C...0x300F, 0xFF02, 0x2033,
      0x2036,
      0x275B...0x275E, 0x2E42, 0x301D...0x301F:
      .quotationMark
    case 0x2026: .stop
    case 0x2010, 0x2011: .hyphen
    case 0x2012...0x2015, 0x2212: .dash
    case 0xA1...0xA9, 0xAC, 0xAE...0xB3, 0xB6...0xB9, 0xBC...0xBF, 0xD7, 0xF7, 0x2016...0x2025,
      0x2027...0x2BFF, 0x3001...0x3020, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0x1F000...0x1FAFF,
      0xFE30...0xFE4F:
      .other
    default: .letter
    }
  }
}
