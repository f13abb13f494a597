/// How much of a faulty text is UTF-8 all the same.
///
/// In Windows-1252 two neighbouring letters hardly ever form a UTF-8 character (it would take "Ã©"), so a
/// few well-formed ones are proof; in UTF-8 that was cut or glued together the faults are few.
struct UTF8Census {
  private(set) var wellFormed = 0
  /// Those of three bytes and more, such as curly quotation marks: hardly anything else ever looks like one.
  private var long = 0
  private(set) var broken = 0
  /// Whether the last character lacks its end, with more than its first byte there.
  private var endsInACut = false

  /// Counts in `bytes`; up to the first fault at `start` only well-formed characters are expected.
  init(of bytes: [UInt8], from start: Int) {
    wellFormed = bytes[..<start].count { $0 >= 0xC0 }
    long = bytes[..<start].count { $0 >= 0xE0 }
    var rest = bytes[start...]
    while let byte = rest.first {
      guard byte >= 0x80 else {
        rest = rest.drop { $0 < 0x80 }
        continue
      }
      let (length, isWhole) = Self.character(startingAt: rest)
      if isWhole {
        wellFormed += 1
        if length > 2 { long += 1 }
      } else {
        broken += 1
      }
      rest = rest.dropFirst(length)
      // A first byte alone ("caf\xE9") is rather a letter of Windows-1252.
      endsInACut = !isWhole && length > 1 && rest.isEmpty
    }
  }

  /// Whether the faults are damage to UTF-8 rather than another encoding.
  var saysUTF8: Bool {
    wellFormed + long > broken || (broken == 1 && endsInACut)
  }

  /// How many bytes the character takes that starts here, and whether all of it is there.
  static func character(startingAt bytes: ArraySlice<UInt8>) -> (length: Int, isWhole: Bool) {
    let lead = bytes.first ?? 0
    let wanted = length(ledBy: lead)
    var length = 1
    for byte in bytes.dropFirst().prefix(wanted - 1) {
      guard (length == 1 ? second(after: lead) : 0x80...0xBF).contains(byte) else { break }
      length += 1
    }
    return (length, wanted > 1 && length == wanted)
  }

  /// How many bytes a character has that begins with `lead`; 1 where none does.
  private static func length(ledBy lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  /// What may follow `lead`: less than all for those that would be too long, surrogates or too large.
  private static func second(after lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}
