extension Substring {
  /// Without white space at both ends.
  ///
  /// Every start waits for some hundred of these, so letters of ASCII are told without asking what Unicode says of them.
  package var trimmed: Substring {
    guard let low = utf8.firstIndex(where: { !$0.isWhiteSpace }),
      let high = utf8.lastIndex(where: { !$0.isWhiteSpace })
    else { return "" }
    let inner = self[low...high]
    return utf8[low] < 0x80 && utf8[high] < 0x80 ? inner : inner.trimmedByLetters
  }

  private var trimmedByLetters: Substring {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return self[first...last]
  }
}

extension StringProtocol {
  /// With a blank for every line end, and none at either end.
  package var withoutLineEnds: String {
    split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
