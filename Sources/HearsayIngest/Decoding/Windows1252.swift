/// The encoding of Western text before UTF-8: Latin-1 with curly quotes and dashes at 0x80 to 0x9F.
///
/// Read as browsers read it: the five places that Windows leaves open are the control characters
/// of Latin-1, so that no byte is lost.
enum Windows1252 {
  /// The text in UTF-8.
  static func utf8(of bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        result += table[Int(byte) - 0x80]
      }
    }
    return result
  }

  /// The byte that a character has; `nil` for one that the encoding does not know.
  static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    return quotesAndDashes.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
  }

  /// The UTF-8 of bytes 0x80 and up.
  private static let table: [[UInt8]] = (0x80...0xFF).map { (byte: UInt32) in
    let scalar = byte < 0xA0 ? quotesAndDashes[Int(byte) - 0x80] : Unicode.Scalar(byte)
    return Array(String(Character(scalar ?? "\u{FFFD}")).utf8)
  }

  /// Bytes 0x80 to 0x9F.
  private static let quotesAndDashes: [Unicode.Scalar?] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
    "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]
}
