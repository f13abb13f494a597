import HearsayText

/// What the network is told about a word beside its letters: its case, since the vocabulary has none.
enum WordCase: Int32 {
  /// Whatever is not the first piece of a word.
  case none = 0
  case lower, upper, title, mixed, digits, other

  /// The case of the word at `range` of `bytes`, as it stands in the text.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var letters = 0
    var capitals = 0
    var isCapitalised = false
    var isNumber = true
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, size) = WordReader.scalar(at: position, in: bytes, before: range.upperBound)
      if Self.isLetter(scalar) {
        letters += 1
        if Self.isCapital(scalar) {
          capitals += 1
          if position == range.lowerBound { isCapitalised = true }
        }
      }
      if !Self.isDigit(scalar) { isNumber = false }
      position += size
    }
    self =
      if letters == 0 {
        isNumber && !range.isEmpty ? .digits : .other
      } else if capitals == 0 {
        .lower
      } else if capitals == letters {
        letters > 1 ? .upper : .title
      } else {
        isCapitalised && capitals == 1 ? .title : .mixed
      }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.properties.isAlphabetic }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return false
    }
  }

  private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x30...0x39).contains(scalar.value) }
    switch scalar.properties.numericType {
    case .decimal, .digit: return true
    default: return false
    }
  }
}

/// Where a word stands with regard to double quotation marks.
enum WordPlace: Int32 {
  case outside, inside, opening, closing
}

extension WordPlace {
  /// The place of every word of the paragraph at `range`.
  ///
  /// A mark's own shape decides whether it opens or closes; for a straight one the spaces beside it do, and
  /// where those are silent it closes what is open.
  static func places(
    of words: [NetworkWord], in bytes: [UInt8], _ range: Range<Int>
  ) -> [WordPlace] {
    var isInside = false
    return words.map { word in
      let (mark, size) = WordReader.scalar(
        at: word.range.lowerBound, in: bytes, before: range.upperBound)
      guard size == word.range.count, Normaliser.isDoubleMark(mark) else {
        return isInside ? .inside : .outside
      }
      isInside = opens(mark, at: word.range, in: bytes, range) ?? !isInside
      return isInside ? .opening : .closing
    }
  }

  /// Whether a mark opens a quotation; `nil` where neither its shape nor its neighbours tell.
  private static func opens(
    _ mark: Unicode.Scalar, at place: Range<Int>, in bytes: [UInt8], _ range: Range<Int>
  ) -> Bool? {
    switch mark {
    case "“", "„", "‟", "«": return true
    case "”", "»": return false
    default:
      let isSpaceBefore =
        place.lowerBound == range.lowerBound || isSpace(before: place.lowerBound, in: bytes)
      let isSpaceAfter =
        place.upperBound == range.upperBound
        || WordReader.scalar(at: place.upperBound, in: bytes, before: range.upperBound).0
          .properties.isWhitespace
      return isSpaceBefore == isSpaceAfter ? nil : isSpaceBefore
    }
  }

  private static func isSpace(before position: Int, in bytes: [UInt8]) -> Bool {
    let start = bytes.characterStart(upTo: position - 1)
    return WordReader.scalar(at: start, in: bytes, before: position).0.properties.isWhitespace
  }
}
