import HearsayModel

extension Article {
  /// `sha256:` and the hash of the text's UTF-8.
  static func id(of text: ArticleText) -> ID {
    "sha256:" + SHA256.hexadecimal(SHA256.hash(of: text.bytes))
  }
}
