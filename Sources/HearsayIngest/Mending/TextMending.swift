import HearsayModel

/// Sets right what programs have done to a text on its way: letters written as `&quot;`, UTF-8 read as something else, and
/// the numbers that text browsers put before links.
///
/// Only what can be nothing else is touched; everything else stays as it is, byte for byte.
enum TextMending {
  /// The text as it was meant; the same text where nothing is broken.
  static func mended(_ text: ArticleText) -> ArticleText {
    guard text.count <= longest else { return text }
    var bytes = text.bytes
    var hasChanged = false
    for mend in [Mojibake.mended, CharacterReferences.resolved, LinkNumbers.removed] {
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
