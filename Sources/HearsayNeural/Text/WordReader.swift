/// A word of the text, as the network counts them: letters and digits in a row, or one mark.
struct NetworkWord {
  /// Its bytes.
  var range: Range<Int>
  /// Its characters as the vocabulary writes them, in UTF-8.
  var normalised: [UInt8]
  /// The number of those characters.
  var length: Int
}

/// Cuts text into words and normalises them.
enum WordReader {
  /// The words of the paragraph at `range` of `bytes`, which must be UTF-8.
  static func words(in bytes: [UInt8], _ range: Range<Int>) -> [NetworkWord] {
    var words: [NetworkWord] = []
    var isOpen = false
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, size) = scalar(at: position, in: bytes, before: range.upperBound)
      let place = position..<(position + size)
      position += size
      switch Normaliser.normalised(scalar) {
      case .nothing: break
      case .space: isOpen = false
      case .word(let mark):
        words.append(
          NetworkWord(range: place, normalised: Array(UTF8.encode(mark) ?? .init()), length: 1))
        isOpen = false
      case .letter(let letter): append([letter], at: place, to: &words, isOpen: &isOpen)
      case .part(let letters): append(letters, at: place, to: &words, isOpen: &isOpen)
      }
    }
    return words
  }

  private static func append(
    _ letters: [Unicode.Scalar], at place: Range<Int>, to words: inout [NetworkWord],
    isOpen: inout Bool
  ) {
    if !isOpen {
      words.append(NetworkWord(range: place, normalised: [], length: 0))
      isOpen = true
    }
    let last = words.count - 1
    words[last].range = words[last].range.lowerBound..<place.upperBound
    for letter in letters {
      words[last].normalised += UTF8.encode(letter) ?? .init()
      words[last].length += 1
    }
  }

  /// The character that starts at `position`; U+FFFD, one byte long, where none does.
  static func scalar(at position: Int, in bytes: [UInt8], before end: Int) -> (
    Unicode.Scalar, size: Int
  ) {
    let first = bytes[position]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, position + size <= end else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0x7F >> UInt32(size))
    for byte in bytes[(position + 1)..<(position + size)] {
      guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
    return (scalar, size)
  }
}
