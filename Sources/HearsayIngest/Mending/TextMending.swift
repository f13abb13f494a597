import HearsayModel

/// Sets right what programs have done to a text on its way: letters written as `&quot;`, UTF-8 read as something else, and
/// the numbers that text browsers put before links.
///
/// Only what can be nothing else is touched; everything else stays as it is, byte for byte.
enum TextMending {
  /// The text with its letters as they were meant; the same text where nothing is broken.
  static func mended(_ text: ArticleText) -> ArticleText {
    mended(text, by: [Mojibake.mended, CharacterReferences.resolved])
  }

  /// The text without the numbers that text browsers put before links.
  static func withoutLinkNumbers(_ text: ArticleText) -> ArticleText {
    mended(text, by: [LinkNumbers.removed])
  }

  private static func mended(
    _ text: ArticleText, by mends: [([UInt8]) -> [UInt8]?]
  ) -> ArticleText {
    guard text.count <= longest else { return text }
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
    return hasChanged ? ArticleText(validUTF8: bytes) : text
  }

  /// In bytes; nothing longer is an article.
  private static let longest = 8 << 20
}
