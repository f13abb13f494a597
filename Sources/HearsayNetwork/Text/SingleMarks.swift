/// The single quotation marks of a paragraph that has no double ones, told from apostrophes.
///
/// One opens that follows a space and leads a word, and that another can close; one closes that follows a word or a
/// stop and is followed by a space or a stop. After an *s* it may be a possessive: then the next one decides.
struct SingleMarks {
  /// The place of every word of the paragraph.
  let places: [WordPlace]

  init(_ words: [NetworkWord], in bytes: [UInt8], _ range: Range<Int>) {
    let marks = words.indices.compactMap { Mark($0, words[$0].range, in: bytes, range) }
    let roles = Self.roles(of: marks)
    var isInside = false
    places = words.indices.map { word in
      guard let role = roles[word] else { return isInside ? .inside : .outside }
      isInside = role == .opening
      return role
    }
  }

  /// Which words open and close a quotation.
  private static func roles(of marks: [Mark]) -> [Int: WordPlace] {
    var roles: [Int: WordPlace] = [:]
    var isInside = false
    for (index, mark) in marks.enumerated() {
      let later = marks[(index + 1)...]
      if !isInside, mark.canOpen {
        isInside = mark.sign == "‘" || later.contains(where: \.canClose)
        if isInside { roles[mark.word] = .opening }
      } else if isInside, mark.canClose {
        let isPossessive = mark.followsS && later.first?.canOpen == false
        if !isPossessive {
          roles[mark.word] = .closing
          isInside = false
        }
      }
    }
    return roles
  }
}

/// A single mark that may open or close a quotation.
private struct Mark {
  var word: Int
  var sign: Unicode.Scalar
  var canOpen: Bool
  var canClose: Bool
  var followsS: Bool

  init?(_ word: Int, _ place: Range<Int>, in bytes: [UInt8], _ range: Range<Int>) {
    let scalar = { WordReader.scalar(at: $0, in: bytes, before: range.upperBound) }
    let (sign, size) = scalar(place.lowerBound)
    guard size == place.count, Self.signs.contains(sign) else { return nil }
    var before: Unicode.Scalar = " "
    if place.lowerBound > range.lowerBound {
      var start = place.lowerBound - 1
      while start > range.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      before = WordReader.scalar(at: start, in: bytes, before: place.lowerBound).0
    }
    let after = place.upperBound < range.upperBound ? scalar(place.upperBound).0 : " "
    self.word = word
    self.sign = sign
    canOpen =
      sign != "’" && (before.properties.isWhitespace || Self.beforeMark.contains(before))
      && !after.properties.isWhitespace && !("0"..."9").contains(after)
      && !Self.signs.contains(after)
    canClose =
      sign != "‘" && !before.properties.isWhitespace
      && (after.properties.isWhitespace || Self.afterMark.contains(after))
    followsS = before == "s" || before == "S"
    guard canOpen || canClose else { return nil }
  }

  private static let signs: Set<Unicode.Scalar> = ["'", "‘", "’", "‚", "‛"]
  /// May stand before a mark that opens.
  private static let beforeMark: Set<Unicode.Scalar> = ["(", "[", "—", "–", "-"]
  /// May stand after one that closes.
  private static let afterMark: Set<Unicode.Scalar> = [
    ".", ",", ";", ":", "!", "?", ")", "]", "—", "–", "-", "…",
  ]
}
