import HearsayText

/// The words of an article: valid UTF-8, line ends as `\n`, addressed by byte.
///
/// Bytes, because wrapping and scanning them is fifteen times faster than walking `Character`s.
/// Whoever makes one has repaired the encoding already, so every offset stays true for good.
public struct ArticleText: Hashable, Sendable {
  /// The text in UTF-8.
  public let bytes: [UInt8]

  /// The text of a string, byte for byte.
  public init(_ string: String) {
    bytes = Array(string.utf8)
  }

  /// The text whose UTF-8 is `bytes`, taken over without a copy and without a second check.
  ///
  /// - Parameter bytes: valid UTF-8 with `\n` as the only line end. Whoever calls this has checked it.
  package init(validUTF8 bytes: [UInt8]) {
    self.bytes = bytes
  }
}

// MARK: - Reading

extension ArticleText {
  /// The whole text.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Length in bytes.
  public var count: Int { bytes.count }

  /// All of the text.
  public var span: Span { Span(0, bytes.count) }

  /// The covered text. A span that cuts a character in two shows U+FFFD there.
  public subscript(span: Span) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }
}

// MARK: - Bytes and code points

extension ArticleText {
  /// Code-point offsets for byte offsets, in one pass.
  ///
  /// - Parameter byteOffsets: offsets in any order; each at most ``count``.
  /// - Returns: for every byte offset asked for, the number of code points before it.
  public func scalarOffsets(of byteOffsets: some Sequence<Int>) -> [Int: Int] {
    let wanted = Set(byteOffsets).sorted()
    var found: [Int: Int] = [:]
    found.reserveCapacity(wanted.count)
    var scalars = 0
    var position = 0
    for offset in wanted {
      precondition(offset <= bytes.count, "The offset lies past the end of the text.")
      while position < offset {
        if !bytes[position].isInsideCharacter { scalars += 1 }
        position += 1
      }
      found[offset] = scalars
    }
    return found
  }

  /// The byte at which each code point starts, and at the end the length of the text.
  ///
  /// - Returns: as many offsets as the text has code points, plus one.
  public func byteOffsetsOfScalars() -> [Int] {
    var offsets: [Int] = []
    offsets.reserveCapacity(bytes.count + 1)
    for (offset, byte) in bytes.enumerated() where !byte.isInsideCharacter {
      offsets.append(offset)
    }
    offsets.append(bytes.count)
    return offsets
  }
}
