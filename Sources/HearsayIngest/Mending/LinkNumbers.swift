/// The numbers that lynx and w3m put before links: "its owner [7]Ann Roe said".
enum LinkNumbers {
  /// The bytes without them; `nil` where there are none.
  ///
  /// A number in brackets with a word right after it is a link's; "[1947]" and "[3]" with a space after them are somebody's.
  static func removed(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.contains(UInt8(ascii: "[")) else { return nil }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let end = endOfNumber(at: index, in: bytes, after: kept.last) {
        index = end
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return kept.count == bytes.count ? nil : kept
  }

  private static func endOfNumber(at start: Int, in bytes: [UInt8], after before: UInt8?) -> Int? {
    guard bytes[start] == UInt8(ascii: "["), before.map(mayStandBefore) ?? true else { return nil }
    var end = start + 1
    while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
    guard (1...3).contains(end - start - 1), end + 1 < bytes.count,
      bytes[end] == UInt8(ascii: "]"), opensWord(bytes[end + 1])
    else { return nil }
    return end + 1
  }

  /// White space, an opening bracket or a quotation mark.
  static func mayStandBefore(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte >= 0x80 || "(\"'".utf8.contains(byte)
  }

  static func opensWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || "\"'".utf8.contains(byte)
  }
}
