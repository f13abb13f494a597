import HearsayModel

/// Sets right what programs have done to a text on its way: letters written as `&quot;`, UTF-8 read as something else, and
/// the numbers that text browsers put before links.
///
/// Only what can be nothing else is touched; everything else stays as it is, byte for byte.
enum TextMending {
  /// A text, and whether anything was set right in it.
  struct Mended {
    var text: ArticleText
    var hasChanged: Bool
  }

  /// The text with its letters as they were meant; the same text where nothing is broken.
  static func mended(_ text: ArticleText) -> Mended {
    mended(text, by: [Mojibake.mended, CharacterReferences.resolved])
  }

  /// The text without the numbers that text browsers put before links.
  static func withoutLinkNumbers(_ text: ArticleText) -> ArticleText {
    mended(text, by: [LinkNumbers.removed]).text
  }

  private static func mended(
    _ text: ArticleText, by mends: [([UInt8]) -> [UInt8]?]
  ) -> Mended {
    guard text.count <= longest else { return Mended(text: text, hasChanged: false) }
    var bytes = text.bytes
    var hasChanged = false
    for mend in mends {
      // What went through a program twice is broken twice.
      for _ in 0..<2 {
        guard let better = mend(bytes) else { break }
        bytes = better
        hasChanged = true
      }
    }
    return Mended(
      text: hasChanged ? ArticleText(validUTF8: bytes) : text, hasChanged: hasChanged)
  }

  /// In bytes; nothing longer is an article.
  fileprivate static let longest = 8 << 20
}

extension TextMending.Mended {
  /// What a reader should know of the letters.
  ///
  /// - Parameter isDamaged: whether bytes of it are no letters.
  func notes(isDamaged: Bool) -> [ArticleNote] {
    var notes: [ArticleNote] = hasChanged ? [.lettersMended] : []
    if isDamaged || text.count <= TextMending.longest && text.hasLostLetters {
      notes.append(.lettersLost)
    }
    return notes
  }
}

extension ArticleText {
  /// Whether a sign stands in it that programs put where they could not read a letter.
  var hasLostLetters: Bool {
    // The first byte of that sign, U+FFFD, is seldom in a text.
    var rest = bytes[...]
    while let first = rest.firstIndex(of: 0xEF) {
      rest = rest[first...]
      if rest.starts(with: [0xEF, 0xBF, 0xBD]) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
