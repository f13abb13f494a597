public import HearsayPatterns

extension Pattern {
  /// Where the pattern is in an article, in bytes and in order; matches of nothing at all are left out.
  ///
  /// - Parameter goesOn: is asked again and again; `false` stops the search.
  /// - Returns: the matches, and whether the whole text was searched.
  public func matches(
    in text: ArticleText, while goesOn: () -> Bool
  ) -> (matches: [Range<Int>], isComplete: Bool) {
    let matcher = PatternMatcher(self)
    var found: [Range<Int>] = []
    var start = 0
    while start < text.count {
      let end = Self.endOfBlock(from: start, in: text)
      guard search(start..<end, of: text, with: matcher, into: &found, while: goesOn) else {
        return (found, false)
      }
      start = end
    }
    return (found, true)
  }

  private func search(
    _ block: Range<Int>, of text: ArticleText, with matcher: PatternMatcher,
    into found: inout [Range<Int>], while goesOn: () -> Bool
  ) -> Bool {
    text.bytes.withUnsafeBufferPointer { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes[block])
      var position = 0
      while true {
        switch matcher.first(in: bytes, from: position, while: goesOn) {
        case .found(let match):
          found.append(block.lowerBound + match.lowerBound..<block.lowerBound + match.upperBound)
          position = match.upperBound
        case .nothing: return true
        case .gaveUp: return false
        }
      }
    }
  }

  /// How far the text is searched at once, at least, in bytes.
  private static let block = 1 << 14

  /// The end of a paragraph, far enough on.
  private static func endOfBlock(from start: Int, in text: ArticleText) -> Int {
    var position = min(start + block, text.count)
    while position < text.count {
      if text.bytes[position] == 0x0A, text.bytes[position - 1] == 0x0A { return position + 1 }
      position += 1
    }
    return text.count
  }
}
