/// UTF-8 that was read as Windows-1252 and written again: `â€œWe shall not leaveâ€`.
enum Mojibake {
  /// The bytes with such pieces set right; `nil` where there are none for certain.
  static func mended(_ bytes: [UInt8]) -> [UInt8]? {
    // The leads of UTF-8 in Windows-1252 are Â to ô, which all begin with this byte, and Å and the like do not matter alone.
    guard bytes.contains(0xC3) else { return nil }
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var isCertain = false
    var mended = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      guard let piece = piece(at: index, in: scalars) else {
        mended.append(scalars[index])
        index += 1
        continue
      }
      isCertain = isCertain || piece.isCertain
      mended.append(piece.scalar)
      index += piece.length
    }
    return isCertain ? Array(String(mended).utf8) : nil
  }

  /// A character that was taken for several.
  private struct Piece {
    var scalar: Unicode.Scalar
    var length: Int
    /// Whether nobody writes these characters in a row; `É…` may be a capital and three dots.
    var isCertain: Bool
  }

  private static func piece(at index: Int, in scalars: [Unicode.Scalar]) -> Piece? {
    guard let lead = Windows1252.byte(of: scalars[index]), (0xC2...0xF4).contains(lead) else {
      return nil
    }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for next in 1..<length {
      guard index + next < scalars.count,
        let byte = Windows1252.byte(of: scalars[index + next]), byte & 0xC0 == 0x80
      else {
        // The byte 0x9D of a closing mark has no character in Windows-1252, and is often lost.
        return next == 2 && value == 0x80
          ? Piece(scalar: "\u{201D}", length: 2, isCertain: false)
          : nil
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    let second = scalars[index + 1]
    let isCertain =
      length > 2
      || lead <= 0xC3 && second.value >= 0xA0 && second.value <= 0xBF
        && second != "»" && second != "«"
    return Piece(scalar: scalar, length: length, isCertain: isCertain)
  }
}
