/// What typesetters and page makers leave in the midst of words, and that nobody reads: soft hyphens, ligatures, zero widths.
package enum Typesetting {
  /// Stands between the letters of a ligature that is spelt in as many bytes; a control character, which no text has.
  static let filler: UInt8 = 0x01

  /// Whether a code point has no width: a soft hyphen, a zero-width space or joiner, a word joiner, a byte order mark.
  package static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case UInt32(filler), 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// The letters that a ligature is drawn for; `nil` for any other code point.
  package static func letters(ofLigature value: UInt32) -> String? {
    switch value {
    case 0xFB00: "ff"
    case 0xFB01: "fi"
    case 0xFB02: "fl"
    case 0xFB03: "ffi"
    case 0xFB04: "ffl"
    case 0xFB05, 0xFB06: "st"
    default: nil
    }
  }

  /// Words as they are read: without what has no width, without ligatures, and whole where a line's end has cut one.
  package static func plain(_ words: String) -> String {
    guard words.utf8.contains(where: { $0 >= 0x80 || $0 == 0x0A || $0 == filler }) else {
      return words
    }
    var plain = String.UnicodeScalarView()
    var cut = false
    for scalar in words.unicodeScalars {
      if isInvisible(scalar.value) { continue }
      if let letters = letters(ofLigature: scalar.value) {
        plain += letters.unicodeScalars
        continue
      }
      if scalar == "\n", plain.last == "-" || plain.last == "\u{2010}" {
        cut = true
        continue
      }
      if cut {
        if scalar.properties.isWhitespace { continue }
        if scalar.properties.isLowercase { plain.removeLast() }
        cut = false
      }
      plain.append(scalar)
    }
    return String(plain)
  }
}
