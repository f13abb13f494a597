import HearsayLanguage
import HearsayModel

extension JudgedAttribution {
  /// The first of a paragraph that starts in the middle of a sentence.
  var opensFragment: Bool {
    isFirstOfParagraph
      && document.paragraphIndex(at: own.start).map(document.isFragment(paragraph:)) == true
  }
}

extension Document {
  /// Whether a paragraph starts in the middle of a sentence: "and the political leader said …".
  func isFragment(paragraph index: Int) -> Bool {
    let paragraph = paragraphs[index]
    guard paragraph.role == .body, let sentence = paragraph.sentences.first,
      let first = tokens[sentences[sentence].tokens].first, first.kind == .word,
      let letter = text[first.span].first
    else { return false }
    return letter.isLowercase && first.lower.count > 1
      && !text[first.span].dropFirst().contains(where: \.isUppercase)
  }
}
