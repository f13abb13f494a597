import HearsayModel

/// Whether a byte is a space, a tab or a line end.
func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

extension ArticleText {
  /// A span without the white space at its ends; `nil` where nothing else is in it.
  func trimmed(_ span: Span) -> Span? {
    let covered = bytes[span.range]
    guard let first = covered.firstIndex(where: { !isWhiteSpace($0) }),
      let last = covered.lastIndex(where: { !isWhiteSpace($0) })
    else { return nil }
    return Span(first, last + 1)
  }
}
