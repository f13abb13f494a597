extension UInt8 {
  /// Whether it goes on in a character of UTF-8 that has begun before.
  @inlinable
  package var isInsideCharacter: Bool { self & 0xC0 == 0x80 }

  /// A tab, a line's end or a blank.
  @inlinable
  package var isWhiteSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// The last place up to `offset` at which a character of UTF-8 starts, or the end.
  @inlinable
  package func characterStart(upTo offset: Int) -> Int {
    var start = offset
    while start > startIndex, start < endIndex, self[start].isInsideCharacter { start -= 1 }
    return start
  }

  /// The first place from `offset` on at which a character of UTF-8 starts, or the end.
  @inlinable
  package func characterStart(from offset: Int) -> Int {
    var start = offset
    while start < endIndex, self[start].isInsideCharacter { start += 1 }
    return start
  }
}
