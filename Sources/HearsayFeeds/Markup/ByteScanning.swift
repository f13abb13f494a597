/// Letters and spaces as they are asked for in markup.
extension UInt8 {
  var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isHexDigit: Bool {
    isDigit || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
  }
  /// A space, a tab, an end of a line.
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  /// Part of a word: a letter, also one outside of ASCII, a digit or a low line.
  var isWord: Bool { isLetter || isDigit || self == 0x5F || self >= 0x80 }
}

extension ArraySlice<UInt8> {
  var string: String { String(decoding: self, as: UTF8.self) }
}

extension [UInt8] {
  /// Whether these bytes stand at a place.
  func has(_ prefix: StaticString, at index: Int) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard index >= 0, index + count <= self.count else { return false }
    return prefix.withUTF8Buffer { buffer in
      for offset in 0..<count where self[index + offset] != buffer[offset] { return false }
      return true
    }
  }

  /// The first place of these bytes from an index on.
  func firstIndex(of needle: StaticString, from start: Int) -> Int? {
    let first = needle.withUTF8Buffer { $0[0] }
    var index = start
    while index < count {
      guard let found = self[index...].firstIndex(of: first) else { return nil }
      if has(needle, at: found) { return found }
      index = found + 1
    }
    return nil
  }

  /// The end of a run of bytes that fit.
  func end(of fits: (UInt8) -> Bool, from start: Int) -> Int {
    var index = start
    while index < count, fits(self[index]) { index += 1 }
    return index
  }
}

extension StringProtocol {
  /// Without white space at its ends.
  var stripped: String {
    var bytes = Array(utf8)[...]
    bytes = bytes.drop(while: \.isSpace)
    while bytes.last?.isSpace == true { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// With one piece in the place of another, everywhere.
  func replacing(_ piece: String, by other: String) -> String {
    let needle = Array(piece.utf8)
    guard let first = needle.first, utf8.contains(first) else { return String(self) }
    let bytes = Array(utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == first, index + needle.count <= bytes.count,
        bytes[index..<index + needle.count].elementsEqual(needle)
      {
        result += other.utf8
        index += needle.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
