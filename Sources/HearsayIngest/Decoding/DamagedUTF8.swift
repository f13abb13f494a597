/// UTF-8 with bytes in it that are none: cut in the middle of a character, or glued together from two encodings.
///
/// A byte that belongs to no character is written out by its number, as less shows it: `caf<E9>`. So everybody sees what
/// stands in the file, on the screen and in every export, and nothing is lost that would have to be asked for.
enum DamagedUTF8 {
  /// The text in UTF-8, with each byte that is none written out.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var rest = bytes[...]
    while let byte = rest.first {
      if byte < 0x80 {
        let plain = rest.prefix { $0 < 0x80 }
        result += plain
        rest = rest.dropFirst(plain.count)
        continue
      }
      let (length, isWhole) = UTF8Census.character(startingAt: rest)
      let piece = rest.prefix(length)
      if isWhole { result += piece } else { piece.forEach { result += written($0) } }
      rest = rest.dropFirst(length)
    }
    return result
  }

  /// `<E9>`
  private static func written(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "<"), digits[Int(byte >> 4)], digits[Int(byte & 15)], UInt8(ascii: ">")]
  }
}
