import Foundation

/// Turns characters into those of the vocabulary: lower case, without accents, marks made straight.
///
/// The steps and their order are those of the reference tokeniser (BERT, uncased). One is ours and comes first:
/// typographic quotation marks and apostrophes become straight, one character for one.
enum Normaliser {
  /// What becomes of one character.
  enum Result {
    /// Nothing: a control character, a byte order mark.
    case nothing
    /// It separates words.
    case space
    /// It is a word by itself: a mark, an ideograph.
    case word(Unicode.Scalar)
    /// Part of a word, perhaps several characters.
    case part([Unicode.Scalar])
    /// Part of a word, one character: nearly always.
    case letter(Unicode.Scalar)
  }

  /// What becomes of `scalar`.
  static func normalised(_ scalar: Unicode.Scalar) -> Result {
    scalar.isASCII ? ascii(scalar) : other(straight(scalar))
  }

  private static func ascii(_ scalar: Unicode.Scalar) -> Result {
    switch scalar.value {
    case 0x41...0x5A: .letter(Unicode.Scalar(UInt8(scalar.value + 32)))
    case 0x30...0x39, 0x61...0x7A: .letter(scalar)
    case 0x09, 0x0A, 0x0D, 0x20: .space
    case 0x60: .word("'")
    case 0x00...0x1F, 0x7F: .nothing
    default: .word(scalar)
    }
  }

  private static func other(_ scalar: Unicode.Scalar) -> Result {
    if scalar.isASCII { return ascii(scalar) }
    let properties = scalar.properties
    if scalar.value == 0xFFFD || isControl(properties.generalCategory) { return .nothing }
    if properties.isWhitespace { return .space }
    if isIdeograph(scalar.value) { return .word(decomposed(scalar).first ?? scalar) }
    var parts: [Unicode.Scalar] = []
    for piece in decomposed(scalar) where piece.properties.generalCategory != .nonspacingMark {
      parts += piece.properties.lowercaseMapping.unicodeScalars
    }
    guard let first = parts.first else { return .nothing }
    if parts.count > 1 { return .part(parts) }
    return isMark(first) ? .word(first) : .letter(first)
  }

  /// Whether a character is punctuation, which always stands alone.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default:
      scalar.isASCII && !scalar.properties.isAlphabetic && !(0x30...0x39).contains(scalar.value)
    }
  }

  private static func isControl(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .control, .format, .privateUse, .surrogate: true
    default: false
    }
  }

  private static func decomposed(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
  }

  private static func isIdeograph(_ value: UInt32) -> Bool {
    ideographs.contains { $0.contains(value) }
  }

  /// The blocks whose characters the reference tokeniser sets apart.
  private static let ideographs: [ClosedRange<UInt32>] = [
    0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F,
    0x2B920...0x2CEAF, 0xF900...0xFAFF, 0x2F800...0x2FA1F,
  ]
}

// MARK: - Quotation marks

extension Normaliser {
  /// Marks that stand for a straight double one.
  static func isDoubleMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "“", "”", "„", "‟", "«", "»", "″": true
    default: false
    }
  }

  private static func straight(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if isDoubleMark(scalar) { return "\"" }
    switch scalar {
    case "‘", "’", "‚", "‛", "′": return "'"
    default: return scalar
    }
  }
}
