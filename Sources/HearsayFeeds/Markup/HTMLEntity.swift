import CXml2

/// Characters by their names in HTML 4, as libxml2 knows them.
enum HTMLEntity {
  /// "é" for "eacute".
  static func character(named name: String) -> Unicode.Scalar? {
    guard let entry = htmlEntityLookup(name) else { return nil }
    return Unicode.Scalar(entry.pointee.value)
  }
}

/// What stands in Windows-1252 where Latin-1 has control characters.
enum Windows1252 {
  private static let letters: [UInt32: Unicode.Scalar] = [
    128: "\u{20AC}", 130: "\u{201A}", 131: "\u{192}", 132: "\u{201E}", 133: "\u{2026}",
    134: "\u{2020}", 135: "\u{2021}", 136: "\u{2C6}", 137: "\u{2030}", 138: "\u{160}",
    139: "\u{2039}", 140: "\u{152}", 142: "\u{17D}", 145: "\u{2018}", 146: "\u{2019}",
    147: "\u{201C}", 148: "\u{201D}", 149: "\u{2022}", 150: "\u{2013}", 151: "\u{2014}",
    152: "\u{2DC}", 153: "\u{2122}", 154: "\u{161}", 155: "\u{203A}", 156: "\u{153}",
    158: "\u{17E}", 159: "\u{178}",
  ]

  /// The letter for a number; `nil` where it is the same in both.
  static func letter(_ number: UInt32) -> Unicode.Scalar? { letters[number] }

  /// A text with those letters in the place of control characters.
  static func letters(in text: String) -> String {
    // In UTF-8 each of them begins with C2.
    guard text.utf8.contains(0xC2) else { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.map { letters[$0.value] ?? $0 })
    return String(scalars)
  }
}
